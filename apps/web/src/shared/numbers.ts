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

/** One for each language: making a formatter costs more than all that a row of a table shows. */
const inBoth = <Formatter>(make: (locale: string) => Formatter): Readonly<Record<Language, Formatter>> => ({
  nb: make(LOCALES.nb),
  en: make(LOCALES.en),
});
const numbers = (options: Intl.NumberFormatOptions) =>
  inBoth((locale) => new Intl.NumberFormat(locale, options));

const AMOUNTS = numbers(AMOUNT);
const KILOMETRES = numbers({ style: 'unit', unit: 'kilometer', maximumFractionDigits: 0 });
const SHARES = numbers({ style: 'percent', minimumFractionDigits: 1, maximumFractionDigits: 1 });
/** Days of the API are midnights UTC. */
const DAYS = inBoth((locale) => new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeZone: 'UTC' }));

export const amountText = (language: Language, value: DecimalText): string =>
  AMOUNTS[language].format(value as Intl.StringNumericLiteral);
export const kmText = (language: Language, km: number): string => KILOMETRES[language].format(km);
export const shareText = (language: Language, share: number): string => SHARES[language].format(share);
export const dayText = (language: Language, instant: string): string =>
  DAYS[language].format(new Date(instant));
