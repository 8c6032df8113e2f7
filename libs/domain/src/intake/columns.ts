import { findUnit } from '../quantity/unit.js';

/** A cell as a file holds it: text, or the number that a spreadsheet keeps without saying how it is written. */
export type Cell = string | number;

/** What a column of a delivery file can tell. */
export const INTAKE_FIELDS = Object.freeze([
  'DATE',
  'AMOUNT',
  'UNIT',
  'AGREEMENT',
  'REFERENCE',
  'DISTANCE',
] as const);
export type IntakeField = (typeof INTAKE_FIELDS)[number];

/** Which column tells what, by its place from 0. */
export type IntakeColumns = { readonly [F in IntakeField]?: number };

export interface RecognisedColumns {
  /** From 1, as spreadsheets count; 0 where no row looks like one. */
  readonly headerRow: number;
  readonly columns: IntakeColumns;
  /** Of the amounts, where their header names one: "Vekt (kg)". */
  readonly unit: string | undefined;
}

/**
 * What exports of Norwegian weighbridges and ERP systems call their columns, Norwegian and English, the surest first:
 * beside a net weight, a plain weight is the gross one. Gross and tare are no delivered amount and stand nowhere.
 */
const NAMES: Readonly<Record<IntakeField, string>> = Object.freeze({
  DATE: 'leveringsdato|leveransedato|veiedato|vektdato|dato levert|levert dato|delivered on|delivery date|weighing date|weigh date|dato|date|levert|delivered|dag|day|tidspunkt|timestamp|posting date|bilagsdato',
  AMOUNT:
    'nettovekt|netto vekt|netto|net weight|net|levert mengde|delivered amount|amount|mengde|mengd|kvantum|quantity|qty|vekt|weight|tonnasje|volum|volume|antall',
  UNIT: 'enhet|eining|måleenhet|unit|uom|unit of measure|enh',
  AGREEMENT:
    'avtale|avtale id|avtalenr|avtalenummer|avtale nr|agreement|agreement id|agreement no|agreement number|kontrakt|kontraktnr|kontraktnummer|contract|contract no|contract number',
  REFERENCE:
    'veieseddel|veieseddelnr|veieseddelnummer|veieseddel nr|vektseddel|vektseddelnr|vektseddel nr|seddelnr|seddel nr|seddel|weigh note|weighnote|weigh note no|weighbridge ticket|ticket|ticket no|ticket number|følgeseddel|følgeseddelnr|delivery note|delivery note no|referanse|referansenr|ref|reference|reference no|bilag|bilagsnr|bilagsnummer|løpenr|løpenummer',
  DISTANCE: 'km|avstand|avstand km|distanse|distance|distance km|kjørelengde|kjørte km',
});

const RANKS: ReadonlyMap<string, readonly [IntakeField, number]> = new Map(
  INTAKE_FIELDS.flatMap((field) =>
    NAMES[field].split('|').map((name, rank) => [name, [field, rank] as const] as const),
  ),
);

/** Exports begin with a title, a firm, a period: the header is looked for in as many rows. */
const ROWS_SEARCHED = 30;

/**
 * The header of a delivery file and what its columns tell: the row of the first thirty in which most columns are known,
 * with an amount or a date among them. Of two columns for one thing it is the surer name, then the one to the left.
 *
 * @param rows cells from the first row of the file
 * @returns no columns where no row looks like a header
 * @example recogniseColumns([['Dato', 'Netto (kg)', 'Veieseddel']]) // { headerRow: 1, columns: { DATE: 0, AMOUNT: 1, REFERENCE: 2 }, unit: 'kg' }
 */
export function recogniseColumns(rows: readonly (readonly Cell[])[]): RecognisedColumns {
  const found = rows.slice(0, ROWS_SEARCHED).map((cells, at) => inHeader(cells, at + 1));
  const headers = found.filter(({ columns }) => columns.DATE !== undefined || columns.AMOUNT !== undefined);
  const most = Math.max(0, ...headers.map(countOf));
  return (
    headers.find((one) => countOf(one) === most && most >= 2) ?? {
      headerRow: 0,
      columns: {},
      unit: undefined,
    }
  );
}

const countOf = ({ columns }: RecognisedColumns): number => Object.keys(columns).length;

function inHeader(cells: readonly Cell[], headerRow: number): RecognisedColumns {
  const best = new Map<IntakeField, { readonly at: number; readonly rank: number; readonly unit?: string }>();
  for (const [at, cell] of cells.entries()) {
    const named = nameOf(cell);
    if (named === undefined) continue;
    const [field, rank] = named.ranked;
    if (rank < (best.get(field)?.rank ?? Infinity)) {
      best.set(field, { at, rank, ...(named.unit === undefined ? {} : { unit: named.unit }) });
    }
  }
  return {
    headerRow,
    columns: Object.fromEntries([...best].map(([field, { at }]) => [field, at])),
    unit: best.get('AMOUNT')?.unit,
  };
}

interface Named {
  readonly ranked: readonly [IntakeField, number];
  readonly unit?: string;
}

function nameOf(cell: Cell): Named | undefined {
  if (typeof cell !== 'string' || cell.length > 60) return undefined;
  const words = cell
    .replaceAll(/[^\p{L}\p{N}³]+/gu, ' ')
    .trim()
    .split(' ');
  const plain = RANKS.get(lower(words));
  if (plain !== undefined) return { ranked: plain };
  const unit = findUnit(words.at(-1) ?? '')?.code;
  if (unit === undefined) return undefined;
  // A unit alone is the name of an amount, and a less sure one than any word for it.
  const ranked = words.length === 1 ? (['AMOUNT', 1000] as const) : RANKS.get(lower(words.slice(0, -1)));
  return ranked?.[0] === 'AMOUNT' ? { ranked, unit } : undefined;
}

const lower = (words: readonly string[]): string => words.join(' ').toLowerCase();

/**
 * A cell as spreadsheets name it.
 *
 * @param column from 0
 * @param row from 1
 * @example cellName(27, 7) // 'AB7'
 */
export function cellName(column: number, row: number): string {
  const letters = (at: number): string =>
    (at < 26 ? '' : letters(Math.floor(at / 26) - 1)) + String.fromCharCode(65 + (at % 26));
  return `${letters(column)}${row}`;
}
