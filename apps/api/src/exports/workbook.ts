import { utils, write, type CellObject, type WorkSheet } from '@e965/xlsx';
import { headingOf, safeText, type SheetCell, type Sheet } from '#domain';

/** Of a tab (support.microsoft.com, Excel specifications and limits). */
const MOST_TAB_LETTERS = 31;
const WIDTH = { wch: 18 };

/** Tables as one XLSX file, a tab each: numbers as numbers, all else as text, and never a formula. */
export function workbookOf(sheets: readonly Sheet[]): Buffer {
  const book = utils.book_new();
  for (const sheet of sheets)
    utils.book_append_sheet(book, tabOf(sheet), sheet.name.slice(0, MOST_TAB_LETTERS));
  return write(book, { type: 'buffer', bookType: 'xlsx', compression: true }) as Buffer;
}

function tabOf({ columns, rows }: Sheet): WorkSheet {
  const cells = [
    columns.map((column) => text(headingOf(column))),
    ...rows.map((row) => row.map((cell) => cellOf(cell))),
  ];
  const tab: WorkSheet = { '!ref': utils.encode_range({ s: { r: 0, c: 0 }, e: lastOf(cells) }) };
  for (const [r, row] of cells.entries())
    for (const [c, cell] of row.entries()) if (cell !== undefined) tab[utils.encode_cell({ r, c })] = cell;
  tab['!cols'] = columns.map(() => WIDTH);
  tab['!autofilter'] = { ref: tab['!ref'] ?? 'A1' };
  return tab;
}

const lastOf = (cells: readonly (readonly unknown[])[]): { r: number; c: number } => ({
  r: cells.length - 1,
  c: Math.max(0, (cells[0]?.length ?? 1) - 1),
});

function cellOf(cell: SheetCell): CellObject | undefined {
  if (cell === undefined) return undefined;
  return typeof cell === 'string' ? text(safeText(cell)) : { t: 'n', v: Number(cell) };
}

const text = (value: string): CellObject => ({ t: 's', v: value });
