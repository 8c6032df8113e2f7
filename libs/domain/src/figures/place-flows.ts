import type { MaterialBase } from '../material/material.js';
import { Decimal } from '../quantity/decimal.js';
import { fromBase, READING_UNIT } from '../quantity/unit.js';
import type { Counted } from './fold.js';

/** Numbers of the municipalities of the giver's and the taker's site; undefined abroad. */
export interface ExchangeEnds {
  readonly from: string | undefined;
  readonly to: string | undefined;
}

/** Amount moved from one municipality to another, of one family of materials. */
export interface PlaceFlow extends ExchangeEnds {
  /** Root of the by-product's branch. */
  readonly branch: string;
  readonly unit: string;
  readonly value: Decimal;
  /** Agreements that it went under. */
  readonly exchanges: number;
}

/**
 * Groups what was counted by municipality of giver and taker, family of the by-product and unit. Heat has the unit MWh and
 * so stands apart from what has a mass. Exact: for who sees a cluster's amounts exactly, and for nobody else.
 *
 * @param ends by agreement; what has none there lies abroad at both ends
 * @returns largest first, ties by name; the same list for the same entries in any order; nothing that sums to zero
 * @throws Error when a material is not in the tree
 * @example foldPlaceFlows(counted, ends, materials)[0] // { from: '4204', to: '4203', branch: 'slag', unit: 't', … }
 */
export function foldPlaceFlows(
  counted: readonly Counted[],
  ends: ReadonlyMap<string, ExchangeEnds>,
  materials: MaterialBase,
): readonly PlaceFlow[] {
  const groups = new Map<string, Counted[]>();
  for (const one of counted) {
    const { from, to } = endsOf(one, ends);
    const branch = branchOf(one, materials);
    const key = [from ?? '', to ?? '', branch, one.unitKind].join('|');
    groups.set(key, [...(groups.get(key) ?? []), one]);
  }
  return [...groups]
    .map(([key, group]) => ({ key, flow: flowOf(group, ends, materials) }))
    .filter(({ flow }) => !flow.value.isZero())
    .sort((a, b) => b.flow.value.comparedTo(a.flow.value) || (a.key < b.key ? -1 : 1))
    .map(({ flow }) => flow);
}

const ABROAD: ExchangeEnds = Object.freeze({ from: undefined, to: undefined });
const endsOf = ({ exchange }: Counted, ends: ReadonlyMap<string, ExchangeEnds>): ExchangeEnds =>
  ends.get(exchange.agreementId) ?? ABROAD;

const branchOf = ({ exchange }: Counted, materials: MaterialBase): string =>
  materials.pathToRoot(exchange.byProductCode).at(-1) ?? exchange.byProductCode;

function flowOf(
  group: readonly Counted[],
  ends: ReadonlyMap<string, ExchangeEnds>,
  materials: MaterialBase,
): PlaceFlow {
  const [first] = group as [Counted, ...Counted[]];
  const unit = READING_UNIT[first.unitKind];
  return {
    ...endsOf(first, ends),
    branch: branchOf(first, materials),
    unit,
    value: group.reduce((sum, one) => sum.plus(fromBase(one.amountBase, unit)), new Decimal(0)),
    exchanges: new Set(group.map((one) => one.exchange.agreementId)).size,
  };
}
