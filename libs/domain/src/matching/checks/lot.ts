import type { Material } from '../../material/material.js';
import { isExact, scale, type Range } from '../../quantity/range.js';
import { kindOf, type UnitKind } from '../../quantity/unit.js';
import {
  allOf,
  failed,
  open,
  passed,
  type Asks,
  type Check,
  type CheckResult,
  type MissingFact,
  type Pair,
  type Remedy,
} from './result.js';
import { amountText } from './wording.js';

/** One amount that a lot may not fall below, against one of the other side's that it may not exceed. */
interface Bound {
  readonly least: Range;
  readonly most: Range;
  readonly facts: readonly [MissingFact, MissingFact];
  readonly failing: string;
  readonly remedy: (least: string, most: string, times: number) => Remedy | undefined;
}

/**
 * Whether a lot exists that both sides can handle: at least the smallest that either will move, at most the largest
 * that the other can, and no more than the other has or uses in a year. The need's lots are read in the offer's units.
 * Not asked where nobody states a smallest lot, for then any lot can be made smaller.
 *
 * @example lotCheck(shipload)[0]?.remedy?.text // 'split the lot into 5 of at most 30 t'
 */
export function lotCheck(pair: Pick<Pair, 'offer' | 'need' | 'link'>): readonly Check[] {
  const { offer, need } = pair;
  if (offer.smallestLot === undefined && need.smallestLot === undefined) return [];
  const kind = kindOf(offer.material.unit);
  if (kind !== kindOf(need.material.unit)) return [];
  const bounds = boundsOf(pair);
  const results = bounds.map(verdict);
  const result = allOf(results);
  const telling = bounds[results.indexOf(result)];
  if (result === 'PASS' || telling === undefined) {
    return [passed('lot', 'lots of one side fit what the other can handle')];
  }
  return [toldBy(telling, result, kind)];
}

function boundsOf({ offer, need, link }: Pick<Pair, 'offer' | 'need' | 'link'>): readonly Bound[] {
  const offered = (range: Range | undefined): Range | undefined => range && scale(range, 1 / link.ratio);
  const giver = { ...offer, side: 'GIVER' as const };
  const taker = {
    material: need.material,
    side: 'TAKER' as const,
    smallestLot: offered(need.smallestLot),
    largestLot: offered(need.largestLot),
    yearlyBase: scale(need.yearlyBase, 1 / link.ratio),
  };
  return [...giving(giver, taker), ...taking(taker, giver, offer.material)];
}

interface Lots {
  readonly side: 'GIVER' | 'TAKER';
  readonly smallestLot?: Range | undefined;
  readonly largestLot?: Range | undefined;
  readonly yearlyBase: Range;
}

/** The giver parts with no less than its smallest lot. */
function giving({ smallestLot }: Lots, taker: Lots): readonly Bound[] {
  if (smallestLot === undefined) return [];
  const least = { fact: 'smallestLot', of: 'GIVER' } as const;
  const inOne: readonly Bound[] =
    taker.largestLot === undefined
      ? []
      : [
          {
            least: smallestLot,
            most: taker.largestLot,
            facts: [least, { fact: 'largestLot', of: 'TAKER' }],
            failing: 'the smallest lot offered is larger than the largest that the taker can handle',
            remedy: (_least, most, times) => ({
              kind: 'SPLIT',
              text:
                times > 1
                  ? `split the lot into ${times} of at most ${most}`
                  : `split the lot into ${most} each`,
            }),
          },
        ];
  return [
    {
      least: smallestLot,
      most: taker.yearlyBase,
      facts: [least, { fact: 'quantity', of: 'TAKER' }],
      failing: 'the smallest lot offered is more than the taker uses in a year',
      remedy: (_least, most) => ({
        kind: 'SPLIT',
        text: `share the lot between several takers: this one uses at most ${most} a year`,
      }),
    },
    ...inOne,
  ];
}

/** The taker bothers with no less than its smallest lot: a ship, a campaign of a kiln. */
function taking({ smallestLot }: Lots, giver: Lots, { storable }: Material): readonly Bound[] {
  if (smallestLot === undefined) return [];
  const least = { fact: 'smallestLot', of: 'TAKER' } as const;
  const inOne: readonly Bound[] =
    giver.largestLot === undefined
      ? []
      : [
          {
            least: smallestLot,
            most: giver.largestLot,
            facts: [least, { fact: 'largestLot', of: 'GIVER' }],
            failing: 'the smallest lot wanted is larger than the largest that the giver can hand over',
            remedy: (wanted, most, times) =>
              storable
                ? { kind: 'POOL', text: `store ${times} lots of ${most} until ${wanted} are together` }
                : undefined,
          },
        ];
  return [
    {
      least: smallestLot,
      most: giver.yearlyBase,
      facts: [least, { fact: 'quantity', of: 'GIVER' }],
      failing: 'the smallest lot wanted is more than all that the giver has',
      remedy: (wanted, most) => ({
        kind: 'POOL',
        text: `join the ${most} with other givers' until ${wanted} are together`,
      }),
    },
    ...inOne,
  ];
}

/** Ratios of substitution are decimal fractions, so equal lots may differ in the last digit. */
const SLACK = 1 + 1e-9;

function verdict({ least, most }: Bound): CheckResult {
  if (least.max <= most.min * SLACK) return 'PASS';
  return least.min > most.max * SLACK ? 'FAIL' : 'UNKNOWN';
}

function toldBy(bound: Bound, result: CheckResult, kind: UnitKind): Check {
  const { least, most } = bound;
  const times = most.min > 0 ? Math.ceil(least.max / most.min / SLACK) : 0;
  const remedy = bound.remedy(amountText(least.max, kind), amountText(most.max, kind), times);
  const shown = `${rangeText(least, kind)} at least, ${rangeText(most, kind)} at most`;
  return result === 'FAIL'
    ? failed('lot', `${bound.failing}: ${shown}`, remedy)
    : open('lot', `${shown}: the exact lots would decide`, inexact(bound), remedy);
}

const rangeText = (range: Range, kind: UnitKind): string =>
  isExact(range)
    ? amountText(range.min, kind)
    : `${amountText(range.min, kind)} to ${amountText(range.max, kind)}`;

/** What is an interval, and so is not yet known; at least one of the two is when the verdict is open. */
function inexact({ least, most, facts }: Bound): Asks {
  const asks = [least, most].flatMap((range, at) => (isExact(range) ? [] : [facts[at] as MissingFact]));
  const [first = facts[1], ...rest] = asks;
  return [first, ...rest];
}
