import { CsvError } from 'csv-parse';
import { parse } from 'csv-parse/sync';
import { decode } from './encoding.js';
import { bounded, FILE_LIMITS, FileRefused, tooLarge, type ReadFile } from './file.js';

const DELIMITERS = [';', '\t', ','] as const;
/** Rows that are looked at to tell what parts the columns. */
const LOOKED_AT = 20;
const SAYS_SO = /^sep=(.)\r?\n/;

/**
 * A text file of rows: parted by what its first line says (`sep=;`, as Excel writes it), or by the one of semicolon,
 * tab and comma that comes in most of the first rows equally often.
 *
 * @throws FileRefused
 */
export function readCsv(bytes: Uint8Array): ReadFile {
  const { text: whole, encoding } = decode(bytes);
  if (/^\s*<(!doctype|html|table|\?xml)/i.test(whole))
    throw new FileRefused('FILE_TYPE', 'This is a web page or XML by another name; save it as CSV or XLSX.');
  const said = SAYS_SO.exec(whole);
  const text = said === null ? whole : whole.slice(said[0].length);
  const delimiter = said?.[1] ?? likeliest(text);
  const rows = rowsOf(text, delimiter);
  // Rows are numbered as the file is opened elsewhere.
  const numbered = said === null ? rows : [[], ...rows];
  return {
    format: { type: 'csv', encoding, delimiter, epoch: '1900', notices: [] },
    rows: bounded(numbered),
  };
}

function rowsOf(text: string, delimiter: string): readonly (readonly string[])[] {
  try {
    return parse(text, {
      delimiter,
      relax_column_count: true,
      relax_quotes: true,
      skip_empty_lines: false,
      record_delimiter: ['\r\n', '\n', '\r'],
      max_record_size: FILE_LIMITS.columns * FILE_LIMITS.cellLength,
      to: FILE_LIMITS.rows + 1,
    });
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    if (error.code === 'CSV_MAX_RECORD_SIZE') throw tooLarge('A row is longer than any row of deliveries.');
    throw new FileRefused('FILE_BROKEN', 'A quotation mark is opened and never closed.');
  }
}

/** The semicolon where nothing tells: it is what Norwegian Excel writes. */
function likeliest(text: string): string {
  const lines = text.split(/\r\n|\n|\r/, LOOKED_AT).filter((line) => line.trim() !== '');
  const [best] = DELIMITERS.map((delimiter) => ({ delimiter, rows: rowsAlike(lines, delimiter) })).sort(
    (a, b) => b.rows - a.rows,
  );
  return best?.delimiter ?? ';';
}

/** How many lines have the number of columns that most have, of more than one. */
function rowsAlike(lines: readonly string[], delimiter: string): number {
  const counts = new Map<number, number>();
  for (const line of lines) {
    const columns = line.replaceAll(/"[^"]*"/g, '').split(delimiter).length;
    if (columns > 1) counts.set(columns, (counts.get(columns) ?? 0) + 1);
  }
  return Math.max(0, ...counts.values());
}
