import { describe, expect, it } from '@jest/globals';
import { planProblem } from '../plan/plan-problem.js';
import { solvePlan } from '../plan/solve-plan.js';
import type { LinkWorth } from './link-worth.js';
import {
  leastPerTonneKm,
  listingPrices,
  plannable,
  planQuestion,
  planTotals,
  sharedLimits,
  type PlanCandidate,
} from './planned.js';

const buildWorth = (overrides: Partial<LinkWorth> = {}): LinkWorth => ({
  nok: 100,
  fixedNok: 0,
  co2eKg: 10,
  tonnes: 1,
  mode: 'truck',
  km: 20,
  missing: [],
  ...overrides,
});
const link = (offer: number, need: number, overrides: Partial<LinkWorth> = {}): PlanCandidate => ({
  offer,
  need,
  ratio: 1,
  worth: buildWorth(overrides),
});
const candidate = link(0, 0);

describe('plannable', () => {
  const [loss, gain] = [link(0, 0, { nok: -1 }), link(0, 1)];

  it('example: leaves out what costs both sides together money, whatever the aim', () => {
    for (const aim of ['NOK', 'CO2E', 'TONNES'] as const)
      expect(plannable([loss, gain], aim)).toEqual([gain]);
  });

  it('leaves out what does not serve the aim', () => {
    const heat = link(0, 0, { tonnes: 0, co2eKg: -1 });
    expect(plannable([heat], 'TONNES')).toEqual([]);
    expect(plannable([heat], 'CO2E')).toEqual([]);
    expect(plannable([heat], 'NOK')).toEqual([heat]);
  });
});

describe('planQuestion', () => {
  it('example: has a link for each candidate', () => {
    expect(planQuestion('NOK', { supply: [10], demand: [4] }, [candidate], 0).links).toHaveLength(1);
  });

  it('aims at what is asked for, in NOK beside it, with fixed costs of the pipe and of the link', () => {
    const piped = link(0, 0, { fixedNok: 300 });
    const { links } = planQuestion('CO2E', { supply: [10], demand: [4] }, [piped], 50);
    // 300 + 50
    expect(links[0]).toMatchObject({ value: 10, money: 100, fixed: 350 });
  });
});

describe('sharedLimits', () => {
  it('example: what one unit takes of the transport that is allowed', () => {
    // 1 t × 20 km
    expect(sharedLimits([candidate], { plants: [], mostTonneKm: 1000 })).toEqual([{ most: 1000, use: [20] }]);
  });

  it('has one for each plant, in tonnes, and counts lorries alone', () => {
    const links = [
      { ...link(0, 0, { tonnes: 0.8 }), plant: 1 },
      link(0, 1, { mode: 'sea' }),
      { ...link(1, 1), plant: 0 },
    ];
    expect(sharedLimits(links, { plants: [50, 70], mostTonneKm: 9 })).toEqual([
      { most: 50, use: [0, 0, 1] },
      { most: 70, use: [0.8, 0, 0] },
      { most: 9, use: [16, 0, 20] },
    ]);
    expect(sharedLimits(links, { plants: [], mostTonneKm: undefined })).toEqual([]);
  });
});

describe('planTotals', () => {
  it('example: counts the links that something flows over', () => {
    expect(planTotals([candidate], [4], 0).links).toBe(1);
  });

  it('adds up what flows, less what is fixed', () => {
    const links = [link(0, 0, { fixedNok: 30 }), link(0, 1, { nok: 50 }), link(1, 1)];
    // 4 × 100 − 30 − 5 + 2 × 50 − 5; 4 × 10 + 2 × 10; 6 t; 6 × 20 tkm
    expect(planTotals(links, [4, 2, 0], 5)).toEqual({
      nok: 460,
      co2eKg: 60,
      tonnes: 6,
      tonneKm: 120,
      links: 2,
    });
  });
});

describe('leastPerTonneKm', () => {
  it('example: NOK per tonne-kilometre of the link that brings least', () => {
    // 100 ÷ 20 = 5
    expect(leastPerTonneKm([candidate], [4])).toBe(5);
    // 100 ÷ 50 = 2, and the third carries nothing
    const links = [candidate, link(0, 1, { km: 50 }), link(0, 2, { km: 1000 })];
    expect(leastPerTonneKm(links, [4, 1, 0])).toBe(2);
  });

  it('is nothing where nothing is carried', () => {
    expect(leastPerTonneKm([link(0, 0, { tonnes: 0 })], [4])).toBeUndefined();
  });
});

describe('listingPrices', () => {
  const pricesAt = (demand: number) => {
    const links = [link(0, 0, { nok: 100 }), link(1, 0, { nok: 86 })];
    const question = planQuestion('NOK', { supply: [10, 5], demand: [demand] }, links, 0);
    return listingPrices(question, solvePlan(planProblem(question)));
  };

  it('example: a stream waits because another is worth 14 NOK more a tonne', () => {
    // 100 − 86 = 14, and all 8 t go to the first
    expect(pricesAt(8)).toEqual({
      offers: [
        { used: 8, worth: 0, outbidBy: undefined },
        { used: 0, worth: 0, outbidBy: 14 },
      ],
      needs: [{ used: 8, worth: 100, outbidBy: undefined }],
    });
  });

  it('says what one more of what is used up would bring', () => {
    // one tonne more of the need takes one of the second offer: 86; one of the first stands for it: 100 − 86 = 14
    const { offers, needs } = pricesAt(12);
    expect(offers[0]).toEqual({ used: 10, worth: 14, outbidBy: undefined });
    expect(offers[1]).toEqual({ used: 2, worth: 0, outbidBy: undefined });
    expect(needs[0]).toEqual({ used: 12, worth: 86, outbidBy: undefined });
  });

  it('says nothing of one that nothing answers', () => {
    const alone = planQuestion('NOK', { supply: [10], demand: [] }, [], 0);
    expect(listingPrices(alone, solvePlan(planProblem(alone))).offers).toEqual([
      { used: 0, worth: 0, outbidBy: undefined },
    ]);
  });
});
