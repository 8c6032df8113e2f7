import { Decimal, plain } from '../quantity/decimal.js';
import { headingOf, safeText, type SheetCell, type Sheet } from './sheet.js';

/** How a table is written for the programs of a country. */
export interface CsvForm {
  readonly separator: ',' | ';';
  readonly decimal: ',' | '.';
  /** Three bytes by which spreadsheet programs know UTF-8. */
  readonly bom: boolean;
}

/**
 * The form that spreadsheet programs expect: in Norwegian a decimal comma, and semicolons, since commas are taken.
 *
 * @param bom with a byte order mark, without which they read æ, ø and å wrong
 * @example csvForm('nb', true).separator // ';'
 */
export const csvForm = (language: 'nb' | 'en', bom: boolean): CsvForm =>
  language === 'nb' ? { separator: ';', decimal: ',', bom } : { separator: ',', decimal: '.', bom };

/**
 * A sheet as CSV (RFC 4180): lines end in CR LF, every text is quoted, so that no sign in it begins another cell, and
 * numbers stand in full, without exponent or thousands.
 *
 * @returns headings first
 * @example csvOf(sheetOfOneAmount, csvForm('nb', false)) // '"Amount (t)"\r\n1,5\r\n'
 */
export function csvOf({ columns, rows }: Sheet, { separator, decimal, bom }: CsvForm): string {
  const number = (value: Decimal | number): string => plain(new Decimal(value)).replace('.', decimal);
  const cell = (value: SheetCell): string => {
    if (value === undefined) return '';
    return typeof value === 'string' ? quoted(safeText(value)) : number(value);
  };
  const lines = [columns.map((one) => quoted(headingOf(one))), ...rows.map((row) => row.map(cell))];
  return `${bom ? '\ufeff' : ''}${lines.map((line) => `${line.join(separator)}\r\n`).join('')}`;
}

const quoted = (text: string): string => `"${text.replaceAll('"', '""')}"`;
