import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from '@jest/globals';

const PROJECT = fileURLToPath(new URL('../../', import.meta.url));
const PAGES = ['README.md', 'CHANGELOG.md', ...pagesUnder('docs')];
const SCRIPTS = (JSON.parse(textOf('package.json')) as { scripts: Record<string, string> }).scripts;

function pagesUnder(folder: string): string[] {
  const files = readdirSync(join(PROJECT, folder), { recursive: true, encoding: 'utf8' });
  return files.filter((file) => file.endsWith('.md')).map((file) => join(folder, file));
}

function textOf(page: string): string {
  return readFileSync(join(PROJECT, page), 'utf8');
}

const isThere = (path: string): boolean => existsSync(resolve(PROJECT, path));
const found = (text: string, pattern: RegExp): string[] =>
  [...text.matchAll(pattern)].map((match) => match[1] ?? '');

/** The text under a heading, up to the next one of the same rank. */
const section = (page: string, heading: string): string =>
  textOf(page).split(`\n${heading}\n`)[1]?.split(/\n## /)[0] ?? '';

/** Paths of an indented tree: two blanks a level, the name first, then what it is. */
function treePaths(tree: string): string[] {
  const above: string[] = [];
  return tree
    .trimEnd()
    .split('\n')
    .map((line) => {
      const level = (/^ */.exec(line)?.[0].length ?? 0) / 2;
      above.splice(level, Infinity, line.trim().split(/\s/)[0] ?? '');
      return above.join('');
    });
}

describe('README and docs', () => {
  it.each(PAGES)('%s names only commands that package.json has', (page) => {
    const named = found(textOf(page), /\bnpm run (?:-s )?([a-z][a-z:-]*)/g);
    expect(named.filter((name) => !(name in SCRIPTS))).toEqual([]);
  });

  it.each(PAGES)('%s links only to what is there, pictures too', (page) => {
    const links = found(textOf(page), /\]\(((?!https?:)[^)#]+)/g);
    expect(links.filter((link) => !isThere(join(dirname(page), link)))).toEqual([]);
  });

  it.each(PAGES)('%s names only files that are there', (page) => {
    const named = found(textOf(page), /`((?:apps|libs|data|test|docs|scripts)\/[\w./-]+)`/g);
    expect(named.filter((path) => !isThere(path))).toEqual([]);
  });

  it("every folder of the README's map is there, and every folder of the project is on it", () => {
    const map = found(section('README.md', '## Folders'), /^\| `([^`]+)`/gm);
    expect(map.filter((path) => !isThere(path))).toEqual([]);
    for (const parent of ['apps', 'libs']) {
      const folders = readdirSync(join(PROJECT, parent)).map((name) => `${parent}/${name}/`);
      expect(folders.filter((path) => !map.includes(path))).toEqual([]);
    }
  });

  it('every line of the architecture tree is there, and every view of the console on it', () => {
    const [tree] = found(textOf('docs/architecture.md'), /^```tree\n(.*?)^```/gms);
    const paths = treePaths(tree ?? '');
    expect(paths.length).toBeGreaterThan(60);
    expect(paths.filter((path) => !isThere(path))).toEqual([]);
    const views = readdirSync(join(PROJECT, 'apps/web/src'), { withFileTypes: true })
      .filter((one) => one.isDirectory())
      .map(({ name }) => `apps/web/src/${name}/`);
    expect(views.filter((path) => !paths.includes(path))).toEqual([]);
  });

  it('every variable that the programs read stands in the table of the README, and no other', () => {
    const read = ['config', 'launch', 'flow'].flatMap((name) =>
      found(textOf(`libs/config/src/${name}.ts`), /^ {2}([A-Z][A-Z_]+): /gm),
    );
    const told = found(section('README.md', '## Servers of your own'), /^\| `([A-Z_]+)`/gm);
    expect([...told].sort()).toEqual([...new Set(read)].sort());
  });
});
