import type { Range } from '../../quantity/range.js';
import { rebased } from './basis.js';
import { unitsLike, type Basis } from './measure.js';
import { agreed, type CheckResult } from './result.js';
import { hullOf, type Statement } from './statement.js';
import { short } from './wording.js';

/** How a statement stands to a limit. */
export interface Comparison {
  readonly result: CheckResult;
  /** Why it is open, or what it comes to on the limit's terms; empty where the two numbers speak for themselves. */
  readonly note: string;
  /** Whether some of the statement lies above, or below, what the limit allows. */
  readonly above: boolean;
  readonly below: boolean;
  /** Whose statement is incomplete, and whether the moisture would help. */
  readonly lacking: readonly ('stated' | 'limit' | 'moisture')[];
}

/** Conversions are sums of binary fractions: 180 g/kg is 18.000000000000004 %. */
const SLACK = 1e-9;

/**
 * Whether one value is at most another, rounding of conversions aside.
 *
 * @example atMost(0.1 + 0.2, 0.3) // true
 */
export const atMost = (a: number, b: number): boolean => a <= b || a - b < SLACK * Math.abs(a);

/**
 * Compares what is stated with a limit on the same property: units of one dimension are converted, a basis is
 * converted through the moisture, and what nobody has said is an interval, so that the answer never claims more than
 * is known: PASS when all that it can be lies inside, FAIL when none of it does, UNKNOWN between.
 *
 * @param moisture water of the offered material as part of its wet mass; 0–1 where unknown
 * @example compare(chlorine4gPerKg, atMostHalfAPercent, ANY_MOISTURE).result // 'PASS'
 */
export function compare(stated: Statement, limit: Statement, moisture: Range): Comparison {
  const differing = unitsDiffer(stated, limit);
  if (differing !== undefined) return differing;
  if (!needsBasis(stated, limit)) return inside(stated, limit, [stated.base], []);
  if ([stated.basis, limit.basis].includes('daf')) {
    return incomparable('the bases differ, so they cannot be compared', ['stated']);
  }
  return acrossBases(stated, limit, moisture);
}

/** What is said per wet or dry mass: shares and heat per kilogram; a size or a pH has no basis. */
function needsBasis(stated: Statement, limit: Statement): boolean {
  const dimension = stated.measure?.dimension;
  return (
    stated.basis !== limit.basis &&
    limit.name !== 'drymatter' &&
    (dimension === 'share' || dimension === 'specificEnergy')
  );
}

function unitsDiffer(stated: Statement, limit: Statement): Comparison | undefined {
  const [has, wants] = [stated.measure, limit.measure];
  if (has === undefined && wants === undefined) {
    return (stated.unit ?? '') === (limit.unit ?? '')
      ? undefined
      : incomparable('the units differ, so they cannot be compared', ['stated']);
  }
  if (wants === undefined) return incomparable('the limit has no unit that is understood', ['limit']);
  if (has?.dimension === wants.dimension) return undefined;
  return incomparable(`the units differ; stated in ${unitsLike(wants).join(', ')} it could be compared`, [
    'stated',
  ]);
}

const incomparable = (note: string, lacking: Comparison['lacking']): Comparison => ({
  result: 'UNKNOWN',
  note,
  above: false,
  below: false,
  lacking,
});

const EITHER: readonly Basis[] = ['wet', 'dry'];

/** Each basis that a side may have meant is tried; only where all agree is anything decided. */
function acrossBases(stated: Statement, limit: Statement, moisture: Range): Comparison {
  const meant = stated.basis === undefined ? EITHER : [stated.basis];
  const asked = limit.basis === undefined ? EITHER : [limit.basis];
  const ranges = asked.map((to) =>
    hullOf(meant.map((from) => rebased(limit.name, stated.base, from, to, moisture))),
  );
  const lacking: ('stated' | 'limit' | 'moisture')[] = [];
  if (stated.basis === undefined) lacking.push('stated');
  if (limit.basis === undefined) lacking.push('limit');
  if (limit.name !== 'moisture' && moisture.min !== moisture.max) lacking.push('moisture');
  return inside(stated, limit, ranges, lacking);
}

function inside(
  stated: Statement,
  limit: Statement,
  ranges: readonly Range[],
  lacking: Comparison['lacking'],
): Comparison {
  const result = agreed(ranges.map((range) => verdict(range, limit.base)));
  const above = ranges.some((range) => !atMost(range.max, limit.base.max));
  const below = ranges.some((range) => !atMost(limit.base.min, range.min));
  const converted = comesTo(stated, limit, ranges.length === 1 ? (ranges[0] as Range) : stated.base);
  const why = result === 'UNKNOWN' ? whyOpen(lacking) : undefined;
  return {
    result,
    note: [converted, why].filter((one) => one !== undefined).join('; '),
    above,
    below,
    lacking: result === 'UNKNOWN' && lacking.length === 0 ? ['stated'] : lacking,
  };
}

function verdict(range: Range, limit: Range): CheckResult {
  if (!atMost(range.min, limit.max) || !atMost(limit.min, range.max)) return 'FAIL';
  return atMost(range.max, limit.max) && atMost(limit.min, range.min) ? 'PASS' : 'UNKNOWN';
}

function whyOpen(lacking: Comparison['lacking']): string {
  if (lacking.includes('stated')) return 'whether per wet or dry mass would decide';
  if (lacking.includes('limit')) return 'whether the limit is per wet or dry mass would decide';
  return lacking.includes('moisture') ? 'the moisture would decide' : 'part of the range lies outside';
}

/** The statement in the limit's own unit and basis, where that differs and is known. */
function comesTo(stated: Statement, limit: Statement, { min, max }: Range): string | undefined {
  const same =
    stated.name === limit.name &&
    stated.measure?.code === limit.measure?.code &&
    stated.base.min === min &&
    stated.base.max === max;
  const measure = limit.measure;
  if (same || measure === undefined || !Number.isFinite(min) || !Number.isFinite(max)) return undefined;
  const inLimitUnit = (value: number): string => short((value - measure.offset) / measure.factor);
  const values = min === max ? inLimitUnit(min) : `${inLimitUnit(min)}–${inLimitUnit(max)}`;
  return `that is ${values} ${measure.code}${limit.basis === undefined ? '' : ` ${limit.basis}`}`;
}
