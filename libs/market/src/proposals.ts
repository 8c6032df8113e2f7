import { randomUUID } from 'node:crypto';
import {
  actsFor,
  addDays,
  canMoveMatch,
  drawOn,
  endOfOsloDay,
  exactQuantity,
  holdsStream,
  PARTY_STEPS,
  problem,
  PROPOSAL_STANDS_DAYS,
  stepProposal,
  SYSTEM,
  termsProblems,
  type Actor,
  type Decimal,
  type PartyStep,
  type ProposalStep,
  type ProposalTerms,
  type Quantity,
} from '#domain';
import type { MatchRow, ProposalRow, StoredListing, Tx } from '#store';
import { drawnListing } from './facts.js';
import type { Decline } from './declines.js';
import { partiesOf, tellableOf, tellOfProposal } from './parties.js';
import { mayNot } from './permit.js';
import { once } from './once.js';
import { conflict, done, invalid, notFound, type Outcome } from './outcome.js';
import { today, type Setting } from './setting.js';
import type { DrawView } from './views.js';

export interface TermsInput extends ProposalTerms {
  readonly matchId: string;
}

export interface Proposed {
  readonly proposalId: string;
}

/** What the parties of a match send each other until one side accepts: see AgreementsService for that step. */
export class ProposalsService {
  constructor(private readonly setting: Setting) {}

  send(actor: Actor, input: TermsInput, idempotencyKey?: string): Promise<Outcome<Proposed>> {
    return this.setting.store.transaction(actor, (tx) =>
      once(tx, actor, { operation: 'proposeTerms', key: idempotencyKey, input }, async () => {
        const match = await tx.matches.lock(input.matchId);
        const firmId = match && actingFirm(actor, match);
        if (match === null || firmId === undefined || firmId === null) return notFound('match');
        const refused = mayNot(actor, 'negotiate', firmId);
        if (refused !== undefined) return refused;
        if (!canMoveMatch(match.state, 'NEGOTIATING'))
          return conflict(`The match is ${match.state}; nothing can be proposed on it.`);
        const live = await tx.proposals.liveOf(match.id);
        if (live !== null) {
          return conflict(
            live.fromFirmId === firmId
              ? 'Your proposal still stands; withdraw it first.'
              : 'The other side has proposed; answer with counterProposal, accept or decline.',
          );
        }
        return this.write(tx, actor, match, firmId, input);
      }),
    );
  }

  /** Answers the other side's proposal with other terms; that one becomes COUNTERED. */
  counter(actor: Actor, id: string, input: TermsInput, idempotencyKey?: string): Promise<Outcome<Proposed>> {
    const call = { operation: 'counterProposal', key: idempotencyKey, input: { id, input } };
    return this.setting.store.transaction(actor, (tx) =>
      once(tx, actor, call, async () => {
        const held = await lockProposal(tx, actor, id);
        if (held === undefined) return notFound('proposal');
        const refused = mayNot(actor, 'negotiate', ...partiesOf(held.match));
        if (refused !== undefined) return refused;
        const { proposal, match } = held;
        if (input.matchId !== match.id) {
          return invalid([problem('input.matchId', 'Name the match of the proposal that is answered.')]);
        }
        const next = stepProposal(proposal.state, 'counter', proposalRole(actor, proposal, 'counter'));
        if (next === undefined) return stepNotAllowed(proposal, 'counter');
        const outcome = await this.write(tx, actor, match, proposal.toFirmId, input, proposal.id);
        return outcome;
      }),
    );
  }

  decline(actor: Actor, id: string, decline: Decline, idempotencyKey?: string): Promise<Outcome<Proposed>> {
    return this.step(actor, id, 'decline', idempotencyKey, decline);
  }

  withdraw(actor: Actor, id: string, idempotencyKey?: string): Promise<Outcome<Proposed>> {
    return this.step(actor, id, 'withdraw', idempotencyKey);
  }

  /** Ends proposals that nobody answered in time; run by the clock. */
  async expireDue(): Promise<number> {
    const { store, clock } = this.setting;
    const due = await store.read(SYSTEM, (tx) => tx.proposals.dueToExpire(clock()));
    for (const id of due) {
      await store.transaction(SYSTEM, async (tx) => {
        const found = await tx.proposals.byId(id);
        const match = found && (await tx.matches.lock(found.matchId));
        const proposal = await tx.proposals.lock(id);
        if (!match || proposal === null || stepProposal(proposal.state, 'expire', 'clock') === undefined)
          return;
        await settle(tx, match, proposal, 'EXPIRED');
      });
    }
    return due.length;
  }

  /**
   * What a proposal that stands would take from the viewer's own listing if it were accepted now; nothing where it is
   * answered, or the listings no longer have it. Of the other side's listing nothing is told.
   */
  drawOf(actor: Actor, id: string): Promise<DrawView | undefined> {
    return this.setting.store.read(actor, async (tx) => {
      const proposal = await tx.proposals.byId(id);
      const match = proposal && (await tx.matches.byId(proposal.matchId));
      if (proposal?.state !== 'SENT' || !match || !partiesOf(match).some((one) => actsFor(actor, one)))
        return undefined;
      const [offer, need] = [await tx.listings.byId(match.offerId), await tx.listings.byId(match.needId)];
      if (offer === undefined || need === undefined) return undefined;
      const { rules } = this.setting;
      const terms = termsOf(proposal);
      const drawn = drawOn(drawnListing(offer, rules), drawnListing(need, rules), terms, match.link.ratio);
      if (!drawn.ok) return undefined;
      const gives = actsFor(actor, match.offerFirmId);
      return drawView(gives ? offer : need, gives ? drawn.draw.fromOffer : drawn.draw.fromNeed, (per) =>
        holdsStream(per, terms, today(this.setting)),
      );
    });
  }

  private step(
    actor: Actor,
    id: string,
    step: Extract<ProposalStep, 'decline' | 'withdraw'>,
    key: string | undefined,
    decline?: Decline,
  ): Promise<Outcome<Proposed>> {
    const call = { operation: `${step}Proposal`, key, input: { id, decline } };
    return this.setting.store.transaction(actor, (tx) =>
      once(tx, actor, call, async () => {
        const held = await lockProposal(tx, actor, id);
        if (held === undefined) return notFound('proposal');
        const refused = mayNot(actor, 'negotiate', ...partiesOf(held.match));
        if (refused !== undefined) return refused;
        const next = stepProposal(held.proposal.state, step, proposalRole(actor, held.proposal, step));
        if (next === undefined) return stepNotAllowed(held.proposal, step);
        await settle(tx, held.match, held.proposal, next, decline);
        return done({ proposalId: id });
      }),
    );
  }

  private async write(
    tx: Tx,
    actor: Actor,
    match: MatchRow,
    firmId: string,
    terms: TermsInput,
    answersId: string | null = null,
  ): Promise<Outcome<Proposed>> {
    const problems = termsProblems(terms, today(this.setting));
    if (problems.length > 0) return invalid(problems);
    const offer = await tx.listings.byId(match.offerId);
    const need = await tx.listings.byId(match.needId);
    if (offer === undefined || need === undefined) return notFound('match');
    const { rules } = this.setting;
    const drawn = drawOn(drawnListing(offer, rules), drawnListing(need, rules), terms, match.link.ratio);
    if (!drawn.ok) return invalid([drawn.problem]);
    if (answersId !== null) {
      await tx.proposals.setState(answersId, 'COUNTERED');
      await tellOfProposal(tx, match, 'proposalChanged', answersId, firmId);
    }
    const id = randomUUID();
    const toFirmId = firmId === match.offerFirmId ? match.needFirmId : match.offerFirmId;
    const sent = { id, matchId: match.id, fromFirmId: firmId, toFirmId, state: 'SENT' as const, answersId };
    const expiresAt = endOfOsloDay(addDays(today(this.setting), PROPOSAL_STANDS_DAYS));
    await tx.proposals.insert({ ...sent, ...termsRow(terms), sentBy: actor.personId, expiresAt });
    await tx.matches.setState(match.id, 'NEGOTIATING');
    await tellOfProposal(tx, match, 'proposalSent', id, firmId);
    return done({ proposalId: id });
  }
}

/** What does not hold a stream any more leaves all of it. */
function drawView(
  { terms, remaining }: StoredListing,
  drawn: Decimal,
  holds: (per: Quantity['per']) => boolean,
): DrawView {
  const { unit, per } = terms.quantity;
  return {
    takes: exactQuantity({ value: drawn, unit, per }),
    leaves: exactQuantity({ value: holds(per) ? remaining.minus(drawn) : remaining, unit, per }),
  };
}

export const termsOf = (proposal: ProposalRow): ProposalTerms => ({
  quantity: { value: proposal.amount, unit: proposal.unit, per: proposal.per },
  price: proposal.price ?? undefined,
  currency: proposal.currency,
  startsOn: proposal.startsOn,
  endsOn: proposal.endsOn ?? undefined,
  retrospective: proposal.retrospective,
});

const termsRow = (terms: TermsInput) => ({
  amount: terms.quantity.value,
  unit: terms.quantity.unit,
  per: terms.quantity.per,
  price: terms.price ?? null,
  currency: terms.currency,
  startsOn: terms.startsOn,
  endsOn: terms.endsOn ?? null,
  retrospective: terms.retrospective,
  transportMode: terms.transportMode ?? null,
  note: terms.note ?? null,
});

/** The firm of the match that the actor acts for; the giver's where it is both. */
const actingFirm = (actor: Actor, match: MatchRow): string | undefined =>
  tellableOf(match).find((firmId) => actsFor(actor, firmId));

/** What the actor may do with a proposal now, by its state, by the part that the firm has in it, and by the actor's role. */
export const openSteps = (actor: Actor, proposal: ProposalRow): readonly PartyStep[] =>
  PARTY_STEPS.filter(
    (step) =>
      stepProposal(proposal.state, step, proposalRole(actor, proposal, step)) !== undefined &&
      mayNot(
        actor,
        step === 'accept' ? 'agree' : 'negotiate',
        ...[proposal.fromFirmId, proposal.toFirmId],
      ) === undefined,
  );

/** In which part the actor takes a step; who acts for both firms takes the part that the step asks for. */
export function proposalRole(actor: Actor, proposal: ProposalRow, step: ProposalStep): 'sender' | 'receiver' {
  const [sends, receives] = [actsFor(actor, proposal.fromFirmId), actsFor(actor, proposal.toFirmId)];
  if (sends && receives) return step === 'withdraw' ? 'sender' : 'receiver';
  return sends ? 'sender' : 'receiver';
}

/** Locks match, then proposal: always in this order. Undefined when the actor is no party. */
export async function lockProposal(
  tx: Tx,
  actor: Actor,
  id: string,
): Promise<{ proposal: ProposalRow; match: MatchRow } | undefined> {
  const found = await tx.proposals.byId(id);
  if (found === null) return undefined;
  const parties = [found.fromFirmId, found.toFirmId];
  if (!parties.some((firmId) => actsFor(actor, firmId))) return undefined;
  const match = await tx.matches.lock(found.matchId);
  const proposal = await tx.proposals.lock(id);
  return match === null || proposal === null ? undefined : { proposal, match };
}

/** Ends a proposal without an agreement; the match is open again. */
async function settle(
  tx: Tx,
  match: MatchRow,
  proposal: ProposalRow,
  state: ProposalRow['state'],
  decline?: Decline,
): Promise<void> {
  await tx.proposals.setState(proposal.id, state, decline);
  if (match.state === 'NEGOTIATING') await tx.matches.setState(match.id, 'OPEN');
  const doers = { DECLINED: proposal.toFirmId, WITHDRAWN: proposal.fromFirmId };
  const by = state in doers ? doers[state as keyof typeof doers] : undefined;
  await tellOfProposal(tx, match, 'proposalChanged', proposal.id, by);
}

export const stepNotAllowed = (proposal: ProposalRow, step: ProposalStep): Outcome<never> =>
  conflict(
    proposal.state === 'SENT'
      ? `Only the ${step === 'withdraw' ? 'side that sent the proposal' : 'side it was sent to'} can ${step} it.`
      : `The proposal is ${proposal.state} and can no longer be changed.`,
  );
