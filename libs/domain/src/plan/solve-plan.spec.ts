import { describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import { checkPlan, shortfallOf } from './check-plan.js';
import { greedyPlan } from './greedy-plan.js';
import type { Plan } from './plan.js';
import { planProblem, PlanProblemError, type PlanLink, type PlanQuestion } from './plan-problem.js';
import { planSharesOf } from './shares.js';
import { solvePlan } from './solve-plan.js';

const link = (from: number, to: number, worth: number, more: Partial<PlanLink> = {}): PlanLink => ({
  from: { kind: 'OFFER', at: from },
  to: { kind: 'NEED', at: to },
  value: worth,
  money: worth,
  ratio: 1,
  ...more,
});
const question = (
  supply: readonly number[],
  demand: readonly number[],
  links: readonly PlanLink[],
  more: Partial<PlanQuestion> = {},
): PlanQuestion => ({ objective: 'NOK', supply, demand, treatments: [], links, ...more });
const ONE = question([10], [4], [link(0, 0, 5)]);

const solved = (asked: PlanQuestion): Plan => {
  const plan = solvePlan(planProblem(asked));
  expect(checkPlan(planProblem(asked), plan)).toMatchObject({ holds: true });
  return plan;
};

describe('solvePlan', () => {
  it('lets flow what both ends have, and proves it', () => {
    const plan = solved(ONE);
    // 4 t × 5 NOK
    expect(plan).toMatchObject({ total: 20, bound: 20, gap: 0, solver: 'network simplex' });
    expect([...plan.flow]).toEqual([4]);
    expect([...plan.prices.demand]).toEqual([5]);
  });

  it('gives up the best single deal where two others are worth more together', () => {
    const crossed = question([1, 1], [1, 1], [link(0, 0, 10), link(0, 1, 9), link(1, 0, 8)]);
    // greedy: 10; best: 9 + 8
    expect(greedyPlan(planProblem(crossed)).total).toBe(10);
    expect(solved(crossed).total).toBe(17);
  });

  it('says what a link that waits lacks', () => {
    const waiting = planProblem(question([1, 1], [1], [link(0, 0, 20), link(1, 0, 6)]));
    expect(shortfallOf(waiting, solvePlan(waiting), 1)).toBe(14);
  });

  it('counts both ends of a link in their own units', () => {
    // 10 t of slag replace 9 t of gravel; the need takes 4.5 t of them: 5 t × 3 NOK
    const plan = solved(question([10], [4.5], [link(0, 0, 3, { ratio: 0.9 })]));
    expect(plan.flow[0]).toBeCloseTo(5, 12);
    expect(plan.total).toBeCloseTo(15, 12);
  });

  it('refuses ratios that do not agree where nobody else can solve them', () => {
    const both = [link(0, 0, 1), link(0, 1, 1), link(1, 0, 1), link(1, 1, 1, { ratio: 0.9 })];
    expect(() => solvePlan(planProblem(question([1, 1], [1, 1], both)))).toThrow(PlanProblemError);
  });

  it('goes through a treatment, whose room has a price', () => {
    const treated = question([10], [9], [], {
      treatments: [{ capacity: 4, yield: 0.5, value: -2, money: -2 }],
      links: [
        { ...link(0, 0, -1), to: { kind: 'TREATMENT', at: 0 } },
        { ...link(0, 0, 20), from: { kind: 'TREATMENT', at: 0 } },
      ],
    });
    const plan = solved(treated);
    // 4 t in, 2 t out: 2 × 20 − 4 × (1 + 2)
    expect(plan.total).toBe(28);
    expect([...plan.flow]).toEqual([4, 2]);
    // One t of room more: 0.5 × 20 − 3
    expect([...plan.prices.treatment]).toEqual([7]);
    expect([...planSharesOf(planProblem(treated), plan).treatment]).toEqual([28]);
  });

  it('opens no link that does not pay for itself', () => {
    expect(solved(question([10], [4], [link(0, 0, 5, { fixed: 20.5 })])).total).toBe(0);
    expect(solved(question([10], [4], [link(0, 0, 5, { fixed: 19 })])).total).toBe(1);
    expect(solved(question([10], [4], [link(0, 0, 5, { least: 5 })])).total).toBe(0);
  });

  it('lets nobody lose in a plan for CO2e', () => {
    const losing = question([10], [4], [link(0, 0, 5, { money: -1 })], { objective: 'CO2E' });
    expect(solved(losing).total).toBe(0);
    // 4 t earn 4 × 2 NOK, less than the pipe's 9.
    const pipe = question([10], [4], [link(0, 0, 5, { money: 2, fixed: 9 })], { objective: 'CO2E' });
    expect(solved(pipe).total).toBe(0);
  });

  it.each<[string, PlanQuestion, number]>([
    ['nothing asked', question([], [], []), 0],
    ['no links', question([1], [1], []), 0],
    ['no supply', question([0], [1], [link(0, 0, 5)]), 0],
    ['links that cost', question([1], [1], [link(0, 0, -5)]), 0],
    ['ties', question([3, 3], [3, 3], [link(0, 0, 2), link(0, 1, 2), link(1, 0, 2), link(1, 1, 2)]), 12],
    ['a link twice', question([3], [3], [link(0, 0, 2, { capacity: 1 }), link(0, 0, 1)]), 4],
    ['a link without room', question([3], [3], [link(0, 0, 2, { capacity: 0 })]), 0],
  ])('answers %s', (_name, asked, total) => {
    expect(solved(asked).total).toBe(total);
  });

  it('names what no plan can be made of', () => {
    const wrong = question([-1], [NaN], [link(0, 3, 5, { ratio: 0 })]);
    const problems = ((): readonly { path: readonly string[] }[] => {
      try {
        planProblem(wrong);
      } catch (error) {
        return (error as PlanProblemError).problems;
      }
      return [];
    })();
    expect(problems.map(({ path }) => path.join('.'))).toEqual([
      'supply.0',
      'demand.0',
      'links.0.to',
      'links.0.ratio',
    ]);
  });
});

const markets = fc
  .tuple(
    fc.array(fc.integer({ min: 0, max: 9 }), { minLength: 1, maxLength: 5 }),
    fc.array(fc.integer({ min: 0, max: 9 }), { minLength: 1, maxLength: 5 }),
    fc.array(fc.tuple(fc.nat(), fc.nat(), fc.integer({ min: -2, max: 12 }), fc.option(fc.nat(6))), {
      maxLength: 14,
    }),
  )
  .map(([supply, demand, links]) =>
    question(
      supply,
      demand,
      links.map(([from, to, worth, capacity]) =>
        link(from % supply.length, to % demand.length, worth, capacity === null ? {} : { capacity }),
      ),
    ),
  );
const totalOf = (asked: PlanQuestion): number => solvePlan(planProblem(asked)).total;
const withOneMore = (asked: PlanQuestion, at: number, more: number): PlanQuestion => ({
  ...asked,
  supply: asked.supply.map((amount, offer) => (offer === at ? amount + more : amount)),
});

describe('laws of a plan', () => {
  it('is proved, and as large in any order of its links', () => {
    fc.assert(
      fc.property(markets, (asked) => {
        const { total, gap } = solved(asked);
        expect(Math.abs(gap)).toBeLessThanOrEqual(1e-12);
        expect(totalOf({ ...asked, links: [...asked.links].reverse() })).toBeCloseTo(total, 9);
      }),
    );
  });

  it('is never below greedy, and greedy never impossible', () => {
    fc.assert(
      fc.property(markets, (asked) => {
        const problem = planProblem(asked);
        const greedy = greedyPlan(problem);
        expect(checkPlan(problem, greedy)).toMatchObject({ holds: true });
        expect(greedy.total).toBeLessThanOrEqual(solvePlan(problem).total + 1e-9);
      }),
    );
  });

  it('gains from more supply, at most its price for each unit, at least the price that stays', () => {
    fc.assert(
      fc.property(markets, fc.nat(), (asked, drawn) => {
        const at = drawn % asked.supply.length;
        // An offer without anything has no usable link, and so no price.
        fc.pre(asked.supply[at]! > 0);
        const [before, after] = [solved(asked), solved(withOneMore(asked, at, 1))];
        const gain = after.total - before.total;
        expect(gain).toBeGreaterThanOrEqual(after.prices.supply[at]! - 1e-9);
        expect(gain).toBeLessThanOrEqual(before.prices.supply[at]! + 1e-9);
      }),
    );
  });

  it('leaves every firm its share, and shares out all of it', () => {
    fc.assert(
      fc.property(markets, (asked) => {
        const problem = planProblem(asked);
        const plan = solvePlan(problem);
        const { giver, taker, offer, need } = planSharesOf(problem, plan);
        for (const part of [...giver, ...taker]) expect(part).toBeGreaterThanOrEqual(-1e-9);
        expect([...offer, ...need].reduce((sum, part) => sum + part, 0)).toBeCloseTo(plan.total, 6);
      }),
    );
  });

  it('leaves no pair of firms better off by trading on its own', () => {
    fc.assert(
      fc.property(markets, (asked) => {
        const problem = planProblem({
          ...asked,
          links: asked.links.map((one) => ({ ...one, capacity: Infinity })),
        });
        const { offer, need } = planSharesOf(problem, solvePlan(problem));
        for (const { from, to, value } of asked.links) {
          const alone = value * Math.min(asked.supply[from.at]!, asked.demand[to.at]!);
          expect(offer[from.at]! + need[to.at]!).toBeGreaterThanOrEqual(alone - 1e-9);
        }
      }),
    );
  });

  it('is found out when it is wrong', () => {
    const problem = planProblem(ONE);
    const plan = solvePlan(problem);
    expect(checkPlan(problem, { ...plan, flow: Float64Array.of(5) }).holds).toBe(false);
    expect(checkPlan(problem, { ...plan, total: 21 }).holds).toBe(false);
    const cheap = { ...plan.proof, demand: Float64Array.of(4) };
    expect(checkPlan(problem, { ...plan, proof: cheap }).holds).toBe(false);
  });
});
