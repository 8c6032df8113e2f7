import type { CheckResult, MatchState, Side } from '#domain';
import type { Language } from '../shared/texts/languages.js';
import type { DecimalText, Quantity } from '../shared/numbers.js';

export interface Listing {
  readonly id: string;
  readonly side: Side;
  readonly title: string;
  readonly area: string;
  /** Null while the viewer may not know whose it is. */
  readonly firm: { readonly id: string; readonly name: string } | null;
  /** Its label in each language of the page. */
  readonly material: Readonly<Record<Language, string>>;
}

export interface ScoreTerm {
  readonly name: string;
  readonly contribution: number;
  readonly detail: string;
}

export interface Check {
  readonly name: string;
  readonly result: CheckResult;
  readonly detail: string;
}

export interface Match {
  readonly id: string;
  readonly state: MatchState;
  readonly score: number;
  readonly terms: readonly ScoreTerm[];
  readonly checks: readonly Check[];
  readonly distanceKm: number;
  readonly distanceBasis: string;
  readonly quantity: Quantity;
  readonly netCo2eKg: DecimalText;
  readonly crossIndustry: boolean;
  readonly ruleSet: string;
  readonly factorSet: string;
  readonly offer: Listing;
  readonly need: Listing;
}

export { MatchFound as MATCH_FOUND, Matches as MATCHES } from './match.graphql';

export interface Found {
  readonly matchFound: { readonly cursor: string; readonly match: Match };
}
