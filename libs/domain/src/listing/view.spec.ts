import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { addDays, addMonths } from '../calendar/day.js';
import type { Decimal } from '../quantity/decimal.js';
import { annual, type Period } from '../quantity/period.js';
import { fromBase } from '../quantity/unit.js';
import { buildListing, buildTerms, CHIPS, d, quantity } from '../testing/builders.js';
import {
  DISCLOSURE_GROUPS,
  MASKED_LEVELS,
  type DisclosureGroup,
  type Level,
  type Levels,
} from './disclose.js';
import type { ListingTerms, StreamProperty } from './listing.js';
import { exactQuantity, rangeQuantity, viewListing, type ViewedListing } from './view.js';

const allAt = (level: Level): Levels =>
  Object.fromEntries(DISCLOSURE_GROUPS.map((group) => [group, level])) as Record<DisclosureGroup, Level>;
const EXACT = { levels: allAt('EXACT'), own: true };
const MASKED = { levels: MASKED_LEVELS, own: false };
const masked = (levels: Partial<Levels>) => ({ levels: { ...MASKED_LEVELS, ...levels }, own: false });

const READ = [
  { code: 'wood-chips', confidence: 0.8 },
  { code: 'dry-chips', confidence: 0.4 },
];

const listing = buildListing({
  terms: buildTerms({
    readings: READ,
    wasteCode: '03 01 05',
    smallestLot: d('2.50'),
    largestLot: d(30),
    byProductTest: { furtherUseCertain: true, lawfulUse: false },
    maxDistanceKm: 90,
    monthlyProfile: [1, 2, 1, 1, 1, 1, 0, 1, 1, 1, 1, 1],
    description: 'Fra sagbruket på Magnor',
    quantity: quantity('23.5', 't', 'MONTH'),
    properties: [{ property: 'moisture', typical: d('23.4'), unit: '%', basis: 'wet', measured: true }],
    availableFrom: '2026-07-09',
    availableUntil: '2027-02-11',
    price: d('187.5'),
  }),
  remaining: d('3.25'),
});

describe('viewListing', () => {
  it('example: the owner sees everything as stated', () => {
    expect(viewListing(listing, CHIPS, EXACT)).toEqual({
      id: 'listing-1',
      side: 'OFFER',
      state: 'ACTIVE',
      visibility: 'MASKED',
      version: 1,
      disclosure: 'EXACT',
      levels: EXACT.levels,
      own: true,
      area: 'Kongsvinger',
      materialCode: 'wood-chips',
      materialConfirmed: true,
      title: 'Tørr flis fra Solør',
      description: 'Fra sagbruket på Magnor',
      properties: [{ property: 'moisture', typical: '23.4', unit: '%', basis: 'wet', measured: true }],
      availableFrom: '2026-07-09',
      availableUntil: '2027-02-11',
      price: '187.5',
      currency: 'NOK',
      firmId: 'giver',
      siteId: 'site-1',
      quantity: { value: '23.5', unit: 't', per: 'MONTH' },
      remaining: { value: '3.25', unit: 't', per: 'MONTH' },
      readings: READ,
      confirmedAt: new Date('2026-06-01T08:00:00Z'),
      confirmBy: '2026-08-30',
      freshness: 'WITHIN_30_DAYS',
      wasteCode: '03 01 05',
      smallestLot: '2.5',
      largestLot: '30',
      byProductTest: { furtherUseCertain: true, lawfulUse: false },
      maxDistanceKm: 90,
      monthlyProfile: [1, 2, 1, 1, 1, 1, 0, 1, 1, 1, 1, 1],
    });
  });

  it('shows to whom it is disclosed all but what the text was read as and how long it stands', () => {
    const own = viewListing(listing, CHIPS, EXACT);
    const disclosed = viewListing(listing, CHIPS, { ...EXACT, own: false });
    const hidden = {
      readings: undefined,
      visibility: undefined,
      confirmedAt: undefined,
      confirmBy: undefined,
    };
    expect(disclosed).toEqual({ ...own, own: false, ...hidden });
  });

  it("shows a need's permissions exactly or not at all", () => {
    const need = buildListing({
      terms: buildTerms({ side: 'NEED', readings: READ, permits: ['03 01 04', '03 01 05'] }),
    });
    expect(viewListing(need, CHIPS, EXACT).permits).toEqual(['03 01 04', '03 01 05']);
    expect(viewListing(need, CHIPS, MASKED).permits).toBeUndefined();
  });

  it('shows everything but money to a role that money is sealed from', () => {
    const open = viewListing(listing, CHIPS, { ...EXACT, own: false });
    const levels = { ...EXACT.levels, PRICE: 'HIDDEN' } as const;
    const sealed = viewListing(listing, CHIPS, { levels, own: false });
    expect(sealed).toEqual({ ...open, levels, price: undefined, currency: undefined });
  });

  it('example: an outsider sees material, area and bands', () => {
    expect(viewListing(listing, CHIPS, MASKED)).toEqual({
      id: 'listing-1',
      side: 'OFFER',
      state: 'ACTIVE',
      version: 1,
      disclosure: 'BANDED',
      levels: MASKED_LEVELS,
      own: false,
      area: 'Kongsvinger',
      materialCode: 'wood-chips',
      materialConfirmed: true,
      title: 'Treflis',
      properties: [{ property: 'moisture', min: '20', max: '50', unit: '%', basis: 'wet', measured: true }],
      availableFrom: '2026-07-01',
      availableUntil: '2027-02-28',
      // 23.5 t × 12 = 282 t and 3.25 t × 12 = 39 t a year
      quantity: { min: '200', max: '500', unit: 't', per: 'YEAR' },
      remaining: { min: '20', max: '50', unit: 't', per: 'YEAR' },
      byProductTest: { furtherUseCertain: true, lawfulUse: false },
    });
  });

  it.each<readonly [DisclosureGroup, object]>([
    ['IDENTITY', { firmId: 'giver', siteId: 'site-1', permits: ['03 01 05'], freshness: 'WITHIN_30_DAYS' }],
    ['PLACE', { maxDistanceKm: 90 }],
    [
      'AMOUNT',
      {
        quantity: { value: '23.5', unit: 't', per: 'MONTH' },
        remaining: { value: '3.25', unit: 't', per: 'MONTH' },
        availableFrom: '2026-07-09',
        availableUntil: '2027-02-11',
        smallestLot: '2.5',
        largestLot: '30',
        monthlyProfile: [1, 2, 1, 1, 1, 1, 0, 1, 1, 1, 1, 1],
      },
    ],
    [
      'COMPOSITION',
      {
        properties: [{ property: 'moisture', typical: '23.4', unit: '%', basis: 'wet', measured: true }],
        wasteCode: '03 01 05',
      },
    ],
    ['PRICE', { price: '187.5', currency: 'NOK' }],
    ['TEXT', { title: 'Tørr flis fra Solør', description: 'Fra sagbruket på Magnor' }],
  ])('with %s exact shows that and nothing more than before', (group, shown) => {
    const permitted = { ...listing, terms: { ...listing.terms, permits: ['03 01 05'] } };
    const sight = masked({ [group]: 'EXACT' });
    expect(viewListing(permitted, CHIPS, sight)).toEqual({
      ...viewListing(permitted, CHIPS, MASKED),
      ...shown,
      levels: sight.levels,
    });
  });

  it('shows words that are banded without firm and site', () => {
    const words = masked({ TEXT: 'BANDED' });
    const { title, description } = viewListing(listing, CHIPS, words);
    // of Solør Sagbruk AS at Magnor
    expect({ title, description }).toEqual({
      title: 'Tørr flis fra [...]',
      description: 'Fra [...] på [...]',
    });
    const silent = { ...listing, terms: { ...listing.terms, description: undefined } };
    expect(viewListing(silent, CHIPS, words).description).toBeUndefined();
  });

  it('with everything hidden tells material, side and the by-product test', () => {
    const sight = { levels: allAt('HIDDEN'), own: false };
    expect(viewListing(listing, CHIPS, sight)).toEqual({
      id: 'listing-1',
      side: 'OFFER',
      state: 'ACTIVE',
      version: 1,
      disclosure: 'BANDED',
      levels: sight.levels,
      own: false,
      materialCode: 'wood-chips',
      materialConfirmed: true,
      title: 'Treflis',
      properties: [],
      quantity: { unit: 't', per: 'YEAR' },
      remaining: { unit: 't', per: 'YEAR' },
      byProductTest: { furtherUseCertain: true, lawfulUse: false },
    });
  });

  it('keeps a single lot a single lot', () => {
    const lot = buildListing({ terms: buildTerms({ quantity: quantity(30_000, 'kg', 'ONCE') }) });
    expect(viewListing(lot, CHIPS, MASKED).quantity).toEqual({
      min: '20',
      max: '50',
      unit: 't',
      per: 'ONCE',
    });
  });

  it('has no field but those it names, in either sight', () => {
    const hidden = { note: 'secret', byProductTest: { lawfulUse: true, remark: 'secret' } };
    const extra = { ...listing, bankAccount: '1234', terms: { ...listing.terms, ...hidden } };
    for (const sight of [EXACT, MASKED]) {
      expect(JSON.stringify(viewListing(extra, CHIPS, sight))).not.toMatch(/1234|secret/);
    }
  });
});

/** What an outsider may know of a listing: two listings that agree in all of this must look alike. */
interface Bands {
  readonly amount: number;
  readonly left: number;
  readonly moisture: number;
  readonly degrees: number;
  readonly month: string;
  readonly months: number;
  readonly per: 'lot' | 'stream';
}
const bandEdges = fc
  .tuple(fc.constantFrom(1, 2, 5), fc.integer({ min: 3, max: 8 }))
  .map(([step, power]) => step * 10 ** power);
const bands: fc.Arbitrary<Bands> = fc.record({
  amount: bandEdges,
  left: bandEdges,
  moisture: fc.constantFrom(1, 2, 5, 10, 20, 50),
  degrees: fc.integer({ min: 0, max: 12 }).map((tens) => tens * 10),
  month: fc.integer({ min: 0, max: 40 }).map((months) => addMonths('2026-07-01', months)),
  months: fc.integer({ min: 0, max: 30 }),
  per: fc.constantFrom('lot', 'stream'),
});

/** Where in its bands a listing lies, and all that is nobody's business. */
const inside = fc.integer({ min: 11, max: 989 }).filter((one) => one % 10 !== 0);
const secrets = fc.record({
  words: fc.array(fc.stringMatching(/^[qxzw]{6,9}$/), { minLength: 1, maxLength: 4 }),
  firmId: fc.uuid(),
  siteId: fc.uuid(),
  price: fc.integer({ min: 100_001, max: 999_999 }).map((cents) => d(cents).div(100)),
  parts: fc.tuple(inside, inside, inside, inside, inside),
  days: fc.tuple(fc.integer({ min: 1, max: 26 }), fc.integer({ min: 1, max: 26 })),
  unit: fc.constantFrom('t', 'kg', 'm3', 'MWh', 'lb'),
  per: fc.constantFrom<Period>('DAY', 'WEEK', 'MONTH', 'YEAR'),
  asRange: fc.boolean(),
  monthlyProfile: fc.option(fc.constant([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12]), { nil: undefined }),
  maxDistanceKm: fc.option(fc.integer({ min: 1, max: 900 }), { nil: undefined }),
  lots: fc.option(fc.tuple(fc.integer({ min: 1, max: 99 }), fc.integer({ min: 100, max: 999 })), {
    nil: undefined,
  }),
  codes: fc.option(fc.uniqueArray(fc.stringMatching(/^[01]\d 0\d \d\d$/), { maxLength: 4 }), {
    nil: undefined,
  }),
  sureness: fc.integer({ min: 1, max: 99 }).map((hundredths) => hundredths / 100),
});
type Secrets = typeof secrets extends fc.Arbitrary<infer T> ? T : never;

const within = (edge: number, thousandths: number) => {
  const width = String(edge).startsWith('2') ? edge * 1.5 : edge;
  return d(edge).plus(d(width).times(thousandths).div(1000));
};
/** Loose chips of 0.25 t/m3 and 4 MWh/t: what a yearly mass is in the unit and period stated. */
const stated = (kg: Decimal, unit: string, per: Period): Decimal => {
  const inUnit = { m3: kg.div(250), MWh: kg.times(4).div(1000) }[unit] ?? fromBase(kg, unit);
  return inUnit.div(annual(d(1), per)).toDecimalPlaces(12);
};
const property = (name: string, value: Decimal, asRange: boolean): StreamProperty => ({
  property: name,
  unit: 'x',
  measured: true,
  ...(asRange ? { min: value, max: value } : { typical: value }),
});

function hide(known: Bands, secret: Secrets): ViewedListing {
  const [amount, left, moisture, degrees] = secret.parts;
  const per = known.per === 'lot' ? 'ONCE' : secret.per;
  const terms: ListingTerms = buildTerms({
    title: secret.words.join(' '),
    description: `${secret.words.join(', ')}.`,
    quantity: { value: stated(within(known.amount, amount), secret.unit, per), unit: secret.unit, per },
    properties: [
      property('moisture', within(known.moisture, moisture), secret.asRange),
      property('temperature', d(known.degrees).plus(d(degrees).div(100)), secret.asRange),
    ],
    availableFrom: addDays(known.month, secret.days[0]),
    availableUntil: addDays(addMonths(known.month, known.months + 1), secret.days[1]),
    monthlyProfile: secret.monthlyProfile,
    maxDistanceKm: secret.maxDistanceKm,
    smallestLot: secret.lots && d(secret.lots[0]),
    largestLot: secret.lots && d(secret.lots[1]),
    wasteCode: secret.codes?.[0],
    permits: secret.codes,
    readings: [{ code: 'wood-chips', confidence: secret.sureness }],
    price: secret.price,
  });
  const remaining = stated(within(known.left, left), secret.unit, per);
  return buildListing({ terms, remaining, firmId: secret.firmId, siteId: secret.siteId });
}

/** What of the secrets belongs to a group; where in its band a number lies is stated in one list for all groups. */
function secretsOf(group: DisclosureGroup, secret: Secrets): readonly (readonly [keyof Secrets, unknown])[] {
  const of = (...names: readonly (keyof Secrets)[]) => names.map((name) => [name, secret[name]] as const);
  return {
    IDENTITY: of('firmId', 'siteId', 'codes'),
    PLACE: of('maxDistanceKm'),
    AMOUNT: of('parts', 'days', 'unit', 'per', 'monthlyProfile', 'lots'),
    COMPOSITION: of('parts', 'asRange', 'codes'),
    PRICE: of('price'),
    TEXT: of('words'),
  }[group];
}

const leavesOf = (value: unknown): readonly string[] =>
  typeof value === 'object' && value !== null ? Object.values(value).flatMap(leavesOf) : [String(value)];

describe('the masked view', () => {
  it('says nothing of the words, the firm, the site, the price, the days and the exact numbers', () => {
    fc.assert(
      fc.property(bands, secrets, (known, secret) => {
        const hidden = hide(known, secret);
        const shown = leavesOf(viewListing(hidden, CHIPS, MASKED));
        const { terms } = hidden;
        for (const word of [...secret.words, secret.firmId, secret.siteId]) {
          expect(shown.filter((leaf) => leaf.includes(word))).toEqual([]);
        }
        const numbers = [terms.quantity.value, hidden.remaining, secret.price];
        for (const { min, typical } of terms.properties) numbers.push((min ?? typical) as Decimal);
        const days = [terms.availableFrom, terms.availableUntil];
        for (const exact of [...numbers.map(String), ...days]) expect(shown).not.toContain(exact);
      }),
      { numRuns: 300 },
    );
  });

  it('is the same for any two listings that lie in the same bands', () => {
    fc.assert(
      fc.property(bands, secrets, secrets, (known, one, other) => {
        const look = (secret: Secrets) => viewListing(hide(known, secret), CHIPS, MASKED);
        expect(look(one)).toEqual(look(other));
      }),
      { numRuns: 300 },
    );
  });

  it('is the same for any two listings that agree in the groups disclosed and in the bands of the rest', () => {
    fc.assert(
      fc.property(
        bands,
        secrets,
        secrets,
        fc.subarray([...DISCLOSURE_GROUPS]),
        (known, one, other, groups) => {
          const open = Object.fromEntries(groups.map((group) => [group, 'EXACT']));
          const look = (secret: Secrets) => viewListing(hide(known, secret), CHIPS, masked(open));
          const told = { ...other, ...Object.fromEntries(groups.flatMap((group) => secretsOf(group, one))) };
          expect(look(told)).toEqual(look(one));
        },
      ),
      { numRuns: 300 },
    );
  });
});

describe('exactQuantity and rangeQuantity', () => {
  it('example: an exact amount has a value and no band', () => {
    expect(exactQuantity(quantity('1.50', 't', 'WEEK'))).toEqual({ value: '1.5', unit: 't', per: 'WEEK' });
  });

  it("example: a band has ends in the material's own unit and no value", () => {
    const band = rangeQuantity({ min: 200_000, max: 500_000 }, CHIPS);
    expect(band).toEqual({ min: '200', max: '500', unit: 't', per: 'YEAR' });
  });

  it('shows a range of one as a value', () => {
    expect(rangeQuantity({ min: 270_000, max: 270_000 }, CHIPS).value).toBe('270');
  });
});
