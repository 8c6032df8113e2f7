/** Norwegian decimals are written with a comma. */
export const decimalOf = (typed: string): string => typed.trim().replaceAll(/\s/g, '').replace(',', '.');
/** Percent as people say them: two digits' shift of the comma, no sum. */
export function partOf(percent: string): string {
  const typed = decimalOf(percent);
  const found = /^(-?)(\d*)(?:\.(\d*))?$/.exec(typed);
  if (found === null || typed === '') return typed;
  const [, sign = '', whole = '', decimals = ''] = found;
  const digits = whole.padStart(3, '0');
  return `${sign}${digits.slice(0, -2).replace(/^0+(?=\d)/, '')}.${digits.slice(-2)}${decimals}`;
}
