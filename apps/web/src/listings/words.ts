import { propertyName } from '#domain';
import { useMemo } from 'react';
import { useIntl, type IntlShape } from 'react-intl';
import { amountText, dayText } from '../shared/numbers.js';

interface Amount {
  readonly value: string | null;
  readonly min: string | null;
  readonly max: string | null;
  readonly unit: string;
  readonly per: 'DAY' | 'MONTH' | 'ONCE' | 'WEEK' | 'YEAR' | null;
}

interface Property {
  readonly property: string;
  readonly min?: string | null;
  readonly max?: string | null;
  readonly typical?: string | null;
  readonly unit?: string | null;
  readonly basis?: string | null;
}

/** How amounts, properties and days are said; the numbers themselves are the API's. */
export interface Words {
  readonly locale: 'nb' | 'en';
  readonly amount: (amount: Amount) => string;
  readonly property: (property: Property) => string;
  readonly propertyName: (property: string) => string;
  readonly unit: (unit: string) => string;
  readonly day: (instant: string) => string;
}

/** Properties that have a word of their own in both languages, by the name that all their spellings fold into. */
const NAMED = [
  'ash',
  'bulkdensity',
  'cadmium',
  'calorificvalue',
  'carboncontent',
  'chloride',
  'chlorine',
  'concentration',
  'density',
  'drymatter',
  'fat',
  'foreignmatter',
  'lead',
  'lossonignition',
  'mercury',
  'metalcontent',
  'moisture',
  'nitrogen',
  'particlesize',
  'phosphorus',
  'potassium',
  'pressure',
  'protein',
  'purity',
  'returntemperature',
  'sulphur',
  'temperature',
] as const;
const BASES = ['dry', 'wet'] as const;

const UNITS: Readonly<Record<string, string>> = { m3: 'm³', Nm3: 'Nm³', '1': '' };

function wordsIn(intl: IntlShape): Words {
  const locale = intl.locale.startsWith('en') ? 'en' : 'nb';
  const number = (value: string): string => amountText(locale, value);
  const unit = (code: string): string =>
    code === 'pcs' ? intl.formatMessage({ id: 'listings.pieces' }) : (UNITS[code] ?? code);
  const span = (exact: string | null | undefined, min?: string | null, max?: string | null): string => {
    if (exact) return number(exact);
    if (min && max) return `${number(min)}–${number(max)}`;
    if (max) return intl.formatMessage({ id: 'listings.atMost' }, { amount: number(max) });
    if (min) return intl.formatMessage({ id: 'listings.atLeast' }, { amount: number(min) });
    return '';
  };
  const named = (property: string): string => {
    const known = NAMED.find((one) => one === propertyName(property));
    return known === undefined ? property : intl.formatMessage({ id: `listings.property.${known}` });
  };
  const ofWhat = (basis: string): string => {
    const known = BASES.find((one) => one === basis);
    return known === undefined ? basis : intl.formatMessage({ id: `listings.basis.${known}` });
  };
  return {
    locale,
    unit,
    day: (instant) => dayText(locale, instant),
    amount: ({ value, min, max, unit: code, per }) => {
      const said = span(value, min, max);
      if (said === '') return intl.formatMessage({ id: 'listings.unknownAmount' });
      const often = per === null ? '' : intl.formatMessage({ id: `listings.per.${per}` });
      return `${said} ${unit(code)} ${often}`.trim();
    },
    propertyName: named,
    property: ({ property, min, max, typical, unit: code, basis }) =>
      [named(property), span(typical, min, max), code ? unit(code) : '', basis ? `(${ofWhat(basis)})` : '']
        .filter((part) => part !== '')
        .join(' '),
  };
}

export function useWords(): Words {
  const intl = useIntl();
  return useMemo(() => wordsIn(intl), [intl]);
}
