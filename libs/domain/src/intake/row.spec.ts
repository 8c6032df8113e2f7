import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { plain } from '../quantity/decimal.js';
import type { Cell } from './columns.js';
import { marksSeen, NO_SUCH_AGREEMENT, readRow, type IntakePlan } from './row.js';

const AN_AGREEMENT = '0a0b0c0d-0000-4000-8000-00000000000f';
const PLAN: IntakePlan = {
  headerRow: 1,
  columns: { DATE: 0, AMOUNT: 1, REFERENCE: 2, UNIT: 3, AGREEMENT: 4, DISTANCE: 5 },
  numbers: { seen: [] },
  epoch: '1900',
};
const GOOD: readonly Cell[] = ['01.06.2026', '12,5', 'A 17', 'tonn', AN_AGREEMENT.toUpperCase(), '42,5 km'];
const withCell = (at: number, cell: Cell): readonly Cell[] =>
  GOOD.map((one, place) => (place === at ? cell : one));

describe('readRow', () => {
  it('example: the unit may stand with the amount, the agreement be that of the file', () => {
    const plan = { ...PLAN, columns: { DATE: 0, AMOUNT: 1, REFERENCE: 2 }, agreementId: AN_AGREEMENT };
    expect(readRow(['01.06.2026', '12,5 t', '17'], plan)?.delivery?.unit).toBe('t');
  });

  it('reads all that a row tells', () => {
    const { amount, ...rest } = readRow(GOOD, PLAN)?.delivery ?? {};
    expect(amount && plain(amount)).toBe('12.5');
    expect(rest).toEqual({
      unit: 't',
      deliveredOn: '2026-06-01',
      agreementId: AN_AGREEMENT,
      reference: 'A 17',
      distanceKm: 42.5,
    });
  });

  it.each<[string, number, Cell, string, string]>([
    ['no day', 0, '', 'DATE', 'is missing'],
    ['a day that is none', 0, '31.02.2026', 'DATE', 'no day'],
    ['an amount in words', 1, 'full bil', 'AMOUNT', 'no number'],
    ['an amount of nothing', 1, '0', 'AMOUNT', 'above 0'],
    ['an amount given back', 1, '-3,5', 'AMOUNT', 'above 0'],
    ['an open amount', 1, '1,234', 'AMOUNT', 'may be'],
    ['no reference', 2, ' ', 'REFERENCE', 'is missing'],
    ['a formula for a reference', 2, '=HYPERLINK("x")', 'REFERENCE', 'formula'],
    ['a hidden character', 2, 'A\u00001', 'REFERENCE', 'nobody sees'],
    ['a character without width', 2, 'A\u200b1', 'REFERENCE', 'nobody sees'],
    ['a reference without end', 2, 'x'.repeat(201), 'REFERENCE', 'At most 200'],
    ['an unknown unit', 3, 'lass', 'UNIT', 'use one of t, kg'],
    ['an agreement by its name', 4, 'Flisavtalen', 'AGREEMENT', NO_SUCH_AGREEMENT],
    ['a distance in words', 5, 'langt', 'DISTANCE', 'no number'],
    ['a distance round the world', 5, 20_001, 'DISTANCE', 'from 0 to 20000'],
  ])('refuses %s, by its cell', (_what, column, cell, field, message) => {
    const read = readRow(withCell(column, cell), PLAN);
    expect(read?.delivery).toBeUndefined();
    expect(read?.problems).toMatchObject([{ field, column }]);
    expect(read?.problems[0]?.message).toContain(message);
  });

  it('says all that is wrong at once', () =>
    expect(readRow(['x', 'y', '', 'z', '', ''], PLAN)?.problems.map((one) => one.field)).toEqual([
      'AMOUNT',
      'UNIT',
      'DATE',
      'AGREEMENT',
      'REFERENCE',
    ]));

  it('says what column nobody named', () => {
    const read = readRow(GOOD, { ...PLAN, columns: { DATE: 0, AMOUNT: 1 } });
    expect(read?.problems.map(({ field, column }) => [field, column])).toEqual([
      ['UNIT', undefined],
      ['AGREEMENT', undefined],
      ['REFERENCE', undefined],
    ]);
  });

  it('does not choose between two units', () =>
    expect(readRow(withCell(1, '12,5 kg'), PLAN)?.problems[0]?.message).toBe(
      't here and kg with the amount: leave one of them.',
    ));

  it('reads a number for a reference as it was typed', () => {
    expect(readRow(withCell(2, 20_260_017), PLAN)?.delivery?.reference).toBe('20260017');
    expect(readRow(withCell(2, '="00123"'), PLAN)?.delivery?.reference).toBe('00123');
  });

  it('passes over a row without anything in it', () => expect(readRow(['', ' '], PLAN)).toBeUndefined());

  it('takes any cells, and gives a delivery or says why not', () => {
    const cell = fc.oneof(fc.string({ unit: 'binary' }), fc.double(), fc.constantFrom<Cell>(...GOOD));
    fc.assert(
      fc.property(fc.array(cell, { maxLength: 7 }), (cells) => {
        const read = readRow(cells, PLAN);
        if (read !== undefined) expect(read.delivery === undefined).toBe(read.problems.length > 0);
      }),
    );
  });
});

describe('marksSeen', () => {
  it('example: what one cell shows, the others are read by', () =>
    expect(marksSeen(['12,5', '1,234', 17])).toEqual(['COMMA']));
});
