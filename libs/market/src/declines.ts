import { createHash } from 'node:crypto';
import {
  actsFor,
  blocksAgain,
  can,
  dayInOslo,
  decisiveFacts,
  isLiveMatch,
  learnedReach,
  plain,
  SYSTEM,
  type Actor,
  type Answered,
  type DecidedFacts,
  type DeclineReason,
} from '#domain';
import type { MatchRow, StandingMatch, StoredListing, Tx } from '#store';
import { factsOf, type Pairing } from './facts.js';
import { learnReach } from './jobs.js';
import { partiesOf, tellableOf, tellOfProposal } from './parties.js';
import { mayNot } from './permit.js';
import { once } from './once.js';
import { conflict, done, notFound, type Outcome } from './outcome.js';
import { today, type Setting } from './setting.js';
import { bringToMarket } from './standing.js';

export interface Decline {
  readonly reason: DeclineReason;
  readonly note?: string | undefined;
}

/** What a party declines, and what the matcher learns of it. */
export class DeclinesService {
  constructor(private readonly setting: Setting) {}

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
        if (match === null || !can(actor, { action: 'read match', firmIds: tellableOf(match) }))
          return notFound('match');
        const refused = mayNot(actor, 'negotiate', ...partiesOf(match));
        if (refused !== undefined) return refused;
        if (!isLiveMatch(match.state))
          return conflict(`The match is ${match.state} and can no longer be declined.`);
        const proposal = await tx.proposals.liveOf(id);
        if (proposal !== null) {
          await tx.proposals.setState(proposal.id, 'DECLINED', decline);
          await tellOfProposal(tx, match, 'proposalChanged', proposal.id, byOf(actor, match));
        }
        await tx.matches.decline(id, { ...decline, ...(await this.kept(tx, actor, match, decline)) });
        for (const firmId of tellableOf(match))
          await tx.events.append({ type: 'matchDeclined', firmId, matchId: id });
        await tx.jobs.request([learnReach(byOf(actor, match))]);
        return done({ matchId: id });
      }),
    );
  }

  /** Sets how far a firm's listings go where it has not said so itself, from what it declined and what it agreed to. */
  async learnReach(firmId: string): Promise<void> {
    const { materials } = this.setting.rules;
    const work = async (tx: Tx): Promise<void> => {
      const rootOf = (code: string): string => materials.pathToRoot(code).at(-1) ?? code;
      const answers = (await tx.matches.answersOf(firmId)).map(({ byProductCode, reason, km }): Answered => ({
        km,
        materialRoot: rootOf(byProductCode),
        reason: (reason ?? undefined) as DeclineReason | undefined,
      }));
      const ids = await tx.listings.activeIdsOf(firmId);
      await tx.listings.lock(ids);
      for (const listing of await tx.listings.byIds(ids)) {
        const material = materials.get(listing.terms.materialCode);
        if (material === undefined) continue;
        const reach = learnedReach(answers, rootOf(material.code), material.reachKm);
        if (reach === listing.learnedKm) continue;
        await tx.listings.setLearnedReach(listing.id, reach);
        await bringToMarket(tx, this.setting, [listing.id], true);
      }
    };
    await this.setting.store.transaction(SYSTEM, work, 'bistrom_matching');
  }

  /** The facts the decline hangs on as their fingerprint: they are exact, and nobody is to read them here. */
  private async kept(tx: Tx, actor: Actor, match: MatchRow, { reason }: Decline) {
    const [offer, need] = await tx.listings.byIds([match.offerId, match.needId]);
    const by = byOf(actor, match);
    const seen = by === match.offerFirmId ? match.giverView : match.takerView;
    return {
      by,
      km: seen.distanceKm,
      facts: offer && need ? fingerprint(reason, offer, need, this.setting) : '',
    };
  }
}

const byOf = (actor: Actor, match: MatchRow): string =>
  actsFor(actor, match.needFirmId) ? match.needFirmId : match.offerFirmId;

const decided = (listing: StoredListing, { rules }: Setting): DecidedFacts => ({
  ...factsOf(listing, rules),
  price: listing.terms.price && plain(listing.terms.price),
});

const fingerprint = (
  reason: DeclineReason,
  offer: StoredListing,
  need: StoredListing,
  setting: Setting,
): string =>
  createHash('sha256')
    .update(decisiveFacts(reason, decided(offer, setting), decided(need, setting)))
    .digest('hex');

/** Whether a pair was agreed in these versions, or declined for a reason that still holds. */
export function isSettled(
  settled: readonly StandingMatch[],
  { offer, need }: Pick<Pairing, 'offer' | 'need'>,
  setting: Setting,
): boolean {
  const versions = { offerVersion: offer.version, needVersion: need.version };
  return settled
    .filter((row) => !isLiveMatch(row.state) && row.offerId === offer.id && row.needId === need.id)
    .some((row) => {
      const same = row.offerVersion === offer.version && row.needVersion === need.version;
      if (row.state === 'AGREED' || row.declinedFacts === null) return same;
      const reason = row.declineReason as DeclineReason;
      const decline = {
        ...row,
        reason,
        facts: row.declinedFacts,
        declinedOn: dayInOslo(row.closedAt ?? new Date(0)),
      };
      const facts = fingerprint(reason, offer, need, setting);
      return blocksAgain(decline, { ...versions, facts, today: today(setting) });
    });
}
