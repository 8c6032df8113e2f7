export type ProposalState = 'SENT' | 'ACCEPTED' | 'DECLINED' | 'COUNTERED' | 'WITHDRAWN' | 'EXPIRED';

export type ProposalStep = 'accept' | 'decline' | 'counter' | 'withdraw' | 'expire';

/** From → step → to. Every state but SENT is final: what follows is a new proposal on the same match. */
export const PROPOSAL_STATES: Readonly<Record<ProposalState, readonly ProposalState[]>> = Object.freeze({
  SENT: ['ACCEPTED', 'DECLINED', 'COUNTERED', 'WITHDRAWN', 'EXPIRED'],
  ACCEPTED: [],
  DECLINED: [],
  COUNTERED: [],
  WITHDRAWN: [],
  EXPIRED: [],
});

const LEADS_TO: Readonly<Record<ProposalStep, ProposalState>> = Object.freeze({
  accept: 'ACCEPTED',
  decline: 'DECLINED',
  counter: 'COUNTERED',
  withdraw: 'WITHDRAWN',
  expire: 'EXPIRED',
});

/** Only the receiver answers, only the sender withdraws, only the clock expires. */
export type ProposalRole = 'sender' | 'receiver' | 'clock';
const WHO: Readonly<Record<ProposalStep, ProposalRole>> = Object.freeze({
  accept: 'receiver',
  decline: 'receiver',
  counter: 'receiver',
  withdraw: 'sender',
  expire: 'clock',
});

/**
 * The state a step leads to, or undefined when it is not allowed from here or not to this party.
 *
 * @example stepProposal('SENT', 'accept', 'receiver') // 'ACCEPTED'
 */
export function stepProposal(
  from: ProposalState,
  step: ProposalStep,
  by: ProposalRole,
): ProposalState | undefined {
  const to = LEADS_TO[step];
  return WHO[step] === by && PROPOSAL_STATES[from].includes(to) ? to : undefined;
}

export type PartyStep = Exclude<ProposalStep, 'expire'>;
/** Steps that people take, in the order in which they are offered. */
export const PARTY_STEPS: readonly PartyStep[] = Object.freeze(['accept', 'counter', 'decline', 'withdraw']);

/** Days that an unanswered proposal stands, to the end of the last in Oslo: long enough for a plant's weekly meeting, twice. */
export const PROPOSAL_STANDS_DAYS = 21;
