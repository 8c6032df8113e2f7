import { describe, expect, it } from '@jest/globals';
import { between, d, RULES } from '../testing/builders.js';
import type { NewEntry } from '../ledger/entry.js';
import { countedIn } from './fold.js';
import { foldPlaceFlows, type ExchangeEnds } from './place-flows.js';

const YEAR = { from: '2026-01-01', to: '2026-12-31' };
const ENDS: ReadonlyMap<string, ExchangeEnds> = new Map([
  ['a→b', { from: '4204', to: '4203' }],
  ['c→d', { from: '4204', to: '4203' }],
  ['e→f', { from: '4203', to: '4204' }],
  ['g→h', { from: '4204', to: undefined }],
]);
const flowsOf = (entries: readonly NewEntry[]) =>
  foldPlaceFlows(countedIn(entries, 'DELIVERED', YEAR, RULES), ENDS, RULES.materials).map(
    ({ from, to, branch, value, unit, exchanges }) =>
      `${from} → ${to} ${branch}: ${value.toString()} ${unit} (${exchanges})`,
  );

describe('foldPlaceFlows', () => {
  const entries = [
    between('a', 'b', 30),
    between('c', 'd', 12),
    between('e', 'f', 50),
    between('g', 'h', 5),
    between(
      'a',
      'b',
      0,
      { byProductCode: 'heat', inputCode: 'heat' },
      { unitKind: 'energy', amountBase: d(9000) },
    ),
  ];

  it('example: groups by places, family and unit, the largest first; there and back are two', () => {
    expect(flowsOf(entries)).toEqual([
      '4203 → 4204 slag: 50 t (1)',
      '4204 → 4203 slag: 42 t (2)', // 30 + 12
      '4204 → 4203 heat: 9 MWh (1)',
      '4204 → undefined slag: 5 t (1)',
    ]);
  });

  it('does not depend on the order of the entries', () => {
    expect(flowsOf([...entries].reverse())).toEqual(flowsOf(entries));
  });

  it('leaves out what was taken back whole', () => {
    expect(flowsOf([between('a', 'b', 30), between('c', 'd', -30)])).toEqual([]);
  });

  it('knows no place of an exchange that is not among the ends', () => {
    expect(flowsOf([between('x', 'y', 1)])).toEqual(['undefined → undefined slag: 1 t (1)']);
  });
});
