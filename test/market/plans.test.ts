import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Decimal, type Actor, type PlanRequest } from '#domain';
import { SYSTEM } from '#market';
import { answerOf } from '../../apps/worker/src/plan/answer.js';
import { ok, refused, tonnes, World, type WorldFirm } from '../support/world.js';

let world: World;
let staff: Actor;
let giver: WorldFirm;
let near: WorldFirm;
let far: WorldFirm;
let offerId: string;
let nearId: string;
let farId: string;

const ask = (overrides: Partial<PlanRequest> = {}): PlanRequest => ({
  clusterIds: [world.clusterId],
  objective: 'NOK',
  withTreatment: true,
  fixedCostNok: new Decimal(0),
  year: 2026,
  ...overrides,
});
const made = async (overrides: Partial<PlanRequest> = {}) => {
  const { planId } = ok(await world.market.plans.request(staff, ask(overrides)));
  await world.work();
  return { planId, result: (await world.market.plans.result(staff, planId))! };
};
const looks = async (what: string): Promise<number> =>
  (await world.database.query('select 1 from look where what like $1', [what])).length;

beforeAll(async () => {
  world = await World.open();
  staff = await world.staff();
  giver = await world.firm();
  near = await world.firm({ naceCode: '35.30', latitude: 60.2 });
  far = await world.firm({ naceCode: '35.30', latitude: 60.6 });
  // 100 t for needs of 80 and 50: the nearer gets all it can take, the rest goes farther
  offerId = await world.publish(giver, 'OFFER', { quantity: tonnes('100') });
  nearId = await world.publish(near, 'NEED', { quantity: tonnes('80') });
  farId = await world.publish(far, 'NEED', { quantity: tonnes('50') });
  await world.work();
}, 60_000);
afterAll(() => world.close());

describe('a plan', () => {
  it('says what should flow, what that brings, and what each listing is worth', async () => {
    const { planId, result } = await made();
    expect(await world.market.plans.plan(staff, planId)).toMatchObject({ state: 'DONE', progress: 100 });
    const flows = result.flows.map(({ offerId: from, needId, amount, unit }) => [from, needId, amount, unit]);
    // 80 to the nearer, 100 − 80 = 20 farther
    expect(new Set(flows)).toEqual(
      new Set([
        [offerId, nearId, '80', 't'],
        [offerId, farId, '20', 't'],
      ]),
    );
    expect(result).toMatchObject({
      gap: 0,
      planned: { tonnes: '100', links: 2 },
      today: { tonnes: '0', links: 0 },
    });
    const sum = result.flows.reduce((all, one) => all + Number(one.nok), 0);
    expect(Math.abs(Number(result.planned.nok) - sum)).toBeLessThanOrEqual(1);
    expect(result.total).toBe(result.planned.nok);
    // all of the offer goes; 50 − 20 = 30 of the farther need stay open, because the nearer use of them is worth as much
    const standing = new Map(result.listings.map((one) => [one.id, one]));
    expect(standing.get(offerId)).toMatchObject({ amount: '100', used: '100' });
    expect(Number(standing.get(offerId)!.worth)).toBeGreaterThan(0);
    expect(standing.get(farId)).toMatchObject({ amount: '50', used: '20', worth: '0' });
  });

  it('leaves out what is treated on the way where that is asked, and takes a fixed cost off', async () => {
    const free = await made();
    const paid = await made({ fixedCostNok: new Decimal(1000) });
    // two links at 1 000 NOK each
    expect(Number(free.result.planned.nok) - Number(paid.result.planned.nok)).toBeCloseTo(2000, 0);
    // a link that brings less than a million is not used at all
    const dear = await made({ fixedCostNok: new Decimal(1e8) });
    expect(dear.result.flows).toEqual([]);
  });

  it.each(['CO2E', 'TONNES'] as const)('aims at %s', async (objective) => {
    const { result } = await made({ objective });
    expect(result.planned.tonnes).toBe('100');
    expect(Number(result.total)).toBeCloseTo(
      Number(objective === 'CO2E' ? result.planned.co2eKg : result.planned.tonnes),
      0,
    );
  });

  it('is for the staff of all its clusters, and each look is kept for its firms', async () => {
    const { planId } = await made();
    const before = await looks('figures plan %');
    expect(await world.market.plans.result(staff, planId)).toBeDefined();
    // three firms have a listing in it
    expect((await looks('figures plan %')) - before).toBe(3);
    for (const other of [giver.actor, await world.staff('auditor')]) {
      expect(await world.market.plans.plan(other, planId)).toBeUndefined();
      expect(await world.market.plans.result(other, planId)).toBeUndefined();
      expect((await world.market.plans.plans(other, world.clusterId, 10)).rows).toEqual([]);
      expect(refused(await world.market.plans.request(other, ask())).kind).toBe('not_found');
      expect(refused(await world.market.plans.cancel(other, planId)).kind).toBe('not_found');
      const suggested = world.market.planSuggestions.suggest(other, { planId, flowIds: [] });
      expect(refused(await suggested).kind).toBe('not_found');
    }
    const both = ask({ clusterIds: [world.clusterId, randomUUID()] });
    expect(refused(await world.market.plans.request(staff, both)).kind).toBe('not_found');
  });

  it('is refused for what makes no plan, and while another is being made', async () => {
    const { plans } = world.market;
    expect(refused(await plans.request(staff, ask({ year: 2025 }))).path).toBe('input.year');
    expect(refused(await plans.request(staff, ask({ fixedCostNok: new Decimal(-1) }))).path).toBe(
      'input.fixedCostNok',
    );
    expect(refused(await plans.request(staff, ask({ clusterIds: [] }))).path).toBe('input.clusterIds');
    const { planId } = ok(await plans.request(staff, ask(), 'once'));
    expect(ok(await plans.request(staff, ask(), 'once'))).toEqual({ planId });
    expect(refused(await plans.request(staff, ask())).kind).toBe('conflict');
    ok(await plans.cancel(staff, planId));
    expect(refused(await plans.cancel(staff, planId)).kind).toBe('conflict');
    await world.work();
    expect(await plans.plan(staff, planId)).toMatchObject({ state: 'CANCELLED' });
  });

  it('is made once, however often its job runs', async () => {
    const { planId, result } = await made();
    await world.market.planMaking.make(SYSTEM, planId, () => Promise.reject(new Error('Not asked again.')));
    expect(await world.market.plans.result(staff, planId)).toEqual(result);
  });

  it('is taken up again when its worker was lost, and ends when nobody does', async () => {
    const { plans, planMaking } = world.market;
    const { planId } = ok(await plans.request(staff, ask()));
    const lost = { code: '57P01' };
    await expect(
      planMaking.make(SYSTEM, planId, () => Promise.reject(Object.assign(new Error('gone'), lost))),
    ).rejects.toThrow('gone');
    expect(await plans.plan(staff, planId)).toMatchObject({ state: 'RUNNING' });
    await world.work();
    expect(await plans.plan(staff, planId)).toMatchObject({ state: 'DONE' });

    const next = ok(await plans.request(staff, ask()));
    world.now = new Date(world.now.getTime() + 11 * 60_000);
    await planMaking.endLost(SYSTEM);
    expect(await plans.plan(staff, next.planId)).toMatchObject({ state: 'FAILED', failure: 'LOST' });
    await world.work();
    expect(await plans.plan(staff, next.planId)).toMatchObject({ state: 'FAILED' });
  });

  it('fails by name where it cannot be solved, and ends where it is called off meanwhile', async () => {
    const { plans, planMaking } = world.market;
    const failing = ok(await plans.request(staff, ask()));
    const broken = planMaking.make(SYSTEM, failing.planId, () => Promise.reject(new RangeError('of 17 t')));
    await expect(broken).rejects.toThrow('of 17 t');
    expect(await plans.plan(staff, failing.planId)).toMatchObject({ state: 'FAILED', failure: 'RangeError' });
    await world.work();

    const { planId } = ok(await plans.request(staff, ask()));
    await planMaking.make(SYSTEM, planId, async (question) => {
      ok(await plans.cancel(staff, planId));
      return answerOf(question);
    });
    expect(await plans.plan(staff, planId)).toMatchObject({ state: 'CANCELLED' });
    await world.work();
  });
});

describe('a part of a plan', () => {
  it('is told to both firms in what they may know, and becomes an agreement by theirs alone', async () => {
    const { planId, result } = await made();
    const flow = result.flows.find((one) => one.needId === nearId)!;
    ok(await world.market.planSuggestions.suggest(staff, { planId, flowIds: [flow.id] }));
    const matchId = await world.matchOf(offerId, nearId);
    for (const firm of [giver, near]) {
      const [told] = await world.market.planSuggestions.ofMatches(firm.actor, [matchId]);
      // 80 t lie in the band from 50 to 100: its lower end is told, for 80 is what the other side has
      expect(told).toMatchObject({ matchId, amount: '50', unit: 't', per: 'YEAR' });
    }
    expect(await world.market.planSuggestions.ofMatches(far.actor, [matchId])).toEqual([]);
    const states = async () =>
      (await world.market.plans.result(staff, planId))!.flows.map((one) => [one.needId, one.suggested]);
    expect(await states()).toContainEqual([nearId, 'TOLD']);
    expect(await states()).toContainEqual([farId, undefined]);

    await world.agreed(giver, near, matchId, { quantity: tonnes('50') });
    expect(await states()).toContainEqual([nearId, 'AGREED']);
    await world.work();
    // 50 t run today, 50 t remain; the old plan takes 100
    const after = await made();
    expect(after.result.today.tonnes).toBe('50');
    expect(after.result.planned.tonnes).toBe('50');
    const farFlow = result.flows.find((one) => one.needId === farId)!;
    const again = world.market.planSuggestions.suggest(staff, { planId, flowIds: [farFlow.id] });
    expect(refused(await again)).toMatchObject({ kind: 'conflict', path: 'input.flowIds.0' });
  });

  it('tells each firm of the plan how its own listing stands, in bands, and nothing of others', async () => {
    const hints = world.market.planSuggestions;
    const asked = [offerId, nearId, farId].map((id) => ({ id, version: 1 }));
    const own = await hints.hintsOn(giver.actor, asked);
    expect(own).toMatchObject([{ listingId: offerId, kind: 'SCARCE', objective: 'NOK', unit: 't' }]);
    const [hint] = own;
    expect(Number(hint!.most)).toBeGreaterThanOrEqual(2 * Number(hint!.least));
    expect(await hints.hintsOn(giver.actor, [{ id: offerId, version: 2 }])).toEqual([]);
  });

  it('is refused where the plan has no such flow', async () => {
    const { planId } = await made();
    const suggest = world.market.planSuggestions.suggest(staff, { planId, flowIds: ['none'] });
    expect(refused(await suggest).path).toBe('input.flowIds.0');
    const nothing = world.market.planSuggestions.suggest(staff, { planId, flowIds: [] });
    expect(refused(await nothing).path).toBe('input.flowIds');
  });
});
