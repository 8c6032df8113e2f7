/**
 * A number as people write it, as the API takes it; undefined where it is none, or may be one of two. Blanks part
 * thousands; of comma and point together the last is decimal. A single point or comma is decimal, but an English
 * reader's "1,234" is a thousand to some and one to others: that is asked about and not guessed.
 *
 * @example decimalText('1 234,5', 'nb-NO') // '1234.5'
 */
export function decimalText(written: string, locale: string): string | undefined {
  const text = written
    .trim()
    .replaceAll(/[\s\u00a0\u202f']/gu, '')
    .replace('−', '-');
  if (locale.startsWith('en') && /^-?\d{1,3},\d{3}$/.test(text)) return undefined;
  const decimal = text.lastIndexOf(',') > text.lastIndexOf('.') ? ',' : '.';
  const thousands = decimal === ',' ? '.' : ',';
  const plain = text.replaceAll(thousands, '').replace(decimal, '.');
  return /^-?\d+(\.\d+)?$/.test(plain) ? plain : undefined;
}

/** The other way, for a field that is filled in beforehand. */
export const writtenText = (decimal: string, locale: string): string =>
  locale.startsWith('en') ? decimal : decimal.replace('.', ',');
