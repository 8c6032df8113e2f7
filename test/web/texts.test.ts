import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from '@jest/globals';
import { parse, TYPE, type MessageFormatElement } from '@formatjs/icu-messageformat-parser';

const source = fileURLToPath(new URL('../../apps/web/src', import.meta.url));
const files = readdirSync(source, { recursive: true, encoding: 'utf8' });
const folders = files
  .filter((file) => file.endsWith('nb.json'))
  .map((file) => file.replace(/\/?nb\.json$/, ''));
const textsOf = (folder: string, language: string): Readonly<Record<string, string>> =>
  JSON.parse(readFileSync(join(source, folder, `${language}.json`), 'utf8')) as Record<string, string>;

/** Names of the values that a text takes, at any depth. */
const argumentsOf = (elements: readonly MessageFormatElement[]): readonly string[] =>
  elements.flatMap((one) => {
    if (one.type === TYPE.literal || one.type === TYPE.pound) return [];
    if (one.type === TYPE.tag) return [one.value, ...argumentsOf(one.children)];
    const inner =
      one.type === TYPE.select || one.type === TYPE.plural
        ? Object.values(one.options).flatMap(({ value }) => argumentsOf(value))
        : [];
    return [one.value, ...inner];
  });
const takes = (text: string): readonly string[] => [...new Set(argumentsOf(parse(text)))].sort();

const code = files
  .filter((file) => /\.tsx?$/.test(file) && !/\.spec\.|operations\.ts|graphiql/.test(file))
  .map((file) => readFileSync(join(source, file), 'utf8'))
  .join('\n');

describe('the texts of the console', () => {
  it('are there at all', () => {
    expect(folders.length).toBeGreaterThan(10);
  });

  it.each(folders)(
    'of %s stand in both languages, begin with their folder, and take the same values',
    (folder) => {
      const [nb, en] = [textsOf(folder, 'nb'), textsOf(folder, 'en')];
      expect(Object.keys(en)).toEqual(Object.keys(nb));
      for (const [id, text] of Object.entries(nb)) {
        expect(id.split('.')[0]).toBe(folder);
        expect(text.trim()).not.toBe('');
        const taken = takes(en[id] ?? '');
        // What the server says is read by its English text; the Norwegian one may leave codes and names out.
        if (folder === 'said') expect(taken).toEqual(expect.arrayContaining([...takes(text)]));
        else expect({ id, takes: taken }).toEqual({ id, takes: takes(text) });
      }
    },
  );

  it('are all used, by their whole id or by its beginning', () => {
    // Those of `said` are called for by what the server says; said.test.ts holds them to it.
    const own = folders.filter((folder) => folder !== 'said');
    const ids = own.flatMap((folder) => Object.keys(textsOf(folder, 'nb')));
    const unused = ids.filter((id) => !code.includes(`'${id}'`) && !code.includes(`"${id}"`) && !begins(id));
    expect(unused).toEqual([]);
  });
});

/** `matches.state.OPEN` is used where the code says `matches.state.${…}`. */
function begins(id: string): boolean {
  const parts = id.split('.');
  return parts.slice(1).some((_part, at) => code.includes(`\`${parts.slice(0, at + 1).join('.')}.\${`));
}
