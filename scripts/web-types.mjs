// The types of what the console asks, out of its .graphql files and the schema: `npm run web:types`. With --check it writes nothing
// and fails where the files that are committed say something else.
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { codegen } from '@graphql-codegen/core';
import * as operations from '@graphql-codegen/typescript-operations';
import { buildSchema, isInterfaceType, parse } from 'graphql';
import { format, resolveConfig } from 'prettier';

const source = 'apps/web/src';
const schema = buildSchema(readFileSync('apps/api/schema.graphql', 'utf8'));
const header = '// Written by `npm run web:types` from the schema and the .graphql files; not by hand.\n';

const files = readdirSync(source, { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.graphql'))
  .sort()
  .map((file) => ({ file, document: parse(readFileSync(join(source, file), 'utf8')) }));

const names = files.map(({ file }) => basename(file));
const twice = names.find((name, at) => names.indexOf(name) !== at);
if (twice)
  throw new Error(`Two files are called ${twice}: a module of documents is known by its file's name.`);

const suffix = { query: 'Query', mutation: 'Mutation', subscription: 'Subscription' };
const capital = (name) => name.charAt(0).toUpperCase() + name.slice(1);

const operationsOf = ({ document }) =>
  document.definitions.filter(({ kind }) => kind === 'OperationDefinition');

/** What `import { Name } from './file.graphql'` gives. */
const moduleOf = (one) => {
  const documents = operationsOf(one).map(({ name, operation }) => {
    const type = `${capital(name.value)}${suffix[operation]}`;
    return `export const ${name.value}: TypedDocumentNode<O.${type}, O.${type}Variables>;`;
  });
  return `declare module '*/${basename(one.file)}' {
import type { TypedDocumentNode } from '@apollo/client';
import type * as O from '#operations';
${documents.join('\n')}
}`;
};

/** Which types an interface stands for: the cache cannot know it otherwise. */
const possibleTypes = Object.fromEntries(
  Object.values(schema.getTypeMap())
    .filter(isInterfaceType)
    .map((one) => [one.name, schema.getPossibleTypes(one).map(({ name }) => name)]),
);

const types = await codegen({
  schema: undefined,
  schemaAst: schema,
  filename: 'operations.ts',
  documents: files.map(({ file, document }) => ({ location: file, document })),
  pluginMap: { operations },
  plugins: [
    {
      operations: {
        immutableTypes: true,
        useTypeImports: true,
        arrayInputCoercion: false,
        enumType: 'string-literal',
        dedupeFragments: true,
        inlineFragmentTypes: 'combine',
        skipTypeNameForRoot: true,
        nonOptionalTypename: true,
        defaultScalarType: 'unknown',
        scalars: { ID: 'string', DateTime: 'string', Decimal: 'string' },
      },
    },
  ],
  config: {},
});

const written = {
  'generated/operations.ts': `${header}${types}\nexport const POSSIBLE_TYPES = ${JSON.stringify(possibleTypes)};\n`,
  'generated/documents.d.ts': `${header}${files
    .filter((one) => operationsOf(one).length > 0)
    .map(moduleOf)
    .join('\n\n')}\n`,
};

const check = process.argv.includes('--check');
for (const [name, text] of Object.entries(written)) {
  const path = join(source, name);
  const pretty = await format(text, { ...(await resolveConfig(path)), filepath: path });
  if (!check) writeFileSync(path, pretty);
  else if (readFileSync(path, 'utf8') !== pretty) {
    console.error(`${path} is not what the .graphql files and the schema say: run npm run web:types.`);
    process.exitCode = 1;
  }
}
