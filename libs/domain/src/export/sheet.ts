import type { Decimal } from '../quantity/decimal.js';

/** Exact numbers as decimals, words as text; nothing where nothing is known or told. */
export type SheetCell = Decimal | number | string | undefined;

export interface Column {
  readonly title: string;
  /** Of every number in the column: units are never mixed, so that whoever adds a column up adds like to like. */
  readonly unit?: string | undefined;
}

/** One table of an export, whatever format it is written in. */
export interface Sheet {
  /** Of the file and the tab: letters, digits and hyphens. */
  readonly name: string;
  readonly columns: readonly Column[];
  readonly rows: readonly (readonly SheetCell[])[];
}

/** A row in which one or more numbers stand in the row's own unit. */
export interface RowInUnit {
  readonly before: readonly SheetCell[];
  readonly unit: string;
  /** One for each title. */
  readonly values: readonly SheetCell[];
  readonly after: readonly SheetCell[];
}

/** What a spreadsheet takes in one cell (support.microsoft.com, Excel specifications and limits). */
const MOST_LETTERS = 32_767;
/** XML 1.0, 2.2, allows none of them but tabs and ends of lines; half of a surrogate pair is no character. */
const NO_CHARACTER = /[\p{Cc}\p{Cs}\p{Noncharacter_Code_Point}]/gu;
/** Also as full-width signs, and behind blanks, which some programs drop. */
const BEGINS_FORMULA = /^(?:[\t\r\n]|\s*[=+\-@＝＋－＠])/u;

/**
 * A text that no spreadsheet takes for a formula, a link or a command: what would begin one stands behind an apostrophe
 * (OWASP, CSV Injection). Characters that a file cannot hold are left out.
 *
 * @param text of any length; cut at what a cell holds
 * @example safeText('=1+1') // "'=1+1"
 */
export function safeText(text: string): string {
  const clean = text.replaceAll(NO_CHARACTER, (sign) => ('\t\n\r'.includes(sign) ? sign : ''));
  return (BEGINS_FORMULA.test(clean) ? `'${clean}` : clean).slice(0, MOST_LETTERS);
}

/**
 * The heading of a column, with its unit.
 *
 * @example headingOf({ title: 'Amount', unit: 't' }) // 'Amount (t)'
 */
export const headingOf = ({ title, unit }: Column): string =>
  safeText(unit === undefined ? title : `${title} (${unit})`);

/**
 * A sheet in which every unit has columns of its own, in the order in which the rows bring them.
 *
 * @param titles of the numbers, one column each for each unit
 * @example sheetByUnit({ name: 'x', before: [{ title: 'What' }], titles: ['Amount'], after: [] }, rows).columns[1]?.unit // 't'
 */
export function sheetByUnit(
  {
    name,
    before,
    titles,
    after,
  }: {
    readonly name: string;
    readonly before: readonly Column[];
    readonly titles: readonly string[];
    readonly after: readonly Column[];
  },
  rows: readonly RowInUnit[],
): Sheet {
  const units = [...new Set(rows.map(({ unit }) => unit))];
  const own = titles.flatMap((title) => units.map((unit) => ({ title, unit })));
  return {
    name,
    columns: [...before, ...own, ...after],
    rows: rows.map((row) => [
      ...row.before,
      ...row.values.flatMap((value) => units.map((unit) => (unit === row.unit ? value : undefined))),
      ...row.after,
    ]),
  };
}
