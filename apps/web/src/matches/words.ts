import type { IntlShape } from 'react-intl';
import { amountText, type Quantity } from '../shared/numbers.js';
import type { Language } from '../shared/languages.js';
import type { TextId } from '../texts/catalogue.js';

/** The word for a name that the server may add to before this page does: then the name itself. */
export const wordFor = (intl: IntlShape, id: string, name: string): string =>
  Object.hasOwn(intl.messages, id) ? intl.formatMessage({ id: id as TextId }) : name;

const SIGNS: Readonly<Record<string, string>> = { m3: 'm³', Nm3: 'Nm³' };

const unitWord = (intl: IntlShape, unit: string): string =>
  unit === 'pcs' ? intl.formatMessage({ id: 'matches.unit.pcs' }) : (SIGNS[unit] ?? unit);

/** The exact amount where it is known, else the band. */
export function quantityWords(intl: IntlShape, language: Language, quantity: Quantity): string {
  const { value, min, max, unit, per } = quantity;
  const ending = `${unitWord(intl, unit)} ${intl.formatMessage({ id: `matches.per.${per}` })}`;
  const amount = (text: string): string => `${amountText(language, text)} ${ending}`;
  if (value !== null) return amount(value);
  if (min !== null && max !== null) return `${amountText(language, min)}–${amount(max)}`;
  if (max !== null) return intl.formatMessage({ id: 'matches.atMost' }, { amount: amount(max) });
  if (min !== null) return intl.formatMessage({ id: 'matches.atLeast' }, { amount: amount(min) });
  return intl.formatMessage({ id: 'matches.unknownAmount' });
}
