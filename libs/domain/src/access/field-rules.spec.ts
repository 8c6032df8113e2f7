import { describe, expect, it } from '@jest/globals';
import { MASKED_LEVELS } from '../listing/disclose.js';
import { viewListing, type ListingView } from '../listing/view.js';
import { buildListing, buildTerms, CHIPS, d } from '../testing/builders.js';
import { levelsOf } from './disclosure.js';
import { FIELD_RULES, fieldRuleFaults, RULE_OF_FIELD, type FieldRule } from './field-rules.js';

const FIELDS = [...RULE_OF_FIELD.keys()];

describe('fieldRuleFaults', () => {
  it('example: a field that nobody ruled on is a fault, and names the rules', () => {
    const [fault] = fieldRuleFaults([...FIELDS, 'Firm.turnover']);
    expect(fault).toMatch(/^Firm\.turnover has no rule: .*\(public, signedIn, /);
  });

  it('finds a rule whose field is gone, and nothing where all agree', () => {
    expect(fieldRuleFaults(FIELDS.filter((field) => field !== 'Site.latitude'))).toEqual([
      'Site.latitude has a rule and is not in the schema: take it out of field-rules.ts.',
    ]);
    expect(fieldRuleFaults(FIELDS)).toEqual([]);
  });

  it('finds a field that is ruled on twice', () => {
    const twice = [
      ['Firm.name', 'public'],
      ['Firm.name', 'withheld'],
    ] as const;
    expect(fieldRuleFaults(['Firm.name'], twice)).toEqual([
      'Firm.name has more than one rule: leave one of them in field-rules.ts.',
    ]);
  });
});

describe('the rules', () => {
  const rulesOf = (type: string): ReadonlySet<string> =>
    new Set([...RULE_OF_FIELD].filter(([field]) => field.startsWith(`${type}.`)).map(([, rule]) => rule));
  const types = [...new Set(FIELDS.map((field) => field.split('.')[0] ?? ''))];

  it('are each of them in use, each one a sentence', () => {
    expect(new Set(RULE_OF_FIELD.values())).toEqual(new Set(Object.keys(FIELD_RULES)));
    for (const meaning of Object.values(FIELD_RULES)) expect(meaning).toMatch(/^[A-Z].*\.$/);
  });

  it('let only types be carried whole that stand for nothing by themselves', () => {
    for (const type of types.filter((one) => rulesOf(one).has('carried'))) {
      expect([type, [...rulesOf(type)]]).toEqual([type, ['carried']]);
      expect(FIELDS).not.toContain(`${type}.id`);
      expect(['Query', 'Mutation', 'Subscription']).not.toContain(type);
    }
  });
});

/** Every field stated, and nothing that its own band or the material's label would equal. */
const LISTING = buildListing({
  terms: buildTerms({
    title: 'Flis fra Magnor',
    description: 'Fra sagbruket',
    properties: [{ property: 'moisture', typical: d('23.4'), unit: '%', basis: 'wet', measured: true }],
    wasteCode: '03 01 05',
    permits: ['03 01 04'],
    availableFrom: '2026-07-09',
    availableUntil: '2027-02-11',
    monthlyProfile: [1, 2, 1, 1, 1, 1, 0, 1, 1, 1, 1, 1],
    maxDistanceKm: 87,
    smallestLot: d('2.5'),
    largestLot: d(31),
    price: d('187.5'),
    byProductTest: {
      furtherUseCertain: true,
      usableDirectly: true,
      integralPart: true,
      lawfulUse: true,
    },
  }),
  remaining: d('3.25'),
});

/** Fields of the API that the view has under another name, or that are built from one of its fields. */
const IN_VIEW: Readonly<Record<string, keyof ListingView>> = {
  ewcCode: 'wasteCode',
  permittedWasteCodes: 'permits',
  material: 'materialCode',
  firm: 'firmId',
  site: 'siteId',
  siteName: 'siteId',
  municipality: 'area',
};
/** Built outside the view, from levels or from the site's row: the tests of the api hold them. */
const BEYOND_VIEW = [
  'disclosures',
  'place',
  'asSeenBy',
  'liveMatches',
  'matches',
  'nearMisses',
  'planHint',
  'versions',
];
/** What is said of the viewer's own sight differs by it. */
const OF_SIGHT = 'disclosure';

describe('the rules of a listing are what its view does', () => {
  const ruled = (...rules: readonly FieldRule[]): readonly (keyof ListingView)[] =>
    [...RULE_OF_FIELD]
      .filter(([field, rule]) => field.startsWith('Listing.') && rules.includes(rule))
      .map(([field]) => field.slice('Listing.'.length))
      .filter((field) => field !== OF_SIGHT && !BEYOND_VIEW.includes(field))
      .map((field) => IN_VIEW[field] ?? (field as keyof ListingView));
  const seen = (relation: 'own' | 'agreed' | 'staff' | 'matched'): ListingView =>
    viewListing(LISTING, CHIPS, { levels: levelsOf(relation), own: relation === 'own' });
  const [own, agreed, staff, matched] = [seen('own'), seen('agreed'), seen('staff'), seen('matched')];

  it('what is known is the same to all', () => {
    for (const field of ruled('known')) {
      expect([field, own[field]]).not.toEqual([field, undefined]);
      for (const view of [agreed, staff, matched]) expect([field, view[field]]).toEqual([field, own[field]]);
    }
  });

  it('what is disclosed is exact or a band, never the same', () => {
    for (const field of ruled('disclosed')) {
      for (const view of [agreed, staff]) expect([field, view[field]]).toEqual([field, own[field]]);
      expect([field, matched[field]]).not.toEqual([field, own[field]]);
      expect([field, matched[field]]).not.toEqual([field, undefined]);
    }
  });

  it('what is withheld is exact or left out', () => {
    for (const field of ruled('withheld')) {
      expect([field, own[field]]).not.toEqual([field, undefined]);
      for (const view of [agreed, staff]) expect([field, view[field]]).toEqual([field, own[field]]);
      expect([field, matched[field]]).toEqual([field, undefined]);
    }
  });

  it("money is sealed from the staff too, and what is the owner's is nobody else's", () => {
    for (const field of ruled('money')) {
      expect([field, agreed[field]]).toEqual([field, own[field]]);
      for (const view of [staff, matched]) expect([field, view[field]]).toEqual([field, undefined]);
    }
    for (const field of ruled('owner')) {
      expect([field, own[field]]).not.toEqual([field, undefined]);
      for (const view of [agreed, staff, matched]) expect([field, view[field]]).toEqual([field, undefined]);
    }
  });

  it('hold for every field of the view', () => {
    const all = ruled('known', 'disclosed', 'withheld', 'money', 'owner');
    expect(new Set([...all, 'own', 'levels', OF_SIGHT])).toEqual(new Set(Object.keys(own)));
    expect(matched.levels).toEqual(MASKED_LEVELS);
  });
});
