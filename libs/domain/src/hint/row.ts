import type { Cell } from '../intake/columns.js';
import type { Side } from '../listing/listing.js';
import { HINT_COLUMNS, type HintColumn, type HintColumns } from './columns.js';
import { hintProblem, type HintField, type HintStatement } from './statement.js';

/** What is wrong with one cell, and what would be right. */
export interface HintCellProblem {
  readonly field: HintColumn;
  /** From 0; absent where no column tells the field. */
  readonly column?: number | undefined;
  readonly message: string;
}

export type ReadHint =
  | { readonly hint: HintStatement; readonly problems: readonly [] }
  | { readonly hint: undefined; readonly problems: readonly HintCellProblem[] };

const FIELD_OF: Readonly<Record<Exclude<HintColumn, 'SIDE'>, HintField>> = Object.freeze({
  FIRM: 'firmName',
  ORG_NUMBER: 'orgNumber',
  MUNICIPALITY: 'municipality',
  SITE: 'siteName',
  MATERIAL: 'materialText',
  AMOUNT: 'amountText',
  SOURCE: 'source',
  EMAIL: 'contactEmail',
});

const SIDES: ReadonlyMap<string, Side> = new Map([
  ...'offer|offers|have|has|tilbud|tilbod|tilbyr|har|gir|overskudd|selger|ut'
    .split('|')
    .map((word) => [word, 'OFFER'] as const),
  ...'need|needs|want|wants|behov|ønsker|ønskjer|ønske|trenger|treng|søker|mangler|kjøper|inn'
    .split('|')
    .map((word) => [word, 'NEED'] as const),
]);

/**
 * A row of a list as a hint, or all that is wrong with it by cell.
 *
 * @param cells of one row; those that a column lacks are empty
 * @param columns by their place
 * @param otherwise source and side of rows that name none
 * @returns undefined for a row without anything in it
 * @example readHintRow(['Granvåk AS', 'Flis', 'har'], { FIRM: 0, MATERIAL: 1, SIDE: 2 }, { source: 'plan' })?.hint?.side // 'OFFER'
 */
export function readHintRow(
  cells: readonly Cell[],
  columns: HintColumns,
  otherwise: { readonly source: string; readonly side?: Side | undefined },
): ReadHint | undefined {
  if (cells.every((cell) => String(cell).trim() === '')) return undefined;
  const problems: HintCellProblem[] = [];
  const wrong = (field: HintColumn, message: string): void => {
    problems.push({ field, column: columns[field], message });
  };
  const texts = textsOf(cells, columns, otherwise.source);
  const side = sideOf(texts.get('SIDE'), otherwise.side);
  if (side === undefined) wrong('SIDE', 'Write offer or need (tilbud or behov), or name one for all rows.');
  for (const column of HINT_COLUMNS) {
    if (column === 'SIDE') continue;
    const message = hintProblem(FIELD_OF[column], texts.get(column));
    if (message !== undefined) wrong(column, message);
  }
  if (problems.length > 0 || side === undefined) return { hint: undefined, problems };
  return { hint: statementOf(texts, side), problems: [] };
}

/** What the cells say, numbers as they were typed, blanks made one; nothing where a cell is empty. */
function textsOf(
  cells: readonly Cell[],
  columns: HintColumns,
  source: string,
): ReadonlyMap<HintColumn, string> {
  const texts = new Map<HintColumn, string>([['SOURCE', source]]);
  for (const column of HINT_COLUMNS) {
    const at = columns[column];
    const text = String(at === undefined ? '' : (cells[at] ?? ''))
      .trim()
      .replaceAll(/[ \u00a0]+/g, ' ');
    if (text !== '') texts.set(column, column === 'ORG_NUMBER' ? text.replaceAll(' ', '') : text);
  }
  return texts;
}

const sideOf = (text: string | undefined, otherwise: Side | undefined): Side | undefined =>
  text === undefined ? otherwise : SIDES.get(text.toLowerCase());

const statementOf = (texts: ReadonlyMap<HintColumn, string>, side: Side): HintStatement => ({
  firmName: texts.get('FIRM') ?? '',
  orgNumber: texts.get('ORG_NUMBER'),
  municipality: texts.get('MUNICIPALITY'),
  siteName: texts.get('SITE'),
  side,
  materialText: texts.get('MATERIAL') ?? '',
  amountText: texts.get('AMOUNT'),
  source: texts.get('SOURCE') ?? '',
  contactEmail: texts.get('EMAIL')?.toLowerCase(),
});
