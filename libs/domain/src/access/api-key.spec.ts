import { describe, expect, it } from '@jest/globals';
import { KEY_PREFIX, keyPrefixOf, keyProblems } from './api-key.js';

describe('keyPrefixOf', () => {
  const secret = 'A-_z'.repeat(10) + 'abc';

  it('example: of a text that is no key there is none', () => {
    expect(keyPrefixOf('bis_short')).toBeUndefined();
    expect(keyPrefixOf(`bis_0123456789ab_${secret}`)).toBe('bis_0123456789ab');
    expect(KEY_PREFIX).toBe('bis_');
  });

  it.each([
    ['one letter less', `bis_0123456789ab_${secret.slice(1)}`],
    ['one letter more', `bis_0123456789ab_${secret}a`],
    ['another beginning', `bix_0123456789ab_${secret}`],
    ['a line after it', `bis_0123456789ab_${secret}\n`],
    ['large letters in the part it is found by', `bis_0123456789AB_${secret}`],
  ])('%s', (_what, text) => expect(keyPrefixOf(text)).toBeUndefined());
});

describe('keyProblems', () => {
  const DAY = 86_400_000;
  const asked = (days: number) => ({
    name: 'ERP',
    scopes: ['read'] as const,
    expiresAt: new Date(days * DAY),
  });

  it('example: a key that may do nothing is none', () => {
    const problems = keyProblems({ name: 'ERP', scopes: [], expiresAt: new Date(1) }, new Date(0));
    expect(problems.map((one) => one.path)).toEqual([['input', 'scopes']]);
  });

  it('ends after now and within 365 days', () => {
    const wrong = [-1, 0, 1, 365, 366].map((days) => keyProblems(asked(days), new Date(0)).length);
    expect(wrong).toEqual([1, 1, 0, 0, 1]);
    expect(keyProblems({ ...asked(1), expiresAt: new Date(NaN) }, new Date(0))).toHaveLength(1);
  });

  it('has a name', () => {
    expect(keyProblems({ ...asked(1), name: ' ' }, new Date(0)).map((one) => one.path[1])).toEqual(['name']);
  });
});
