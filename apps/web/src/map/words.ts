import type { IntlShape } from 'react-intl';
import { amountWithUnit, decimalText } from '../shared/decimals.js';

export const bandIn = (intl: IntlShape, min: string, max: string, unit: string): string =>
  `${decimalText(intl, min)}–${amountWithUnit(intl, max, unit)}`;

export const labelIn = (intl: IntlShape, { nb, en }: { readonly nb: string; readonly en: string }): string =>
  intl.locale.startsWith('en') ? en : nb;

/** 2026, or Q2 2026 in the words of the language. */
export function periodName(intl: IntlShape, period: string): string {
  const [year = '', quarter] = period.split('-Q');
  return quarter === undefined
    ? intl.formatMessage({ id: 'map.year' }, { year })
    : intl.formatMessage({ id: 'map.quarter' }, { year, quarter });
}
