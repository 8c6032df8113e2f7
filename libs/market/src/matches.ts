import { randomUUID } from 'node:crypto';
import { canMoveMatch, movableOf, RULE_SET, SYSTEM, type MatchState, type Rules } from '#domain';
import type { MatchRow, StandingMatch, StoredListing, Tx } from '#store';
import {
  bestPairs,
  byPair,
  likeliest,
  newPairs,
  openScore,
  pairUp,
  WIDENING,
  type Ranked,
} from './candidates.js';
import { factsOf, isRefusedOpenly, isSeen, withViews, type Pairing, type ViewedPair } from './facts.js';
import { isSettled } from './declines.js';
import { tellableOf, tellOfProposal } from './parties.js';
import { learnRoads, roadHints, type HintsOf } from './roads.js';
import type { Setting } from './setting.js';
import { isInMarket } from './standing.js';

/** A live match that both sides see. */
type MadeMatch = Pick<MatchRow, 'id' | 'offerFirmId' | 'needFirmId'>;

/** A live match of a listing, and what is to become of it. */
interface Carried {
  readonly match: StandingMatch;
  readonly other: StoredListing;
  /** What the pair is now; undefined where it is a match no more. */
  readonly found: FoundPair | undefined;
  readonly livesOn: boolean;
}

type FoundPair = ViewedPair & Ranked;

/** What a listing's matches should be, as it and the others were read: nothing is held yet. */
interface Proposal {
  readonly listing: StoredListing;
  readonly live: readonly Carried[];
  readonly fresh: readonly Ranked[];
}

/**
 * What a run through all listings asks of each, which looks for its own best alone, since all others do the same: to
 * MATCH, while what other rules found and it does not find stays open, for the other side may find it still; or to
 * SETTLE, which closes that.
 */
export type RunStep = 'MATCH' | 'SETTLE';

/** A listing that changes under the hands of its matching is looked at again; so often in a row it is not. */
const MOST_TRIES = 5;

/** What the worker finds between listings. */
export class MatchesService {
  constructor(private readonly setting: Setting) {}

  /**
   * Brings the matches of one listing up to its current version and amount: new ones are written and told, those
   * that a newer version overtook or a check now fails are closed. Safe to run twice and from two workers.
   *
   * @param step of a run through all listings
   * @throws Error where the listing changes again and again meanwhile
   */
  async refresh(listingId: string, step?: RunStep): Promise<void> {
    await this.askForRoads(listingId);
    const work = (tx: Tx): Promise<boolean> => this.tryRefreshing(tx, listingId, step);
    for (let tries = 1; tries <= MOST_TRIES; tries += 1)
      if (await this.setting.store.transaction(SYSTEM, work, 'bistrom_matching')) return;
    throw new Error('A listing changed while it was matched, each time that it was tried.');
  }

  /**
   * The live match of a pair; one that no search has brought, because others came first, is made and told. Call with
   * both listings locked and in the market.
   *
   * @returns undefined where the two do not fit, or one of them would not be told of it
   */
  async connect(tx: Tx, offer: StoredListing, need: StoredListing): Promise<MadeMatch | undefined> {
    const live = await tx.matches.liveBetween(offer.id, need.id);
    if (live !== null) return live.giverSees && live.takerSees ? live : undefined;
    const roads = await roadHints(tx, this.setting, offer, [need]);
    const { rules } = this.setting;
    const viewed = withViews({ offer, need, hints: roads(need) }, rules);
    if (!viewed?.giverSees || !viewed.takerSees) return undefined;
    if (isSettled(await tx.plans.pairs([offer.id], [need.id]), viewed, this.setting)) return undefined;
    const row = rowOf({ ...viewed, score: openScore(viewed, this.setting) }, rules);
    await tx.matches.insertNew([row]);
    await tx.events.appendAll(tellings(row));
    return row;
  }

  /** Before the transaction, which must not wait for a router. */
  private async askForRoads(listingId: string): Promise<void> {
    if (this.setting.router === undefined) return;
    const look = async (tx: Tx) => {
      const [listing] = await tx.listings.byIds([listingId]);
      if (listing === undefined || !isInMarket(listing)) return undefined;
      return { listing, others: await likeliest(tx, listing, this.setting) };
    };
    const found = await this.setting.store.read(SYSTEM, look, 'bistrom_matching');
    if (found !== undefined) await learnRoads(this.setting, found.listing, found.others);
  }

  /**
   * Looks first and holds afterwards: listings are held all at once, in the order of their ids, so that two matchings
   * never wait for each other in a ring. What was found on a listing that has changed since is not stored.
   *
   * @returns false where the listing itself has changed meanwhile
   */
  private async tryRefreshing(tx: Tx, listingId: string, step?: RunStep): Promise<boolean> {
    await this.setting.index.catchUp(tx);
    const proposal = await this.propose(tx, listingId, step);
    if (proposal === undefined) return true;
    const { listing, live, fresh } = proposal;
    const others = [...live.map((one) => one.other), ...fresh.flatMap(({ offer, need }) => [offer, need])];
    const isHeld = await tx.listings.hold([listing, ...others]);
    if (!isHeld(listing)) return false;
    const standing = await tx.matches.standing(listingId);
    const states = new Map(standing.map((one) => [one.id, one.state]));
    if (live.some(({ match }) => states.get(match.id) !== match.state)) return false;
    // A listing that has changed is matched again by itself, and its matches with it.
    const pairs = fresh.filter(({ offer, need }) => isHeld(offer) && isHeld(need));
    const rows = this.rowsOf(standing, pairs);
    const again = new Set(rows.map(pairOf));
    const stays = (one: Carried): boolean =>
      step === 'MATCH' && isOfOtherRules(one) && !again.has(pairOf(one.match));
    for (const one of live)
      if (isHeld(one.other) && !stays(one)) await carryOn(tx, one, listing, this.setting.rules);
    await insertNew(tx, rows);
    return true;
  }

  private async propose(tx: Tx, listingId: string, step?: RunStep): Promise<Proposal | undefined> {
    const [listing] = await tx.listings.byIds([listingId]);
    if (listing === undefined) return undefined;
    const live = await this.carried(tx, listing);
    if (!isInMarket(listing)) return { listing, live, fresh: [] };
    const kept = live.flatMap(({ found, livesOn }) => (found !== undefined && livesOn ? found : []));
    if (step !== undefined) return { listing, live, fresh: await bestPairs(tx, listing, this.setting, kept) };
    const held = {
      kept,
      freed: live.filter(({ livesOn, other }) => !livesOn && isInMarket(other)).map((one) => one.other),
    };
    return { listing, live, fresh: await newPairs(tx, listing, this.setting, held) };
  }

  private async carried(tx: Tx, listing: StoredListing): Promise<readonly Carried[]> {
    const live = await tx.matches.liveOfListing(listing.id);
    if (live.length === 0) return [];
    const otherIds = live.map((one) => (one.offerId === listing.id ? one.needId : one.offerId));
    const others = new Map((await tx.listings.byIds(otherIds)).map((one) => [one.id, one]));
    const roads = await roadHints(tx, this.setting, listing, [...others.values()]);
    return live.flatMap((match, at) => {
      const other = others.get(otherIds[at] ?? '');
      if (other === undefined) return [];
      const matchable = isInMarket(listing) && isInMarket(other);
      const found = matchable ? this.findAgain(match, listing, other, roads) : undefined;
      return { match, other, found, livesOn: found !== undefined && isUpToDate(match, found) };
    });
  }

  private findAgain(
    match: StandingMatch,
    listing: StoredListing,
    other: StoredListing,
    roads: HintsOf,
  ): FoundPair | undefined {
    const { rules } = this.setting;
    const hints = { ...roads(other), ...(match.widened ? { widening: WIDENING } : {}) };
    const pairing = pairUp(listing, other, (offer, need) => ({ offer, need, hints }));
    // A talk goes on in the eyes of both: what ends it must be what both know.
    const lives = (viewed: ViewedPair): boolean =>
      match.state === 'NEGOTIATING' ? !isRefusedOpenly(pairing, rules) : isSeen(viewed);
    const viewed = withViews(pairing, rules);
    return viewed !== undefined && lives(viewed)
      ? { ...viewed, score: openScore(viewed, this.setting) }
      : undefined;
  }

  private rowsOf(standing: readonly StandingMatch[], pairs: readonly Ranked[]): readonly NewMatch[] {
    const { rules } = this.setting;
    return (
      pairs
        .filter((one) => !isSettled(standing, one, this.setting))
        .flatMap((one) => viewedOf(one, rules))
        .filter(isSeen)
        // In one order everywhere: two listings matched at the same time would else wait for each other's pairs.
        .sort(byPair)
        .map((one) => rowOf(one, rules))
    );
  }
}

async function insertNew(tx: Tx, rows: readonly NewMatch[]): Promise<void> {
  if (rows.length === 0) return;
  const made = new Set(await tx.matches.insertNew(rows));
  await tx.events.appendAll(rows.filter((one) => made.has(one.id)).flatMap(tellings));
}

const pairOf = ({ offerId, needId }: Pick<StandingMatch, 'offerId' | 'needId'>): string =>
  `${offerId}|${needId}`;

const viewedOf = (pair: Ranked, rules: Rules): readonly FoundPair[] => {
  const viewed = withViews(pair, rules);
  return viewed === undefined ? [] : [{ ...viewed, score: pair.score }];
};

const versionsOf = ({ offer, need }: Pairing) => ({
  offerId: offer.id,
  offerVersion: offer.version,
  needId: need.id,
  needVersion: need.version,
});
const versionKey = (one: ReturnType<typeof versionsOf>): string =>
  [one.offerId, one.offerVersion, one.needId, one.needVersion].join('|');

/** The amount is the exact one: figures are summed from it, and nobody reads it of a single match. */
const viewsOf = (
  { offer, need, giverView, takerView, giverSees, takerSees, score }: FoundPair,
  rules: Rules,
) => ({
  offerVersion: offer.version,
  needVersion: need.version,
  ruleSet: giverView.ruleSet,
  factorSet: giverView.factorSet,
  link: giverView.link,
  giverView,
  takerView,
  giverSees,
  takerSees,
  giverScore: giverView.score,
  takerScore: takerView.score,
  score,
  yearlyBase: movableOf(factsOf(offer, rules), factsOf(need, rules), giverView.link).min,
});

const rowOf = (found: FoundPair, rules: Rules) => ({
  ...viewsOf(found, rules),
  id: randomUUID(),
  state: 'OPEN' as const,
  widened: found.hints.widening !== undefined,
  offerId: found.offer.id,
  needId: found.need.id,
  offerFirmId: found.offer.firm.id,
  needFirmId: found.need.firm.id,
});

type NewMatch = ReturnType<typeof rowOf>;

/**
 * Whether a live match goes on: a negotiation is about the pair and moves on to new versions as long as the pair still
 * matches; an open match of older versions or rules is closed, and a new one made in its place.
 */
const isUpToDate = (match: StandingMatch, found: ViewedPair): boolean =>
  match.state !== 'OPEN' || (isOfVersions(match, found) && match.ruleSet === RULE_SET);

/** Whether nothing but the rules keeps an open match from going on. */
const isOfOtherRules = ({ match, found, livesOn }: Carried): boolean =>
  found !== undefined && !livesOn && isOfVersions(match, found);

const isOfVersions = (match: StandingMatch, found: ViewedPair): boolean =>
  versionKey(match) === versionKey(versionsOf(found));

async function carryOn(
  tx: Tx,
  { match, found, livesOn }: Carried,
  listing: StoredListing,
  rules: Rules,
): Promise<void> {
  if (found === undefined) return close(tx, match, listing.state === 'EXPIRED' ? 'EXPIRED' : 'SUPERSEDED');
  if (!livesOn) return close(tx, match, 'SUPERSEDED');
  const known = match.state === 'NEGOTIATING' ? { giverSees: true, takerSees: true } : {};
  await tx.matches.setViews(match.id, { ...viewsOf(found, rules), ...known });
}

async function close(tx: Tx, match: StandingMatch, state: MatchState): Promise<void> {
  if (!canMoveMatch(match.state, state)) return;
  const proposal = await tx.proposals.liveOf(match.id);
  if (proposal !== null) {
    await tx.proposals.setState(proposal.id, 'EXPIRED');
    await tellOfProposal(tx, match, 'proposalChanged', proposal.id);
  }
  await tx.matches.setState(match.id, state);
  for (const firmId of tellableOf(match))
    await tx.events.append({ type: 'matchClosed', firmId, matchId: match.id });
}

/** Each party that sees it is told of the match as one of its own listing. */
const tellings = ({ id: matchId, ...row }: NewMatch) => [
  ...(row.giverSees
    ? [{ type: 'matchFound', firmId: row.offerFirmId, listingId: row.offerId, matchId }]
    : []),
  ...(row.takerSees ? [{ type: 'matchFound', firmId: row.needFirmId, listingId: row.needId, matchId }] : []),
];
