import type { IntlShape } from 'react-intl';
import type { SentTermsFragment } from '#operations';
import type { TextId } from '../texts/catalogue.js';
import type { Words } from './words.js';

const TERMS = ['quantity', 'price', 'startsOn', 'endsOn', 'transportMode'] as const;
type Term = (typeof TERMS)[number];

interface WrittenTerm {
  readonly term: Term;
  readonly label: TextId;
  readonly text: string;
  /** What stood there in the proposal before, where that was something else. */
  readonly before: string | undefined;
}

type Said = Readonly<Record<Term, string>>;

function said(proposal: SentTermsFragment, words: Words, intl: IntlShape): Said {
  const { quantity, price, currency, startsOn, endsOn, transportMode } = proposal;
  return {
    quantity: words.quantity(quantity),
    price: words.price(price, currency, quantity.unit),
    startsOn: words.day(startsOn),
    endsOn: endsOn === null ? intl.formatMessage({ id: 'negotiation.openEnd' }) : words.day(endsOn),
    transportMode: transportMode ?? intl.formatMessage({ id: 'negotiation.notSaid' }),
  };
}

/** The terms of a proposal, each beside what it was in the one before, where that said something else. */
export function writtenTerms(
  proposal: SentTermsFragment,
  former: SentTermsFragment | undefined,
  words: Words,
  intl: IntlShape,
): readonly WrittenTerm[] {
  const now = said(proposal, words, intl);
  const then = former && said(former, words, intl);
  return TERMS.map((term) => ({
    term,
    label: `negotiation.term.${term}` as const,
    text: now[term],
    before: then !== undefined && then[term] !== now[term] ? then[term] : undefined,
  }));
}
