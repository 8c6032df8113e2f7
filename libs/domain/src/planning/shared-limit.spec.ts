import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { planProblem, type PlanLink, type PlanQuestion } from '../plan/plan-problem.js';
import { solvePlan } from '../plan/solve-plan.js';
import { greedyWithin, lessLimits, planWithin, type LimitedQuestion } from './shared-limit.js';

const solve = (question: PlanQuestion) => solvePlan(planProblem(question));
const link = (from: number, to: number, value: number, fixed = 0): PlanLink => ({
  from: { kind: 'OFFER', at: from },
  to: { kind: 'NEED', at: to },
  value,
  money: value,
  ratio: 1,
  fixed,
});
const question: LimitedQuestion = {
  objective: 'NOK',
  supply: [10, 10],
  demand: [10, 10],
  treatments: [],
  links: [link(0, 0, 100), link(1, 1, 60)],
  limits: [],
};
const sum = (amounts: Iterable<number>): number => [...amounts].reduce((all, one) => all + one, 0);

const amount = fc.integer({ min: 0, max: 50 });
const market = fc
  .record({
    supply: fc.array(amount, { minLength: 1, maxLength: 5 }),
    demand: fc.array(amount, { minLength: 1, maxLength: 5 }),
    limits: fc.integer({ min: 1, max: 3 }),
    fixed: fc.constantFrom(0, 200),
  })
  .chain(({ supply, demand, limits, fixed }) => {
    const links = fc.array(
      fc.tuple(
        fc.nat({ max: supply.length - 1 }),
        fc.nat({ max: demand.length - 1 }),
        fc.integer({ min: 1, max: 200 }),
      ),
      { minLength: 1, maxLength: 15 },
    );
    return links.chain((all) => {
      const use = fc.array(fc.constantFrom(0, 1, 2, 7), { minLength: all.length, maxLength: all.length });
      const limit = fc.record({ most: fc.integer({ min: 1, max: 60 }), use });
      return fc.array(limit, { minLength: limits, maxLength: limits }).map((shared): LimitedQuestion => ({
        objective: 'NOK',
        supply,
        demand,
        treatments: [],
        links: all.map(([from, to, value]) => link(from, to, value, fixed)),
        limits: shared,
      }));
    });
  });

/** Counted from the question alone: what is over a limit, as a share of it. */
function overOf({ supply, demand, links, limits }: LimitedQuestion, flow: ArrayLike<number>): number {
  const over = (used: number, most: number): number => (used - most) / Math.max(1, most);
  const at = (arc: number): number => flow[arc] ?? 0;
  const of = (kind: 'from' | 'to', node: number): number =>
    sum(links.map((one, arc) => (one[kind].at === node ? at(arc) : 0)));
  return Math.max(
    0,
    ...supply.map((most, node) => over(of('from', node), most)),
    ...demand.map((most, node) => over(of('to', node), most)),
    ...limits.map(({ most, use }) => over(sum(use.map((per, arc) => per * at(arc))), most)),
    ...links.map((_, arc) => -at(arc)),
  );
}

describe('planWithin', () => {
  it('example: no limits, no prices', () => {
    expect(planWithin(question, solve)).toMatchObject({ total: 1600, limitPrices: [] });
  });

  it('says what one more of a limit would bring', () => {
    // a plant of 15 t that both need: 10 t at 100, 5 t at 60; one more tonne of it brings 60
    const plant = { most: 15, use: [1, 1] };
    const plan = planWithin({ ...question, limits: [plant] }, solve);
    expect(plan.total).toBeCloseTo(1300, 6);
    expect(plan.limitPrices[0]).toBeCloseTo(60, 6);
    // one of 5 t: 5 × 100, and a tonne more would bring 100
    const less = planWithin({ ...question, limits: [{ ...plant, most: 5 }] }, solve);
    expect(less.total).toBeCloseTo(500, 6);
    expect(less.limitPrices[0]).toBeCloseTo(100, 6);
  });

  it('carries what pays best for its way where transport is limited', () => {
    // 100 NOK for 50 km are 2 a tkm, 60 for 10 km 6: first all of the second (100 tkm), then 100 ÷ 50 = 2 t of the first
    const plan = planWithin({ ...question, limits: [{ most: 200, use: [50, 10] }] }, solve);
    expect([...plan.flow].map((one) => Math.round(one * 1e6) / 1e6)).toEqual([2, 10]);
    expect(plan.limitPrices[0]).toBeCloseTo(2, 6);
  });

  it('charges nothing for what is not scarce', () => {
    expect(planWithin({ ...question, limits: [{ most: 20, use: [1, 1] }] }, solve).limitPrices).toEqual([0]);
  });

  it('is possible, and what its prices come to bounds it; without fixed costs they meet', () => {
    fc.assert(
      fc.property(market, (asked) => {
        const plan = planWithin(asked, solve);
        expect(overOf(asked, plan.flow)).toBeLessThan(1e-8);
        expect(plan.limitPrices.every((price) => price >= 0)).toBe(true);
        expect(plan.total).toBeLessThanOrEqual(plan.bound + 1e-6);
        const isLinear = asked.links.every(({ fixed }) => fixed === 0);
        if (!isLinear) return;
        expect(plan.bound - plan.total).toBeLessThanOrEqual(1e-7 * Math.max(1, plan.bound));
        // weak duality, counted from the prices: every limit at its price is what the plan comes to
        const { links } = lessLimits(asked, plan.limitPrices);
        const { supply, demand } = plan.prices;
        // what an empty offer or need could carry is closed
        const open = links.filter(({ from, to }) => asked.supply[from.at]! > 0 && asked.demand[to.at]! > 0);
        for (const { from, to, value } of open)
          expect(value).toBeLessThanOrEqual(supply[from.at]! + demand[to.at]! + 1e-6);
        const paid =
          sum(asked.supply.map((most, at) => most * supply[at]!)) +
          sum(asked.demand.map((most, at) => most * demand[at]!)) +
          sum(asked.limits.map(({ most }, at) => most * plan.limitPrices[at]!));
        expect(Math.abs(paid - plan.total)).toBeLessThanOrEqual(1e-6 * Math.max(1, paid));
      }),
    );
  });

  it('opens no link that does not earn its fixed cost', () => {
    fc.assert(
      fc.property(market, (asked) => {
        const plan = planWithin(asked, solve);
        plan.flow.forEach((flow, arc) => {
          const { money, fixed = 0 } = asked.links[arc]!;
          if (flow > 1e-9) expect(flow * money).toBeGreaterThanOrEqual(fixed * (1 - 1e-6));
        });
      }),
    );
  });
});

describe('greedyWithin', () => {
  it('example: a link for each amount', () => expect(greedyWithin(question).flow).toHaveLength(2));

  it('keeps within every limit, and comes to no more than the bound', () => {
    fc.assert(
      fc.property(market, (asked) => {
        const greedy = greedyWithin(asked);
        expect(overOf(asked, greedy.flow)).toBeLessThan(1e-9);
        expect(greedy.total).toBeLessThanOrEqual(planWithin(asked, solve).bound + 1e-6);
      }),
    );
  });
});
