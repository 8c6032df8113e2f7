import { describe, expect, it } from '@jest/globals';
import { factor } from '../testing/builders.js';
import { factorFaults } from './factor-faults.js';
import { buildFactorSet, type SourcedFactor } from './factor-set.js';

const row = (key: string, changed: Partial<SourcedFactor> = {}): SourcedFactor => ({
  ...factor(key, 1),
  kind: key.split(':')[0] as SourcedFactor['kind'],
  sourceUrl: '',
  boundary: 'cradle to gate',
  geography: 'Norway',
  note: '',
  ...changed,
});
const crushing = row('treatment:crush');
const lorry = row('transport:lorry', { unit: 'kg CO2e per t km', boundary: 'WTW (supply and use)' });
const none = buildFactorSet('none', []);

describe('what is wrong with a set of factors', () => {
  it('example: a key that stands twice', () => {
    expect(factorFaults([crushing, crushing], none)[0]?.reason).toBe(
      'key "treatment:crush": stands twice; a set has one value for one thing',
    );
  });

  it('nothing, where every key is there once, in its unit', () => {
    expect(factorFaults([crushing, lorry], buildFactorSet('before', [crushing]))).toEqual([]);
  });

  it.each([
    ['another kind than the key', row('treatment:crush', { kind: 'energy' }), 'it must be treatment'],
    [
      'another unit than before',
      row('treatment:crush', { unit: 'kg CO2e per m3' }),
      '"kg CO2e per t", as in before',
    ],
    ['the use of fuel alone', { ...lorry, boundary: 'TTW' }, 'must begin with WTW'],
  ])('%s, at its row', (_what, wrong, reason) => {
    const before = buildFactorSet('before', [crushing]);
    const rows = wrong.key === crushing.key ? [lorry, wrong] : [crushing, wrong];
    expect(factorFaults(rows, before)).toEqual([{ index: 1, reason: expect.stringContaining(reason) }]);
  });

  it('a key that is gone, at no row', () => {
    expect(factorFaults([lorry], buildFactorSet('before', [crushing]))).toEqual([
      {
        index: undefined,
        reason: expect.stringContaining('key "treatment:crush": missing; every key of before'),
      },
    ]);
  });
});
