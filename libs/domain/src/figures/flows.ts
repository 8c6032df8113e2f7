import { Decimal } from '../quantity/decimal.js';
import { fromBase, READING_UNIT } from '../quantity/unit.js';
import { sharesOf, type Counted } from './fold.js';

/** Amount moved from one industry to another, of one material, with each firm's part in it. */
export interface FoldedFlow {
  readonly fromDivision: string;
  readonly toDivision: string;
  readonly materialCode: string;
  readonly unit: string;
  readonly value: Decimal;
  readonly shares: ReadonlyMap<string, Decimal>;
}

/**
 * Groups what was counted by giver's and taker's NACE division, material and unit; largest first, ties by name.
 *
 * @returns the same list for the same entries in any order, amounts in the unit that people read them in
 * @example foldFlows(counted)[0]?.materialCode // 'wood-chips', of which most moved
 */
export function foldFlows(counted: readonly Counted[]): readonly FoldedFlow[] {
  const groups = new Map<string, Counted[]>();
  for (const one of counted) {
    const { giverDivision, takerDivision, byProductCode } = one.exchange;
    const key = [giverDivision, takerDivision, byProductCode, one.unitKind].join('|');
    groups.set(key, [...(groups.get(key) ?? []), one]);
  }
  return [...groups.values()].map(flowOf).sort(largestFirst);
}

function flowOf(group: readonly Counted[]): FoldedFlow {
  const [first] = group as [Counted, ...Counted[]];
  const unit = READING_UNIT[first.unitKind];
  const parts = group.map((one) => ({ value: fromBase(one.amountBase, unit), exchange: one.exchange }));
  return {
    fromDivision: first.exchange.giverDivision,
    toDivision: first.exchange.takerDivision,
    materialCode: first.exchange.byProductCode,
    unit,
    value: parts.reduce((sum, one) => sum.plus(one.value), new Decimal(0)),
    shares: sharesOf(parts),
  };
}

const nameOf = (flow: FoldedFlow): string =>
  `${flow.fromDivision}|${flow.toDivision}|${flow.materialCode}|${flow.unit}`;
const largestFirst = (a: FoldedFlow, b: FoldedFlow): number =>
  b.value.comparedTo(a.value) || nameOf(a).localeCompare(nameOf(b));
