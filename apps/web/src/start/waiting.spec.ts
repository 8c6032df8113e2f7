import { describe, expect, it } from '@jest/globals';
import type { MatchAtStartFragment, StartOfFirmQuery } from '#operations';
import { waitingIn } from './waiting.js';

const side = (own: boolean, title: string): MatchAtStartFragment['offer'] => ({
  __typename: 'Listing',
  id: title,
  title,
  visibility: own ? 'MASKED' : null,
  area: 'Kongsvinger',
  material: { __typename: 'Material', id: 'wood-chips', label: 'Treflis' },
  firm: own ? { __typename: 'Firm', id: 'own', name: 'Vi' } : null,
});

type Negotiated = StartOfFirmQuery['negotiating']['edges'][number]['node'];

const match = (id: string, overrides: Partial<MatchAtStartFragment> = {}): MatchAtStartFragment => ({
  __typename: 'Match',
  id,
  state: 'OPEN',
  score: 0.5,
  offer: side(true, 'Flis'),
  need: side(false, 'Kjel'),
  disclosure: { __typename: 'MatchDisclosure', received: [] },
  checks: [],
  ...overrides,
});

const listing = (id: string, confirmBy: string | null) => ({
  __typename: 'ListingEdge' as const,
  node: { __typename: 'Listing' as const, id, title: id, side: 'OFFER' as const, confirmBy },
});
const negotiated = (id: string, proposals: Negotiated['proposals']): Negotiated => ({
  ...match(id, { state: 'NEGOTIATING' }),
  proposals,
});
const matches = <M>(...all: readonly M[]) => ({
  __typename: 'MatchConnection' as const,
  edges: all.map((node) => ({ __typename: 'MatchEdge' as const, node })),
});
const nothing: StartOfFirmQuery = {
  listingDrafts: [],
  active: { __typename: 'ListingConnection', edges: [] },
  faded: { __typename: 'ListingConnection', edges: [] },
  negotiating: matches(),
  open: matches(),
};
const NOW = Date.parse('2028-03-01T08:00:00Z');
const kindsIn = (data: Partial<StartOfFirmQuery>) =>
  waitingIn({ ...nothing, ...data }, NOW).map(({ kind, id }) => `${kind} ${id}`);

describe('what waits for an answer', () => {
  it('is nothing where nothing is', () => {
    expect(kindsIn({})).toEqual([]);
  });

  it('begins with what somebody else waits for', () => {
    const sent = { __typename: 'Proposal' as const, id: 'p', state: 'SENT' as const, byViewer: false };
    const asked = { __typename: 'DisclosureRequest' as const, id: 'r', state: 'ASKED' as const };
    const kinds = kindsIn({
      open: matches(
        match('new'),
        match('asked', { disclosure: { __typename: 'MatchDisclosure', received: [asked] } }),
      ),
      negotiating: matches(negotiated('mine', [{ ...sent, byViewer: true }]), negotiated('theirs', [sent])),
      faded: { __typename: 'ListingConnection', edges: [listing('old', null)] },
    });
    expect(kinds).toEqual(['proposal theirs', 'request asked', 'faded old', 'match new']);
  });

  it('asks for facts of the own side only', () => {
    const unknown = (of: 'GIVER' | 'TAKER') => [
      {
        __typename: 'Check' as const,
        name: 'lots',
        result: 'UNKNOWN' as const,
        asks: [{ __typename: 'MissingFact' as const, of }],
      },
    ];
    expect(
      kindsIn({
        open: matches(
          match('ours', { checks: unknown('GIVER') }),
          match('theirs', { checks: unknown('TAKER') }),
        ),
      }),
    ).toEqual(['unknown ours', 'match theirs']);
  });

  it('warns a fortnight before a listing fades', () => {
    const edges = [
      listing('soon', '2028-03-15T00:00:00Z'),
      listing('later', '2028-03-16T00:00:00Z'),
      listing('never', null),
    ];
    expect(kindsIn({ active: { __typename: 'ListingConnection', edges } })).toEqual(['fading soon']);
  });
});
