import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { FlowClient } from '../../apps/local/src/flow/client.js';
import { publish, pushed } from '../support/flow.js';
import { Running, type Member } from '../support/running.js';

let running: Running;
let plant: Member;
let buyer: Member;
let staff: FlowClient;
let matchId: string;
let offerId: string;
let needId: string;

beforeAll(async () => {
  running = await Running.start();
  const at = { latitude: 60.19, longitude: 12.0 };
  [plant, buyer] = [await running.member('16.10', at), await running.member('35.30', at)];
  staff = await running.staff();
  const need = await publish(buyer, 'NEED');
  const offer = await publish(plant, 'OFFER');
  offerId = offer.listing.id;
  needId = need.listing.id;
  matchId = (await pushed(buyer.client, need.cursor, offerId, need.listing.id)).match.id;
}, 60_000);
afterAll(() => running.stop());

const PLAN = `id state progress objective year fixedCostNok result { total bound gap candidates solver
  flows { id quantity { value unit per } nok co2eKg km mode suggested offer { id } need { firm { id } } }
  listings { side amount used worth outbidBy unit listing { id price } }
  planned { nok tonnes links } greedy { nok } today { tonnes } }`;
const REQUEST = `mutation($input: PlanInput!) { requestPlan(input: $input) { __typename
  ... on PlanRequested { plan { id state } } ... on UserError { code } ... on ValidationError { path } } }`;
const READ = `query($id: ID!) { plan(id: $id) { ${PLAN} } }`;
const LIST = `query($clusterId: ID!) { plans(clusterId: $clusterId) { edges { node { id state } } pageInfo { hasNextPage } } }`;
const CANCEL = `mutation($id: ID!) { cancelPlan(id: $id) { __typename ... on UserError { code } } }`;
const SUGGEST = `mutation($input: SuggestPlanFlowsInput!) { suggestPlanFlows(input: $input) { __typename
  ... on PlanFlowsSuggested { plan { result { flows { suggested } } } } ... on ValidationError { path } } }`;
const TOLD = `query($matchId: ID!, $needId: ID!) {
  match(id: $matchId) { planSuggestion { quantity { value unit per } } }
  listing(id: $needId) { planHint { kind least most unit objective } } }`;

interface PlanRead {
  readonly plan: {
    readonly state: string;
    readonly result: { readonly flows: readonly { readonly id: string }[] } | null;
  } | null;
}

const input = (overrides = {}) => ({
  clusterIds: [running.clusterId],
  objective: 'NOK',
  year: new Date().getFullYear(),
  ...overrides,
});

/** Until the worker has made it. */
async function made(id: string): Promise<NonNullable<PlanRead['plan']>> {
  for (;;) {
    const { plan } = await staff.ask<PlanRead>(READ, { id });
    if (plan?.state === 'DONE' || plan?.state === 'FAILED') return plan;
    await new Promise((done) => void setTimeout(done, 50));
  }
}

describe('a plan over the API', () => {
  let planId: string;
  let flowId: string;

  it('is asked for, made by the worker in a thread of its own, and read by staff', async () => {
    const { requestPlan } = await staff.ask<{ requestPlan: { plan: { id: string } } }>(REQUEST, {
      input: input(),
    });
    expect(requestPlan).toMatchObject({ __typename: 'PlanRequested', plan: { state: 'QUEUED' } });
    planId = requestPlan.plan.id;
    const plan = await made(planId);
    expect(plan).toMatchObject({
      state: 'DONE',
      progress: 100,
      fixedCostNok: '0',
      result: {
        gap: 0,
        candidates: 1,
        solver: 'network simplex',
        flows: [
          { mode: 'TRUCK', suggested: null, offer: { id: offerId }, need: { firm: { id: buyer.firmId } } },
        ],
        listings: [{ side: 'OFFER', listing: { id: offerId, price: null } }, { side: 'NEED' }],
        planned: { links: 1 },
        today: { tonnes: '0' },
      },
    });
    flowId = plan.result!.flows[0]!.id;
    expect(await staff.ask(LIST, { clusterId: running.clusterId })).toMatchObject({
      plans: { edges: [{ node: { id: planId, state: 'DONE' } }], pageInfo: { hasNextPage: false } },
    });
    expect(await staff.ask(CANCEL, { id: planId })).toMatchObject({
      cancelPlan: { __typename: 'ConflictError' },
    });
  });

  it('is there for nobody else', async () => {
    for (const { client } of [plant, buyer]) {
      expect(await client.ask(READ, { id: planId })).toEqual({ plan: null });
      expect(await client.ask(LIST, { clusterId: running.clusterId })).toMatchObject({
        plans: { edges: [] },
      });
      const refused = { __typename: 'NotFoundError' };
      expect(await client.ask(REQUEST, { input: input() })).toMatchObject({ requestPlan: refused });
      expect(await client.ask(CANCEL, { id: planId })).toMatchObject({ cancelPlan: refused });
      const asked = { input: { planId, flowIds: [flowId] } };
      expect(await client.ask(SUGGEST, asked)).toMatchObject({ suggestPlanFlows: refused });
    }
  });

  it('names what is wrong with what is asked', async () => {
    const wrong = async (overrides: object) => staff.ask(REQUEST, { input: input(overrides) });
    const at = (...path: readonly string[]) => ({ requestPlan: { __typename: 'ValidationError', path } });
    expect(await wrong({ year: 1999 })).toMatchObject(at('input', 'year'));
    expect(await wrong({ fixedCostNok: '-1' })).toMatchObject(at('input', 'fixedCostNok'));
    expect(await wrong({ clusterIds: Array(11).fill(running.clusterId) })).toMatchObject(
      at('input', 'clusterIds'),
    );
    const suggested = { input: { planId, flowIds: ['none'] } };
    expect(await staff.ask(SUGGEST, suggested)).toMatchObject({
      suggestPlanFlows: { __typename: 'ValidationError', path: ['input', 'flowIds', '0'] },
    });
  });

  it('is told to both firms of a flow that is suggested, each of its own part', async () => {
    const asked = { matchId, needId };
    const nothing = { match: { planSuggestion: null }, listing: { planHint: null } };
    expect(await plant.client.ask(TOLD, asked)).toEqual(nothing);
    expect(await staff.ask(SUGGEST, { input: { planId, flowIds: [flowId] } })).toEqual({
      suggestPlanFlows: {
        __typename: 'PlanFlowsSuggested',
        plan: { result: { flows: [{ suggested: 'TOLD' }] } },
      },
    });
    const told = { match: { planSuggestion: { quantity: { unit: 't', per: 'YEAR' } } } };
    // the need is smaller than the offer, so that one tonne more of it would bring something
    expect(await buyer.client.ask(TOLD, asked)).toMatchObject({
      ...told,
      listing: { planHint: { kind: 'SCARCE', unit: 't', objective: 'NOK' } },
    });
    expect(await plant.client.ask(TOLD, asked)).toMatchObject({ ...told, listing: { planHint: null } });
    expect(await staff.ask(TOLD, asked)).toEqual({ match: null, listing: { planHint: null } });
  });
});
