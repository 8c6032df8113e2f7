import { describe, expect, it } from '@jest/globals';
import { DISCLOSURE_GROUPS, MASKED_LEVELS, type DisclosureGroup, type Levels } from '../listing/disclose.js';
import type { Visibility } from '../listing/listing.js';
import { clusterPerson, firmPerson, NOBODY } from '../testing/builders.js';
import { SYSTEM, type Actor } from './actor.js';
import {
  disclosureOf,
  levelsOf,
  openBetween,
  relationOf,
  type ListingStanding,
  type Ground,
} from './disclosure.js';

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

const EVERYTHING: Levels = levelsOf('own');

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

const columns = (levels: Levels): string => DISCLOSURE_GROUPS.map((group) => levels[group]).join(' ');
const E = 'EXACT';
const H = 'HIDDEN';
const B = 'BANDED';

describe('levelsOf', () => {
  it.each<readonly [Ground, readonly string[]]>([
    // identity, place, amount, composition, price, text
    ['own', [E, E, E, E, E, E]],
    ['agreed', [E, E, E, E, E, E]],
    ['visibility', [E, E, E, E, E, E]],
    ['staff', [E, E, E, E, H, E]],
    ['matched', [H, B, B, B, H, H]],
    ['auditor', [H, H, H, H, H, H]],
    ['nobody', [H, H, H, H, H, H]],
  ])('%s: %j', (relation, expected) => expect(columns(levelsOf(relation))).toBe(expected.join(' ')));

  it('example: a granted amount is exact, the rest as it was', () => {
    expect(levelsOf('matched', ['AMOUNT'])).toEqual({ ...MASKED_LEVELS, AMOUNT: 'EXACT' });
  });

  it.each<readonly [readonly DisclosureGroup[], readonly string[]]>([
    [['IDENTITY'], [E, B, B, B, H, H]],
    [['PLACE'], [H, E, B, B, H, H]],
    [['COMPOSITION'], [H, B, B, E, H, H]],
    [['PRICE'], [H, B, B, B, E, H]],
    [['TEXT'], [H, B, B, B, H, B]],
    [
      ['TEXT', 'IDENTITY'],
      [E, B, B, B, H, E],
    ],
    [DISCLOSURE_GROUPS, [E, E, E, E, E, E]],
  ])('granted %j: %j', (granted, expected) => {
    expect(columns(levelsOf('matched', granted))).toBe(expected.join(' '));
  });

  it('counts what is granted for the other side of a match only', () => {
    for (const relation of ['own', 'agreed', 'visibility', 'staff', 'auditor', 'nobody'] as const)
      expect(levelsOf(relation, DISCLOSURE_GROUPS)).toEqual(levelsOf(relation));
  });

  it('says nothing to a relation that it does not know, whatever is granted', () => {
    for (const unknown of ['friend', 'toString', '__proto__'])
      expect(levelsOf(unknown as Ground, DISCLOSURE_GROUPS)).toEqual(levelsOf('nobody'));
  });
});

describe('disclosureOf', () => {
  it('example: the other side of a match sees bands until both have agreed', () => {
    expect(disclosureOf(viewers.stranger, standing({ matched: true }))).toEqual({
      levels: MASKED_LEVELS,
      ground: 'matched',
    });
    expect(disclosureOf(viewers.stranger, standing({ matched: true, agreed: true }))).toEqual({
      levels: EVERYTHING,
      ground: 'agreed',
    });
  });

  it.each(rows)('a %s listing to %s: %s', (visibility, viewer, ground) => {
    const found = disclosureOf(viewers[viewer], standing({ visibility }));
    expect(found).toEqual(ground && { levels: levelsOf(ground), ground });
    expect(found === undefined || found.levels.IDENTITY === 'EXACT').toBe(true);
  });

  it.each(rows)(
    'a %s listing, once matched, to %s: the same, or else bands',
    (visibility, viewer, ground) => {
      const found = disclosureOf(viewers[viewer], standing({ visibility, matched: true }));
      const reason = ground ?? 'matched';
      expect(found).toEqual({ levels: levelsOf(reason), ground: reason });
    },
  );

  it('shows nothing to anybody by default, and what was granted opens nothing where there is no match', () => {
    for (const viewer of ['fellow', 'stranger', 'loner', 'auditor', 'nobody', 'installation'] as const) {
      expect(disclosureOf(viewers[viewer], standing())).toBeUndefined();
      expect(disclosureOf(viewers[viewer], standing(), DISCLOSURE_GROUPS)).toBeUndefined();
    }
  });

  it('shows the other side of a match what was granted, and the rest as before', () => {
    const found = disclosureOf(viewers.stranger, standing({ matched: true }), ['PLACE', 'PRICE']);
    expect(found?.levels).toEqual({ ...MASKED_LEVELS, PLACE: 'EXACT', PRICE: 'EXACT' });
  });

  it("records a look of staff as staff's, also at a match, but one's own firm's as one's own", () => {
    expect(disclosureOf(viewers.staff, standing({ matched: true }))?.ground).toBe('staff');
    const both = { ...viewers.owner, clusters: viewers.staff.clusters };
    expect(disclosureOf(both, standing())?.ground).toBe('own');
  });
});

describe('relationOf', () => {
  it('example: the other side of a match', () => {
    expect(relationOf(viewers.stranger, standing({ matched: true }))).toBe('matched');
  });

  it('tells an auditor of the cluster from somebody who is nobody to the firm', () => {
    expect(relationOf(viewers.auditor, standing())).toBe('auditor');
    expect(relationOf(clusterPerson('ikuben', 'auditor'), standing())).toBe('nobody');
    expect(relationOf(viewers['staff elsewhere'], standing())).toBe('nobody');
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
        const seen = disclosureOf(viewers[viewer], standing({ visibility, matched: true }))?.ground;
        expect(openBetween(standing({ visibility }), firm?.clusterIds ?? [])).toBe(seen === 'visibility');
      }
    }
  });
});
