import { describe, expect, it } from '@jest/globals';
import { between, buildEntry, buildExchange, d, RULES } from '../testing/builders.js';
import { foldFlows } from './flows.js';
import { countedIn } from './fold.js';
import type { NewEntry } from '../ledger/entry.js';

const YEAR = { from: '2026-01-01', to: '2026-12-31' };
const flowsOf = (entries: readonly NewEntry[]) =>
  foldFlows(countedIn(entries, 'DELIVERED', YEAR, RULES)).map(
    ({ fromDivision, toDivision, materialCode, value, unit }) =>
      `${fromDivision} → ${toDivision} ${materialCode}: ${value.toString()} ${unit}`,
  );

describe('foldFlows', () => {
  const entries = [
    between('a', 'b', 30),
    between('c', 'd', 12),
    between('e', 'f', 50, { giverDivision: '16', takerDivision: '17', byProductCode: 'wood-chips' }),
    between('g', 'h', 42, { giverDivision: '24', takerDivision: '23' }),
    between(
      'i',
      'j',
      0,
      { byProductCode: 'heat', inputCode: 'heat' },
      { unitKind: 'energy', amountBase: d(9000) },
    ),
  ];

  it('example: groups by industries, material and unit, the largest first, ties by name', () => {
    expect(flowsOf(entries)).toEqual([
      '16 → 17 wood-chips: 50 t',
      '24 → 08 copper-slag: 42 t', // 30 + 12
      '24 → 23 copper-slag: 42 t',
      '24 → 08 heat: 9 MWh',
    ]);
  });

  it('does not depend on the order of the entries', () => {
    expect(flowsOf([...entries].reverse())).toEqual(flowsOf(entries));
  });

  it("knows each firm's part", () => {
    const counted = countedIn([between('a', 'b', 30), between('a', 'c', 12)], 'DELIVERED', YEAR, RULES);
    const [flow] = foldFlows(counted);
    const shares = [...(flow?.shares ?? [])].map(([firmId, share]) => [firmId, share.toString()]);
    expect(shares).toEqual([
      ['a', '42'],
      ['b', '30'],
      ['c', '12'],
    ]);
  });

  it('is empty where nothing moved', () => {
    expect(flowsOf([])).toEqual([]);
    expect(flowsOf([buildEntry({ basis: 'AGREED', exchange: buildExchange() })])).toEqual([]);
  });
});
