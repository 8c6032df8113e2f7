import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { isSteppedUp, STEP_UP_MINUTES, type ProofKind } from './step-up.js';

const AT = new Date('2026-03-02T08:00:00Z');
const later = (minutes: number): Date => new Date(AT.getTime() + minutes * 60_000);

describe('isSteppedUp', () => {
  it('example: a password is not enough for who has a second factor', () => {
    expect(isSteppedUp({ by: 'password', at: new Date(0) }, true, new Date(0))).toBe(false);
  });

  it.each<[ProofKind, boolean, boolean]>([
    // proof, without a second factor, with one
    ['password', true, false],
    ['sso', true, false],
    ['totp', true, true],
    ['passkey', true, true],
    ['backup-code', true, true],
  ])('%s', (by, without, withOne) => {
    expect(isSteppedUp({ by, at: AT }, false, AT)).toBe(without);
    expect(isSteppedUp({ by, at: AT }, true, AT)).toBe(withOne);
  });

  it('ends after ten minutes, to the millisecond', () => {
    const end = later(STEP_UP_MINUTES);
    expect(isSteppedUp({ by: 'totp', at: AT }, true, new Date(end.getTime() - 1))).toBe(true);
    expect(isSteppedUp({ by: 'totp', at: AT }, true, end)).toBe(false);
  });

  it('is never so without a proof, nor by one from the future', () => {
    expect(isSteppedUp(undefined, false, AT)).toBe(false);
    expect(isSteppedUp({ by: 'totp', at: later(1) }, true, AT)).toBe(false);
  });

  it('whoever passes with a second factor would pass without one', () => {
    const kinds = fc.constantFrom<ProofKind>('password', 'sso', 'totp', 'passkey', 'backup-code');
    fc.assert(
      fc.property(kinds, fc.integer({ min: -30, max: 30 }), (by, minutes) => {
        const proof = { by, at: AT };
        const now = later(minutes);
        return !isSteppedUp(proof, true, now) || isSteppedUp(proof, false, now);
      }),
    );
  });
});
