import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { Cell } from '../intake/columns.js';
import { HINT_COLUMNS, type HintColumns } from './columns.js';
import { readHintRow } from './row.js';

const COLUMNS: HintColumns = Object.fromEntries(HINT_COLUMNS.map((column, at) => [column, at]));
const GOOD: readonly Cell[] = [
  'Granvåk AS',
  '974 760 673',
  3401,
  'Saga',
  'Tilbud',
  'Tørr flis',
  250,
  'Befaring 3. mai',
  'Kari@Granvaak.example',
];
const withCell = (at: number, cell: Cell): readonly Cell[] =>
  GOOD.map((one, place) => (place === at ? cell : one));

describe('readHintRow', () => {
  it('example: three columns are enough', () =>
    expect(
      readHintRow(['Granvåk AS', 'Flis', 'har'], { FIRM: 0, MATERIAL: 1, SIDE: 2 }, { source: 'plan' })?.hint
        ?.side,
    ).toBe('OFFER'));

  it('reads all that a row tells', () =>
    expect(readHintRow(GOOD, COLUMNS, { source: 'plan' })?.hint).toEqual({
      firmName: 'Granvåk AS',
      orgNumber: '974760673',
      municipality: '3401',
      siteName: 'Saga',
      side: 'OFFER',
      materialText: 'Tørr flis',
      amountText: '250',
      source: 'Befaring 3. mai',
      contactEmail: 'kari@granvaak.example',
    }));

  it('takes source and side of the whole list where a row names none', () =>
    expect(
      readHintRow(['A', 'Flis'], { FIRM: 0, MATERIAL: 1 }, { source: 'plan', side: 'NEED' })?.hint,
    ).toMatchObject({ source: 'plan', side: 'NEED' }));

  it.each<[string, number, Cell, string, string]>([
    ['no firm', 0, ' ', 'FIRM', 'Name the firm'],
    ['a number that is none', 1, '974760674', 'ORG_NUMBER', 'modulus 11'],
    ['a side that is none', 4, 'kanskje', 'SIDE', 'offer or need'],
    ['a formula', 5, '=1+1', 'MATERIAL', 'formula'],
    ['an amount without end', 6, 'x'.repeat(101), 'AMOUNT', 'At most 100'],
    ['an address that is none', 8, 'kari', 'EMAIL', 'e-mail'],
  ])('refuses %s, by its cell', (_what, column, cell, field, message) => {
    const read = readHintRow(withCell(column, cell), COLUMNS, { source: 'plan' });
    expect(read?.hint).toBeUndefined();
    expect(read?.problems).toMatchObject([{ field, column }]);
    expect(read?.problems[0]?.message).toContain(message);
  });

  it('says all that is wrong at once', () =>
    expect(
      readHintRow(['', 'x', '', '', '?', ''], COLUMNS, { source: '' })?.problems.map((one) => one.field),
    ).toEqual(['SIDE', 'FIRM', 'ORG_NUMBER', 'MATERIAL', 'SOURCE']));

  it('passes over a row without anything in it', () =>
    expect(readHintRow(['', ' '], COLUMNS, { source: 'plan' })).toBeUndefined());

  it('takes any cells, and gives a hint or says why not', () => {
    const cell = fc.oneof(fc.string({ unit: 'binary' }), fc.double(), fc.constantFrom<Cell>(...GOOD));
    fc.assert(
      fc.property(fc.array(cell, { maxLength: 10 }), (cells) => {
        const read = readHintRow(cells, COLUMNS, { source: 'plan' });
        if (read !== undefined) expect(read.hint === undefined).toBe(read.problems.length > 0);
      }),
    );
  });
});
