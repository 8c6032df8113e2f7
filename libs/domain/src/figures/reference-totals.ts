import { problem, type Problem } from '../problem.js';
import { Decimal } from '../quantity/decimal.js';

/**
 * What a firm states of a whole calendar year, to hold its exchanges against: the reference totals of the CircLean
 * reporting methodology (circlean-symbiosis.eu/reporting-methodology), with the key figures of EMAS (Regulation (EC)
 * 1221/2009, annex IV). Waste goes by the steps of the waste hierarchy (Directive 2008/98/EC art. 4), fill by itself.
 */
export const REFERENCE_UNITS = Object.freeze({
  /** All material taken in, what came by exchanges included. */
  rawMaterial: 't',
  /** Of it: recycled, secondary and by-products, what came by exchanges included. */
  recycledInput: 't',
  /** Of it: grown and not recycled, so that nothing counts in both. */
  renewableInput: 't',
  /** Waste, without by-products handed over in exchanges, which are no waste. */
  wasteReused: 't',
  wasteRecycled: 't',
  wasteToEnergy: 't',
  wasteToFill: 't',
  wasteDisposed: 't',
  energy: 'MWh',
  /** Of it from renewable sources. */
  renewableEnergy: 'MWh',
  water: 'm3',
  turnover: 'NOK',
  co2e: 't CO2e',
} as const);

export type ReferenceMeasure = keyof typeof REFERENCE_UNITS;
export const REFERENCE_MEASURES: readonly ReferenceMeasure[] = Object.freeze(
  Object.keys(REFERENCE_UNITS) as ReferenceMeasure[],
);
/** The waste of a year, from the best step of the hierarchy to the worst. */
export const WASTE_MEASURES: readonly ReferenceMeasure[] = Object.freeze([
  'wasteReused',
  'wasteRecycled',
  'wasteToEnergy',
  'wasteToFill',
  'wasteDisposed',
]);

/** What is stated; a measure that is not there is not known, and never counted as nothing. */
export type ReferenceAmounts = Readonly<Partial<Record<ReferenceMeasure, Decimal>>>;

/** A year as its firm states it; a later version stands beside the earlier ones. */
export interface ReferenceStatement {
  readonly year: number;
  readonly amounts: ReferenceAmounts;
  /** What the amounts cover, in words: sites, and of CO2e whether transport and third-party deliveries are in it. */
  readonly scope: string;
}

/** National emission inventories begin here; no baseline is older. */
const FIRST_YEAR = 1990;
const SHORTEST_SCOPE = 10;
const MOST_DIGITS = 15;

/** Whole and parts of it. */
const PARTS: readonly (readonly [whole: ReferenceMeasure, parts: readonly ReferenceMeasure[]])[] = [
  ['rawMaterial', ['recycledInput', 'renewableInput']],
  ['energy', ['renewableEnergy']],
];

/**
 * What keeps a statement from standing.
 *
 * @param lastYear the last calendar year that is over
 * @returns empty when it may be recorded
 * @example referenceProblems({ year: 2025, amounts: { energy: new Decimal(-1) }, scope: 'both plants' }, 2025)[0]?.path.join('.') // 'input.energy'
 */
export function referenceProblems(
  { year, amounts, scope }: ReferenceStatement,
  lastYear: number,
): readonly Problem[] {
  const found: Problem[] = [];
  if (!Number.isInteger(year) || year < FIRST_YEAR || year > lastYear)
    found.push(
      problem('input.year', `Name a calendar year that is over, from ${FIRST_YEAR} to ${lastYear}.`),
    );
  if (scope.trim().length < SHORTEST_SCOPE)
    found.push(
      problem('input.scope', 'Say what the amounts cover, such as the sites and what CO2e includes.'),
    );
  if (REFERENCE_MEASURES.every((one) => amounts[one] === undefined))
    found.push(problem('input', 'State at least one amount.'));
  return [
    ...found,
    ...REFERENCE_MEASURES.flatMap((one) => amountProblems(one, amounts)),
    ...partProblems(amounts),
  ];
}

function amountProblems(measure: ReferenceMeasure, amounts: ReferenceAmounts): readonly Problem[] {
  const amount = amounts[measure];
  if (amount === undefined) return [];
  const unit = REFERENCE_UNITS[measure];
  if (amount.isNegative() && !amount.isZero())
    return [problem(`input.${measure}`, `State ${unit} of the year, 0 or more.`)];
  return amount.gte(`1e${MOST_DIGITS}`)
    ? [problem(`input.${measure}`, `State ${unit}, with at most ${MOST_DIGITS} digits before the point.`)]
    : [];
}

function partProblems(amounts: ReferenceAmounts): readonly Problem[] {
  return PARTS.flatMap(([whole, parts]) => {
    const [all, of] = [
      amounts[whole],
      sumOf(
        amounts,
        parts.filter((one) => amounts[one] !== undefined),
      ),
    ];
    if (of === undefined) return [];
    if (all === undefined)
      return [problem(`input.${whole}`, `State it too: ${parts.join(', ')} are parts of it.`)];
    return of.lte(all)
      ? []
      : [problem(`input.${parts[0]}`, `At most ${whole}, of which ${parts.join(', ')} are parts.`)];
  });
}

/**
 * Several measures of one unit together.
 *
 * @returns undefined unless every one of them is stated
 * @example sumOf({ wasteToFill: new Decimal(2), wasteDisposed: new Decimal(3) }, ['wasteToFill', 'wasteDisposed'])?.toString() // '5'
 */
export function sumOf(amounts: ReferenceAmounts, measures: readonly ReferenceMeasure[]): Decimal | undefined {
  const stated = measures.flatMap((one) => amounts[one] ?? []);
  if (stated.length < measures.length || stated.length === 0) return undefined;
  return stated.reduce((sum, one) => sum.plus(one), new Decimal(0));
}
