import { describe, expect, it } from '@jest/globals';
import { d } from '../testing/builders.js';
import { progressOf, type Goal } from './goal.js';
import type { ShownFigure } from './withhold.js';

const goal: Goal = {
  id: 'goal-1',
  clusterId: 'cluster-1',
  name: 'Raw material',
  figure: 'virginMaterialDisplaced',
  change: d('0.15'),
  baseline: d(500_000),
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
