import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { FlowClient } from '../../apps/local/src/flow/client.js';
import { publish, pushed } from '../support/flow.js';
import { Running, type Member } from '../support/running.js';

let running: Running;
let plant: Member;
let buyer: Member;
let third: Member;
let staff: FlowClient;
let offerId: string;
let matchId: string;
beforeAll(async () => {
  running = await Running.start();
  const at = { latitude: 60.19, longitude: 12.0 };
  [plant, buyer] = [await running.member('16.10', at), await running.member('35.30', at)];
  third = await running.member('23.51', { latitude: 69, longitude: 29 });
  staff = await running.staff();
  const need = await publish(buyer, 'NEED', { quantity: { value: '1000', unit: 't', per: 'YEAR' } });
  const offer = await publish(plant, 'OFFER', {
    quantity: { value: '270', unit: 't', per: 'YEAR' },
    price: '250',
  });
  offerId = offer.listing.id;
  matchId = (await pushed(buyer.client, need.cursor, offerId, need.listing.id)).match.id;
}, 60_000);
afterAll(() => running.stop());

const ERROR = '... on UserError { code message path }';
const MATCH = `match { id quantity { value min max } offer { disclosure quantity { value } disclosures { group level } } }`;
const ASK = `mutation($matchId: ID!, $groups: [DisclosureGroup!]!, $note: String) {
  askDisclosure(matchId: $matchId, groups: $groups, note: $note) {
    __typename ... on DisclosureAsked { request { id state byViewer groups note } ${MATCH} } ${ERROR} } }`;
const GRANT = `mutation($requestId: ID!, $groups: [DisclosureGroup!]!, $until: DateTime!) {
  grantDisclosure(requestId: $requestId, groups: $groups, until: $until) {
    __typename ... on DisclosureGranted { grant { id state byViewer groups until } } ${ERROR} } }`;
const change = (name: string, argument: string): string => `mutation($id: ID!) {
  ${name}(${argument}: $id) { __typename ... on DisclosureChanged { ${MATCH} } ${ERROR} } }`;
const REFUSE = change('refuseDisclosure', 'requestId');
const WITHDRAW = change('withdrawDisclosure', 'grantId');
const SEEN = `query($id: ID!) { match(id: $id) {
  quantity { value min max }
  offer { price quantity { value } firm { name } siteName place { radiusKm } disclosures { group level } }
  disclosure { asked { id state } received { id state note } granted { id state } obtained { id state until } } } }`;
const TRAIL = `query($first: Int!, $after: String) { disclosureTrail(first: $first, after: $after) {
  edges { node { kind byViewer person role cluster groups times match { id } listing { id disclosure } } }
  pageInfo { hasNextPage endCursor } } }`;

interface Seen {
  readonly match: {
    readonly quantity: { value: string | null; min: string | null; max: string | null };
    readonly offer: {
      readonly price: string | null;
      readonly quantity: { readonly value: string | null };
      readonly disclosures: readonly { readonly group: string; readonly level: string }[];
    };
    readonly disclosure: Readonly<Record<'asked' | 'received' | 'granted' | 'obtained', { state: string }[]>>;
  } | null;
}
interface Trail {
  readonly disclosureTrail: {
    readonly edges: readonly { readonly node: { readonly kind: string; readonly person: string | null } }[];
    readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
  };
}

const seenBy = async (client: FlowClient) => (await client.ask<Seen>(SEEN, { id: matchId })).match;
const levels = (match: Seen['match']): string | undefined =>
  match?.offer.disclosures.map(({ group, level }) => `${group} ${level}`).join(', ');
const MASKED = 'IDENTITY HIDDEN, PLACE BANDED, AMOUNT BANDED, COMPOSITION BANDED, PRICE HIDDEN, TEXT HIDDEN';
const IN_A_WEEK = new Date(Date.now() + 7 * 86_400_000).toISOString();

async function answerOf(client: FlowClient, query: string, variables: Readonly<Record<string, unknown>>) {
  const data = await client.ask<Record<string, { __typename: string; path?: string[] }>>(query, variables);
  return Object.values(data)[0];
}

describe('asking and granting', () => {
  let requestId: string;
  let grantId: string;

  it('begins with bands, and says of each group which', async () => {
    const match = await seenBy(buyer.client);
    expect(levels(match)).toBe(MASKED);
    expect(match?.quantity).toEqual({ value: null, min: '200', max: '500' });
    expect(match?.disclosure).toEqual({ asked: [], received: [], granted: [], obtained: [] });
  });

  it('is a request that both sides see, each from its own side', async () => {
    const groups = ['PRICE', 'AMOUNT'];
    const asked = await buyer.client.change<{ request: { id: string } }>('DisclosureAsked', ASK, {
      matchId,
      groups,
      note: 'Ring 912 34 567',
    });
    requestId = asked.request.id;
    expect(asked.request).toEqual({
      id: requestId,
      state: 'ASKED',
      byViewer: true,
      groups: ['AMOUNT', 'PRICE'],
      note: 'Ring 912 34 567',
    });
    expect((await seenBy(plant.client))?.disclosure).toMatchObject({
      asked: [],
      received: [{ id: requestId, note: 'Ring [...]' }],
    });
  });

  it('shows what was granted, and hides it when it is withdrawn', async () => {
    const { grant } = await plant.client.change<{ grant: { id: string } }>('DisclosureGranted', GRANT, {
      requestId,
      groups: ['AMOUNT'],
      until: IN_A_WEEK,
    });
    grantId = grant.id;
    const match = await seenBy(buyer.client);
    expect(match).toMatchObject({
      quantity: { value: '270', min: null },
      offer: { quantity: { value: '270' }, price: null, firm: null, siteName: null, place: null },
      disclosure: { asked: [{ state: 'GRANTED' }], obtained: [{ id: grantId, state: 'IN_FORCE' }] },
    });
    expect(levels(match)).toBe(MASKED.replace('AMOUNT BANDED', 'AMOUNT EXACT'));
    await plant.client.change('DisclosureChanged', WITHDRAW, { id: grantId });
    const after = await seenBy(buyer.client);
    expect([levels(after), after?.quantity.value]).toEqual([MASKED, null]);
    expect(after?.disclosure.obtained[0]?.state).toBe('WITHDRAWN');
  });

  it('is refused in a way the caller can act on', async () => {
    const conflict = await answerOf(plant.client, WITHDRAW, { id: grantId });
    expect(conflict?.__typename).toBe('ConflictError');
    const again = await buyer.client.change<{ request: { id: string } }>('DisclosureAsked', ASK, {
      matchId,
      groups: ['PLACE'],
    });
    const beyond = { requestId: again.request.id, groups: ['PRICE'], until: IN_A_WEEK };
    const late = { requestId: again.request.id, groups: ['PLACE'], until: '2020-01-01T00:00:00Z' };
    for (const [variables, path] of [
      [beyond, ['groups']],
      [late, ['until']],
    ] as const)
      expect(await answerOf(plant.client, GRANT, variables)).toMatchObject({
        __typename: 'ValidationError',
        path,
      });
    await plant.client.change('DisclosureChanged', REFUSE, { id: again.request.id });
    expect((await answerOf(plant.client, REFUSE, { id: again.request.id }))?.__typename).toBe(
      'ConflictError',
    );
  });

  it('is not there for a third firm, nor for what is no id', async () => {
    for (const id of [matchId, randomUUID(), 'none']) {
      const answer = await answerOf(third.client, ASK, { matchId: id, groups: ['AMOUNT'] });
      expect(answer?.__typename).toBe('NotFoundError');
    }
    expect(await seenBy(third.client)).toBeNull();
    for (const query of [REFUSE, WITHDRAW]) {
      for (const id of [requestId, grantId]) {
        expect((await answerOf(third.client, query, { id }))?.__typename).toBe('NotFoundError');
      }
    }
  });
});

describe('the trail', () => {
  it('tells a firm what happened and who looked, in pages, and a third firm nothing', async () => {
    await staff.ask('query($id: ID!) { listing(id: $id) { title } }', { id: offerId });
    const nodes: Trail['disclosureTrail']['edges'][number]['node'][] = [];
    let after: string | null = null;
    do {
      const { disclosureTrail }: Trail = await plant.client.ask<Trail>(TRAIL, { first: 2, after });
      nodes.push(...disclosureTrail.edges.map((edge) => edge.node));
      after = disclosureTrail.pageInfo.hasNextPage ? disclosureTrail.pageInfo.endCursor : null;
    } while (after !== null);
    expect(nodes.map((node) => node.kind)).toEqual([
      'LOOKED',
      'REFUSED',
      'ASKED',
      'WITHDRAWN',
      'GRANTED',
      'ASKED',
    ]);
    expect(nodes[0]).toEqual({
      kind: 'LOOKED',
      byViewer: false,
      person: null,
      role: 'CLUSTER_STAFF',
      cluster: 'Scenario',
      groups: [],
      times: 1,
      match: null,
      listing: { id: offerId, disclosure: 'EXACT' },
    });
    expect(nodes[2]).toMatchObject({ byViewer: false, person: null, match: { id: matchId } });
    expect(nodes[3]).toMatchObject({ byViewer: true, person: 'Person', groups: ['AMOUNT'] });
    const empty = await third.client.ask<Trail>(TRAIL, { first: 5, after: null });
    expect(empty.disclosureTrail.edges).toEqual([]);
  });
});
