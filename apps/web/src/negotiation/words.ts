import { useMemo } from 'react';
import { useIntl, type IntlShape } from 'react-intl';
import type { Period } from '#operations';

interface StatedQuantity {
  readonly value: string | null;
  readonly min: string | null;
  readonly max: string | null;
  readonly unit: string;
  readonly per: Period;
}

/** How units are written where it is not as the API names them. */
const UNIT_TEXTS: Readonly<Record<string, string>> = {
  m3: 'm³',
  Nm3: 'Nm³',
  yd3: 'yd³',
  l: 'liter',
  gal_us: 'US gal',
};

/** What two firms agree on is written to its last digit: Intl reads the text of a Decimal, no float in between. */
const EXACT = { maximumFractionDigits: 20 } as const;

const wordsOf = (intl: IntlShape) => {
  const number = (value: string): string => intl.formatNumber(value as Intl.StringNumericLiteral, EXACT);
  const unit = (code: string): string =>
    code === 'pcs' ? intl.formatMessage({ id: 'negotiation.unit.pieces' }) : (UNIT_TEXTS[code] ?? code);
  const amount = (value: string, code: string): string => `${number(value)} ${unit(code)}`;
  const band = ({ value, min, max, unit: code }: StatedQuantity): string => {
    if (value !== null) return amount(value, code);
    if (min !== null && max !== null) return `${number(min)}–${amount(max, code)}`;
    const known = max ?? min;
    return known === null
      ? intl.formatMessage({ id: 'negotiation.unknownAmount' })
      : intl.formatMessage(
          { id: max === null ? 'negotiation.atLeast' : 'negotiation.atMost' },
          { amount: amount(known, code) },
        );
  };
  return {
    number,
    unit,
    amount,
    quantity: (quantity: StatedQuantity): string =>
      intl.formatMessage({ id: `negotiation.rate.${quantity.per}` }, { amount: band(quantity) }),
    /** A negative price is a gate fee: the giver pays to be rid of it. */
    price: (price: string | null, currency: string, code: string): string => {
      if (price === null) return intl.formatMessage({ id: 'negotiation.price.none' });
      const isGateFee = price.startsWith('-');
      const sum = `${number(isGateFee ? price.slice(1) : price)} ${currency}`;
      return intl.formatMessage(
        { id: isGateFee ? 'negotiation.price.giverPays' : 'negotiation.price.takerPays' },
        { sum, unit: unit(code) },
      );
    },
    /** Days of the API are midnights UTC. */
    day: (instant: string): string => intl.formatDate(instant, { dateStyle: 'medium', timeZone: 'UTC' }),
    moment: (instant: string): string =>
      intl.formatDate(instant, { dateStyle: 'medium', timeStyle: 'short', timeZone: 'Europe/Oslo' }),
    /** The day in Oslo of something that happened. */
    dayOf: (instant: string): string =>
      intl.formatDate(instant, { dateStyle: 'medium', timeZone: 'Europe/Oslo' }),
    label: (material: { readonly nb: string; readonly en: string }): string =>
      intl.locale.startsWith('en') ? material.en : material.nb,
  };
};

/** Amounts, prices and days of a trade as people write them. */
export const useWords = () => {
  const intl = useIntl();
  return useMemo(() => wordsOf(intl), [intl]);
};

export type Words = ReturnType<typeof useWords>;

const OSLO_DAY = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Oslo' });

/** As a date field has it: the day in Oslo now. */
export const todayInOslo = (): string => OSLO_DAY.format(new Date());
/** A date field's day as the API takes it, and back. */
export const instantOfDay = (day: string): string => `${day}T00:00:00Z`;
export const dayOfInstant = (instant: string): string => instant.slice(0, 10);
