/**
 * A number as Norwegians type it, in the API's plain notation: a comma or a point before the decimals, blanks between
 * thousands. Undefined for anything else, and for a point before three digits: 1.500 may be meant as either.
 *
 * @example decimalIn('12 345,6') // '12345.6'
 */
export function decimalIn(text: string): string | undefined {
  const bare = text.trim().replaceAll(/[\s\u00a0\u202f]/gu, '');
  if (/^[+-]?[1-9]\d{0,2}\.\d{3}$/u.test(bare)) return undefined;
  const plain = bare.replace(',', '.');
  return /^[+-]?\d+(\.\d+)?$/u.test(plain) ? plain.replace(/^\+/u, '') : undefined;
}
