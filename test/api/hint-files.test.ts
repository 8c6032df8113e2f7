import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { utils, write } from '@e965/xlsx';
import { readHintRow, recogniseHintColumns, type HintStatement } from '#domain';
import { FileRefused } from '../../apps/api/src/intake/file.js';
import { readFile } from '../../apps/api/src/intake/read.js';

const FOLDER = new URL('../fixtures/hints/', import.meta.url);
const filesIn = (folder: string): string[] => readdirSync(new URL(`${folder}/`, FOLDER)).sort();
const bytesOf = (path: string): Buffer => readFileSync(new URL(path, FOLDER));

/** The hints of a file, or what is wrong with its cells; or why it was refused as a whole. */
function outcomeOf(bytes: Uint8Array): readonly (HintStatement | string)[] {
  try {
    const { rows } = readFile(bytes);
    const { headerRow, columns } = recogniseHintColumns(rows);
    if (headerRow === 0) return ['no header'];
    return rows.slice(headerRow).flatMap((cells): readonly (HintStatement | string)[] => {
      const read = readHintRow(cells, columns, { source: '' });
      if (read === undefined) return [];
      return read.hint === undefined
        ? read.problems.map((one) => `${one.field}: ${one.message}`)
        : [read.hint];
    });
  } catch (error) {
    if (error instanceof FileRefused) return [`${error.code}: ${error.message}`];
    throw error;
  }
}

const HINTS = [
  {
    firmName: 'Granvåk Trelast AS',
    orgNumber: '974760673',
    municipality: '3401',
    siteName: 'Saga',
    side: 'OFFER',
    materialText: 'Tørr flis',
    amountText: '200 t i året',
    source: 'Befaring 3. mai',
    contactEmail: 'kari@granvaak.example',
  },
  {
    firmName: 'Tjurmo Bioenergi AS',
    municipality: '3401',
    side: 'NEED',
    materialText: 'Flis til kjel',
    source: 'Befaring 3. mai',
  },
];

describe('lists that are in order', () => {
  it.each(filesIn('ok'))('%s', (name) => expect(outcomeOf(bytesOf(`ok/${name}`))).toEqual(HINTS));

  it('a workbook', () => {
    const book = utils.book_new();
    const sheet = utils.aoa_to_sheet([
      ['Bedrift', 'Kommune', 'Side', 'Materiale', 'Kilde'],
      ['Tjurmo Bioenergi AS', 3401, 'behov', 'Flis til kjel', 'Befaring 3. mai'],
    ]);
    utils.book_append_sheet(book, sheet, 'Ark1');
    expect(outcomeOf(write(book, { type: 'buffer', bookType: 'xlsx' }) as Buffer)).toEqual([HINTS[1]]);
  });
});

describe('lists that are not', () => {
  const REASONS: Readonly<Record<string, string>> = {
    'address-that-is-none.csv': 'EMAIL: Write an e-mail address',
    'amount-without-end.csv': 'AMOUNT: At most 100',
    'firm-missing.csv': 'FIRM: Name the firm',
    'firm-with-hidden-character.csv': 'FIRM: Holds characters that nobody sees',
    'header-missing.csv': 'no header',
    'material-as-formula.csv': 'MATERIAL: Begins with = + - @',
    'material-missing.csv': 'MATERIAL: Say in a few words',
    'org-number-with-wrong-check-digit.csv': 'ORG_NUMBER: Nine digits',
    'quotation-never-closed.csv': 'FILE_BROKEN: A quotation mark',
    'side-that-is-none.csv': 'SIDE: Write offer or need',
    'source-missing.csv': 'SOURCE: Say where this is known from',
  };

  it('are each refused for a reason of its own', () =>
    expect(filesIn('not-ok')).toEqual(Object.keys(REASONS).sort()));

  it.each(filesIn('not-ok'))('%s', (name) => {
    const [first, ...more] = outcomeOf(bytesOf(`not-ok/${name}`));
    expect(first).toContain(REASONS[name]);
    expect(more).toEqual([]);
  });
});
