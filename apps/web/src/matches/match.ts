import type { CheckResult, MatchState, Side } from '#domain';
import { operation } from '../shared/graphql.js';
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

const FRAGMENTS = /* GraphQL */ `
  fragment SideOfMatch on Listing {
    id
    side
    title
    area
    firm {
      id
      name
    }
    material {
      nb: label(locale: "nb")
      en: label(locale: "en")
    }
  }
  fragment WholeMatch on Match {
    id
    state
    score
    terms {
      name
      contribution
      detail
    }
    checks {
      name
      result
      detail
    }
    distanceKm
    distanceBasis
    quantity {
      value
      min
      max
      unit
      per
    }
    netCo2eKg
    crossIndustry
    ruleSet
    factorSet
    offer {
      ...SideOfMatch
    }
    need {
      ...SideOfMatch
    }
  }
`;

interface FirstPage {
  readonly matches: {
    readonly edges: readonly { readonly node: Match }[];
    readonly pageInfo: { readonly hasNextPage: boolean };
  };
}

export const MATCHES = operation<FirstPage>(/* GraphQL */ `
  query Matches {
    matches(first: 20) {
      edges {
        node {
          ...WholeMatch
        }
      }
      pageInfo {
        hasNextPage
      }
    }
  }
  ${FRAGMENTS}
`);

export interface Found {
  readonly matchFound: { readonly cursor: string; readonly match: Match };
}

export const MATCH_FOUND = operation<Found, { after: string | undefined }>(/* GraphQL */ `
  subscription MatchFound($after: String) {
    matchFound(after: $after) {
      cursor
      match {
        ...WholeMatch
      }
    }
  }
  ${FRAGMENTS}
`);
