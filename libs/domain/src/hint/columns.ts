import type { Cell } from '../intake/columns.js';

/** What a column of a list of firms and streams can tell. */
export const HINT_COLUMNS = Object.freeze([
  'FIRM',
  'ORG_NUMBER',
  'MUNICIPALITY',
  'SITE',
  'SIDE',
  'MATERIAL',
  'AMOUNT',
  'SOURCE',
  'EMAIL',
] as const);
export type HintColumn = (typeof HINT_COLUMNS)[number];

/** Which column tells what, by its place from 0. */
export type HintColumns = Readonly<Partial<Record<HintColumn, number>>>;

/** What such lists call their columns, Norwegian and English, the surest first. */
const NAMES: Readonly<Record<HintColumn, string>> = Object.freeze({
  FIRM: 'bedrift|bedriftsnavn|firma|firmanavn|virksomhet|verksemd|foretak|føretak|selskap|company|company name|firm|firm name|organisation|organization|navn|namn|name',
  ORG_NUMBER:
    'organisasjonsnummer|organisasjonsnr|orgnummer|orgnr|org nr|org no|org number|organisation number|organization number|company number',
  MUNICIPALITY: 'kommune|kommunenummer|kommunenr|kommune nr|municipality|municipality number',
  SITE: 'anlegg|sted|stad|lokasjon|lokalitet|site|plant|location',
  SIDE: 'side|tilbud behov|tilbud eller behov|tilbod behov|har ønsker|har trenger|offer need|offer or need|have want|type',
  MATERIAL:
    'materiale|material|sidestrøm|side stream|strøm|straum|stream|biprodukt|by product|byproduct|restråstoff|råstoff|ressurs|resource|avfall|waste|beskrivelse|description|hva|what',
  AMOUNT:
    'mengde|mengd|mengde per år|mengde pr år|amount|amount per year|quantity|qty|volum|volume|tonn|tonn per år|tonn pr år|tonnes|tonnes per year',
  SOURCE: 'kilde|kjelde|source|opphav|referanse|reference',
  EMAIL:
    'e post|epost|e post kontakt|kontakt e post|kontakt epost|email|e mail|contact email|contact e mail|kontakt|contact',
});

const RANKS: ReadonlyMap<string, readonly [HintColumn, number]> = new Map(
  HINT_COLUMNS.flatMap((column) =>
    NAMES[column].split('|').map((name, rank) => [name, [column, rank] as const] as const),
  ),
);

/** Lists begin with a title, a date, who made them. */
const ROWS_SEARCHED = 30;
const LONGEST_HEADER = 60;

/**
 * The header of a list of firms and streams: the row of the first thirty in which most columns are known, firm and
 * material among them. Of two columns for one thing it is the surer name, then the one to the left.
 *
 * @param rows cells from the first row of the file
 * @returns headerRow from 1 as spreadsheets count; 0 and no columns where no row looks like a header
 * @example recogniseHintColumns([['Bedrift', 'Sidestrøm', 'Side']]) // { headerRow: 1, columns: { FIRM: 0, MATERIAL: 1, SIDE: 2 } }
 */
export function recogniseHintColumns(rows: readonly (readonly Cell[])[]): {
  readonly headerRow: number;
  readonly columns: HintColumns;
} {
  const found = rows
    .slice(0, ROWS_SEARCHED)
    .map((cells, at) => ({ headerRow: at + 1, columns: inHeader(cells) }));
  const headers = found.filter(({ columns }) => columns.FIRM !== undefined && columns.MATERIAL !== undefined);
  const most = Math.max(0, ...headers.map(countOf));
  return headers.find((one) => countOf(one) === most) ?? { headerRow: 0, columns: {} };
}

const countOf = ({ columns }: { readonly columns: HintColumns }): number => Object.keys(columns).length;

function inHeader(cells: readonly Cell[]): HintColumns {
  const best = new Map<HintColumn, { readonly at: number; readonly rank: number }>();
  for (const [at, cell] of cells.entries()) {
    const [column, rank] = RANKS.get(wordsOf(cell)) ?? [];
    if (column !== undefined && rank !== undefined && rank < (best.get(column)?.rank ?? Infinity))
      best.set(column, { at, rank });
  }
  return Object.fromEntries([...best].map(([column, { at }]) => [column, at]));
}

const wordsOf = (cell: Cell): string =>
  typeof cell === 'string' && cell.length <= LONGEST_HEADER
    ? cell
        .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
        .trim()
        .toLowerCase()
    : '';
