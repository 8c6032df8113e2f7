import type { Day } from '../calendar/day.js';
import type { Decimal } from '../quantity/decimal.js';
import type { FigureName } from './fold.js';
import type { ShownFigure, WithheldReason } from './withhold.js';

/** A cluster's goal with its frozen baseline; `change` is the wished part of the baseline, 0.2 for −20 %. */
export interface Goal {
  readonly id: string;
  readonly clusterId: string;
  readonly name: string;
  readonly figure: FigureName;
  readonly change: Decimal;
  readonly baseline: Decimal;
  readonly unit: string;
  readonly dueOn: Day;
  /** What the baseline covers, in words. */
  readonly scope: string;
}

export interface GoalProgress {
  readonly goal: Goal;
  /** What is to be reached, in the baseline's unit. */
  readonly target: Decimal;
  readonly contribution: Decimal | undefined;
  /** Contribution as part of the target. */
  readonly share: number | undefined;
  readonly withheld: boolean;
  /** That of the figure behind it. */
  readonly reason: WithheldReason | undefined;
}

/**
 * What the exchanges of a period contribute to a goal: a contribution, never the whole goal, since most of a
 * firm's emissions and turnover never pass through an exchange. Withheld when the figure behind it is.
 *
 * @param goal in the unit of the figure it names
 * @param figures as the viewer may see them
 * @returns share 1 when the target is reached; it may be above, and below 0
 * @example progressOf(fifteenPercentOf500kTonnes, [thirtyThousandTonnes]).share // 0.4
 */
export function progressOf(goal: Goal, figures: readonly ShownFigure[]): GoalProgress {
  const target = goal.baseline.times(goal.change);
  const figure = figures.find((one) => one.name === goal.figure);
  const reason = figure?.reason;
  if (figure === undefined || figure.value === undefined) {
    const withheld = figure?.withheld ?? true;
    return { goal, target, contribution: undefined, share: undefined, withheld, reason };
  }
  const share = target.isZero() ? undefined : figure.value.div(target).toNumber();
  return { goal, target, contribution: figure.value, share, withheld: false, reason };
}
