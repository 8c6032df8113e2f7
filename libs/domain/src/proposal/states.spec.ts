import { describe, expect, it } from '@jest/globals';
import {
  PARTY_STEPS,
  PROPOSAL_STATES,
  stepProposal,
  type ProposalRole,
  type ProposalState,
  type ProposalStep,
} from './states.js';

const states = Object.keys(PROPOSAL_STATES) as ProposalState[];
const roles: readonly ProposalRole[] = ['sender', 'receiver', 'clock'];
/** Everything that is allowed; all else is not. */
const allowed: Readonly<Record<ProposalStep, readonly [ProposalRole, ProposalState]>> = {
  accept: ['receiver', 'ACCEPTED'],
  decline: ['receiver', 'DECLINED'],
  counter: ['receiver', 'COUNTERED'],
  withdraw: ['sender', 'WITHDRAWN'],
  expire: ['clock', 'EXPIRED'],
};
const steps = Object.keys(allowed) as ProposalStep[];
const table = states.flatMap((from) => steps.flatMap((step) => roles.map((by) => [from, step, by] as const)));

describe('stepProposal', () => {
  it('example: the receiver accepts what was sent', () => {
    expect(stepProposal('SENT', 'accept', 'receiver')).toBe('ACCEPTED');
  });

  it.each(table)('%s, %s by the %s', (from, step, by) => {
    const [who, to] = allowed[step];
    expect(stepProposal(from, step, by)).toBe(from === 'SENT' && by === who ? to : undefined);
  });

  it('leaves to people every step that is not the clock’s', () => {
    expect([...PARTY_STEPS, 'expire'].sort()).toEqual([...steps].sort());
  });

  it('reaches every state and leaves none but the first', () => {
    expect(new Set(['SENT', ...PROPOSAL_STATES.SENT])).toEqual(new Set(states));
    for (const state of states) expect(PROPOSAL_STATES[state].length > 0).toBe(state === 'SENT');
  });
});
