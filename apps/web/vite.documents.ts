import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse, print, separateOperations, stripIgnoredCharacters } from 'graphql';
import type { Plugin } from 'vite';

interface TrustedDocument {
  readonly name: string;
  /** SHA-256 of the text, in hexadecimal digits. */
  readonly hash: string;
  readonly text: string;
}

/**
 * Every operation of the .graphql files below a folder, each with the fragments of its file that it spreads.
 *
 * @throws Error when two operations have one name
 */
function readDocuments(folder: string): readonly TrustedDocument[] {
  const documents = filesOf(folder).flatMap((file) =>
    Object.entries(separateOperations(parse(readFileSync(file, 'utf8')))).map(([name, document]) => {
      const text = stripIgnoredCharacters(print(document));
      return { name, hash: createHash('sha256').update(text).digest('hex'), text };
    }),
  );
  const names = documents.map(({ name }) => name);
  const twice = names.find((name, at) => names.indexOf(name) !== at);
  if (twice !== undefined) throw new Error(`Two operations of the page are called ${twice}.`);
  return documents;
}

const filesOf = (folder: string): readonly string[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.graphql'))
    .sort()
    .map((file) => join(folder, file));

const NAME = 'virtual:documents';

/**
 * Gives the page the hashes of its documents, and writes the texts beside it for the server that serves it: hash → text
 * in documents.json. While the page is worked on, it has the texts too, since the server knows those of the last build.
 */
export function trustedDocuments(folder: string): Plugin {
  let isBuild = true;
  return {
    name: 'trusted-documents',
    configResolved: ({ command }) => {
      isBuild = command === 'build';
    },
    resolveId: (id) => (id === NAME ? `\0${NAME}` : undefined),
    load(id) {
      if (id !== `\0${NAME}`) return undefined;
      for (const file of filesOf(folder)) this.addWatchFile(file);
      const known = readDocuments(folder).map(({ name, hash, text }) => [
        name,
        isBuild ? { hash } : { hash, text },
      ]);
      return `export default ${JSON.stringify(Object.fromEntries(known))};`;
    },
    generateBundle() {
      const manifest = Object.fromEntries(readDocuments(folder).map(({ hash, text }) => [hash, text]));
      this.emitFile({
        type: 'asset',
        fileName: 'documents.json',
        source: `${JSON.stringify(manifest, null, 2)}\n`,
      });
    },
  };
}
