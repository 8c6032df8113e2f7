import { describe, expect, it } from '@jest/globals';
import type { Visibility } from '../listing/listing.js';
import { clusterPerson, firmPerson, NOBODY } from '../testing/builders.js';
import { SYSTEM, type Actor } from './actor.js';
import { disclosureOf, openBetween, type Ground, type ListingStanding } from './disclosure.js';

const standing = (overrides: Partial<ListingStanding> = {}): ListingStanding => ({
  firmId: 'giver',
  clusterIds: ['eyde', 'arctic'],
  visibility: 'MASKED',
  agreed: false,
  matched: false,
  ...overrides,
});

const viewers = {
  owner: firmPerson('giver', ['eyde']),
  fellow: firmPerson('fellow', ['arctic']),
  stranger: firmPerson('stranger', ['ikuben']),
  loner: firmPerson('loner'),
  staff: clusterPerson('eyde'),
  'staff elsewhere': clusterPerson('ikuben'),
  auditor: clusterPerson('eyde', 'auditor'),
  nobody: NOBODY,
  installation: SYSTEM,
} satisfies Record<string, Actor>;
type Viewer = keyof typeof viewers;
type Expected = Ground | undefined;

/** Who sees a listing that is neither matched nor agreed, and on what ground; those not named see nothing. */
const byVisibility: Readonly<Record<Visibility, Partial<Record<Viewer, Expected>>>> = {
  MASKED: { owner: 'own', staff: 'staff' },
  CLUSTER: { owner: 'own', fellow: 'visibility', staff: 'staff' },
  FEDERATION: {
    owner: 'own',
    fellow: 'visibility',
    stranger: 'visibility',
    loner: 'visibility',
    staff: 'visibility',
    'staff elsewhere': 'visibility',
    auditor: 'visibility',
  },
};
const names = Object.keys(viewers) as Viewer[];
const rows = (Object.keys(byVisibility) as Visibility[]).flatMap((visibility) =>
  names.map((viewer) => [visibility, viewer, byVisibility[visibility][viewer]] as const),
);

describe('disclosureOf', () => {
  it('example: the other side of a match sees bands until both have agreed', () => {
    expect(disclosureOf(viewers.stranger, standing({ matched: true }))).toEqual({
      level: 'BANDED',
      ground: 'matched',
    });
    expect(disclosureOf(viewers.stranger, standing({ matched: true, agreed: true }))).toEqual({
      level: 'EXACT',
      ground: 'agreed',
    });
  });

  it.each(rows)('a %s listing to %s: %s', (visibility, viewer, ground) => {
    const found = disclosureOf(viewers[viewer], standing({ visibility }));
    expect(found).toEqual(ground && { level: 'EXACT', ground });
  });

  it.each(rows)(
    'a %s listing, once matched, to %s: the same, or else bands',
    (visibility, viewer, ground) => {
      const found = disclosureOf(viewers[viewer], standing({ visibility, matched: true }));
      expect(found).toEqual(ground ? { level: 'EXACT', ground } : { level: 'BANDED', ground: 'matched' });
    },
  );

  it('shows nothing to anybody by default', () => {
    for (const viewer of ['fellow', 'stranger', 'loner', 'auditor', 'nobody', 'installation'] as const) {
      expect(disclosureOf(viewers[viewer], standing())).toBeUndefined();
    }
  });

  it("records a look of staff as staff's, also at a match, but one's own firm's as one's own", () => {
    expect(disclosureOf(viewers.staff, standing({ matched: true }))?.ground).toBe('staff');
    const both = { ...viewers.owner, clusters: viewers.staff.clusters };
    expect(disclosureOf(both, standing())?.ground).toBe('own');
  });
});

describe('openBetween', () => {
  it.each([
    ['MASKED', ['eyde'], false],
    ['MASKED', [], false],
    ['CLUSTER', ['eyde'], true],
    ['CLUSTER', ['ikuben', 'arctic'], true],
    ['CLUSTER', ['ikuben'], false],
    ['CLUSTER', [], false],
    ['FEDERATION', [], true],
  ] as const)('a %s listing to a firm of %j: %s', (visibility, clusterIds, expected) => {
    expect(openBetween(standing({ visibility }), clusterIds)).toBe(expected);
  });

  it('example: agrees with what people of the other firm may see before any agreement', () => {
    for (const visibility of ['MASKED', 'CLUSTER', 'FEDERATION'] as const) {
      for (const viewer of ['fellow', 'stranger', 'loner'] as const) {
        const [firm] = viewers[viewer].firms;
        const seen = disclosureOf(viewers[viewer], standing({ visibility, matched: true }))?.level;
        expect(openBetween(standing({ visibility }), firm?.clusterIds ?? [])).toBe(seen === 'EXACT');
      }
    }
  });
});
