import {
  boundOf,
  isRefused,
  judge,
  lookOf,
  seenOf,
  type Judgement,
  type ListingFacts,
  type Look,
  type PairHints,
} from '#domain';
import type { StoredListing, Tx } from '#store';
import { byGain, type Entering } from './candidate-index.js';
import { publicFactsOf, type Pairing } from './facts.js';
import { roadHints } from './roads.js';
import type { Setting } from './setting.js';
import { isInMarket } from './standing.js';

/** A listing's list is its best live matches, beyond which nobody reads. Migration 032 says so of the floors too. */
const MOST_FOUND = 20;
/** Lists of others that a listing comes onto beside its own best: in a young market every list would have room. */
const MOST_ENTERED = 20;
/** Candidates that one search brings, and how many of them are read and judged at a time. */
const SEARCHED = 120;
const PAGE = 24;
/** A listing with fewer partners than this is looked for farther away. */
const FEW = 3;
/** How much farther; the reach of a material is an experience, not a limit (NISP: half of all exchanges lie beyond 33 km). */
export const WIDENING = 3;
/** Bound and score are reckoned in different orders: what lies this close may be either way round. */
const ROUNDING = 1e-9;

/** A pair that no check refuses on what everybody could know, and the score that everybody could reckon. */
export interface Ranked extends Pairing {
  readonly score: number;
}

/** The matches that a listing has already, as its lists and those of others must know of them. */
export interface Held {
  /** Those that live on. */
  readonly kept: readonly Ranked[];
  /** Listings that lose their match with it, and so have room. */
  readonly freed: readonly StoredListing[];
}

/**
 * The pairs that belong on a list and are not matched yet: the listing's own best, out of a search that is widened where
 * partners are few, and those of whose list it becomes a part, where they gain most by it.
 */
export async function newPairs(
  tx: Tx,
  listing: StoredListing,
  setting: Setting,
  held: Held,
): Promise<readonly Ranked[]> {
  const best = await bestPairs(tx, listing, setting, held.kept);
  return [...best, ...(await enteredPairs(tx, listing, setting, { ...held, kept: [...held.kept, ...best] }))];
}

/** The listing's own best pairs beside those that are kept, where they are few out of a wider search. */
export async function bestPairs(
  tx: Tx,
  listing: StoredListing,
  setting: Setting,
  kept: readonly Ranked[],
): Promise<readonly Ranked[]> {
  const near = await search(tx, listing, setting, kept, {});
  if (near.length + kept.length >= FEW) return near;
  return [...near, ...(await search(tx, listing, setting, [...kept, ...near], { widening: WIDENING }))];
}

/** Best bound first, until no bound left reaches the last score kept: exact without looking at everything. */
async function search(
  tx: Tx,
  listing: StoredListing,
  setting: Setting,
  known: readonly Ranked[],
  hints: PairHints,
): Promise<readonly Ranked[]> {
  const facts = publicFactsOf(listing, setting.rules);
  const look = lookFor(facts, setting, hints.widening);
  const leaveOut = othersOf(known, listing);
  let best = known.toSorted(byScore).slice(0, MOST_FOUND);
  const found = (): readonly Ranked[] => best.filter((one) => !known.includes(one));
  for (let skip = 0; ; skip += SEARCHED) {
    const candidates = await setting.index.candidates(tx, look, leaveOut, { first: SEARCHED, skip });
    for (let at = 0; at < candidates.length; at += PAGE) {
      const last = best[MOST_FOUND - 1]?.score;
      if (last !== undefined && last > (candidates[at]?.bound ?? 0) + ROUNDING) return found();
      const others = await tx.listings.byIds(candidates.slice(at, at + PAGE).map((one) => one.id));
      const ranked = await rankAll(tx, setting, { listing, facts, others, hints });
      best = [...best, ...ranked].sort(byScore).slice(0, MOST_FOUND);
    }
    if (candidates.length < SEARCHED) return found();
  }
}

/** What comes onto the lists of others, up to a number that has its matches counted in. */
async function enteredPairs(
  tx: Tx,
  listing: StoredListing,
  setting: Setting,
  { kept, freed }: Held,
): Promise<readonly Ranked[]> {
  const first = Math.min(MOST_ENTERED, MOST_FOUND + MOST_ENTERED - kept.length);
  if (first <= 0) return [];
  const facts = publicFactsOf(listing, setting.rules);
  const look = lookFor(facts, setting);
  const known = othersOf(kept, listing);
  const roomy = freed.filter(({ id }) => !known.includes(id));
  const leaveOut = [...known, ...roomy.map((one) => one.id)];
  const entering = [
    ...(await setting.index.entering(tx, look, leaveOut, first)),
    ...roomy.flatMap((one) => boundsWith(look, one, setting)),
  ]
    .sort(byGain)
    .slice(0, first);
  const others = await tx.listings.byIds(entering.map((one) => one.id));
  const floors = new Map(entering.map((one) => [one.id, one.floor]));
  const ranked = await rankAll(tx, setting, { listing, facts, others, hints: {} });
  return ranked.filter((one) => one.score > (floors.get(otherOf(one, listing).id) ?? -Infinity));
}

/** What an index would say of a listing whose list has room. */
function boundsWith(look: Look, other: StoredListing, { rules }: Setting): readonly Entering[] {
  const bounds = seenOf(publicFactsOf(other, rules)).flatMap((seen) =>
    look.sought.flatMap((sought) => boundOf(look, seen, sought) ?? []),
  );
  return bounds.length === 0 ? [] : [{ id: other.id, bound: Math.max(...bounds), floor: undefined }];
}

/** A router may know a road that is hardly longer than the great circle. */
const lookFor = (facts: ListingFacts, { rules, router }: Setting, widening?: number): Look => {
  const look = lookOf(facts, rules, widening);
  return router === undefined ? look : { ...look, leastDetour: 1 };
};

async function rankAll(
  tx: Tx,
  setting: Setting,
  { listing, facts, others, hints }: Beside,
): Promise<readonly Ranked[]> {
  const roads = await roadHints(tx, setting, listing, others);
  // An index that is behind may name a listing that has gone since.
  return others.filter(isInMarket).flatMap((other) => {
    const pairing = pairUp(listing, other, (offer, need) => ({
      offer,
      need,
      hints: { ...roads(other), ...hints },
    }));
    const judged = judgeOpenly(pairing, setting, facts);
    return judged === undefined || isRefused(judged) ? [] : { ...pairing, score: judged.score };
  });
}

interface Beside {
  readonly listing: StoredListing;
  readonly facts: ListingFacts;
  readonly others: readonly StoredListing[];
  readonly hints: PairHints;
}

/**
 * Judges a pair by what everybody could know of it.
 *
 * @param known public facts of one of the two, where they are at hand
 * @returns undefined where nothing ties the two
 */
function judgeOpenly(
  { offer, need, hints }: Pairing,
  { rules }: Setting,
  known?: ListingFacts,
): Judgement | undefined {
  const factsOf = (one: StoredListing): ListingFacts =>
    one.id === known?.listingId ? known : publicFactsOf(one, rules);
  // a router was asked about the very spots, and only where both are open to all may it have a say here
  const open = [offer, need].every((one) => one.terms.visibility === 'FEDERATION');
  return judge(factsOf(offer), factsOf(need), rules, open ? hints : { widening: hints.widening });
}

/** The score that everybody could reckon of a pair that is tied, whether or not a check refuses it. */
export const openScore = (pairing: Pairing, setting: Setting): number =>
  judgeOpenly(pairing, setting)?.score ?? 0;

/** Those that a listing would be weighed against first: whose roads are worth asking a router for. */
export async function likeliest(
  tx: Tx,
  listing: StoredListing,
  setting: Setting,
): Promise<readonly StoredListing[]> {
  const look = lookFor(publicFactsOf(listing, setting.rules), setting);
  const page = await setting.index.candidates(tx, look, [], { first: SEARCHED, skip: 0 });
  return tx.listings.byIds(page.map((one) => one.id));
}

/** Puts a listing and one of the other side in the order offer, need. */
export const pairUp = <T>(
  own: StoredListing,
  other: StoredListing,
  use: (offer: StoredListing, need: StoredListing) => T,
): T => (own.terms.side === 'OFFER' ? use(own, other) : use(other, own));

const otherOf = ({ offer, need }: Pick<Pairing, 'offer' | 'need'>, own: StoredListing): StoredListing =>
  offer.id === own.id ? need : offer;

const othersOf = (pairs: readonly Ranked[], own: StoredListing): readonly string[] =>
  pairs.map((one) => otherOf(one, own).id);

const pairKey = (offerId: string, needId: string): string => `${offerId}|${needId}`;

export const byPair = (a: Pick<Pairing, 'offer' | 'need'>, b: Pick<Pairing, 'offer' | 'need'>): number =>
  pairKey(a.offer.id, a.need.id).localeCompare(pairKey(b.offer.id, b.need.id));

const byScore = (a: Ranked, b: Ranked): number => b.score - a.score || byPair(a, b);
