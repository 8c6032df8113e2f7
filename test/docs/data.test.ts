import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { parse } from 'csv-parse/sync';

const DATA = new URL('../../data/', import.meta.url);
const PAGE = readFileSync(new URL('README.md', DATA), 'utf8');

const csvOf = (folder: string): readonly string[] =>
  readdirSync(new URL(folder, DATA)).filter((file) => file.endsWith('.csv'));

const rowsIn = (path: string): number =>
  parse<Record<string, string>>(readFileSync(new URL(path, DATA), 'utf8'), { columns: true, bom: true })
    .length;

/** Rows of the page's tables of files: folder, file or "13 files", number of rows. */
const told = [...PAGE.matchAll(/^\| `([\w/]+\/)` \| (?:`([\w.-]+\.csv)`|(\d+) files) \| ([\d,]+) \|/gm)].map(
  ([, folder = '', file, files, rows = '']) => ({
    folder,
    file,
    files: files === undefined ? undefined : Number(files),
    rows: Number(rows.replaceAll(',', '')),
  }),
);

describe('data/README.md', () => {
  it.each(told)('$folder $file $files: $rows rows', ({ folder, file, files, rows }) => {
    const all = file === undefined ? csvOf(folder) : [file];
    if (files !== undefined) expect(all.length).toBe(files);
    expect(all.reduce((sum, one) => sum + rowsIn(`${folder}${one}`), 0)).toBe(rows);
  });

  it('names every folder and file of its own', () => {
    const listed = told.flatMap(({ folder, file }) => (file === undefined ? csvOf(folder) : [file]));
    const there = [
      'materials/',
      'materials/nodes/',
      'materials/substitutions/',
      'factors/',
      'places/',
      'reference/',
    ];
    expect(listed.sort()).toEqual(there.flatMap(csvOf).sort());
  });

  it.each(csvOf('reference/'))('%s has as many rows as it says', (file) => {
    const rows = new RegExp(`^\\| \`${file}\` \\| ([\\d,]+) \\|`, 'm').exec(PAGE)?.[1];
    expect(Number(rows?.replaceAll(',', ''))).toBe(rowsIn(`reference/${file}`));
  });
});
