import { describe, expect, it } from '@jest/globals';
import { d } from '../testing/builders.js';
import { PLAN_STATES, planRequestProblems, planStatesBefore, type PlanRequest } from './plan-request.js';

const request: PlanRequest = {
  clusterIds: ['a'],
  objective: 'NOK',
  withTreatment: true,
  fixedCostNok: d(0),
  year: 2026,
};

describe('planRequestProblems', () => {
  const pathsOf = (overrides: Partial<PlanRequest>) =>
    planRequestProblems({ ...request, ...overrides }, 2026).map(({ path }) => path.join('.'));

  it('example: a year that is over', () => expect(pathsOf({ year: 2020 })).toEqual(['input.year']));

  it.each<[string, Partial<PlanRequest>, readonly string[]]>([
    ['this year', {}, []],
    ['five years ahead', { year: 2031 }, []],
    ['farther ahead', { year: 2032 }, ['input.year']],
    ['no cluster', { clusterIds: [] }, ['input.clusterIds']],
    ['too many clusters', { clusterIds: Array<string>(11).fill('a') }, ['input.clusterIds']],
    ['a cost below nothing', { fixedCostNok: d(-1) }, ['input.fixedCostNok']],
    ['a limit of no transport at all', { mostTonneKm: d(0) }, ['input.mostTonneKm']],
    ['a limit of some', { mostTonneKm: d(1000) }, []],
    ['a cost of a billion and one', { fixedCostNok: d(1e9 + 1) }, ['input.fixedCostNok']],
  ])('%s', (_what, overrides, paths) => expect(pathsOf(overrides)).toEqual(paths));
});

describe('planStatesBefore', () => {
  it('example: only a running plan is done', () => expect(planStatesBefore('DONE')).toEqual(['RUNNING']));

  it('takes a lost plan up again, and never one that has ended', () => {
    expect(planStatesBefore('RUNNING')).toEqual(['QUEUED', 'RUNNING']);
    for (const to of PLAN_STATES) {
      for (const ended of ['DONE', 'FAILED', 'CANCELLED'] as const)
        expect(planStatesBefore(to)).not.toContain(ended);
    }
  });
});
