import type { Side } from '../listing/listing.js';
import type { Decimal } from '../quantity/decimal.js';
import type { Period } from '../quantity/period.js';
import { findUnit, unitCodes } from '../quantity/unit.js';
import { readAmount, type NumberStyle } from './amount.js';
import type { Cell } from './columns.js';

/** What a column of a firm's own list of streams can tell. */
export const STREAM_COLUMNS = Object.freeze([
  'MATERIAL',
  'DESCRIPTION',
  'AMOUNT',
  'UNIT',
  'PERIOD',
  'SITE',
  'SIDE',
] as const);
export type StreamColumn = (typeof STREAM_COLUMNS)[number];

/** Which column tells what, by its place from 0; the unit and how often where the header of the amounts says so. */
export interface StreamColumns {
  readonly places: Readonly<Partial<Record<StreamColumn, number>>>;
  readonly unit: string | undefined;
  readonly per: Period | undefined;
}

/** One stream as a row states it. */
export interface StreamRow {
  readonly side: Side;
  readonly title: string;
  readonly description: string | undefined;
  readonly quantity: { readonly value: Decimal; readonly unit: string; readonly per: Period } | undefined;
  readonly siteName: string | undefined;
}

export interface StreamProblem {
  readonly field: StreamColumn;
  /** From 0; absent where no column tells the field. */
  readonly column?: number | undefined;
  readonly message: string;
}

export type ReadStream =
  | { readonly stream: StreamRow; readonly problems: readonly [] }
  | { readonly stream: undefined; readonly problems: readonly StreamProblem[] };

/** What such lists call their columns, Norwegian and English, the surest first. */
const NAMES: Readonly<Record<StreamColumn, string>> = Object.freeze({
  MATERIAL:
    'materiale|material|sidestrøm|strøm|straum|side stream|stream|avfallstype|fraksjon|avfall|waste|biprodukt|by product|restråstoff|navn|name|tittel|title|hva|what',
  DESCRIPTION: 'beskrivelse|skildring|description|merknad|kommentar|comment|notes|tekst|text',
  AMOUNT: 'mengde|mengd|årsmengde|amount|quantity|qty|volum|volume|kvantum|vekt|weight|tonn|tonnes',
  UNIT: 'enhet|eining|unit|uom|måleenhet',
  PERIOD: 'hvor ofte|periode|per|period|frekvens|frequency',
  SITE: 'anlegg|sted|stad|lokasjon|fabrikk|site|plant|location',
  SIDE: 'side|tilbud eller behov|tilbud behov|offer or need|offer need|type|har trenger',
});

const PER_WORDS: readonly (readonly [Period, string])[] = [
  ['YEAR', 'år|året|year|annum|årlig|yearly|annual'],
  ['MONTH', 'måned|måneden|month|månedlig|monthly|mnd'],
  ['WEEK', 'uke|uken|uka|week|ukentlig|weekly|veke'],
  ['DAY', 'dag|dagen|døgn|day|daglig|daily'],
  ['ONCE', 'én gang|en gang|engangs|once|parti'],
];
const PER_OF: ReadonlyMap<string, Period> = new Map(
  PER_WORDS.flatMap(([per, words]) => words.split('|').map((word) => [word, per] as const)),
);
const SIDE_OF: ReadonlyMap<string, Side> = new Map([
  ...'offer|have|tilbud|tilbod|tilbyr|har|overskudd|ut'.split('|').map((word) => [word, 'OFFER'] as const),
  ...'need|want|behov|ønsker|trenger|treng|søker|inn'.split('|').map((word) => [word, 'NEED'] as const),
]);
const RANKS: ReadonlyMap<string, readonly [StreamColumn, number]> = new Map(
  STREAM_COLUMNS.flatMap((column) =>
    NAMES[column].split('|').map((name, rank) => [name, [column, rank] as const] as const),
  ),
);

/** Lists begin with a title, a date, who made them. */
const ROWS_SEARCHED = 30;
const MOST_TITLE = 200;

const wordsOf = (cell: Cell): readonly string[] =>
  String(cell)
    .toLowerCase()
    .split(/[^\p{L}\p{N}³]+/u)
    .filter((word) => word !== '');

/**
 * The header of a firm's list of streams: the row of the first thirty in which most columns are known, the material
 * among them. Of two columns for one thing it is the surer name, then the one to the left.
 *
 * @param rows cells from the first row of the file
 * @returns headerRow from 1 as spreadsheets count; 0 where no row looks like a header
 * @example recogniseStreamColumns([['Materiale', 'Mengde (tonn per år)']]).columns // { places: { MATERIAL: 0, AMOUNT: 1 }, unit: 't', per: 'YEAR' }
 */
export function recogniseStreamColumns(rows: readonly (readonly Cell[])[]): {
  readonly headerRow: number;
  readonly columns: StreamColumns;
} {
  const found = rows
    .slice(0, ROWS_SEARCHED)
    .map((cells, at) => ({ headerRow: at + 1, columns: inHeader(cells) }));
  const headers = found.filter(({ columns }) => columns.places.MATERIAL !== undefined);
  const most = Math.max(0, ...headers.map(({ columns }) => Object.keys(columns.places).length));
  return (
    headers.find(({ columns }) => Object.keys(columns.places).length === most) ?? {
      headerRow: 0,
      columns: { places: {}, unit: undefined, per: undefined },
    }
  );
}

interface Heading {
  readonly at: number;
  readonly rank: number;
  readonly words: readonly string[];
}

function inHeader(cells: readonly Cell[]): StreamColumns {
  const best = new Map<StreamColumn, Heading>();
  for (const [at, cell] of cells.entries()) {
    const words = typeof cell === 'string' && cell.length <= 60 ? wordsOf(cell) : [];
    const ranked = RANKS.get(words.join(' ')) ?? RANKS.get(words[0] ?? '');
    if (ranked === undefined) continue;
    const [column, rank] = ranked;
    if (rank < (best.get(column)?.rank ?? Infinity)) best.set(column, { at, rank, words });
  }
  const said = best.get('AMOUNT')?.words ?? [];
  return {
    places: Object.fromEntries([...best].map(([column, { at }]) => [column, at])),
    unit: said.map((word) => findUnit(word)?.code).find((unit) => unit !== undefined),
    per: said.map((word) => PER_OF.get(word)).find((per) => per !== undefined),
  };
}

/**
 * A row of a firm's own list as a stream or need in the making, or all that is wrong with it by cell. An amount may be
 * left out; a period that is nowhere named is a year.
 *
 * @param cells of one row; those that a column lacks are empty
 * @param style how its amounts write their numbers, see {@link readAmount}
 * @param side of rows that name none
 * @returns undefined for a row without anything in it
 * @example readStreamRow(['Flis', '200 t'], { places: { MATERIAL: 0, AMOUNT: 1 }, unit: undefined, per: undefined }, { seen: [] }, 'OFFER')?.stream?.title // 'Flis'
 */
export function readStreamRow(
  cells: readonly Cell[],
  columns: StreamColumns,
  style: NumberStyle,
  side: Side,
): ReadStream | undefined {
  if (cells.every((cell) => String(cell).trim() === '')) return undefined;
  const { places } = columns;
  const problems: StreamProblem[] = [];
  const wrong = (field: StreamColumn, message: string): undefined => {
    problems.push({ field, column: places[field], message });
    return undefined;
  };
  const textOf = (column: StreamColumn): string => {
    const at = places[column];
    return String(at === undefined ? '' : (cells[at] ?? '')).trim();
  };
  const title = textOf('MATERIAL');
  if (title === '' || title.length > MOST_TITLE)
    wrong('MATERIAL', `Name the stream in 1 to ${MOST_TITLE} characters.`);
  const written = textOf('SIDE').toLowerCase();
  const ofSide = written === '' ? side : SIDE_OF.get(written);
  if (ofSide === undefined) wrong('SIDE', 'Write offer or need (tilbud or behov).');
  const quantity = quantityIn(cells, columns, style, textOf, wrong);
  if (problems.length > 0 || ofSide === undefined) return { stream: undefined, problems };
  const [description, siteName] = [textOf('DESCRIPTION') || undefined, textOf('SITE') || undefined];
  return { stream: { side: ofSide, title, description, quantity, siteName }, problems: [] };
}

function quantityIn(
  cells: readonly Cell[],
  { places, ...header }: StreamColumns,
  style: NumberStyle,
  textOf: (column: StreamColumn) => string,
  wrong: (field: StreamColumn, message: string) => undefined,
): StreamRow['quantity'] {
  const cell = places.AMOUNT === undefined ? '' : (cells[places.AMOUNT] ?? '');
  if (String(cell).trim() === '') return undefined;
  const amount = readAmount(cell, style);
  if ('wrong' in amount) return wrong('AMOUNT', amount.wrong);
  if (!amount.value.gt(0)) return wrong('AMOUNT', 'Give an amount above 0, or leave it out.');
  const said = textOf('UNIT') || amount.unit;
  const unit = said === undefined ? header.unit : findUnit(said)?.code;
  if (unit === undefined) return wrong('UNIT', `Name a unit for the amount: ${unitCodes().join(', ')}.`);
  const per = periodIn(wordsOf(textOf('PERIOD')), header.per);
  if (per === undefined) return wrong('PERIOD', 'Write per year, month, week, day, or once.');
  return { value: amount.value, unit, per };
}

/** As the row says it, else as the header does, else a year; undefined for words that name no period. */
const periodIn = (words: readonly string[], ofHeader: Period | undefined): Period | undefined =>
  words.length === 0
    ? (ofHeader ?? 'YEAR')
    : (PER_OF.get(words.join(' ')) ?? words.map((word) => PER_OF.get(word)).find((per) => per !== undefined));
