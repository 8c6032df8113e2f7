import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { TRY_LIMITS, waitAfter } from './tries.js';

const DAY = 86_400;

describe('waitAfter', () => {
  it('example: the fifth failure of a pair costs five seconds', () => {
    expect(waitAfter(TRY_LIMITS.pair, 5)).toBe(5);
  });

  it('nothing for four failures of a pair, then doubling, then a quarter of an hour for each', () => {
    const waits = Array.from({ length: 12 }, (_, failures) => waitAfter(TRY_LIMITS.pair, failures));
    expect(waits).toEqual([0, 0, 0, 0, 0, 5, 10, 20, 40, 80, 900, 900]);
  });

  it('leaves about a hundred guesses a day at one account from one address', () => {
    let [guesses, seconds] = [0, 0];
    while (seconds < DAY) {
      guesses += 1;
      seconds += waitAfter(TRY_LIMITS.pair, guesses);
    }
    // 9 guesses take 5 + 10 + 20 + 40 + 80 = 155 s, then one each 900 s: 9 + ⌈(86 400 − 155) / 900⌉ = 9 + 96
    expect(guesses).toBe(105);
  });

  it('an address may fail thirty times a minute through the whole window, a hundred failures hold an account', () => {
    const { address, account } = TRY_LIMITS;
    // 15 min × 30
    expect(waitAfter(address, 450)).toBe(0);
    expect([waitAfter(address, 599), waitAfter(address, 600)]).toEqual([0, 60]);
    expect([waitAfter(account, 99), waitAfter(account, 100)]).toEqual([0, 900]);
  });

  it('never shrinks with more failures', () => {
    const limits = fc.constantFrom(...Object.values(TRY_LIMITS));
    fc.assert(
      fc.property(
        limits,
        fc.nat(2000),
        (limit, failures) => waitAfter(limit, failures + 1) >= waitAfter(limit, failures),
      ),
    );
  });
});
