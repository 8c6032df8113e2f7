// Builds the page of GraphiQL into dist/graphiql, unless nothing that goes into it has changed since: its editor takes
// several seconds, and `npm start` builds every time.
import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'vite';

const web = 'apps/web';
const configFile = `${web}/vite.graphiql.config.ts`;
const folders = ['graphiql', 'shared', 'sign-in'].map((name) => `${web}/src/${name}`);
const sources = [
  'package-lock.json',
  configFile,
  `${web}/graphiql.html`,
  `${web}/src/mark.svg`,
  ...folders.flatMap((folder) => readdirSync(folder).map((file) => join(folder, file))),
];
const built = 'dist/graphiql/graphiql.html';
const changed = Math.max(...sources.map((file) => statSync(file).mtimeMs));

if (!existsSync(built) || statSync(built).mtimeMs < changed) await build({ configFile });
