import { daysBetween, type Day } from '../calendar/day.js';
import type { ListingFacts } from './facts.js';
import { statementsOf } from './checks/statement.js';

/** Why a firm says no to a match. */
export const DECLINE_REASONS = Object.freeze([
  'PRICE',
  'QUALITY',
  'DISTANCE',
  'PERMIT',
  'VOLUME',
  'TIMING',
  'HAVE_PARTNER',
  'NOT_CREDIBLE',
  'OTHER',
] as const);
export type DeclineReason = (typeof DECLINE_REASONS)[number];

/** A match that one firm declined or accepted, as far as it tells of distance. */
export interface Answered {
  /** Absent where the firm accepted. */
  readonly reason?: DeclineReason | undefined;
  /** By road, km. */
  readonly km: number;
  /** Code of the root of the material's family: a firm that will not fetch chips from afar may fetch dross. */
  readonly materialRoot: string;
}

/** So many declines for distance, or their weight, make a habit; one is an accident. */
const HABIT = 2;
/** A price is declined for many reasons; over a long road the freight is often one of them. */
const PRICE_WEIGHT = 0.5;
/** What a long road is, as part of the reach that the material usually has. */
const LONG_PART = 0.5;
/** Just below: the same site must not come again over a road that was measured anew. */
const JUST_BELOW_KM = 1;

/**
 * How far a firm goes for a family of materials, learned from what it declined: just below the nearest distance that
 * it found too far, once two declines say so, and never below the farthest that it accepted. A price declined over
 * more than half of the usual reach counts half.
 *
 * @param answers what one firm answered, in any order
 * @param usualReachKm economic reach of the material, km
 * @returns km, or undefined while nothing is learned
 * @example learnedReach([{ reason: 'DISTANCE', km: 90, materialRoot: 'wood' }, { reason: 'DISTANCE', km: 70, materialRoot: 'wood' }], 'wood', 100) // 69
 */
export function learnedReach(
  answers: readonly Answered[],
  materialRoot: string,
  usualReachKm: number,
): number | undefined {
  const family = answers.filter((one) => one.materialRoot === materialRoot);
  const tooFar = family.filter((one) => weightOf(one, usualReachKm) > 0);
  const weight = tooFar.reduce((sum, one) => sum + weightOf(one, usualReachKm), 0);
  if (weight < HABIT) return undefined;
  const nearest = Math.min(...tooFar.map((one) => one.km));
  const accepted = family.filter((one) => one.reason === undefined).map((one) => one.km);
  return Math.max(0, nearest - JUST_BELOW_KM, ...accepted);
}

function weightOf({ reason, km }: Answered, usualReachKm: number): number {
  if (reason === 'DISTANCE') return 1;
  return reason === 'PRICE' && km > usualReachKm * LONG_PART ? PRICE_WEIGHT : 0;
}

/** What a decline may hang on, besides the facts that matching knows. */
export type DecidedFacts = ListingFacts & { readonly price?: string | undefined };

type Choose = (facts: DecidedFacts) => Readonly<Record<string, unknown>>;

const ofQuality: Choose = ({ material, properties }) => ({
  material: material.code,
  properties: [...statementsOf(properties).values()]
    .flat()
    .map(({ name, base, unit, measure, basis, measured }) => [
      name,
      digits(base.min),
      digits(base.max),
      measure?.dimension ?? unit,
      basis,
      measured,
    ]),
});

const ofAmountAndTime: Choose = (facts) => ({
  amount: step(facts.yearlyBase.max),
  smallestLot: facts.smallestLot && step(facts.smallestLot.max),
  largestLot: facts.largestLot && step(facts.largestLot.max),
  once: facts.once,
  from: facts.availableFrom,
  until: facts.availableUntil,
  months: facts.monthlyProfile && shares(facts.monthlyProfile),
});

const ofPlace: Choose = ({ place, maxDistanceKm }) => ({
  latitude: place.latitude.toFixed(2),
  longitude: place.longitude.toFixed(2),
  radiusKm: place.radiusKm,
  maxDistanceKm,
});

const ofLaw: Choose = ({ wasteCode, hazardous, permits, byProductTest }) => ({
  wasteCode: wasteCode?.replaceAll(/\D/g, ''),
  hazardous,
  permits: permits && [...new Set(permits.map((one) => one.replaceAll(/\D/g, '')))].sort(),
  byProductTest: byProductTest && Object.entries(byProductTest).sort(([a], [b]) => (a < b ? -1 : 1)),
});

const ofPrice: Choose = ({ price, yearlyBase, once }) => ({ price, amount: step(yearlyBase.max), once });

/** What is said of the partner, not of the stream: only another stream makes it another question. */
const ofMaterial: Choose = ({ material }) => ({ material: material.code });

/**
 * What each reason hangs on. A permit that was missing may come with a new code or a new licence; quality with new
 * properties; an amount or a time with new ones of either; a distance with a new place or a longer reach; a price with
 * a new price, or with an amount that makes another one.
 */
const HANGS_ON: Readonly<Record<DeclineReason, Choose>> = Object.freeze({
  PERMIT: ofLaw,
  QUALITY: ofQuality,
  VOLUME: ofAmountAndTime,
  TIMING: ofAmountAndTime,
  DISTANCE: ofPlace,
  PRICE: ofPrice,
  HAVE_PARTNER: ofMaterial,
  NOT_CREDIBLE: ofMaterial,
  OTHER: ofMaterial,
});

/**
 * The facts that a decline hangs on, as one text: it stays the same while nothing changes that could change the
 * answer. The store keeps it, or its hash, with the decline. Exact facts of both sides go in: it is never shown.
 *
 * @returns canonical text, independent of the order of properties and permits; small changes of an amount (a tenth
 * or so) leave it as it is, because every delivery makes one
 * @example decisiveFacts('HAVE_PARTNER', slagOffer, gravelNeed) // 'HAVE_PARTNER {"material":"copper-slag"} {"material":"gravel"}'
 */
export function decisiveFacts(reason: DeclineReason, offer: DecidedFacts, need: DecidedFacts): string {
  const choose = HANGS_ON[reason];
  return [reason, JSON.stringify(choose(offer)), JSON.stringify(choose(need))].join(' ');
}

/** Steps to a decade: the preferred numbers R10 of ISO 3, each a quarter more than the one before. */
const STEPS_TO_A_DECADE = 10;

/** The step that an amount lies on: every delivery leaves a little less, and that changes no one's mind. */
const step = (amount: number): number | 'none' =>
  amount > 0 ? Math.round(STEPS_TO_A_DECADE * Math.log10(amount)) : 'none';

/** Numbers that were converted are compared to six digits. */
const digits = (value: number): string => value.toPrecision(6);

/** Weights of months say the same however they are scaled. */
function shares(weights: readonly number[]): readonly string[] {
  const total = weights.reduce((sum, one) => sum + one, 0);
  return weights.map((one) => (one / total).toFixed(2));
}

/** A decline as the store keeps it. */
export interface KeptDecline {
  readonly reason: DeclineReason;
  /** {@link decisiveFacts} of that day, or its hash. */
  readonly facts: string;
  readonly offerVersion: number;
  readonly needVersion: number;
  readonly declinedOn: Day;
}

/** The pair as it stands today; `facts` for the reason of the decline, hashed where the decline's is. */
export type PairNow = Omit<KeptDecline, 'reason' | 'declinedOn'> & { readonly today: Day };

/** A firm that has a partner, or does not trust, is asked again after half a year at the earliest. */
const REST_DAYS = 180;
const OF_THE_PARTNER: ReadonlySet<DeclineReason> = new Set(['HAVE_PARTNER', 'NOT_CREDIBLE', 'OTHER']);

/**
 * Whether a declined pair stays declined: until a fact that the reason hangs on has changed. Reasons that lie in the
 * partner hang on no fact, so there half a year and a new version of either listing will also do.
 *
 * @example blocksAgain({ ...decline, facts: 'as it was' }, { ...now, facts: 'as it was' }) // true
 */
export function blocksAgain(decline: KeptDecline, now: PairNow): boolean {
  if (decline.facts !== now.facts) return false;
  if (!OF_THE_PARTNER.has(decline.reason)) return true;
  const changed = decline.offerVersion !== now.offerVersion || decline.needVersion !== now.needVersion;
  return !(changed && daysBetween(decline.declinedOn, now.today) >= REST_DAYS);
}
