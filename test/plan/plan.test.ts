import { beforeAll, describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import { checkPlan, planProblem, solvePlan, type PlanProblem, type Referee } from '#domain';
import { loadReferee } from '../../apps/worker/src/plan/highs-referee.js';
import { marketOf } from '../measure/plan/instances.js';
import { questions, type QuestionKinds } from './questions.js';
import { faultsOf } from './recount.js';

let referee: Referee;
beforeAll(async () => {
  referee = await loadReferee();
});

const RUNS = { numRuns: 300 };
const isClose = (one: number, other: number): void => {
  expect(Math.abs(one - other)).toBeLessThanOrEqual(1e-7 * Math.max(1, Math.abs(one)));
};

/** Every plan's certificate holds, as an independent routine counts it. */
const certified = (problem: PlanProblem): { readonly total: number; readonly bound: number } => {
  const plan = solvePlan(problem, { referee });
  expect(checkPlan(problem, plan)).toMatchObject({ holds: true });
  expect(faultsOf(problem, plan)).toEqual([]);
  return plan;
};

describe('a plan beside HiGHS', () => {
  const linear: readonly (readonly [string, QuestionKinds])[] = [
    ['plain links', {}],
    ['links with limits of their own', { hasCapacities: true }],
    ['ratios that agree', { ratios: 'agreeing', hasCapacities: true }],
    ['treatments between', { ratios: 'agreeing', hasCapacities: true, hasTreatments: true }],
    ['ratios that do not agree', { ratios: 'any', hasCapacities: true, hasTreatments: true }],
  ];
  it.each(linear)('is as good, and proved: %s', (_name, kinds) => {
    fc.assert(
      fc.property(questions(kinds), (problem) => {
        const plan = solvePlan(problem, { referee });
        const certificate = checkPlan(problem, plan);
        expect(certificate.holds).toBe(true);
        expect(faultsOf(problem, plan)).toEqual([]);
        expect(certificate.slackness).toBeLessThanOrEqual(1e-9);
        isClose(plan.total, plan.bound);
        isClose(plan.total, referee.solve(problem).total);
      }),
      RUNS,
    );
  });

  const whole: readonly (readonly [string, QuestionKinds])[] = [
    ['fixed costs', { hasFixed: true }],
    ['lots', { hasLots: true, ratios: 'agreeing' }],
    ['all of it', { hasFixed: true, hasLots: true, hasTreatments: true, hasCapacities: true }],
    ['CO2e', { objectives: ['CO2E'], hasFixed: true, hasTreatments: true }],
    ['any ratios', { objectives: ['TONNES', 'NOK'], ratios: 'any', hasFixed: true, hasTreatments: true }],
  ];
  it.each(whole)('is possible, nobody loses, and the bound is none that HiGHS passes: %s', (_name, kinds) => {
    fc.assert(
      fc.property(questions(kinds), (problem) => {
        const plan = certified(problem);
        const exact = referee.solve(problem);
        expect(checkPlan(problem, exact)).toMatchObject({ holds: true });
        expect(faultsOf(problem, exact)).toEqual([]);
        expect(exact.total).toBeLessThanOrEqual(plan.bound + 1e-6 * Math.max(1, plan.bound));
        expect(plan.total).toBeLessThanOrEqual(exact.bound + 1e-6 * Math.max(1, exact.bound));
      }),
      { numRuns: 100 },
    );
  });

  it.each([500, 2000])('comes near the best where opening a link costs %d NOK', (cost) => {
    const problem = marketOf(200, cost);
    const exact = referee.solve(problem, { seconds: 10 });
    expect(certified(problem).total).toBeGreaterThanOrEqual(0.99 * exact.total);
  });

  it('proves its plan where all amounts and all values are the same', () => {
    // 30 offers and 30 needs of 1 t, everybody linked to everybody at 1 NOK: 30 t at 1 NOK
    const thirty = Array.from({ length: 30 }, (_, at) => at);
    const links = thirty.flatMap((offer) =>
      thirty.map((need) => ({
        from: { kind: 'OFFER', at: offer } as const,
        to: { kind: 'NEED', at: need } as const,
        value: 1,
        money: 1,
        ratio: 1,
      })),
    );
    const ones = thirty.map(() => 1);
    const question = { objective: 'NOK', supply: ones, demand: ones, treatments: [], links } as const;
    expect(certified(planProblem(question))).toMatchObject({ total: 30, bound: 30 });
  });
});
