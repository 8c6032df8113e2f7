import { describe, expect, it } from '@jest/globals';
import { recogniseHintColumns } from './columns.js';

describe('recogniseHintColumns', () => {
  it('example: firm, stream and side', () =>
    expect(recogniseHintColumns([['Bedrift', 'Sidestrøm', 'Side']])).toEqual({
      headerRow: 1,
      columns: { FIRM: 0, MATERIAL: 1, SIDE: 2 },
    }));

  it.each<[string, string[], object]>([
    [
      'Norwegian',
      ['FIRMA', 'Org.nr.', 'Kommune', 'Anlegg', 'Tilbud/behov', 'Restråstoff', 'Mengde', 'Kilde', 'E-post'],
      {
        FIRM: 0,
        ORG_NUMBER: 1,
        MUNICIPALITY: 2,
        SITE: 3,
        SIDE: 4,
        MATERIAL: 5,
        AMOUNT: 6,
        SOURCE: 7,
        EMAIL: 8,
      },
    ],
    [
      'English',
      ['Company name', 'Org. number', 'Have / want', 'Description', 'Quantity', 'Contact e-mail'],
      { FIRM: 0, ORG_NUMBER: 1, SIDE: 2, MATERIAL: 3, AMOUNT: 4, EMAIL: 5 },
    ],
    ['the surer of two names', ['Navn', 'Bedrift', 'Beskrivelse'], { FIRM: 1, MATERIAL: 2 }],
    ['the left one of two alike', ['Bedrift', 'Materiale', 'Materiale'], { FIRM: 0, MATERIAL: 1 }],
  ])('%s', (_what, header, columns) => expect(recogniseHintColumns([header]).columns).toEqual(columns));

  it('finds the header below a title', () =>
    expect(
      recogniseHintColumns([['Kartlegging 2026'], [], ['Bedrift', 'Materiale', 'Mengde']]).headerRow,
    ).toBe(3));

  it('takes no row for one that lacks the firm or what it has', () =>
    expect(
      recogniseHintColumns([
        ['Bedrift', 'Kommune'],
        ['Granvåk AS', '3401', 7],
      ]),
    ).toEqual({
      headerRow: 0,
      columns: {},
    }));
});
