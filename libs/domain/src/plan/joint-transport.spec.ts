import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import {
  answerJointTransport,
  JOINT_TRANSPORT_STATES,
  jointTransportSeen,
  type JointTransportState,
} from './joint-transport.js';

const TERMS = { tours: 27, otherKm: 12, nok: { low: 300, high: 900 }, co2eKg: { low: 1, high: 3 } };

describe('the states of joint transport', () => {
  it.each<[string, JointTransportState, 'accept' | 'decline', [boolean, boolean], string | undefined]>([
    ['the first yes', 'OFFERED', 'accept', [false, false], 'ACCEPTED'],
    ['example: the second yes', 'ACCEPTED', 'accept', [false, true], 'OPENED'],
    ['the same yes again', 'ACCEPTED', 'accept', [true, false], undefined],
    ['a no at once', 'OFFERED', 'decline', [false, false], 'DECLINED'],
    ['a no after a yes of the other', 'ACCEPTED', 'decline', [false, true], 'DECLINED'],
    ['a yes taken back', 'ACCEPTED', 'decline', [true, false], 'DECLINED'],
    ['a no when all is open', 'OPENED', 'decline', [true, true], undefined],
    ['a yes after a no', 'DECLINED', 'accept', [false, false], undefined],
  ])('%s', (_what, from, answer, yes, to) => expect(answerJointTransport(from, answer, yes)).toBe(to));

  it('are all reached from the first', () => {
    const reached = new Set<JointTransportState>(['OFFERED']);
    for (const state of reached) JOINT_TRANSPORT_STATES[state].forEach((to) => reached.add(to));
    expect([...reached].sort()).toEqual(Object.keys(JOINT_TRANSPORT_STATES).sort());
  });
});

describe('what a party sees of it', () => {
  it('example: bands until both have said yes', () =>
    expect(jointTransportSeen(TERMS, 'OFFERED')).toEqual({
      tours: { low: 20, high: 50 },
      otherWithinKm: 20,
      nok: { low: 200, high: 1000 },
      co2eKg: { low: 1, high: 5 },
    }));

  it('all of it then', () =>
    expect(jointTransportSeen(TERMS, 'OPENED')).toEqual({
      tours: { low: 27, high: 27 },
      otherWithinKm: 12,
      nok: TERMS.nok,
      co2eKg: TERMS.co2eKg,
    }));

  it('holds what is true, and is the same for all that one band holds', () => {
    const amount = fc.integer({ min: 1, max: 1_000_000 });
    fc.assert(
      fc.property(amount, amount, (tours, otherKm) => {
        const seen = jointTransportSeen({ ...TERMS, tours, otherKm }, 'ACCEPTED');
        expect(seen.tours.low).toBeLessThanOrEqual(tours);
        expect(seen.tours.high).toBeGreaterThanOrEqual(tours);
        expect(seen.otherWithinKm).toBeGreaterThanOrEqual(otherKm);
        const { low } = seen.tours;
        expect(jointTransportSeen({ ...TERMS, tours: low, otherKm }, 'ACCEPTED')).toEqual(seen);
      }),
    );
  });
});
