import type { IntlShape } from 'react-intl';

/** At least one decimal's precision, and three figures of a small number. */
const AMOUNT = {
  maximumFractionDigits: 1,
  maximumSignificantDigits: 3,
  roundingPriority: 'morePrecision',
} as const;
const SIGNS: Readonly<Record<string, string>> = { m3: 'm³', Nm3: 'Nm³' };

/** A Decimal of the API, digit by digit: no float in between. */
const digits = (intl: IntlShape, value: string): string =>
  intl.formatNumber(value as unknown as number, AMOUNT);

export function amountIn(intl: IntlShape, value: string, unit: string): string {
  const sign = unit === 'pcs' ? intl.formatMessage({ id: 'map.pieces' }) : (SIGNS[unit] ?? unit);
  return `${digits(intl, value)} ${sign}`;
}

export const bandIn = (intl: IntlShape, min: string, max: string, unit: string): string =>
  `${digits(intl, min)}–${amountIn(intl, max, unit)}`;

export const labelIn = (intl: IntlShape, { nb, en }: { readonly nb: string; readonly en: string }): string =>
  intl.locale.startsWith('en') ? en : nb;

/** 2026, or Q2 2026 in the words of the language. */
export function periodName(intl: IntlShape, period: string): string {
  const [year = '', quarter] = period.split('-Q');
  return quarter === undefined
    ? intl.formatMessage({ id: 'map.year' }, { year })
    : intl.formatMessage({ id: 'map.quarter' }, { year, quarter });
}
