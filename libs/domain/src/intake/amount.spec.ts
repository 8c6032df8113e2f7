import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { Decimal, plain } from '../quantity/decimal.js';
import { decimalMarkIn, readAmount, type NumberStyle } from './amount.js';
import type { Cell } from './columns.js';

const read = (cell: Cell, style: NumberStyle = { seen: [] }): string => {
  const result = readAmount(cell, style);
  return 'wrong' in result ? result.wrong : `${plain(result.value)}${result.unit ?? ''}`;
};

describe('readAmount', () => {
  it('example: blanks part thousands, a unit may stand behind', () =>
    expect(readAmount('1 234,5 kg', { seen: [] })).toEqual({ value: new Decimal('1234.5'), unit: 'kg' }));

  it.each<[Cell, string]>([
    ['12', '12'],
    ['12,5', '12.5'],
    ['12.5', '12.5'],
    ['0,345', '0.345'],
    [',5', '0.5'],
    ['1.234,5', '1234.5'],
    ['1,234.5', '1234.5'],
    ['1.234.567', '1234567'],
    ['1\u00a0234,567', '1234.567'],
    ['1\u202f234', '1234'],
    ["12'345.60", '12345.6'],
    ['1234,567', '1234.567'],
    ['12,5t', '12.5t'],
    ['12,5 tonn', '12.5tonn'],
    ['3 m³', '3m³'],
    ['-4,2', '-4.2'],
    [12.345, '12.345'],
    [0.1 + 0.2, '0.3'],
  ])('reads %s as %s', (cell, as) => expect(read(cell)).toBe(as));

  it.each([
    '',
    'tolv',
    '1,2,3',
    '1.23.456',
    '12 34',
    '1,',
    '1.234,5.6',
    '1.2E+04',
    '12;5',
    '=1+1',
    '12 kg t',
    '(12)',
    '9'.repeat(31),
    `${'1 '.repeat(500)}!`,
  ])('refuses "%s" and says what would be right', (cell) => expect(read(cell)).toContain('write 12.5'));

  it.each([NaN, Infinity, 1e15])('refuses %s, of which a spreadsheet knows no more than 15 digits', (cell) =>
    expect(read(cell)).toContain('at most 15 digits'),
  );

  it.each<[string, Cell, NumberStyle, string]>([
    ['nothing tells', '1,234', { seen: [] }, 'may be 1.234 or 1234'],
    ['the column shows commas', '1,234', { seen: ['COMMA'] }, '1.234'],
    ['the column shows points', '1,234', { seen: ['POINT'] }, '1234'],
    ['the column shows both', '1,234', { seen: ['COMMA', 'POINT'] }, 'may be'],
    ['a comma in a file parted by semicolons', '1,234', { seen: [], delimiter: ';' }, '1.234'],
    ['a point in a file parted by semicolons', '1.234', { seen: [], delimiter: ';' }, 'may be'],
    ['a point in a file parted by commas', '1.234', { seen: [], delimiter: ',' }, '1.234'],
    ['a comma in a file parted by commas', '1,234', { seen: [], delimiter: ',' }, 'may be'],
    ['a file parted by tabs', '1,234', { seen: [], delimiter: '\t' }, 'may be'],
    ['the comma was chosen', '1.234', { seen: ['POINT'], chosen: 'COMMA' }, '1234'],
    ['written against what was chosen', '1.5', { seen: [], chosen: 'COMMA' }, 'was said to be decimal'],
  ])('decides an open number: %s', (_what, cell, style, as) => expect(read(cell, style)).toContain(as));

  it('reads back what any of the ways of writing wrote', () => {
    const numbers = fc.tuple(fc.integer({ min: 0, max: 10 ** 12 }), fc.integer({ min: 0, max: 9 }));
    const groups = fc.constantFrom('', ' ', '\u00a0', '\u202f', '’', 'other');
    fc.assert(
      fc.property(numbers, fc.constantFrom('COMMA', 'POINT'), groups, ([digits, places], chosen, group) => {
        const value = new Decimal(digits).div(new Decimal(10).pow(places));
        const sign = chosen === 'COMMA' ? ',' : '.';
        const separator = group === 'other' ? (sign === ',' ? '.' : ',') : group;
        const [whole = '', parts] = plain(value).split('.');
        const grouped = whole.replaceAll(/(?<=\d)(?=(\d{3})+$)/g, separator);
        const written = parts === undefined ? grouped : `${grouped}${sign}${parts}`;
        expect(read(written, { seen: [], chosen })).toBe(plain(value));
      }),
    );
  });

  it('without being told, reads the same number or asks', () => {
    const numbers = fc.tuple(fc.integer({ min: 0, max: 10 ** 9 }), fc.integer({ min: 0, max: 6 }));
    fc.assert(
      fc.property(numbers, fc.constantFrom(',', '.'), ([digits, places], sign) => {
        const value = plain(new Decimal(digits).div(new Decimal(10).pow(places)));
        const as = read(value.replace('.', sign));
        expect(as === value || as.includes('may be')).toBe(true);
      }),
    );
  });

  it('takes any text without failing', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => expect(read(text).length).toBeGreaterThan(0)),
    );
  });
});

describe('decimalMarkIn', () => {
  it.each<[Cell, string | undefined]>([
    ['1.234,5', 'COMMA'],
    ['1,5', 'COMMA'],
    ['1.5', 'POINT'],
    ['1.234.567', 'COMMA'],
    ['1,234,567', 'POINT'],
    ['1 234,567', 'COMMA'],
    ['1,234', undefined],
    ['12', undefined],
    ['x', undefined],
    [1.5, undefined],
  ])('%s shows %s', (cell, mark) => expect(decimalMarkIn(cell)).toBe(mark));
});
