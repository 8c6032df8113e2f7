import { describe, expect, it } from '@jest/globals';
import { isUnavailable } from './unavailable.js';

const coded = (code: string): Error => Object.assign(new Error('x'), { code });

describe('an error of the moment', () => {
  it.each(['55P03', '57014', '57P01', '57P03', '53300', '08006', '40P01', 'ECONNREFUSED', 'ECONNRESET'])(
    'is one with the code %s, wrapped or not',
    (code) => {
      expect(isUnavailable(coded(code))).toBe(true);
      expect(isUnavailable(Object.assign(new Error('x'), { driverError: coded(code) }))).toBe(true);
      expect(isUnavailable(new Error('x', { cause: coded(code) }))).toBe(true);
    },
  );

  it('is one that the pool tells by words', () => {
    expect(isUnavailable(new Error('timeout exceeded when trying to connect'))).toBe(true);
    expect(isUnavailable(new Error('Connection terminated unexpectedly'))).toBe(true);
  });

  it.each(['QueryRunnerAlreadyReleasedError', 'QueryRunnerProviderAlreadyReleasedError'])(
    'is one that TypeORM tells by its name, %s',
    (name) => expect(isUnavailable(Object.assign(new Error('x'), { name }))).toBe(true),
  );

  it.each([coded('23505'), coded('42P01'), coded('22P02'), new TypeError('x'), 'text', undefined, null])(
    'is not %s',
    (error) => expect(isUnavailable(error)).toBe(false),
  );

  it('ends looking where errors cause each other', () => {
    const ring = new Error('x');
    ring.cause = ring;
    expect(isUnavailable(ring)).toBe(false);
  });
});
