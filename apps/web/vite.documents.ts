import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  Kind,
  parse,
  print,
  stripIgnoredCharacters,
  visit,
  type DefinitionNode,
  type DocumentNode,
  type OperationDefinitionNode,
  type SelectionSetNode,
} from 'graphql';
import type { Plugin } from 'vite';

interface TrustedDocument {
  readonly name: string;
  /** The file that it stands in. */
  readonly file: string;
  /** SHA-256 of the text, in hexadecimal digits. */
  readonly hash: string;
  readonly text: string;
}

/**
 * Every operation of the .graphql files below a folder, each with the fragments of all files that it spreads, and with the
 * type's name asked for everywhere, by which the browser's cache tells things apart.
 *
 * @throws Error when two operations, or two fragments, have one name, or a fragment is nowhere
 */
function readDocuments(folder: string): readonly TrustedDocument[] {
  const parsed = filesOf(folder).map((file) => ({ file, document: parse(readFileSync(file, 'utf8')) }));
  const definitions = parsed.flatMap(({ document }) => document.definitions);
  const names = definitions.flatMap((one) => nameOf(one) ?? []);
  const twice = names.find((name, at) => names.indexOf(name) !== at);
  if (twice !== undefined) throw new Error(`Two documents of the page are called ${twice}.`);
  return parsed.flatMap(({ file, document }) =>
    document.definitions.filter(isOperation).map((one) => {
      const text = stripIgnoredCharacters(print(withTypenames(whole(one, definitions))));
      const hash = createHash('sha256').update(text).digest('hex');
      return { name: one.name?.value ?? '', file, hash, text };
    }),
  );
}

const isOperation = (one: DefinitionNode): one is OperationDefinitionNode =>
  one.kind === Kind.OPERATION_DEFINITION;

const nameOf = (one: DefinitionNode): string | undefined =>
  'name' in one && one.name !== undefined ? one.name.value : undefined;

/** The operation with every fragment that it needs, each once. */
function whole(operation: OperationDefinitionNode, known: readonly DefinitionNode[]): DocumentNode {
  const definitions = new Set<DefinitionNode>([operation]);
  for (const one of definitions) {
    visit(one, {
      FragmentSpread({ name }) {
        const fragment = known.find((other) => !isOperation(other) && nameOf(other) === name.value);
        if (fragment === undefined) throw new Error(`No .graphql file has a fragment ${name.value}.`);
        definitions.add(fragment);
      },
    });
  }
  return { kind: Kind.DOCUMENT, definitions: [...definitions] };
}

const TYPENAME = { kind: Kind.FIELD, name: { kind: Kind.NAME, value: '__typename' } } as const;

const withTypenames = (document: DocumentNode): DocumentNode =>
  visit(document, {
    SelectionSet(set, _key, parent): SelectionSetNode | undefined {
      const isRoot = parent !== undefined && 'kind' in parent && parent.kind === Kind.OPERATION_DEFINITION;
      const has = set.selections.some((one) => one.kind === Kind.FIELD && one.name.value === '__typename');
      return isRoot || has ? undefined : { ...set, selections: [...set.selections, TYPENAME] };
    },
  });

const filesOf = (folder: string): readonly string[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.graphql'))
    .sort()
    .map((file) => join(folder, file));

/**
 * Makes a module of each .graphql file: `import { Name } from './file.graphql'` gives the document, which is sent by its
 * hash alone. Writes the texts beside the page for the server that serves it: hash → text in documents.json. While the
 * page is worked on the texts are sent, since the server knows those of the last build.
 */
export function trustedDocuments(folder: string): Plugin {
  let isBuild = true;
  return {
    name: 'trusted-documents',
    configResolved: ({ command }) => {
      isBuild = command === 'build';
    },
    transform(_code, id) {
      if (!id.endsWith('.graphql')) return undefined;
      for (const file of filesOf(folder)) this.addWatchFile(file);
      const lines = readDocuments(folder)
        .filter(({ file }) => file === id)
        .map(({ name, hash, text }) => {
          const known = JSON.stringify({ name, hash, sendsText: !isBuild });
          return `export const ${name} = trusted(${known}, ${JSON.stringify(text)});`;
        });
      const code = `import { trusted } from ${JSON.stringify(join(folder, 'shared/trusted.ts'))};\n${lines.join('\n')}\n`;
      return { code, map: null };
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
