import type { Period, SentTermsFragment, TermsInput } from '#operations';
import { decimalText, writtenText } from './decimal-text.js';
import type { Deal } from './thread-deal.js';
import { dayOfInstant, instantOfDay, todayInOslo } from './words.js';

export type WhoPays = 'none' | 'taker' | 'giver';

/** The form's fields as they are typed. */
export interface TermsValues {
  readonly value: string;
  readonly unit: string;
  readonly per: Period;
  readonly whoPays: WhoPays;
  readonly price: string;
  readonly currency: string;
  readonly startsOn: string;
  readonly endsOn: string;
  readonly retrospective: boolean;
  readonly transportMode: string;
  readonly note: string;
}

const whoPays = (price: string | null): WhoPays =>
  price === null ? 'none' : price.startsWith('-') ? 'giver' : 'taker';

/** For the first word: what the viewer's own listing has, from today on. */
function firstValues({ own, quantity }: Deal, locale: string): TermsValues {
  const { value, unit, per } = quantity.value === null ? own.remaining : quantity;
  return {
    value: value === null ? '' : writtenText(value, locale),
    unit,
    per,
    whoPays: 'none',
    price: '',
    currency: 'NOK',
    startsOn: todayInOslo(),
    endsOn: '',
    retrospective: false,
    transportMode: '',
    note: '',
  };
}

/** From the proposal that is answered; a first day that has passed meanwhile would be refused. */
function answeringValues(basis: SentTermsFragment, locale: string): TermsValues {
  const { quantity, price, currency, retrospective } = basis;
  const [today, from] = [todayInOslo(), dayOfInstant(basis.startsOn)];
  return {
    value: writtenText(quantity.value ?? '', locale),
    unit: quantity.unit,
    per: quantity.per,
    whoPays: whoPays(price),
    price: writtenText((price ?? '').replace('-', ''), locale),
    currency,
    startsOn: from < today && !retrospective ? today : from,
    endsOn: basis.endsOn === null ? '' : dayOfInstant(basis.endsOn),
    retrospective,
    transportMode: basis.transportMode ?? '',
    note: '',
  };
}

export const valuesOf = (basis: SentTermsFragment | undefined, deal: Deal, locale: string): TermsValues =>
  basis === undefined ? firstValues(deal, locale) : answeringValues(basis, locale);

/** @param values that the form has found to be whole */
export function inputOf(values: TermsValues, matchId: string, locale: string): TermsInput {
  const price = values.whoPays === 'none' ? undefined : decimalText(values.price, locale);
  return {
    matchId,
    quantity: { value: decimalText(values.value, locale) ?? '', unit: values.unit, per: values.per },
    ...(price === undefined ? {} : { price: values.whoPays === 'giver' ? `-${price}` : price }),
    currency: values.currency,
    startsOn: instantOfDay(values.startsOn),
    ...(values.endsOn === '' ? {} : { endsOn: instantOfDay(values.endsOn) }),
    retrospective: values.retrospective,
    ...(values.transportMode.trim() === '' ? {} : { transportMode: values.transportMode.trim() }),
    ...(values.note.trim() === '' ? {} : { note: values.note.trim() }),
  };
}
