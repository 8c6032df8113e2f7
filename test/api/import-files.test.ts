import { readdirSync, readFileSync } from 'node:fs';
import { crc32, deflateRawSync } from 'node:zlib';
import { describe, expect, it } from '@jest/globals';
import { utils, write, type WorkSheet } from '@e965/xlsx';
import fc from 'fast-check';
import { marksSeen, plain, readRow, recogniseColumns, type Cell } from '#domain';
import { FILE_LIMITS, FileRefused, type ReadFile } from '../../apps/api/src/intake/file.js';
import { readFile } from '../../apps/api/src/intake/read.js';

const FOLDER = new URL('../fixtures/imports/', import.meta.url);
const filesIn = (folder: string): string[] => readdirSync(new URL(`${folder}/`, FOLDER)).sort();
const bytesOf = (path: string): Buffer => readFileSync(new URL(path, FOLDER));
const AN_AGREEMENT = '0a0b0c0d-0000-4000-8000-00000000000f';

/** What is read of a file: deliveries in kg, problems by field. */
function readingOf({ format, rows }: ReadFile): readonly string[] {
  const { headerRow, columns, unit } = recogniseColumns(rows);
  const body = rows.slice(headerRow);
  const seen = marksSeen(body.map((cells) => cells[columns.AMOUNT ?? -1] ?? ''));
  const plan = {
    headerRow,
    columns,
    unit,
    epoch: format.epoch,
    numbers: { seen, delimiter: format.delimiter },
  };
  return body.flatMap((cells) => {
    const read = readRow(cells, plan);
    if (read === undefined) return [];
    if (read.delivery === undefined) return read.problems.map((one) => `${one.field}: ${one.message}`);
    const { amount, unit: stated, deliveredOn, reference } = read.delivery;
    return [`${deliveredOn} ${plain(stated === 't' ? amount.times(1000) : amount)} ${reference}`];
  });
}

/** What came of it, or why it was refused. */
function outcomeOf(bytes: Uint8Array): string {
  try {
    return readingOf(readFile(bytes)).join('\n');
  } catch (error) {
    if (error instanceof FileRefused) return `${error.code}: ${error.message}`;
    throw error;
  }
}

const LOADS = '2026-06-01 1234.5 A1\n2026-06-02 900 A2';

describe('files that are in order', () => {
  it.each(filesIn('ok'))('%s', (name) => expect(outcomeOf(bytesOf(`ok/${name}`))).toBe(LOADS));
});

describe('files that are not', () => {
  const REASONS: Readonly<Record<string, string>> = {
    'agreement-missing.csv': 'AGREEMENT: No agreement: add a column',
    'agreement-by-name.csv': 'AGREEMENT: Your firm has no such agreement',
    'amount-as-formula.csv': 'AMOUNT: This is no number',
    'amount-below-nothing.csv': 'AMOUNT: The amount must be above 0',
    'amount-missing.csv': 'AMOUNT: The amount is missing',
    'amount-that-may-be-two.csv': 'AMOUNT: This may be 1.234 or 1234',
    'day-missing.csv': 'DATE: The day is missing',
    'day-that-is-none.csv': 'DATE: This is no day',
    'day-with-slashes.csv': 'DATE: With slashes',
    'distance-around-the-world.csv': 'DISTANCE: Give kilometres, from 0 to 20000',
    'half-a-character.csv': 'FILE_BROKEN',
    'header-missing.csv': 'AMOUNT: No column is known to hold the amount',
    'quotation-never-closed.csv': 'FILE_BROKEN: A quotation mark',
    'reference-as-formula.csv': 'REFERENCE: Begins with = + - @',
    'reference-missing.csv': 'REFERENCE: The number of the weigh note is missing',
    'reference-too-long.csv': 'REFERENCE: At most',
    'reference-with-a-character-nobody-sees.csv': 'REFERENCE: Holds characters that nobody sees',
    'unit-missing.csv': 'UNIT: No unit: add a column',
    'unit-that-is-none.csv': 'UNIT: This is no unit',
    'unit-twice-and-not-alike.csv': 'with the amount: leave one of them',
    'web-page-by-another-name.csv': 'FILE_TYPE: This is a web page',
  };
  it('each breaks a rule that is named here', () =>
    expect(filesIn('not-ok')).toEqual(Object.keys(REASONS).sort()));
  it.each(filesIn('not-ok'))('%s says so', (name) =>
    expect(outcomeOf(bytesOf(`not-ok/${name}`))).toContain(REASONS[name]),
  );
});

const TABLE: readonly (readonly Cell[])[] = [
  ['Dato', 'Vekt', 'Enhet', 'Avtale', 'Følgeseddel'],
  ['01.06.2026', '1234,5', 'kg', AN_AGREEMENT, 'A1'],
  ['02.06.2026', '900', 'kg', AN_AGREEMENT, 'A2'],
];
const TEXT = TABLE.map((row) => row.join(';')).join('\r\n');
const big = (text: string): Buffer => Buffer.from(text, 'utf16le').swap16();

describe('encodings', () => {
  it.each<[string, Buffer, string]>([
    ['UTF-8', Buffer.from(TEXT), 'UTF-8'],
    ['UTF-8 with its mark', Buffer.from(`\ufeff${TEXT}`), 'UTF-8'],
    ['Windows-1252', Buffer.from(TEXT, 'latin1'), 'Windows-1252'],
    ['UTF-16 with its mark', Buffer.from(`\ufeff${TEXT}`, 'utf16le'), 'UTF-16LE'],
    ['UTF-16, big end first', big(`\ufeff${TEXT}`), 'UTF-16BE'],
    ['UTF-16 without a mark', Buffer.from(TEXT, 'utf16le'), 'UTF-16LE'],
    ['UTF-16 without a mark, big end first', big(TEXT), 'UTF-16BE'],
  ])('%s', (_what, bytes, encoding) => {
    expect(readFile(bytes).format.encoding).toBe(encoding);
    expect(readFile(bytes).rows[0]).toEqual(TABLE[0]);
    expect(outcomeOf(bytes)).toBe(LOADS);
  });

  it.each<[string, Buffer, string]>([
    ['nothing', Buffer.alloc(0), 'FILE_BROKEN'],
    [
      'half a character',
      Buffer.concat([Buffer.from([0xef, 0xbb, 0xbf]), Buffer.from('Vekt;\xe6', 'latin1')]),
      'FILE_BROKEN',
    ],
    ['a picture', Buffer.from('\x89PNG\r\n\x1a\n\0\0\0\rIHDR', 'latin1'), 'FILE_TYPE'],
    ['a PDF', Buffer.from('%PDF-1.7\n\x00\x01\x02', 'latin1'), 'FILE_TYPE'],
    [
      'a workbook of 1997, or one with a password',
      Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1]),
      'FILE_ENCRYPTED',
    ],
  ])('refuses %s', (_what, bytes, code) => expect(outcomeOf(bytes)).toContain(code));
});

const sheetOf = (rows: readonly (readonly Cell[])[]): WorkSheet =>
  utils.aoa_to_sheet(rows.map((row) => [...row]));
function workbook(sheets: Readonly<Record<string, WorkSheet>>, date1904 = false): Buffer {
  const book = utils.book_new();
  for (const [name, sheet] of Object.entries(sheets)) utils.book_append_sheet(book, sheet, name);
  if (date1904) book.Workbook = { ...book.Workbook, WBProps: { date1904: true } };
  return write(book, { type: 'buffer', bookType: 'xlsx', compression: true }) as Buffer;
}

/** The loads as spreadsheets keep them: numbers, and days as numbers shown as days. */
function numbersSheet(epochDays = 0): WorkSheet {
  const sheet = sheetOf([
    TABLE[0] ?? [],
    [46_174 - epochDays, 1234.5, 'kg', AN_AGREEMENT, 'A1'],
    [46_175.7 - epochDays, 900, 'kg', AN_AGREEMENT, 'A2'],
  ]);
  for (const name of ['A2', 'A3']) (sheet[name] as { z?: string }).z = 'dd.mm.yyyy';
  return sheet;
}

describe('workbooks', () => {
  it('are read by what they keep: numbers and days', () => {
    const bytes = workbook({ Ark1: numbersSheet() });
    expect(readFile(bytes).rows[1]?.slice(0, 2)).toEqual(['2026-06-01', 1234.5]);
    expect(outcomeOf(bytes)).toBe(LOADS);
  });

  it('are read by texts as well', () => expect(outcomeOf(workbook({ Ark1: sheetOf(TABLE) }))).toBe(LOADS));

  it('that count their days from 1904 are read so', () =>
    // 1 462 days lie between the two calendars
    expect(outcomeOf(workbook({ Ark1: numbersSheet(1462) }, true))).toBe(LOADS));

  it('have formulas: their last values are read, and it is said', () => {
    const sheet = numbersSheet();
    sheet['B2'] = { t: 'n', v: 1234.5, f: 'WEBSERVICE("http://127.0.0.1/")+1' };
    const bytes = workbook({ Ark1: sheet });
    expect(outcomeOf(bytes)).toBe(LOADS);
    expect(readFile(bytes).format.notices).toEqual([
      'Cells with formulas: 1. Their last values were read, nothing was reckoned.',
    ]);
  });

  it('are read by their first sheet, and it is said', () =>
    expect(readFile(workbook({ Ark1: numbersSheet(), Ark2: sheetOf([['x']]) })).format.notices).toEqual([
      'Of 2 sheets, the first was read: Ark1.',
    ]));
});

interface Part {
  readonly name: string;
  readonly bytes: Buffer;
  readonly flags?: number;
}

/** An archive by hand, with whatever it may say of itself. */
function archive(parts: readonly Part[]): Buffer {
  const [files, list]: [Buffer[], Buffer[]] = [[], []];
  let at = 0;
  for (const { name, bytes, flags = 0 } of parts) {
    const packed = deflateRawSync(bytes);
    const facts = Buffer.alloc(26);
    facts.writeUInt16LE(20, 0);
    facts.writeUInt16LE(flags, 2);
    facts.writeUInt16LE(8, 4);
    facts.writeUInt32LE(crc32(bytes), 10);
    facts.writeUInt32LE(packed.length, 14);
    // what it says of its size is not believed
    facts.writeUInt32LE(10, 18);
    facts.writeUInt16LE(name.length, 22);
    const local = Buffer.concat([Buffer.from('PK\x03\x04'), facts, Buffer.from(name), packed]);
    const central = Buffer.alloc(14);
    central.writeUInt32LE(at, 10);
    list.push(Buffer.from('PK\x01\x02\x14\0'), facts, central, Buffer.from(name));
    files.push(local);
    at += local.length;
  }
  const central = Buffer.concat(list);
  const end = Buffer.alloc(18);
  end.writeUInt16LE(parts.length, 4);
  end.writeUInt16LE(parts.length, 6);
  end.writeUInt32LE(central.length, 8);
  end.writeUInt32LE(at, 12);
  return Buffer.concat([...files, central, Buffer.from('PK\x05\x06'), end]);
}

const BOOK: Part = { name: 'xl/workbook.xml', bytes: Buffer.from('<workbook><sheets/></workbook>') };
const sheetPart = (bytes: Buffer): Part => ({ name: 'xl/worksheets/sheet1.xml', bytes });

describe('archives that are no lists of deliveries', () => {
  it.each<[string, Buffer, string]>([
    [
      'a bomb: 80 MB of nothing in 80 kB',
      archive([BOOK, sheetPart(Buffer.alloc(80 * 2 ** 20))]),
      'FILE_TOO_LARGE: Unpacked',
    ],
    ['a bomb in many parts', archive([BOOK, ...manySheets(9)]), 'FILE_TOO_LARGE: Unpacked'],
    [
      'a thousand parts and one',
      archive(Array.from({ length: 1001 }, (_, at) => ({ name: `a${at}`, bytes: Buffer.from('a') }))),
      'FILE_TOO_LARGE',
    ],
    ['an encrypted part', archive([{ ...BOOK, flags: 1 }]), 'FILE_ENCRYPTED'],
    ['macros', archive([BOOK, { name: 'xl/vbaProject.bin', bytes: Buffer.from('x') }]), 'FILE_MACROS'],
    [
      'macros of 1992',
      archive([BOOK, { name: 'xl/macrosheets/sheet1.xml', bytes: Buffer.from('x') }]),
      'FILE_MACROS',
    ],
    ['two parts of one name', archive([BOOK, { ...BOOK, name: 'XL/Workbook.xml' }]), 'FILE_BROKEN'],
    ['a document', archive([{ name: 'word/document.xml', bytes: Buffer.from('x') }]), 'FILE_TYPE'],
    ['an archive without an end', Buffer.from('PK\x03\x04 and nothing more of it'), 'FILE_BROKEN'],
    ['a workbook without a sheet', archive([BOOK]), 'FILE_BROKEN'],
  ])('refuses %s', (_what, bytes, reason) => expect(outcomeOf(bytes)).toContain(reason));

  it('unpacks no part that holds no cells', () => {
    const bomb = { name: 'xl/media/image1.png', bytes: Buffer.alloc(80 * 2 ** 20) };
    const bytes = archive([BOOK, bomb]);
    expect(outcomeOf(bytes)).not.toContain('FILE_TOO_LARGE');
  });

  it('resolves no entity of XML, and opens no file', () => {
    const entities =
      '<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd"><!ENTITY b "&a;&a;"><!ENTITY c "&b;&b;">]>';
    const cells = '<c t="str" r="A1"><v>&a;</v></c><c t="str" r="B1"><v>&c;</v></c>';
    const sheet = `${entities}<worksheet><sheetData><row r="1">${cells}</row></sheetData></worksheet>`;
    expect(readFile(archive(bookAround(sheet))).rows).toEqual([['&a;', '&c;']]);
  });

  it('takes any change of a workbook for a file or refuses it', () => {
    const whole = workbook({ Ark1: numbersSheet() });
    const places = fc.array(fc.tuple(fc.nat(whole.length - 1), fc.nat(255)), { minLength: 1, maxLength: 20 });
    fc.assert(
      fc.property(places, fc.nat(whole.length), (changes, length) => {
        const bytes = Buffer.from(whole.subarray(0, length % 3 === 0 ? length : whole.length));
        for (const [at, value] of changes) if (at < bytes.length) bytes[at] = value;
        expect(typeof outcomeOf(bytes)).toBe('string');
      }),
      { numRuns: 60 },
    );
  });
});

/** The least that makes a workbook of a sheet. */
function bookAround(sheet: string): readonly Part[] {
  const office = 'application/vnd.openxmlformats-officedocument.spreadsheetml';
  const schemas = 'http://schemas.openxmlformats.org';
  const relations = `${schemas}/officeDocument/2006/relationships`;
  const texts = {
    '[Content_Types].xml': `<Types xmlns="${schemas}/package/2006/content-types"><Override PartName="/xl/workbook.xml" ContentType="${office}.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="${office}.worksheet+xml"/></Types>`,
    'xl/workbook.xml': `<workbook xmlns="${schemas}/spreadsheetml/2006/main" xmlns:r="${relations}"><sheets><sheet name="Ark1" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `<Relationships><Relationship Id="rId1" Type="${relations}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>`,
    'xl/worksheets/sheet1.xml': sheet,
  };
  return Object.entries(texts).map(([name, text]) => ({ name, bytes: Buffer.from(text) }));
}

/** Each within the ratio of one, beyond the size of all. */
function manySheets(count: number): readonly Part[] {
  const bytes = Buffer.alloc(8 * 2 ** 20);
  for (let at = 0; at < bytes.length; at += 1) bytes[at] = (at * 7919 + (at >> 9) * 31) % 97;
  return Array.from({ length: count }, (_, at) => ({ name: `xl/worksheets/sheet${at}.xml`, bytes }));
}

describe('limits of a file', () => {
  const rowsOf = (count: number): Buffer => Buffer.from(`Dato;Vekt\n${'01.06.2026;1\n'.repeat(count)}`);
  it('takes fifty thousand rows and a header, and no more', () => {
    expect(readFile(rowsOf(FILE_LIMITS.rows - 1)).rows).toHaveLength(50_001);
    expect(outcomeOf(rowsOf(FILE_LIMITS.rows))).toContain('At most 50000 rows');
  });
  it.each([
    [60_000, 'At most 50000 rows'],
    [4_294_967_295, 'No sheet has more'],
  ])('loses nothing that stands far below: row %d', (row, reason) => {
    const far = `<row r="${row}"><c r="A${row}"><v>1</v></c></row>`;
    const sheet = `<worksheet><sheetData><row r="1"><c r="A1"><v>1</v></c></row>${far}</sheetData></worksheet>`;
    expect(outcomeOf(archive(bookAround(sheet)))).toContain(reason);
  });
  it('takes a hundred columns and cells of a thousand characters', () => {
    expect(outcomeOf(Buffer.from(`a;b\n${'x;'.repeat(100)}x\n`))).toContain('Row 2: at most 100 columns');
    expect(outcomeOf(Buffer.from(`a;b\nx;${'x'.repeat(1001)}\n`))).toContain('B2: at most 1000 characters');
  });
  it('takes any bytes for a file or refuses them', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) =>
        expect(typeof outcomeOf(bytes)).toBe('string'),
      ),
    );
  });
});
