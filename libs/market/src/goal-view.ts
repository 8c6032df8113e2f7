import type { Goal, GoalFigure, GoalProgress } from '#domain';
import type { GoalRow } from '#store';

export const goalOf = (row: GoalRow): Goal => ({
  id: row.id,
  name: row.name,
  figure: row.figure as GoalFigure,
  change: row.change,
  baseline: row.baseline,
  baselineYear: row.baselineYear ?? undefined,
  unit: row.unit,
  dueOn: row.dueOn,
  scope: row.scope,
});

/** A goal beside what delivered and what verified exchanges add to it, and what they will have added by its due date. */
export interface GoalView {
  readonly delivered: GoalProgress;
  readonly verified: GoalProgress;
  /** Undefined once it is due. */
  readonly forecast: GoalProgress | undefined;
  readonly setAt: Date;
  /** Undefined to whom the person is not known, and where the installation entered the goal. */
  readonly setBy: string | undefined;
  readonly replaces: string | undefined;
}

/** A goal of the firm acted for. */
export interface FirmGoalView extends GoalView {
  readonly goal: Goal;
}
