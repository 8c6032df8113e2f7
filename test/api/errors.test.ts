import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { PUBLISH } from '../../apps/local/src/flow/documents.js';
import { accept, deliver, listingOf, propose, publish, pushed } from '../support/flow.js';
import { Running, type Member } from '../support/running.js';

let running: Running;
let plant: Member;
let buyer: Member;
let matchId: string;
beforeAll(async () => {
  running = await Running.start();
  const at = { latitude: 60.19, longitude: 12.0 };
  [plant, buyer] = [await running.member('16.10', at), await running.member('35.30', at)];
  const need = await publish(buyer, 'NEED');
  const offer = await publish(plant, 'OFFER');
  matchId = (await pushed(buyer.client, need.cursor, offer.listing.id, need.listing.id)).match.id;
}, 60_000);
afterAll(() => running.stop());

interface Answer {
  readonly __typename: string;
  readonly code?: string;
  readonly message?: string;
  readonly path?: string[];
}

const ERROR = '__typename ... on UserError { code message path }';
const PROPOSE = `mutation($input: TermsInput!) { proposeTerms(input: $input) { ${ERROR} } }`;
const DELIVER = `mutation($input: DeliveryInput!) { recordDelivery(input: $input) { ${ERROR} } }`;

async function answerOf(member: Member, query: string, variables: object): Promise<Answer> {
  const data = await member.client.ask<Record<string, Answer>>(query, variables as Record<string, unknown>);
  return Object.values(data)[0] as Answer;
}

describe('typed errors', () => {
  it.each([
    ['an unknown unit', { quantity: { value: '1', unit: 'bushel', per: 'YEAR' } }, 'input.quantity.unit'],
    ['a negative amount', { quantity: { value: '-1', unit: 't', per: 'YEAR' } }, 'input.quantity.value'],
    ['an overlong title', { title: 'x'.repeat(201) }, 'input.title'],
    [
      'dates the wrong way round',
      { availableFrom: '2030-02-01T00:00:00Z', availableUntil: '2030-01-01T00:00:00Z' },
      'input.availableUntil',
    ],
  ])('publishListing refuses %s, names the field, and writes nothing', async (_what, wrong, path) => {
    const count = async () =>
      (await running.database.query<{ count: string }>('select count(*) from listing'))[0]?.count;
    const before = await count();
    const answer = await answerOf(plant, PUBLISH, { input: listingOf(plant, 'OFFER', wrong) });
    expect([answer.__typename, answer.path?.join('.')]).toEqual(['ValidationError', path]);
    expect(answer.message?.length).toBeGreaterThan(5);
    expect(await count()).toBe(before);
  });

  it("another firm's site, an unknown site and an id that is none are the same answer", async () => {
    const answers = [];
    for (const siteId of [buyer.siteId, randomUUID(), "'; drop table listing; --"]) {
      answers.push(await answerOf(plant, PUBLISH, { input: listingOf({ siteId }, 'OFFER') }));
    }
    expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1);
    expect(answers[0]?.__typename).toBe('NotFoundError');
  });

  it('proposeTerms refuses what is beyond the rest and a day that has passed', async () => {
    const input = {
      matchId,
      quantity: { value: '101', unit: 't', per: 'YEAR' },
      startsOn: new Date().toISOString(),
    };
    expect((await answerOf(buyer, PROPOSE, { input })).path).toEqual(['input', 'quantity', 'value']);
    const late = { ...input, quantity: { ...input.quantity, value: '1' }, startsOn: '2020-01-01T00:00:00Z' };
    expect((await answerOf(buyer, PROPOSE, { input: late })).path).toEqual(['input', 'startsOn']);
  });

  it('a second acceptance is a conflict, a delivery above the agreement names the amount', async () => {
    const proposalId = await propose(buyer.client, matchId, '50');
    const agreementId = await accept(plant.client, proposalId);
    const again = await answerOf(plant, `mutation($id: ID!) { acceptProposal(id: $id) { ${ERROR} } }`, {
      id: proposalId,
    });
    expect(again.__typename).toBe('ConflictError');
    await deliver(plant.client, agreementId, '20');
    const input = { agreementId, amount: '30.001', unit: 't', deliveredOn: new Date().toISOString() };
    const above = await answerOf(plant, DELIVER, { input });
    expect([above.__typename, above.path?.join('.')]).toEqual(['ValidationError', 'input.amount']);
  });
});

describe('what is no business of the caller', () => {
  const post = (body: object, headers: Record<string, string> = {}): Promise<Response> =>
    fetch(`${running.url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...headers },
      body: JSON.stringify(body),
    });

  it('nobody signed in gets a viewer of null and an error without secrets for the rest', async () => {
    expect(await (await post({ query: '{ viewer { name } }' })).json()).toEqual({ data: { viewer: null } });
    const { errors } = (await (await post({ query: '{ listings { totalCount } }' })).json()) as {
      errors: { extensions: object }[];
    };
    expect(errors[0]?.extensions).toEqual({ code: 'UNAUTHENTICATED' });
  });

  it('a decimal that is a float, a page of a thousand and a foreign cursor are refused', async () => {
    for (const query of [
      '{ listings(first: 1000) { totalCount } }',
      '{ listings(after: "bm8") { totalCount } }',
      // a cursor of the list of matches, which is sorted by score
      `{ listings(after: "${Buffer.from(JSON.stringify(['0.5', randomUUID()])).toString('base64url')}") { totalCount } }`,
      'mutation { recordDelivery(input: { agreementId: "1", amount: 1.5, unit: "t", deliveredOn: "2026-01-01T00:00:00Z" }) { __typename } }',
    ]) {
      await expect(plant.client.ask(query)).rejects.toThrow(/first: ask for|not a cursor|plain decimal/);
    }
  });

  it('sign-in gives the same answer for known and unknown addresses', async () => {
    const signIn = async (email: string): Promise<[number, string]> => {
      const response = await fetch(`${running.url}/api/auth/sign-in/email`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ email, password: 'wrong password' }),
      });
      return [response.status, await response.text()];
    };
    expect(await signIn(plant.email)).toEqual(await signIn('nobody@test.example'));
  });
});
