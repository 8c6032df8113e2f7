import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Decimal, type Actor, type PlanRequest, type PlantTerms } from '#domain';
import { ok, refused, tonnes, World, type WorldFirm } from '../support/world.js';

let world: World;
let staff: Actor;
let quarry: WorldFirm;
let crusher: WorldFirm;
let offerId: string;
let needIds: readonly [string, string];

const CRUSHER: PlantTerms = {
  treatment: 'treatment:crush',
  materialCodes: ['mineral'],
  capacityTonnes: new Decimal(50),
  costNokPerTonne: new Decimal(10),
};
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
const listed = (terms: Partial<PlantTerms> = {}, id?: string) =>
  world.market.treatmentPlants.save(
    crusher.actor,
    { siteId: crusher.siteId, terms: { ...CRUSHER, ...terms } },
    id,
  );
const withdraw = async (id: string): Promise<void> => {
  ok(await world.market.treatmentPlants.withdraw(crusher.actor, id));
};
const tonnesOf = (amounts: readonly { readonly amount: string }[]): number =>
  amounts.reduce((sum, { amount }) => sum + Number(amount), 0);

beforeAll(async () => {
  world = await World.open();
  staff = await world.staff();
  quarry = await world.firm({ naceCode: '08.11', latitude: 59.9, longitude: 10.7 });
  crusher = await world.firm({ naceCode: '38.32', latitude: 59.95, longitude: 10.7 });
  const builder = await world.firm({ naceCode: '23.61', latitude: 60, longitude: 10.7 });
  const mixer = await world.firm({ naceCode: '23.63', latitude: 60.05, longitude: 10.7 });
  // 100 t of rock for two who want 60 t of crushed stone each
  offerId = await world.publish(quarry, 'OFFER', { materialCode: 'waste-rock', quantity: tonnes('100') });
  const wanted = { materialCode: 'aggregate', quantity: tonnes('60') };
  needIds = [await world.publish(builder, 'NEED', wanted), await world.publish(mixer, 'NEED', wanted)];
  await world.work();
}, 60_000);
afterAll(() => world.close());

describe('a plant that nobody lists', () => {
  it('leaves the treatment as a cost of the link, without a limit', async () => {
    const { result } = await made();
    expect(tonnesOf(result.flows)).toBe(100);
    expect(result.flows.every(({ treatment, plantId }) => treatment === 'treatment:crush' && !plantId)).toBe(
      true,
    );
    expect(result).toMatchObject({ plants: [], worthPerTonneKm: undefined });
  });
});

describe('a plant that is listed', () => {
  it('is on the way of what it treats, within its capacity, and one more tonne has a price', async () => {
    const { plantId } = ok(await listed());
    const { planId, result } = await made();
    // 50 t of the 100
    expect(tonnesOf(result.flows)).toBe(50);
    expect(new Set(result.flows.map((one) => one.plantId))).toEqual(new Set([plantId]));
    const [plant] = result.plants;
    expect(plant).toMatchObject({ id: plantId, capacity: '50', used: '50', treatment: 'treatment:crush' });
    expect(plant?.firm).toBeDefined();
    expect(result.gap).toBeLessThan(1e-9);
    // a tonne more at the plant brings what the plan grows by when there is one
    ok(await listed({ capacityTonnes: new Decimal(51) }, plantId));
    const more = await made();
    const grown = Number(more.result.total) - Number(result.total);
    expect(Math.abs(grown - Number(plant?.worth))).toBeLessThanOrEqual(1);
    // the plan that was made before keeps what it took
    expect((await world.market.plans.result(staff, planId))?.plants[0]?.capacity).toBe('50');
    await withdraw(plantId);
  });

  it('asks its own price in the place of the reference price', async () => {
    const wide = { capacityTonnes: new Decimal(1000) };
    const { plantId } = ok(await listed({ ...wide, costNokPerTonne: new Decimal(10) }));
    const cheap = await made();
    ok(await listed({ ...wide, costNokPerTonne: new Decimal(20) }, plantId));
    const dear = await made();
    // 100 t at 10 NOK more
    expect(Number(cheap.result.total) - Number(dear.result.total)).toBeCloseTo(1000, 0);
    expect(dear.result.plants[0]).toMatchObject({ worth: '0', used: '100' });
    await withdraw(plantId);
  });

  it('takes nothing that it does not name, and nothing after it was withdrawn', async () => {
    const { plantId } = ok(await listed({ materialCodes: ['wood'] }));
    const other = await made();
    expect(tonnesOf(other.result.flows)).toBe(100);
    expect(other.result.plants[0]).toMatchObject({ used: '0', worth: '0' });
    await withdraw(plantId);
    expect((await made()).result.plants).toEqual([]);
    expect(refused(await listed({}, plantId)).kind).toBe('not_found');
  });

  it('is told to its own firm alone, in a band, once staff suggest from the plan', async () => {
    const { plantId } = ok(await listed());
    const { planId, result } = await made();
    const own = () => world.market.treatmentPlants.own(crusher.actor);
    expect((await own())[0]?.hint).toBeUndefined();
    const flowIds = result.flows.slice(0, 1).map((one) => one.id);
    ok(await world.market.planSuggestions.suggest(staff, { planId, flowIds }));
    const worth = Number(result.plants[0]?.worth);
    const [plant] = await own();
    expect(Number(plant?.hint?.least)).toBeLessThanOrEqual(worth);
    expect(Number(plant?.hint?.most)).toBeGreaterThanOrEqual(worth);
    expect(plant?.hint?.least).not.toBe(String(worth));
    // of the plant as it was then
    ok(await listed({ capacityTonnes: new Decimal(70) }, plantId));
    expect((await own())[0]?.hint).toBeUndefined();
    for (const other of [quarry.actor, staff])
      expect(await world.market.treatmentPlants.own(other)).toEqual([]);
    await withdraw(plantId);
  });

  it('is refused where it is none, or another firm’s', async () => {
    const { treatmentPlants } = world.market;
    expect(refused(await listed({ treatment: 'treatment:heat-pump' })).path).toBe('input.treatment');
    expect(refused(await listed({ capacityTonnes: new Decimal(0) })).path).toBe('input.capacityTonnes');
    const elsewhere = await treatmentPlants.save(quarry.actor, { siteId: crusher.siteId, terms: CRUSHER });
    expect(refused(elsewhere).path).toBe('input.siteId');
    const { plantId } = ok(await listed());
    const taken = await treatmentPlants.save(
      quarry.actor,
      { siteId: quarry.siteId, terms: CRUSHER },
      plantId,
    );
    expect(refused(taken).kind).toBe('not_found');
    expect(refused(await treatmentPlants.withdraw(quarry.actor, plantId)).kind).toBe('not_found');
    await withdraw(plantId);
  });
});

describe('transport that is limited', () => {
  it('is kept to, and one more tonne-kilometre has a price', async () => {
    const free = await made();
    const half = Math.floor(Number(free.result.planned.tonneKm) / 2);
    const { planId, result } = await made({ mostTonneKm: new Decimal(half) });
    expect(Number(result.planned.tonneKm)).toBeLessThanOrEqual(half);
    expect(Number(result.worthPerTonneKm)).toBeGreaterThan(0);
    const more = await made({ mostTonneKm: new Decimal(half + 10) });
    // ten tonne-kilometres more
    const grown = Number(more.result.total) - Number(result.total);
    expect(Math.abs(grown - 10 * Number(result.worthPerTonneKm))).toBeLessThanOrEqual(1.5);
    expect((await world.market.plans.plan(staff, planId))?.mostTonneKm).toBe(String(half));
    expect(refused(await world.market.plans.request(staff, ask({ mostTonneKm: new Decimal(0) }))).path).toBe(
      'input.mostTonneKm',
    );
  });

  it('costs nothing where there is room', async () => {
    const { result } = await made({ mostTonneKm: new Decimal(1e9) });
    expect(result.worthPerTonneKm).toBe('0');
    expect(tonnesOf(result.flows)).toBe(100);
  });
});

describe('a suggestion', () => {
  it('is news to both firms, once, on their match', async () => {
    const { planId, result } = await made();
    const flow = result.flows.find(({ needId }) => needIds.includes(needId))!;
    expect(flow.offerId).toBe(offerId);
    const kinds = async (): Promise<readonly (string | undefined)[]> => {
      const { rows } = await world.market.inbox.page(quarry.actor, false, 100);
      return rows.filter(({ node }) => node.kind === 'PLAN_SUGGESTED').map(({ node }) => node.matchId);
    };
    const before = (await kinds()).length;
    ok(await world.market.planSuggestions.suggest(staff, { planId, flowIds: [flow.id] }));
    ok(await world.market.planSuggestions.suggest(staff, { planId, flowIds: [flow.id] }));
    const told = await kinds();
    expect(told).toHaveLength(before + 1);
    expect(told[0]).toBe(await world.matchOf(flow.offerId, flow.needId));
  });
});
