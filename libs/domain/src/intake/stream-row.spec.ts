import { describe, expect, it } from '@jest/globals';
import { readStreamRow, recogniseStreamColumns } from './stream-row.js';

const HEADER = ['Materiale', 'Mengde', 'Enhet', 'Hvor ofte', 'Anlegg', 'Side', 'Beskrivelse'];
const { columns } = recogniseStreamColumns([HEADER]);
const read = (...cells: (string | number)[]) => readStreamRow(cells, columns, { seen: [] }, 'OFFER');

describe('recogniseStreamColumns', () => {
  it('example: what the header of the amounts says holds for all of them', () => {
    expect(recogniseStreamColumns([['Materiale', 'Mengde (tonn per år)']]).columns).toEqual({
      places: { MATERIAL: 0, AMOUNT: 1 },
      unit: 't',
      per: 'YEAR',
    });
  });

  it('finds the header below a title, and none where no material is', () => {
    expect(recogniseStreamColumns([['Våre sidestrømmer 2028', ''], HEADER]).headerRow).toBe(2);
    expect(recogniseStreamColumns([['Dato', 'Vekt']]).headerRow).toBe(0);
  });
});

describe('readStreamRow', () => {
  it('example', () => {
    const named = { places: { MATERIAL: 0, AMOUNT: 1 }, unit: undefined, per: undefined };
    expect(readStreamRow(['Flis', '200 t'], named, { seen: [] }, 'OFFER')?.stream?.title).toBe('Flis');
  });

  it('reads what a row says', () => {
    const { stream } = read('Tørr flis', '12,5', 'tonn', 'per uke', 'Saga', 'behov', 'Til kjel') ?? {};
    expect(stream).toMatchObject({
      side: 'NEED',
      title: 'Tørr flis',
      description: 'Til kjel',
      siteName: 'Saga',
      quantity: { unit: 't', per: 'WEEK' },
    });
    expect(stream?.quantity?.value.toString()).toBe('12.5');
  });

  it('an amount may be missing, and so may the row', () => {
    expect(read('Slagg')?.stream).toMatchObject({ side: 'OFFER', quantity: undefined });
    expect(read('', ' ')).toBeUndefined();
  });

  it.each([
    ['a row without a name', ['', '2', 't'], 'MATERIAL'],
    ['a number that is none', ['Slagg', 'mye', 't'], 'AMOUNT'],
    ['nothing at all', ['Slagg', '0', 't'], 'AMOUNT'],
    ['an amount of nobody knows what', ['Slagg', '2', ''], 'UNIT'],
    ['a period that is none', ['Slagg', '2', 't', 'av og til'], 'PERIOD'],
    ['neither of the sides', ['Slagg', '', '', '', '', 'begge'], 'SIDE'],
  ])('refuses %s, and says in which cell', (_what, cells, field) => {
    expect(read(...cells)?.problems.map((one) => one.field)).toEqual([field]);
  });
});
