import { Decimal } from '../quantity/decimal.js';
import type { GoalFigure } from './goal.js';
import { WASTE_MEASURES, type ReferenceMeasure } from './reference-totals.js';

/** From which stated totals a goal's baseline is taken, and what one of their units is in the goal's. */
export interface BaselineSource {
  readonly measures: readonly ReferenceMeasure[];
  readonly factor: number;
}

/** Totals state CO2e in tonnes, figures in kilograms. */
const KG_PER_T = 1000;

const SOURCES: ReadonlyMap<string, BaselineSource> = new Map(
  Object.entries({
    turnoverGained: { measures: ['turnover'], factor: 1 },
    salesValue: { measures: ['turnover'], factor: 1 },
    netCo2eAvoided: { measures: ['co2e'], factor: KG_PER_T },
    virginMaterialDisplaced: { measures: ['rawMaterial'], factor: 1 },
    // Displaced material is held against what is bought, avoided waste against what is thrown away: both stand below the line.
    rawMaterialSpared: { measures: ['rawMaterial', ...WASTE_MEASURES], factor: 1 },
    energyMoved: { measures: ['energy'], factor: 1 },
  } satisfies Partial<Record<GoalFigure, BaselineSource>>),
);

/**
 * Where the baseline of a goal is taken from when none is stated.
 *
 * @returns undefined for a figure that no total stands for
 * @example baselineSourceOf('netCo2eAvoided')?.factor // 1000
 */
export const baselineSourceOf = (figure: string): BaselineSource | undefined => SOURCES.get(figure);

export interface GoalPreset {
  readonly name: string;
  readonly figure: GoalFigure;
  readonly change: Decimal;
}

/** The five-year goals that GreenHeart Industry has set itself, for its members together. */
export const GOAL_PRESETS: readonly GoalPreset[] = Object.freeze([
  { name: '+10 % turnover', figure: 'turnoverGained', change: new Decimal('0.1') },
  {
    name: '−20 % CO2 incl. transport and third-party deliveries',
    figure: 'netCo2eAvoided',
    change: new Decimal('0.2'),
  },
  {
    name: '−15 % raw material use or waste returned',
    figure: 'rawMaterialSpared',
    change: new Decimal('0.15'),
  },
]);
