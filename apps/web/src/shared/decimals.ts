import type { IntlShape } from 'react-intl';

/** At least one decimal's precision, and three figures of a small number: 12 345,6 and 0,0412. */
const AMOUNT = {
  maximumFractionDigits: 1,
  maximumSignificantDigits: 3,
  roundingPriority: 'morePrecision',
} as const;
const UNITS: Readonly<Record<string, string>> = {
  '1': '',
  m3: 'm³',
  Nm3: 'Nm³',
  'kg CO2e': 'kg CO₂e',
  't CO2e': 't CO₂e',
  NOK: 'kr',
};

/** A Decimal of the API, digit by digit: no float in between. */
export const decimalText = (intl: IntlShape, value: string): string =>
  intl.formatNumber(value as unknown as number, AMOUNT);

/** A count has the unit 1, which nobody reads out. */
export const unitName = (intl: IntlShape, unit: string): string =>
  unit === 'pcs' ? intl.formatMessage({ id: 'shared.unit.pieces' }) : (UNITS[unit] ?? unit);

export const amountWithUnit = (intl: IntlShape, value: string, unit: string): string =>
  `${decimalText(intl, value)} ${unitName(intl, unit)}`.trim();

/** Of 0 to 1. */
export const partText = (intl: IntlShape, part: number): string =>
  intl.formatNumber(part, { style: 'percent', maximumFractionDigits: 1 });

/** Days of the API are midnights UTC. */
export const dayName = (intl: IntlShape, instant: string): string =>
  intl.formatDate(instant, { dateStyle: 'medium', timeZone: 'UTC' });

/** Of a material, in the language of the page. */
export const labelIn = (
  intl: IntlShape,
  { label, english }: { readonly label: string; readonly english: string },
): string => (intl.locale.startsWith('en') ? english : label);
