/**
 * A column as spreadsheets call it.
 *
 * @param at from 0
 * @example columnName(27) // 'AB'
 */
export const columnName = (at: number): string =>
  (at < 26 ? '' : columnName(Math.floor(at / 26) - 1)) + String.fromCharCode(65 + (at % 26));
