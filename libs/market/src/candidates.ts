import {
  isRefused,
  judge,
  lookOf,
  type Judgement,
  type ListingFacts,
  type Look,
  type PairHints,
} from '#domain';
import type { StoredListing, Tx } from '#store';
import { find, publicFactsOf, type Finding } from './facts.js';
import { roadHints } from './roads.js';
import type { Setting } from './setting.js';

/** New matches for one listing at a time: the best ones, beyond which nobody reads. */
const MOST_FOUND = 20;
/** Candidates that one search brings, and how many of them are read and judged at a time. */
const SEARCHED = 120;
const PAGE = 24;
/** A listing with fewer partners than this is looked for farther away. */
const FEW = 3;
/** How much farther; the reach of a material is an experience, not a limit (NISP: half of all exchanges lie beyond 33 km). */
export const WIDENING = 3;

/**
 * The best pairs of a listing by the score that everybody could reckon, out of a search that is widened where partners are few.
 *
 * @param leaveOut listings it has a live match with
 */
export async function bestFindings(
  tx: Tx,
  listing: StoredListing,
  setting: Setting,
  leaveOut: readonly string[],
): Promise<readonly Finding[]> {
  const near = await search(tx, listing, setting, leaveOut, {});
  if (near.length + leaveOut.length >= FEW) return near;
  const known = [...leaveOut, ...near.map((one) => otherOf(one, listing).id)];
  return [...near, ...(await search(tx, listing, setting, known, { widening: WIDENING }))];
}

/** Best bound first, until no bound left reaches the last score kept: exact without looking at everything. */
async function search(
  tx: Tx,
  listing: StoredListing,
  setting: Setting,
  leaveOut: readonly string[],
  hints: PairHints,
): Promise<readonly Finding[]> {
  const { rules } = setting;
  const facts = publicFactsOf(listing, rules);
  const look = lookFor(facts, setting, hints.widening);
  let best: readonly Judged[] = [];
  for (let skip = 0; ; skip += SEARCHED) {
    const candidates = await tx.search.candidates(look, leaveOut, { first: SEARCHED, skip });
    for (let at = 0; at < candidates.length; at += PAGE) {
      const last = best[MOST_FOUND - 1]?.judgement.score;
      if (last !== undefined && last >= (candidates[at]?.bound ?? 0)) return findings(best, setting);
      const others = await tx.listings.byIds(candidates.slice(at, at + PAGE).map((one) => one.id));
      const judged = await judgeAll(tx, setting, { listing, facts, others, hints });
      best = [...best, ...judged].sort(byScore).slice(0, MOST_FOUND);
    }
    if (candidates.length < SEARCHED) return findings(best, setting);
  }
}

/** A router may know a road that is hardly longer than the great circle. */
const lookFor = (facts: ListingFacts, { rules, router }: Setting, widening?: number): Look => {
  const look = lookOf(facts, rules, widening);
  return router === undefined ? look : { ...look, leastDetour: 1 };
};

/** A pair that no check refuses on what everybody could know. */
interface Judged extends Pick<Finding, 'offer' | 'need' | 'hints'> {
  readonly judgement: Judgement;
}

async function judgeAll(
  tx: Tx,
  setting: Setting,
  { listing, facts, others, hints }: Beside,
): Promise<readonly Judged[]> {
  const { rules } = setting;
  const roads = await roadHints(tx, setting, listing, others);
  return others.flatMap((other) => {
    const known = { ...roads(other), ...hints };
    const theirs = publicFactsOf(other, rules);
    const gives = listing.terms.side === 'OFFER';
    const [offer, need] = gives ? [listing, other] : [other, listing];
    const [offered, wanted] = gives ? [facts, theirs] : [theirs, facts];
    // a router was asked about the very spots, and only where both are open to all may it have a say here
    const open = [offer, need].every((one) => one.terms.visibility === 'FEDERATION');
    const judgement = judge(offered, wanted, rules, open ? known : hints);
    return judgement === undefined || isRefused(judgement) ? [] : { offer, need, hints: known, judgement };
  });
}

interface Beside {
  readonly listing: StoredListing;
  readonly facts: ListingFacts;
  readonly others: readonly StoredListing[];
  readonly hints: PairHints;
}

const findings = (best: readonly Judged[], { rules }: Setting): readonly Finding[] =>
  best.flatMap(({ offer, need, hints }) => find(offer, need, rules, hints) ?? []);

/** Those that a listing would be weighed against first: whose roads are worth asking a router for. */
export async function likeliest(
  tx: Tx,
  listing: StoredListing,
  setting: Setting,
): Promise<readonly StoredListing[]> {
  const look = lookFor(publicFactsOf(listing, setting.rules), setting);
  const page = await tx.search.candidates(look, [], { first: SEARCHED, skip: 0 });
  return tx.listings.byIds(page.map((one) => one.id));
}

/** Puts a listing and one of the other side in the order offer, need. */
export const pairUp = <T>(
  own: StoredListing,
  other: StoredListing,
  use: (offer: StoredListing, need: StoredListing) => T,
): T => (own.terms.side === 'OFFER' ? use(own, other) : use(other, own));

const otherOf = ({ offer, need }: Pick<Finding, 'offer' | 'need'>, own: StoredListing): StoredListing =>
  offer.id === own.id ? need : offer;

const pairKey = (offerId: string, needId: string): string => `${offerId}|${needId}`;

export const byPair = (a: Pick<Finding, 'offer' | 'need'>, b: Pick<Finding, 'offer' | 'need'>): number =>
  pairKey(a.offer.id, a.need.id).localeCompare(pairKey(b.offer.id, b.need.id));

const byScore = (a: Judged, b: Judged): number => b.judgement.score - a.judgement.score || byPair(a, b);
