import {
  addDays,
  Decimal,
  kindOf,
  type Day,
  type Material,
  type MaterialBase,
  type Point,
  type Side,
  type StatedReading,
  type StreamProperty,
} from '#domain';
import { Chance } from './chance.js';

/** A place where firms lie, and the municipality it is in where there is one. */
export interface Settlement extends Point {
  readonly municipalityNumber: string | undefined;
  /** ISO 3166 alpha-2. */
  readonly country: string;
}

export interface GeneratedFirm {
  readonly id: string;
  readonly siteId: string;
  readonly name: string;
  readonly naceCode: string;
  readonly place: Settlement;
}

export interface GeneratedListing {
  readonly id: string;
  readonly firm: GeneratedFirm;
  readonly side: Side;
  readonly title: string;
  /** Best first; one of confidence 1 where the owner has confirmed it. */
  readonly readings: readonly StatedReading[];
  readonly wasteCode: string | undefined;
  /** In the unit of its material, a year. */
  readonly amount: Decimal;
  readonly unit: string;
  readonly properties: readonly StreamProperty[];
  readonly availableFrom: Day | undefined;
  readonly availableUntil: Day | undefined;
  readonly maxDistanceKm: number | undefined;
}

export interface MarketPlan {
  readonly seed: number;
  readonly listings: number;
  readonly materials: MaterialBase;
  readonly settlements: readonly Settlement[];
  readonly today: Day;
}

const LISTINGS_A_FIRM = 8;
/** Exponent of the Zipf law that materials and settlements follow: few common ones, many rare ones. */
const ZIPF = 0.9;
/** How far firms of a settlement lie from its middle, km, and a degree of latitude. */
const SPREAD_KM = 3;
const KM_A_DEGREE = 111.2;
/** Yearly amounts in the material's own unit: half lie below the first, and one in six above it times e to the second. */
const MEDIAN_AMOUNT = 1200;
const SPREAD_AMOUNT = 1.6;

/** How often a listing says more than it must. */
const PART = Object.freeze({ unconfirmed: 0.3, wasteCode: 0.6, property: 0.35, window: 0.3, limit: 0.2 });
const LIMITS_KM = [30, 80, 150, 300, 600, 1200] as const;

/** Industries that come up where a material names none. */
const INDUSTRIES =
  '10.20 10.51 16.10 17.11 20.13 20.15 23.51 23.61 24.10 24.42 25.62 35.30 37.00 38.32 42.11'.split(' ');

/**
 * A made-up market, the same for the same plan: half offers, half needs, over the materials that there really are,
 * around settlements that there really are.
 */
export const generateMarket = (plan: MarketPlan): readonly GeneratedListing[] => [...listingsOf(plan)];

/** The same one by one, for a market that is too large to be held. */
export function* listingsOf(plan: MarketPlan): Generator<GeneratedListing> {
  const chance = new Chance(plan.seed);
  const settlements = chance.shuffled(plan.settlements);
  const stock: Readonly<Record<Side, readonly Material[]>> = {
    OFFER: chance.shuffled(plan.materials.all.filter((one) => one.role !== 'input')),
    NEED: chance.shuffled(plan.materials.all.filter((one) => one.role !== 'by_product')),
  };
  const siblings = new Map<Material, readonly Material[]>();
  let firm: GeneratedFirm | undefined;
  for (let number = 0; number < plan.listings; number += 1) {
    const side = number % 2 === 0 ? 'OFFER' : 'NEED';
    const material = chance.zipf(stock[side], ZIPF);
    if (firm === undefined || chance.is(1 / LISTINGS_A_FIRM))
      firm = firmFor(chance, material, side, settlements);
    yield listingOf(chance, plan, firm, side, material, siblings);
  }
}

function firmFor(
  chance: Chance,
  material: Material,
  side: Side,
  settlements: readonly Settlement[],
): GeneratedFirm {
  const middle = chance.zipf(settlements, ZIPF);
  const known = side === 'OFFER' ? material.givers : material.takers;
  const id = chance.uuid();
  const north = (chance.normal() * SPREAD_KM) / KM_A_DEGREE;
  const east = (chance.normal() * SPREAD_KM) / (KM_A_DEGREE * Math.cos((middle.latitude * Math.PI) / 180));
  return {
    id,
    siteId: chance.uuid(),
    name: `Firm ${id.slice(0, 8)}`,
    naceCode: known.length > 0 && chance.is(0.7) ? `${chance.of(known)}.10` : chance.of(INDUSTRIES),
    place: { ...middle, latitude: middle.latitude + north, longitude: middle.longitude + east },
  };
}

function listingOf(
  chance: Chance,
  { materials, today }: MarketPlan,
  firm: GeneratedFirm,
  side: Side,
  material: Material,
  siblings: Siblings,
): GeneratedListing {
  return {
    id: chance.uuid(),
    firm,
    side,
    title: material.labels.en,
    readings: readingsOf(chance, materials, material, siblings),
    wasteCode: side === 'OFFER' && chance.is(PART.wasteCode) ? chance.ofAny(material.wasteCodes) : undefined,
    amount: new Decimal((MEDIAN_AMOUNT * Math.exp(SPREAD_AMOUNT * chance.normal())).toPrecision(4)),
    unit: material.unit,
    properties: chance.is(PART.property) ? propertiesOf(chance, side, material) : [],
    ...windowOf(chance, today),
    maxDistanceKm: chance.is(PART.limit) ? chance.of(LIMITS_KM) : undefined,
  };
}

/** What stands beside a material in the tree, looked up once. */
type Siblings = Map<Material, readonly Material[]>;

/** Where nobody has confirmed it, also what stands beside the material in the tree. */
function readingsOf(
  chance: Chance,
  materials: MaterialBase,
  material: Material,
  siblings: Siblings,
): readonly StatedReading[] {
  if (!chance.is(PART.unconfirmed)) return [{ code: material.code, confidence: 1 }];
  const kind = kindOf(material.unit);
  const near =
    siblings.get(material) ??
    materials.all.filter(
      (one) =>
        one.parent !== null &&
        one.parent === material.parent &&
        one !== material &&
        kindOf(one.unit) === kind,
    );
  siblings.set(material, near);
  const first = 0.5 + chance.part() / 2;
  const others = chance.shuffled(near).slice(0, 2);
  return [
    { code: material.code, confidence: first },
    ...others.map(({ code }, at) => ({ code, confidence: (first / 2) * 0.7 ** at })),
  ];
}

/** The middle of what is usual on one side, a limit a little beyond it on the other. */
function propertiesOf(chance: Chance, side: Side, material: Material): readonly StreamProperty[] {
  return material.properties
    .filter(({ range }) => Number.isFinite(range.min) && Number.isFinite(range.max))
    .slice(0, 2)
    .map(({ property, range, unit, basis }) => {
      const width = range.max - range.min;
      const about = range.min + width * chance.part();
      const stated = side === 'OFFER' ? { typical: decimal(about) } : { max: decimal(about + width / 2) };
      return { property, unit, basis, measured: chance.is(0.5), ...stated };
    });
}

const decimal = (value: number): Decimal => new Decimal(value.toPrecision(3));

function windowOf(chance: Chance, today: Day): Pick<GeneratedListing, 'availableFrom' | 'availableUntil'> {
  if (!chance.is(PART.window)) return { availableFrom: undefined, availableUntil: undefined };
  const start = chance.whole(200);
  return {
    availableFrom: addDays(today, start),
    availableUntil: addDays(today, start + 30 + chance.whole(700)),
  };
}
