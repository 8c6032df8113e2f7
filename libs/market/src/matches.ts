import { randomUUID } from 'node:crypto';
import { canMoveMatch, isLiveMatch, RULE_SET, SYSTEM, type MatchState } from '#domain';
import type { MatchRow, StandingMatch, StoredListing, Tx } from '#store';
import { bestFindings, byPair, likeliest, pairUp, WIDENING } from './candidates.js';
import { find, isRefusedOpenly, isSeen, withViews, type Finding, type ViewedFinding } from './facts.js';
import { isSettled } from './declines.js';
import { tellableOf, tellOfProposal } from './parties.js';
import { learnRoads, roadHints, type HintsOf } from './roads.js';
import type { Setting } from './setting.js';
import { isInMarket } from './standing.js';

/** A live match that both sides see. */
type MadeMatch = Pick<MatchRow, 'id' | 'offerFirmId' | 'needFirmId'>;

/** What the worker finds between listings. */
export class MatchesService {
  constructor(private readonly setting: Setting) {}

  /**
   * Brings the matches of one listing up to its current version and amount: new ones are written and told, those
   * that a newer version overtook or a check now fails are closed. Safe to run twice and from two workers.
   *
   * @param keepsOlder leaves open what other rules found and this listing does not find again: in a run through all
   *   listings the other side may find it still, and until then it can be read
   */
  async refresh(listingId: string, keepsOlder = false): Promise<void> {
    await this.askForRoads(listingId);
    const work = async (tx: Tx): Promise<void> => {
      await tx.listings.lock([listingId]);
      const [listing] = await tx.listings.byIds([listingId]);
      if (listing === undefined) return;
      const standing = await tx.matches.standing(listingId);
      const { kept, older } = await this.carryOnLive(tx, listing, standing);
      if (!isInMarket(listing)) return;
      const fresh = this.freshOf(standing, await bestFindings(tx, listing, this.setting, kept));
      const again = new Set(fresh.map(pairOf));
      for (const match of older)
        if (!keepsOlder || again.has(pairOf(match))) await close(tx, match, 'SUPERSEDED');
      await insertNew(tx, fresh);
    };
    await this.setting.store.transaction(SYSTEM, work, 'bistrom_matching');
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
    const finding = find(offer, need, this.setting.rules, roads(need));
    const viewed = finding && withViews(finding, this.setting.rules);
    if (!viewed?.giverSees || !viewed.takerSees) return undefined;
    if (isSettled(await tx.plans.pairs([offer.id], [need.id]), viewed, this.setting)) return undefined;
    const row = rowOf(viewed);
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

  private async carryOnLive(
    tx: Tx,
    listing: StoredListing,
    standing: readonly StandingMatch[],
  ): Promise<CarriedOn> {
    const live = standing.filter((one) => isLiveMatch(one.state));
    if (live.length === 0) return { kept: [], older: [] };
    const otherIds = live.map((one) => (one.offerId === listing.id ? one.needId : one.offerId));
    const others = new Map((await tx.listings.byIds(otherIds)).map((one) => [one.id, one]));
    const roads = await roadHints(tx, this.setting, listing, [...others.values()]);
    const kept: string[] = [];
    const older: StandingMatch[] = [];
    for (const [index, match] of live.entries()) {
      const other = others.get(otherIds[index] ?? '');
      const matchable = other !== undefined && isInMarket(listing) && isInMarket(other);
      const finding = matchable ? this.findAgain(match, listing, other, roads) : undefined;
      if (other === undefined) continue;
      const fate = await carryOn(tx, match, finding, listing);
      if (fate === 'kept') kept.push(other.id);
      if (fate === 'older') older.push(match);
    }
    return { kept, older };
  }

  private findAgain(
    match: StandingMatch,
    listing: StoredListing,
    other: StoredListing,
    roads: HintsOf,
  ): ViewedFinding | undefined {
    const { rules } = this.setting;
    const hints = { ...roads(other), ...(match.widened ? { widening: WIDENING } : {}) };
    const finding = pairUp(listing, other, (offer, need) => find(offer, need, rules, hints));
    if (finding === undefined) return undefined;
    // A talk goes on in the eyes of both: what ends it must be what both know.
    const lives = (viewed: ViewedFinding): boolean =>
      match.state === 'NEGOTIATING' ? !isRefusedOpenly(finding, rules) : isSeen(viewed);
    const viewed = withViews(finding, rules);
    return viewed !== undefined && lives(viewed) ? viewed : undefined;
  }

  private freshOf(standing: readonly StandingMatch[], findings: readonly Finding[]): readonly NewMatch[] {
    return (
      findings
        .filter((one) => !isSettled(standing, one, this.setting))
        .flatMap((one) => withViews(one, this.setting.rules) ?? [])
        .filter(isSeen)
        // In one order everywhere: two listings matched at the same time would else wait for each other's pairs.
        .sort(byPair)
        .map(rowOf)
    );
  }
}

async function insertNew(tx: Tx, fresh: readonly NewMatch[]): Promise<void> {
  if (fresh.length === 0) return;
  const made = new Set(await tx.matches.insertNew(fresh));
  await tx.events.appendAll(fresh.filter((one) => made.has(one.id)).flatMap(tellings));
}

/** What has become of the live matches of a listing. */
interface CarriedOn {
  /** Listings of the other side that it goes on having one with. */
  readonly kept: readonly string[];
  /** Open ones between the same versions that other rules have found. */
  readonly older: readonly StandingMatch[];
}

const pairOf = ({ offerId, needId }: Pick<StandingMatch, 'offerId' | 'needId'>): string =>
  `${offerId}|${needId}`;

const versionsOf = ({ offer, need }: Finding) => ({
  offerId: offer.id,
  offerVersion: offer.version,
  needId: need.id,
  needVersion: need.version,
});
const versionKey = (one: ReturnType<typeof versionsOf>): string =>
  [one.offerId, one.offerVersion, one.needId, one.needVersion].join('|');

const viewsOf = (finding: ViewedFinding) => ({
  offerVersion: finding.offer.version,
  needVersion: finding.need.version,
  ruleSet: finding.exact.ruleSet,
  factorSet: finding.exact.factorSet,
  link: finding.exact.link,
  giverView: finding.giverView,
  takerView: finding.takerView,
  giverSees: finding.giverSees,
  takerSees: finding.takerSees,
  giverScore: finding.giverView.score,
  takerScore: finding.takerView.score,
  yearlyBase: finding.exact.yearlyBase.min,
});

const rowOf = (finding: ViewedFinding) => ({
  ...viewsOf(finding),
  id: randomUUID(),
  state: 'OPEN' as const,
  widened: finding.hints.widening !== undefined,
  offerId: finding.offer.id,
  needId: finding.need.id,
  offerFirmId: finding.offer.firm.id,
  needFirmId: finding.need.firm.id,
});

type NewMatch = ReturnType<typeof rowOf>;

/**
 * Decides what becomes of a live match: a negotiation is about the pair and moves on to new versions as long as
 * the pair still matches; an open match of older versions is closed, and a new one made in its place.
 */
async function carryOn(
  tx: Tx,
  match: StandingMatch,
  finding: ViewedFinding | undefined,
  listing: StoredListing,
): Promise<'kept' | 'older' | 'closed'> {
  if (finding === undefined) {
    await close(tx, match, listing.state === 'EXPIRED' ? 'EXPIRED' : 'SUPERSEDED');
    return 'closed';
  }
  if (match.state === 'OPEN' && versionKey(match) !== versionKey(versionsOf(finding))) {
    await close(tx, match, 'SUPERSEDED');
    return 'closed';
  }
  if (match.state === 'OPEN' && match.ruleSet !== RULE_SET) return 'older';
  const known = match.state === 'NEGOTIATING' ? { giverSees: true, takerSees: true } : {};
  await tx.matches.setViews(match.id, { ...viewsOf(finding), ...known });
  return 'kept';
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
