import type { Period } from '#domain';
import { LOCALES, type Language } from './languages.js';

/** A Decimal of the API: plain notation, exact; Intl reads it digit by digit, no float in between. */
export type DecimalText = string;

export interface Quantity {
  readonly value: DecimalText | null;
  readonly min: DecimalText | null;
  readonly max: DecimalText | null;
  readonly unit: string;
  readonly per: Period;
}

/** At least one decimal's precision, and three figures of a small number: 12 345,6 and 0,0412. */
const AMOUNT: Intl.NumberFormatOptions = {
  maximumFractionDigits: 1,
  maximumSignificantDigits: 3,
  roundingPriority: 'morePrecision',
};

const numberText = (language: Language, value: DecimalText | number, options: Intl.NumberFormatOptions) =>
  new Intl.NumberFormat(LOCALES[language], options).format(value as Intl.StringNumericLiteral | number);

export const amountText = (language: Language, value: DecimalText): string =>
  numberText(language, value, AMOUNT);
export const kmText = (language: Language, km: number): string =>
  numberText(language, km, { style: 'unit', unit: 'kilometer', maximumFractionDigits: 0 });
export const shareText = (language: Language, share: number): string =>
  numberText(language, share, { style: 'percent', minimumFractionDigits: 1, maximumFractionDigits: 1 });

/** Days of the API are midnights UTC. */
export const dayText = (language: Language, instant: string): string =>
  new Intl.DateTimeFormat(LOCALES[language], { dateStyle: 'medium', timeZone: 'UTC' }).format(
    new Date(instant),
  );
