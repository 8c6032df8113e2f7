import { cellName, type Problem } from '#domain';

/** Problems told when a whole file is refused; all of them stand with their rows. */
const MOST_TOLD = 50;

interface CellFault {
  readonly field: string;
  /** From 0; absent where no column tells the field. */
  readonly column?: number | undefined;
  readonly message: string;
}

/** What is wrong with the rows of a file, cell by cell. */
export const rowProblems = (
  rows: readonly { readonly row: number; readonly problems: readonly CellFault[] }[],
): readonly Problem[] =>
  rows
    .flatMap(({ row, problems }) =>
      problems.map(({ field, column, message }) => ({
        path: ['rows', String(row), column === undefined ? field : cellName(column, row)],
        message,
      })),
    )
    .slice(0, MOST_TOLD);
