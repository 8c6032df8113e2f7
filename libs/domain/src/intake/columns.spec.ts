import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { cellName, recogniseColumns, type Cell } from './columns.js';

describe('recogniseColumns', () => {
  it('example: a weighbridge names its columns and the unit', () =>
    expect(recogniseColumns([['Dato', 'Netto (kg)', 'Veieseddel']])).toEqual({
      headerRow: 1,
      columns: { DATE: 0, AMOUNT: 1, REFERENCE: 2 },
      unit: 'kg',
    }));

  it.each<[string, string[], object]>([
    [
      'English',
      ['Delivery date', 'Net weight', 'Unit', 'Agreement ID', 'Ticket no.', 'Distance km'],
      { DATE: 0, AMOUNT: 1, UNIT: 2, AGREEMENT: 3, REFERENCE: 4, DISTANCE: 5 },
    ],
    [
      'Norwegian in capitals',
      ['LEVERINGSDATO', 'MENGDE', 'ENHET', 'AVTALE', 'FØLGESEDDEL', 'KM'],
      { DATE: 0, AMOUNT: 1, UNIT: 2, AGREEMENT: 3, REFERENCE: 4, DISTANCE: 5 },
    ],
    ['nynorsk', ['Dag', 'Mengd', 'Eining', 'Bilagsnr'], { DATE: 0, AMOUNT: 1, UNIT: 2, REFERENCE: 3 }],
    ['the net weight beside the plain one', ['Vekt', 'Netto vekt', 'Dato'], { AMOUNT: 1, DATE: 2 }],
    ['neither gross nor tare', ['Dato', 'Brutto', 'Tara', 'Netto'], { DATE: 0, AMOUNT: 3 }],
    ['the left one of two alike', ['Dato', 'Vekt', 'Vekt'], { DATE: 0, AMOUNT: 1 }],
    ['a unit for an amount', ['Dato', 'Tonn', 'Ref'], { DATE: 0, AMOUNT: 1, REFERENCE: 2 }],
  ])('%s', (_what, header, columns) => expect(recogniseColumns([header]).columns).toEqual(columns));

  it('finds the header below a title', () =>
    expect(
      recogniseColumns([['Granvåk Trelast'], [], ['Uttrekk', 'Dato'], ['Dato', 'Vekt', 'Ref']]),
    ).toMatchObject({
      headerRow: 4,
    }));

  it('does not take rows of figures for a header', () =>
    expect(recogniseColumns([['01.06.2026', 12.5, 'A17']])).toEqual({
      headerRow: 0,
      columns: {},
      unit: undefined,
    }));

  it('never reads a column that is not there, and no column twice', () => {
    const words = fc.constantFrom<Cell>(
      'Dato',
      'Vekt',
      'Netto kg',
      'Enhet',
      'Ref',
      'km',
      'Avtale',
      'x',
      '',
      7,
    );
    fc.assert(
      fc.property(fc.array(fc.array(words, { maxLength: 8 }), { maxLength: 5 }), (rows) => {
        const { headerRow, columns } = recogniseColumns(rows);
        const places = Object.values(columns);
        expect(new Set(places).size).toBe(places.length);
        for (const at of places) expect(typeof rows[headerRow - 1]?.[at]).toBe('string');
      }),
    );
  });
});

describe('cellName', () => {
  it('example: AB7', () => expect(cellName(27, 7)).toBe('AB7'));
  it.each([
    [0, 'A1'],
    [25, 'Z1'],
    [26, 'AA1'],
    [701, 'ZZ1'],
    [702, 'AAA1'],
  ])('%d is %s', (column, name) => expect(cellName(column, 1)).toBe(name));
});
