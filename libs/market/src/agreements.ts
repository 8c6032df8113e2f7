import { randomUUID } from 'node:crypto';
import {
  agreedEntry,
  annual,
  assess,
  can,
  Decimal,
  drawOn,
  holdsStream,
  isLiveMatch,
  isRefused,
  kindOf,
  ownBase,
  stepProposal,
  SYSTEM,
  type Actor,
  type Assessment,
  type Draw,
  type Exchange,
} from '#domain';
import type { AgreementRow, MatchRow, ProposalRow, StoredListing, Tx } from '#store';
import { drawnListing, factsOf, materialOf } from './facts.js';
import { learnReach, refreshFigures } from './jobs.js';
import { partiesOf, tellOfProposal } from './parties.js';
import { mayNot } from './permit.js';
import { once } from './once.js';
import { conflict, done, notFound, type Outcome } from './outcome.js';
import { lockProposal, proposalRole, stepNotAllowed, termsOf } from './proposals.js';
import { WIDENING } from './candidates.js';
import { roadHints } from './roads.js';
import { today, type Setting } from './setting.js';
import { bringToMarket } from './standing.js';

export interface Agreed {
  readonly agreementId: string;
}

interface Accepting {
  readonly proposal: ProposalRow;
  readonly match: MatchRow;
  readonly offer: StoredListing;
  readonly need: StoredListing;
  readonly exact: Assessment;
  readonly draw: Draw;
}

/** Acceptance: both listings locked and asked again, then agreement, remaining amounts and the ledger at once. */
export class AgreementsService {
  constructor(private readonly setting: Setting) {}

  accept(actor: Actor, proposalId: string, idempotencyKey?: string): Promise<Outcome<Agreed>> {
    const call = { operation: 'acceptProposal', key: idempotencyKey, input: { proposalId } };
    return this.setting.store.transaction(actor, (tx) =>
      once(tx, actor, call, async () => {
        const asked = await this.ask(tx, actor, proposalId);
        return asked.ok ? done(await this.commit(tx, actor, asked.value)) : asked;
      }),
    );
  }

  /** Gives back to listings what agreements held whose last day has passed; run by the clock. */
  async endDue(): Promise<number> {
    const { store } = this.setting;
    const ended = await store.read(SYSTEM, (tx) => tx.agreements.endedBefore(today(this.setting)));
    for (const id of ended) await store.transaction(SYSTEM, (tx) => this.end(tx, id));
    return ended.length;
  }

  /** Everything that must still be true, with both listings locked: the last tonnes go to one taker only. */
  private async ask(tx: Tx, actor: Actor, proposalId: string): Promise<Outcome<Accepting>> {
    const unlocked = await tx.proposals.byId(proposalId);
    const pair = unlocked && (await tx.matches.byId(unlocked.matchId));
    if (!pair || !can(actor, { action: 'read match', firmIds: partiesOf(pair) })) return notFound('proposal');
    const refused = mayNot(actor, 'agree', ...partiesOf(pair));
    if (refused !== undefined) return refused;
    await tx.listings.lock([pair.offerId, pair.needId]);
    const held = await lockProposal(tx, actor, proposalId);
    if (held === undefined) return notFound('proposal');
    const { proposal, match } = held;
    const next = stepProposal(proposal.state, 'accept', proposalRole(actor, proposal, 'accept'));
    if (next === undefined) return stepNotAllowed(proposal, 'accept');
    if (!isLiveMatch(match.state)) return conflict(`The match is ${match.state} by now.`);
    return this.weigh(tx, { proposal, match });
  }

  private async weigh(
    tx: Tx,
    { proposal, match }: Pick<Accepting, 'proposal' | 'match'>,
  ): Promise<Outcome<Accepting>> {
    const { rules } = this.setting;
    const [offer, need] = await tx.listings.byIds([match.offerId, match.needId]);
    if (offer === undefined || need === undefined) return notFound('proposal');
    const gone = [offer, need].find((one) => one.state !== 'ACTIVE');
    if (gone !== undefined) return conflict(`The ${gone.terms.side.toLowerCase()} is ${gone.state} by now.`);
    const roads = await roadHints(tx, this.setting, offer, [need]);
    const hints = { ...roads(need), ...(match.widened ? { widening: WIDENING } : {}) };
    const exact = assess(factsOf(offer, rules), factsOf(need, rules), rules, hints);
    if (exact === undefined || isRefused(exact))
      return conflict('One of the listings was changed, and they no longer fit.');
    const drawn = drawOn(
      drawnListing(offer, rules),
      drawnListing(need, rules),
      termsOf(proposal),
      exact.link.ratio,
    );
    if (!drawn.ok) return conflict(drawn.problem.message);
    return done({ proposal, match, offer, need, exact, draw: drawn.draw });
  }

  private async commit(tx: Tx, actor: Actor, accepting: Accepting): Promise<Agreed> {
    const { proposal, match, offer, need, exact, draw } = accepting;
    const id = randomUUID();
    const exchange = exchangeOf(id, accepting);
    const holds = this.holdsOf(accepting);
    const roadKm = new Decimal(exact.distanceKm.toFixed(1));
    await tx.agreements.insert({
      ...agreedTerms(proposal),
      ...holds,
      id,
      matchId: match.id,
      proposalId: proposal.id,
      offerId: offer.id,
      needId: need.id,
      offerFirmId: match.offerFirmId,
      needFirmId: match.needFirmId,
      drawnFromOffer: draw.fromOffer,
      drawnFromNeed: draw.fromNeed,
      roadKm,
      exchange,
      madeBy: actor.personId,
    });
    await tx.proposals.setState(proposal.id, 'ACCEPTED');
    await tellOfProposal(tx, match, 'proposalChanged', proposal.id, proposal.toFirmId);
    await tx.matches.setState(match.id, 'AGREED');
    await tx.matches.disclose(match.id, exact);
    if (holds.holdsOffer) await tx.listings.setRemaining(offer.id, offer.remaining.minus(draw.fromOffer));
    if (holds.holdsNeed) await tx.listings.setRemaining(need.id, need.remaining.minus(draw.fromNeed));
    await tx.ledger.append([this.entryOf(accepting, exchange, roadKm)], this.setting.clock());
    for (const firmId of partiesOf(match)) {
      await tx.events.append({
        type: 'agreementMade',
        firmId,
        byFirmId: proposal.toFirmId,
        matchId: match.id,
        proposalId: proposal.id,
        agreementId: id,
      });
    }
    const clusterIds = await tx.firms.clusterIdsOf(partiesOf(match));
    await bringToMarket(tx, this.setting, [offer.id, need.id]);
    await tx.jobs.request([...clusterIds.map(refreshFigures), ...partiesOf(match).map(learnReach)]);
    return { agreementId: id };
  }

  private holdsOf({ proposal, offer, need }: Accepting): { holdsOffer: boolean; holdsNeed: boolean } {
    const term = termsOf(proposal);
    return {
      holdsOffer: holdsStream(offer.terms.quantity.per, term, today(this.setting)),
      holdsNeed: holdsStream(need.terms.quantity.per, term, today(this.setting)),
    };
  }

  private entryOf({ proposal, offer }: Accepting, exchange: Exchange, roadKm: Decimal) {
    const material = materialOf(offer, this.setting.rules);
    const yearly = annual(proposal.amount, proposal.per);
    return agreedEntry({
      exchange,
      unitKind: kindOf(material.unit),
      amountBase: ownBase(yearly, proposal.unit, material) ?? new Decimal(0),
      yearly: proposal.per !== 'ONCE',
      startsOn: proposal.startsOn,
      endsOn: proposal.endsOn ?? undefined,
      roadKm,
      valueNok:
        proposal.price !== null && proposal.currency === 'NOK' ? proposal.price.times(yearly) : undefined,
    });
  }

  private async end(tx: Tx, id: string): Promise<void> {
    const found = await tx.agreements.byId(id);
    if (found === null) return;
    await tx.listings.lock([found.offerId, found.needId]);
    const agreement = await tx.agreements.lock(id);
    if (agreement === null) return;
    const [offer, need] = await tx.listings.byIds([agreement.offerId, agreement.needId]);
    if (offer !== undefined && need !== undefined) await this.release(tx, agreement, offer, need);
  }

  /** Gives back to both listings what it held. */
  private async release(
    tx: Tx,
    agreement: AgreementRow,
    offer: StoredListing,
    need: StoredListing,
  ): Promise<void> {
    const { id } = agreement;
    const freesOffer = agreement.holdsOffer && isStream(offer);
    const freesNeed = agreement.holdsNeed && isStream(need);
    // Another worker has ended it meanwhile.
    if (!freesOffer && !freesNeed) return;
    await tx.agreements.setHolds(id, {
      holdsOffer: agreement.holdsOffer && !freesOffer,
      holdsNeed: agreement.holdsNeed && !freesNeed,
    });
    if (freesOffer) await tx.listings.setRemaining(offer.id, offer.remaining.plus(agreement.drawnFromOffer));
    if (freesNeed) await tx.listings.setRemaining(need.id, need.remaining.plus(agreement.drawnFromNeed));
    for (const firmId of partiesOf(agreement))
      await tx.events.append({ type: 'agreementEnded', firmId, matchId: agreement.matchId, agreementId: id });
    await bringToMarket(tx, this.setting, [offer.id, need.id]);
  }
}

const isStream = ({ terms }: StoredListing): boolean => terms.quantity.per !== 'ONCE';

const agreedTerms = ({
  amount,
  unit,
  per,
  price,
  currency,
  startsOn,
  endsOn,
  retrospective,
}: ProposalRow) => ({
  amount,
  unit,
  per,
  price,
  currency,
  startsOn,
  endsOn,
  retrospective,
});

const exchangeOf = (agreementId: string, { match, offer, need, exact }: Accepting): Exchange => ({
  agreementId,
  giverFirmId: match.offerFirmId,
  takerFirmId: match.needFirmId,
  giverDivision: offer.firm.division,
  takerDivision: need.firm.division,
  offerId: offer.id,
  offerVersion: offer.version,
  needId: need.id,
  needVersion: need.version,
  byProductCode: exact.byProductCode,
  inputCode: exact.inputCode,
  ratio: exact.link.ratio,
  treatment: exact.link.treatment,
  displaces: exact.link.displaces,
  ruleSet: exact.ruleSet,
  factorSet: exact.factorSet,
});
