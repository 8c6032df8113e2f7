import { describe, expect, it } from '@jest/globals';
import { d } from '../testing/builders.js';
import {
  FORECAST_METHOD,
  forecastOf,
  goalProblems,
  progressOf,
  type Goal,
  type GoalEvidence,
  type GoalWish,
} from './goal.js';
import type { ShownFigure } from './withhold.js';

const goal: Goal = {
  id: 'goal-1',
  name: 'Raw material',
  figure: 'virginMaterialDisplaced',
  change: d('0.15'),
  baseline: d(500_000),
  baselineYear: 2025,
  unit: 't',
  dueOn: '2030-12-31',
  scope: 'raw material bought by the 65 firms in 2025',
};
const figure = (value: number | undefined, withheld = false): ShownFigure => ({
  name: 'virginMaterialDisplaced',
  unit: 't',
  basis: 'DELIVERED',
  reason: undefined,
  value: value === undefined ? undefined : d(value),
  entryCount: value === undefined ? undefined : 1,
  withheld,
});

describe('progressOf', () => {
  it('example: 30 000 t of the 75 000 t that 15 % of the baseline make', () => {
    const progress = progressOf(goal, [figure(30_000)]);
    expect(progress.target.toString()).toBe('75000'); // 500 000 t × 0.15
    expect(progress.contribution?.toString()).toBe('30000');
    expect(progress.share).toBe(0.4); // 30 000 / 75 000
    expect(progress.withheld).toBe(false);
  });

  it('may be beyond the target, or below nothing', () => {
    expect(progressOf(goal, [figure(150_000)]).share).toBe(2);
    expect(progressOf(goal, [figure(-7500)]).share).toBe(-0.1);
  });

  it('shows the target but no share while the figure is withheld', () => {
    const progress = progressOf(goal, [figure(undefined, true)]);
    expect(progress).toMatchObject({ contribution: undefined, share: undefined, withheld: true });
    expect(progress.target.toString()).toBe('75000');
  });

  it('claims nothing where the figure is not there', () => {
    expect(progressOf(goal, [])).toMatchObject({ contribution: undefined, share: undefined, withheld: true });
  });

  it('has no share of a target of nothing', () => {
    const progress = progressOf({ ...goal, baseline: d(0) }, [figure(10)]);
    expect([progress.contribution?.toString(), progress.share]).toEqual(['10', undefined]);
  });
});

const evidence = (name: string, value?: number, low?: number, high?: number): GoalEvidence => ({
  name,
  value: value === undefined ? undefined : d(value),
  low: low === undefined ? undefined : d(low),
  high: high === undefined ? undefined : d(high),
  withheld: value === undefined,
  reason: value === undefined ? 'SEALED' : undefined,
});

describe('a goal about several effects', () => {
  const spared: Goal = { ...goal, figure: 'rawMaterialSpared', baseline: d(1000) };

  it('adds them up, with the spread of those that have one', () => {
    const progress = progressOf(spared, [
      evidence('virginMaterialDisplaced', 25.5),
      evidence('wasteAvoided', 30, 20, 45),
    ]);
    // 25.5 + 30; low 25.5 + 20; high 25.5 + 45; 55.5 of 15 % of 1 000
    expect([progress.contribution, progress.low, progress.high].map(String)).toEqual([
      '55.5',
      '45.5',
      '70.5',
    ]);
    expect(progress.share).toBeCloseTo(0.37, 12);
    expect(progress.missing).toEqual([]);
  });

  it('names the part that is reckoned nowhere', () => {
    expect(progressOf(spared, [evidence('virginMaterialDisplaced', 25.5)])).toMatchObject({
      missing: ['wasteAvoided'],
      withheld: false,
    });
  });

  it('is withheld when one of them is', () => {
    const turnover: Goal = { ...goal, figure: 'turnoverGained', unit: 'NOK' };
    const progress = progressOf(turnover, [evidence('salesValue'), evidence('costSaved', 10)]);
    expect(progress).toMatchObject({
      contribution: undefined,
      share: undefined,
      withheld: true,
      reason: 'SEALED',
    });
  });
});

describe('forecastOf', () => {
  const of = (value?: number) => [evidence('virginMaterialDisplaced', value)];

  it('example: what agreements promise, and the lots of last year once more', () => {
    const forecast = forecastOf(goal, { promised: of(100), kept: of(80), lots: of(20) });
    // 100 + 20; low 80 + 20, for 80 was kept of 100; high 100 + 20
    expect([forecast.contribution, forecast.low, forecast.high].map(String)).toEqual(['120', '100', '120']);
    expect(forecast.share).toBeCloseTo(0.0016, 12); // 120 / 75 000
    expect(FORECAST_METHOD).toContain('last twelve months');
  });

  it('is higher where more was delivered than agreed', () => {
    const { low, high } = forecastOf(goal, { promised: of(100), kept: of(130), lots: of(0) });
    expect([String(low), String(high)]).toEqual(['100', '130']);
  });

  it('is withheld when a part of it is', () => {
    const forecast = forecastOf(goal, { promised: of(100), kept: of(), lots: of(20) });
    expect(forecast).toMatchObject({ contribution: undefined, withheld: true, reason: 'SEALED' });
  });
});

describe('goalProblems', () => {
  const wish: GoalWish = { ...goal, baselineYear: 2025 };
  const paths = (overrides: Partial<GoalWish>) =>
    goalProblems({ ...wish, ...overrides }, '2026-06-01').map((one) => one.path.join('.'));

  it('example: a unit that is not that of the figure', () => {
    expect(paths({ unit: 'kg' })).toEqual(['input.unit']);
    expect(goalProblems({ ...wish, unit: 'kg' }, '2026-06-01')[0]?.message).toContain('counted in t.');
  });

  it('lets a sound one stand, and names what is wrong with another', () => {
    expect(paths({})).toEqual([]);
    expect(paths({ figure: 'happiness' })).toEqual(['input.figure']);
    expect(paths({ name: ' ', change: d(0), baseline: d(0), baselineYear: 1800 })).toEqual([
      'input.name',
      'input.change',
      'input.baseline',
      'input.baselineYear',
    ]);
    expect(paths({ dueOn: '2026-06-01', scope: 'all' })).toEqual(['input.dueOn', 'input.scope']);
  });
});
