import { yearOf, type DaySpan } from '../calendar/day.js';
import { Decimal } from '../quantity/decimal.js';
import type { FoldedFigure } from './fold.js';
import type { FoldedFlow } from './flows.js';

/** Firms that must stand behind a published number (minimum frequency rule, Eurostat SDC handbook ch. 4). */
const FEWEST_FIRMS = 3;
/** No firm may be party to this part of a published number or more (dominance rule, same handbook): of two exchanges each party could reckon the other one. */
const LARGEST_SHARE = 0.5;

interface Shared {
  readonly shares: ReadonlyMap<string, Decimal>;
}

/**
 * Whether a number could tell one firm's amount: fewer than three firms behind it, or one that is party to half
 * of it or more. Shares are compared by size, so a negative contribution hides nobody.
 *
 * @example pointsAtFirm({ shares: new Map([['a', new Decimal(5)], ['b', new Decimal(5)]]) }) // true
 */
export function pointsAtFirm({ shares }: Shared): boolean {
  const sizes = [...shares.values()].map((share) => share.abs()).filter((size) => !size.isZero());
  if (sizes.length === 0) return false;
  if (sizes.length < FEWEST_FIRMS) return true;
  const total = sizes.reduce((sum, one) => sum.plus(one), new Decimal(0));
  if (total.isZero()) return false;
  // Every exchange stands twice in the shares, once for each party: half the total is the number itself.
  return sizes.some((one) => one.gte(total.div(2).times(LARGEST_SHARE)));
}

/**
 * What two nested numbers differ by, such as delivered and verified: whoever is shown both knows it, so the rule
 * must hold for it too.
 *
 * @example differenceOf({ shares: new Map([['a', new Decimal(5)]]) }, { shares: new Map([['a', new Decimal(3)]]) }).shares.get('a') // 2
 */
export function differenceOf(whole: Shared, part: Shared): Shared {
  const shares = new Map(whole.shares);
  for (const [firmId, share] of part.shares) {
    shares.set(firmId, (shares.get(firmId) ?? new Decimal(0)).minus(share));
  }
  return { shares };
}

/** The figure as an outsider gets it: withheld figures have no value and no count. */
export interface ShownFigure extends Omit<FoldedFigure, 'value' | 'shares' | 'entryCount'> {
  readonly value: Decimal | undefined;
  readonly entryCount: number | undefined;
  readonly withheld: boolean;
}

/**
 * The figure as a viewer gets it: withheld ones without value and count, and never anybody's share.
 *
 * @param exact the viewer may see it whoever it points at
 * @param closed a part of the figure is withheld elsewhere, so the whole is too
 * @example showFigure(figureOfTwoFirms, false).value // undefined
 */
export const showFigure = (figure: FoldedFigure, exact: boolean, closed = false): ShownFigure => {
  const { shares: _shares, value, entryCount, ...rest } = figure;
  const withheld = !exact && (closed || pointsAtFirm(figure));
  return withheld
    ? { ...rest, value: undefined, entryCount: undefined, withheld }
    : { ...rest, value, entryCount, withheld };
};

/** One published flow; the row that gathers withheld ones has no divisions and no material of its own. */
export interface ShownFlow {
  readonly fromDivision: string | undefined;
  readonly toDivision: string | undefined;
  readonly materialCode: string | undefined;
  readonly unit: string;
  readonly value: Decimal | undefined;
  readonly withheld: boolean;
}

/**
 * The flows as an outsider gets them. Withheld flows of a unit are merged into one row; while that row still
 * points at a firm, the smallest published flow joins it, because total minus the published rows would give it
 * away (secondary suppression, Eurostat SDC handbook ch. 4). Where nothing else is left to join, the row itself has no value.
 *
 * @param flows largest first, as foldFlows gives them
 * @param exact the viewer may see every flow as it is
 * @param isClosed a part of the flow is withheld elsewhere, in one of the years asked for together: then no flow of
 * its unit is named, since what the other years name could be taken off
 * @returns named rows in the order of `flows`, then at most one row per unit for the withheld
 */
export function showFlows(
  flows: readonly FoldedFlow[],
  exact: boolean,
  isClosed: (flow: FoldedFlow) => boolean = () => false,
): readonly ShownFlow[] {
  if (exact) return flows.map((flow) => shown(flow));
  return [...new Set(flows.map((flow) => flow.unit))].flatMap((unit) => {
    const ofUnit = flows.filter((flow) => flow.unit === unit);
    return ofUnit.some(isClosed) ? [others(unit, undefined)] : showFlowsOfUnit(ofUnit, unit);
  });
}

function showFlowsOfUnit(flows: readonly FoldedFlow[], unit: string): readonly ShownFlow[] {
  const open = flows.filter((flow) => !pointsAtFirm(flow));
  const merged = flows.filter(pointsAtFirm);
  if (merged.length === 0) return open.map(shown);
  while (pointsAtFirm(mergedShares(merged)) && open.length > 0) merged.push(open.pop() as FoldedFlow);
  const withheld = pointsAtFirm(mergedShares(merged));
  const value = merged.reduce((sum, flow) => sum.plus(flow.value), new Decimal(0));
  return [...open.map(shown), others(unit, withheld ? undefined : value)];
}

const others = (unit: string, value: Decimal | undefined): ShownFlow => ({
  fromDivision: undefined,
  toDivision: undefined,
  materialCode: undefined,
  unit,
  value,
  withheld: true,
});

function mergedShares(flows: readonly FoldedFlow[]): Shared {
  const shares = new Map<string, Decimal>();
  for (const flow of flows) {
    for (const [firmId, share] of flow.shares)
      shares.set(firmId, (shares.get(firmId) ?? new Decimal(0)).plus(share));
  }
  return { shares };
}

const shown = ({ shares: _shares, ...flow }: FoldedFlow): ShownFlow => ({ ...flow, withheld: false });

/**
 * The period an outsider gets an answer for: whole calendar years only. Two answers that differ by a day would
 * give away what moved on that day; two that differ by a year differ by a number that stands on its own rule.
 *
 * @returns the years that the asked period touches, one period each
 * @example publicYears({ from: '2025-12-31', to: '2026-01-01' }).length // 2
 */
export function publicYears({ from, to }: DaySpan): readonly DaySpan[] {
  const years = [];
  for (let year = yearOf(from); year <= yearOf(to); year += 1) {
    years.push({ from: `${year}-01-01`, to: `${year}-12-31` });
  }
  return years;
}
