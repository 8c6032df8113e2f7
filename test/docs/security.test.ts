import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { DISCLOSURE_GROUPS, levelsOf } from '#domain';

const PROJECT = new URL('../../', import.meta.url);
const PAGE = readFileSync(new URL('docs/security.md', PROJECT), 'utf8');

const sectionOf = (heading: string): string => PAGE.split(`\n## ${heading}\n`)[1]?.split('\n## ')[0] ?? '';
const rowsOf = (text: string): readonly (readonly string[])[] =>
  text
    .split('\n')
    .filter((line) => /^\| [^-]/.test(line))
    .map((line) =>
      line
        .split('|')
        .slice(1, -1)
        .map((cell) => cell.trim()),
    );

const LEVELS = rowsOf(sectionOf('What each relation may know'));
const REQUIREMENTS = rowsOf(sectionOf('Requirements of OWASP ASVS 5.0')).filter(
  ([first]) => first !== 'ASVS',
);
const numbersOf = ([numbers = '']: readonly string[]): readonly string[] => numbers.split(', ');
const WITHOUT_TEST = ['by design', 'not applicable', 'open', 'operator'];

/** How many requirements of levels 1 and 2 the chapters V1 to V17 of version 5.0.0 hold: 253 in all. */
const CHAPTERS = [27, 11, 19, 10, 9, 35, 18, 7, 7, 29, 14, 9, 13, 9, 13, 16, 7];

describe('the page of security', () => {
  it('tells the levels of each relation as the domain has them', () => {
    const [head = [], ...rows] = LEVELS;
    expect(head).toEqual(['relation', ...DISCLOSURE_GROUPS]);
    const relations = ['own', 'agreed', 'visibility', 'staff', 'matched', 'auditor', 'nobody'] as const;
    expect(rows).toEqual(
      relations.map((relation) => {
        const levels = levelsOf(relation);
        return [relation, ...DISCLOSURE_GROUPS.map((group) => levels[group].toLowerCase())];
      }),
    );
  });

  it('says of each requirement which test holds it, or why none does', () => {
    const wrong = REQUIREMENTS.filter(
      ([, how = '', held = '']) =>
        how === '' ||
        !(WITHOUT_TEST.includes(held) || /^`[^`]+\.(?:test|spec)\.ts`(?:, `[^`]+`)*$/.test(held)),
    );
    expect(wrong).toEqual([]);
  });

  it('names only tests that are there', () => {
    const named = [...PAGE.matchAll(/`((?:test|libs|apps)\/[^`]+\.ts)`/g)].map(([, path = '']) => path);
    expect(named.length).toBeGreaterThan(30);
    expect(named.filter((path) => !existsSync(new URL(path, PROJECT)))).toEqual([]);
  });

  it('names each requirement once, and as many of a chapter as it has', () => {
    const numbers = REQUIREMENTS.flatMap(numbersOf);
    expect(numbers.filter((number) => !/^\d{1,2}\.\d\.\d{1,2}$/.test(number))).toEqual([]);
    expect(numbers.filter((number, at) => numbers.indexOf(number) !== at)).toEqual([]);
    expect(CHAPTERS.map((_, at) => numbers.filter((one) => one.startsWith(`${at + 1}.`)).length)).toEqual(
      CHAPTERS,
    );
  });

  it('tells under its own heading what is open', () => {
    const told = sectionOf('What is open');
    const open = REQUIREMENTS.filter(([, , held]) => held === 'open').flatMap(numbersOf);
    // A section number stands for all of its requirements.
    const isTold = (number: string): boolean =>
      new RegExp(`[( ]${number.replaceAll('.', '\\.')}[,)]`).test(told) ||
      new RegExp(`[( ]${number.split('.').slice(0, 2).join('\\.')}[,)]`).test(told);
    expect(open.filter((number) => !isTold(number))).toEqual([]);
  });
});
