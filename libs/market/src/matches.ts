import { randomUUID } from 'node:crypto';
import {
  can,
  canMoveMatch,
  RULE_SET,
  SYSTEM,
  wishesFor,
  answersTo,
  isLiveMatch,
  otherSide,
  type Actor,
  type MatchState,
} from '#domain';
import type { MatchRow, StoredListing, Tx } from '#store';
import { find, factsOf, type Finding } from './facts.js';
import { once } from './once.js';
import { conflict, done, notFound, type Outcome } from './outcome.js';
import type { Setting } from './setting.js';

export interface Decline {
  readonly reason: string;
  readonly note?: string | undefined;
}

/** New matches written for one listing at a time; the best ones, beyond which nobody reads. */
const MOST_NEW = 100;

/** What the worker finds between listings, and what a party declines of it. */
export class MatchesService {
  constructor(private readonly setting: Setting) {}

  /**
   * Brings the matches of one listing up to its current version and amount: new ones are written and told, those
   * that a newer version overtook or a check now fails are closed. Safe to run twice and from two workers.
   */
  async refresh(listingId: string): Promise<void> {
    await this.setting.store.transaction(SYSTEM, async (tx) => {
      await tx.listings.lock([listingId]);
      const listing = await tx.listings.byId(listingId);
      if (listing === undefined) return;
      const live = await tx.matches.liveOf(listingId);
      const findings = await this.findingsFor(tx, listing);
      const kept = new Set<string>();
      for (const match of live) {
        const finding = findings.find(
          (one) => one.offer.id === match.offerId && one.need.id === match.needId,
        );
        if (await carryOn(tx, match, finding, listing)) kept.add(pairKey(match.offerId, match.needId));
      }
      await this.insertNew(
        tx,
        listing,
        findings.filter((one) => !kept.has(pairKey(one.offer.id, one.need.id))),
      );
    });
  }

  decline(
    actor: Actor,
    id: string,
    decline: Decline,
    idempotencyKey?: string,
  ): Promise<Outcome<{ matchId: string }>> {
    const call = { operation: 'declineMatch', key: idempotencyKey, input: { id, decline } };
    return this.setting.store.transaction(actor, (tx) =>
      once(tx, actor, call, async () => {
        const match = await tx.matches.lock(id);
        if (match === null || !can(actor, { action: 'read match', firmIds: partiesOf(match) }))
          return notFound('match');
        if (!isLiveMatch(match.state))
          return conflict(`The match is ${match.state} and can no longer be declined.`);
        const proposal = await tx.proposals.liveOf(id);
        if (proposal !== null) await tx.proposals.setState(proposal.id, 'DECLINED', decline);
        await tx.matches.setState(id, 'DECLINED', decline);
        for (const firmId of partiesOf(match))
          await tx.events.append({ type: 'matchDeclined', firmId, matchId: id });
        return done({ matchId: id });
      }),
    );
  }

  private async findingsFor(tx: Tx, listing: StoredListing): Promise<readonly Finding[]> {
    if (listing.state !== 'ACTIVE' || listing.remaining.isZero()) return [];
    const others = await tx.listings.candidates({
      side: otherSide(listing.terms.side),
      notFirmId: listing.firm.id,
      from: listing.site,
      reaches: this.reachesOf(listing),
    });
    return others
      .flatMap((other) => {
        const [offer, need] = listing.terms.side === 'OFFER' ? [listing, other] : [other, listing];
        return find(offer, need, this.setting.rules) ?? [];
      })
      .sort((a, b) => b.exact.score - a.exact.score || byPair(a, b));
  }

  /** Materials of the other side worth looking at, each within the reach of what would be moved. */
  private reachesOf(listing: StoredListing): { code: string; km: number }[] {
    const { materials } = this.setting.rules;
    const { material, maxDistanceKm } = factsOf(listing, this.setting.rules);
    const farthest = maxDistanceKm ?? Infinity;
    if (listing.terms.side === 'OFFER') {
      const km = maxDistanceKm ?? material.reachKm;
      return wishesFor(materials, material.code).map((code) => ({ code, km }));
    }
    // The giver may accept more than the material's own reach: only the need's own limit bounds the search.
    return answersTo(materials, material.code).map((code) => ({ code, km: Math.min(farthest, FARTHEST_KM) }));
  }

  private async insertNew(tx: Tx, listing: StoredListing, findings: readonly Finding[]): Promise<void> {
    if (findings.length === 0) return;
    const settled = new Set((await tx.matches.settledOf(listing.id)).map((row) => versionKey(row)));
    const fresh = findings.filter((one) => !settled.has(versionKey(versionsOf(one))));
    // In one order everywhere: two listings matched at the same time would else wait for each other's pairs.
    for (const finding of fresh.slice(0, MOST_NEW).sort(byPair)) {
      const id = randomUUID();
      const made = await tx.matches.insertIfNew({ ...rowOf(finding), id, state: 'OPEN' });
      if (made) await tell(tx, id, finding);
    }
  }
}

/** No by-product of the tree pays a longer road. */
const FARTHEST_KM = 20_000;

export const partiesOf = (match: Pick<MatchRow, 'offerFirmId' | 'needFirmId'>): readonly [string, string] => [
  match.offerFirmId,
  match.needFirmId,
];

const pairKey = (offerId: string, needId: string): string => `${offerId}|${needId}`;
const byPair = (a: Finding, b: Finding): number =>
  pairKey(a.offer.id, a.need.id).localeCompare(pairKey(b.offer.id, b.need.id));
const versionsOf = ({ offer, need }: Finding) => ({
  offerId: offer.id,
  offerVersion: offer.version,
  needId: need.id,
  needVersion: need.version,
});
const versionKey = (one: ReturnType<typeof versionsOf>): string =>
  [one.offerId, one.offerVersion, one.needId, one.needVersion].join('|');

const viewsOf = (finding: Finding) => ({
  offerVersion: finding.offer.version,
  needVersion: finding.need.version,
  ruleSet: finding.exact.ruleSet,
  factorSet: finding.exact.factorSet,
  link: finding.exact.link,
  giverView: finding.giverView,
  takerView: finding.takerView,
  giverScore: finding.giverView.score,
  takerScore: finding.takerView.score,
  yearlyBase: finding.exact.yearlyBase.min,
});

const rowOf = (finding: Finding) => ({
  ...viewsOf(finding),
  offerId: finding.offer.id,
  needId: finding.need.id,
  offerFirmId: finding.offer.firm.id,
  needFirmId: finding.need.firm.id,
});

/**
 * Decides what becomes of a live match: a negotiation is about the pair and moves on to new versions as long as
 * the pair still matches; an open match of older versions or rules is closed, and a new one made in its place.
 *
 * @returns whether the match lives on
 */
async function carryOn(
  tx: Tx,
  match: MatchRow,
  finding: Finding | undefined,
  listing: StoredListing,
): Promise<boolean> {
  if (finding === undefined) {
    await close(tx, match, listing.state === 'EXPIRED' ? 'EXPIRED' : 'SUPERSEDED');
    return false;
  }
  const current = versionKey(match) === versionKey(versionsOf(finding)) && match.ruleSet === RULE_SET;
  if (match.state === 'OPEN' && !current) {
    await close(tx, match, 'SUPERSEDED');
    return false;
  }
  await tx.matches.setViews(match.id, viewsOf(finding));
  return true;
}

async function close(tx: Tx, match: MatchRow, state: MatchState): Promise<void> {
  if (!canMoveMatch(match.state, state)) return;
  const proposal = await tx.proposals.liveOf(match.id);
  if (proposal !== null) await tx.proposals.setState(proposal.id, 'EXPIRED');
  await tx.matches.setState(match.id, state);
  for (const firmId of partiesOf(match))
    await tx.events.append({ type: 'matchClosed', firmId, matchId: match.id });
}

/** Each party is told of the match as one of its own listing. */
async function tell(tx: Tx, matchId: string, { offer, need }: Finding): Promise<void> {
  for (const own of [offer, need]) {
    await tx.events.append({ type: 'matchFound', firmId: own.firm.id, listingId: own.id, matchId });
  }
}
