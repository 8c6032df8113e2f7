import type { Day } from '../calendar/day.js';
import { problem, type Problem } from '../problem.js';
import { Decimal } from '../quantity/decimal.js';
import type { WithheldReason } from './withhold.js';

/**
 * What a goal may be about, and the unit that its baseline then has. Two are sums of effects: `turnoverGained` is added
 * sales and cost cut, `rawMaterialSpared` virgin material displaced and waste avoided, each against the total of both.
 */
export const GOAL_UNITS = Object.freeze({
  materialMoved: 't',
  energyMoved: 'MWh',
  volumeMoved: 'm3',
  gasMoved: 'Nm3',
  piecesMoved: 'pcs',
  virginMaterialDisplaced: 't',
  netCo2eAvoided: 'kg CO2e',
  transportWork: 'tkm',
  salesValue: 'NOK',
  exchanges: '1',
  firms: '1',
  crossIndustryExchanges: '1',
  turnoverGained: 'NOK',
  rawMaterialSpared: 't',
} as const);
export type GoalFigure = keyof typeof GOAL_UNITS;
export const GOAL_FIGURES: readonly GoalFigure[] = Object.freeze(Object.keys(GOAL_UNITS) as GoalFigure[]);

/** Figures that add up to what the goal is about; one that is reckoned nowhere is named and not guessed. */
const PARTS: Readonly<Partial<Record<GoalFigure, readonly string[]>>> = {
  turnoverGained: ['salesValue', 'costSaved'],
  rawMaterialSpared: ['virginMaterialDisplaced', 'wasteAvoided'],
};

/**
 * A goal of a cluster or firm with its baseline, frozen when it was set; `change` is the wished part of the baseline, 0.2
 * for −20 %.
 */
export interface Goal {
  readonly id: string;
  readonly name: string;
  readonly figure: GoalFigure;
  readonly change: Decimal;
  readonly baseline: Decimal;
  /** The calendar year of the baseline, where it was stated. */
  readonly baselineYear: number | undefined;
  readonly unit: string;
  readonly dueOn: Day;
  /** What the baseline covers, in words. */
  readonly scope: string;
}

/** A figure as the viewer may see it, with its spread where it has one. */
export interface GoalEvidence {
  readonly name: string;
  readonly value: Decimal | undefined;
  readonly low?: Decimal | undefined;
  readonly high?: Decimal | undefined;
  readonly withheld: boolean;
  readonly reason?: WithheldReason | undefined;
}

/** What exchanges add to a goal. */
export interface GoalContribution {
  readonly contribution: Decimal | undefined;
  /** With every factor at the end of its range that makes it least, and most; as the contribution where none is known. */
  readonly low: Decimal | undefined;
  readonly high: Decimal | undefined;
  /** Contribution as part of the target. */
  readonly share: number | undefined;
  readonly withheld: boolean;
  /** That of the figure behind it. */
  readonly reason: WithheldReason | undefined;
  /** Figures that belong to it and are reckoned nowhere. */
  readonly missing: readonly string[];
}

export interface GoalProgress extends GoalContribution {
  readonly goal: Goal;
  /** What is to be reached, in the baseline's unit. */
  readonly target: Decimal;
}

/**
 * What the exchanges of a period contribute to a goal: a contribution, never the whole goal, since most of a
 * firm's emissions and turnover never pass through an exchange. Withheld when a figure behind it is.
 *
 * @param goal in the unit of the figure it names
 * @param figures as the viewer may see them
 * @returns share 1 when the target is reached; it may be above, and below 0
 * @example progressOf(fifteenPercentOf500kTonnes, [thirtyThousandTonnes]).share // 0.4
 */
export function progressOf(goal: Goal, figures: readonly GoalEvidence[]): GoalProgress {
  const target = goal.baseline.times(goal.change);
  const names = PARTS[goal.figure] ?? [goal.figure];
  const found = names.flatMap((name) => evidenceOf(name, figures) ?? []);
  const missing = names.filter((name) => !found.some((one) => one.name === name));
  const hidden = found.find((one) => one.value === undefined);
  if (found.length === 0 || hidden !== undefined) {
    const nothing = { contribution: undefined, low: undefined, high: undefined, share: undefined };
    return { goal, target, ...nothing, withheld: hidden?.withheld ?? true, reason: hidden?.reason, missing };
  }
  const contribution = totalOf(found, (one) => one.value);
  const share = target.isZero() ? undefined : contribution.div(target).toNumber();
  const low = totalOf(found, (one) => one.low ?? one.value);
  const high = totalOf(found, (one) => one.high ?? one.value);
  // A part that is told beside one that is not would let the other be taken for the whole.
  const reason = found.find((one) => one.reason !== undefined)?.reason;
  return { goal, target, contribution, low, high, share, withheld: false, reason, missing };
}

/**
 * What is known of a figure: the one with a spread, where it stands there twice.
 *
 * @example evidenceOf('materialMoved', []) // undefined
 */
export const evidenceOf = (name: string, figures: readonly GoalEvidence[]): GoalEvidence | undefined =>
  figures.find((one) => one.name === name && one.low !== undefined) ??
  figures.find((one) => one.name === name);

const totalOf = (found: readonly GoalEvidence[], of: (one: GoalEvidence) => Decimal | undefined): Decimal =>
  found.reduce((sum, one) => sum.plus(of(one) ?? 0), new Decimal(0));

/** How {@link forecastOf} comes to its number, told with every answer. */
export const FORECAST_METHOD =
  'Twelve months up to the due date: the yearly amounts of the agreements that run then, by their days, and the single lots delivered in the last twelve months once more. Low and high put what these agreements delivered in the last twelve months in the place of what they promise, where that is less or more.';

/** Figures of one goal's exchanges, from three readings of the ledger. */
export interface ForecastEvidence {
  /** What recurring agreements promise for the twelve months up to the due date. */
  readonly promised: readonly GoalEvidence[];
  /** What the same agreements delivered in the last twelve months. */
  readonly kept: readonly GoalEvidence[];
  /** What was delivered in the last twelve months on agreements of a single lot. */
  readonly lots: readonly GoalEvidence[];
}

/**
 * What a year of exchanges will contribute by the due date, if agreements run as agreed and lots come as they came; see
 * {@link FORECAST_METHOD}.
 *
 * @example forecastOf(goal, { promised: [t100], kept: [t80], lots: [t20] }).contribution?.toString() // '120', low '100'
 */
export function forecastOf(goal: Goal, { promised, kept, lots }: ForecastEvidence): GoalProgress {
  const [ahead, pace, again] = [promised, kept, lots].map((one) => progressOf(goal, one)) as [
    GoalProgress,
    GoalProgress,
    GoalProgress,
  ];
  const hidden = [ahead, pace, again].find((one) => one.contribution === undefined);
  if (hidden !== undefined) return { ...hidden, contribution: undefined, share: undefined };
  const sum = (one: Decimal | undefined, other: Decimal | undefined): Decimal =>
    new Decimal(one ?? 0).plus(other ?? 0);
  const contribution = sum(ahead.contribution, again.contribution);
  const low = sum(Decimal.min(ahead.low ?? 0, pace.low ?? 0), again.low);
  const high = sum(Decimal.max(ahead.high ?? 0, pace.high ?? 0), again.high);
  const share = ahead.target.isZero() ? undefined : contribution.div(ahead.target).toNumber();
  return { ...ahead, contribution, low, high, share };
}

/** A goal as it is asked for; the baseline as it will stand for good. */
export interface GoalWish extends Omit<Goal, 'id' | 'figure' | 'baselineYear'> {
  readonly figure: string;
  readonly baselineYear: number;
}

const FIRST_YEAR = 1990;
const SHORTEST_SCOPE = 10;
/** Ten times the baseline: what is beyond is a slip of the point. */
const LARGEST_CHANGE = 10;

/**
 * What keeps a goal from being set.
 *
 * @param today the due date lies after it, the baseline's year not
 * @returns empty when it may stand
 * @example goalProblems({ ...wish, unit: 'kg' }, '2026-06-01')[0]?.path.join('.') // 'input.unit'
 */
export function goalProblems(wish: GoalWish, today: Day): readonly Problem[] {
  const unit: string | undefined = isGoalFigure(wish.figure) ? GOAL_UNITS[wish.figure] : undefined;
  const year = Number(today.slice(0, 4));
  const checks: readonly (readonly [boolean, string, string])[] = [
    [unit !== undefined, 'figure', `Name one of ${GOAL_FIGURES.join(', ')}.`],
    [unit === undefined || unit === wish.unit, 'unit', `${wish.figure} is counted in ${unit ?? ''}.`],
    [wish.name.trim() !== '', 'name', 'Name the goal.'],
    [
      wish.change.gt(0) && wish.change.lte(LARGEST_CHANGE),
      'change',
      'State the wished part of the baseline above 0, such as 0.2 for 20 %.',
    ],
    [wish.baseline.gt(0), 'baseline', 'State a baseline above 0.'],
    [
      Number.isInteger(wish.baselineYear) && wish.baselineYear >= FIRST_YEAR && wish.baselineYear <= year,
      'baselineYear',
      `Name a calendar year from ${FIRST_YEAR} to ${year}.`,
    ],
    [wish.dueOn > today, 'dueOn', 'The due date must lie ahead.'],
    [wish.scope.trim().length >= SHORTEST_SCOPE, 'scope', 'Say what the baseline covers.'],
  ];
  return checks.filter(([holds]) => !holds).map(([, field, message]) => problem(`input.${field}`, message));
}

const isGoalFigure = (name: string): name is GoalFigure => name in GOAL_UNITS;
