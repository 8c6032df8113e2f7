import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { publish } from '../support/flow.js';
import { Running, type Member } from '../support/running.js';
import { linkToConfirm } from '../support/confirmation.js';

let running: Running;
let member: Member;
beforeAll(async () => {
  running = await Running.start({}, ['api']);
  member = await running.member('16.10', { latitude: 60.2, longitude: 12.0 });
}, 180_000);
afterAll(() => running.stop());

const PREVIEW =
  'query($token: String!) { listingToConfirm(token: $token) { title side confirmBy confirmed } }';
const BY_LINK = `mutation($token: String!) { confirmListingByLink(token: $token) { __typename
  ... on ListingConfirmed { listing { confirmed } } } }`;
const CONFIRM = `mutation($id: ID!, $key: String) { confirmListing(id: $id, idempotencyKey: $key) { __typename
  ... on ListingChanged { listing { id state confirmedAt confirmBy freshness } } } }`;

interface Previewed {
  readonly listingToConfirm: { readonly confirmed: boolean; readonly title: string } | null;
}

/** A listing whose term is nearly over, and the token of the link that its mail would carry. */
async function fading(): Promise<{ readonly id: string; readonly token: string }> {
  const { id } = (await publish(member, 'OFFER')).listing;
  await running.database.query(`update listing set confirm_by = current_date + 3 where id = $1`, [id]);
  const link = (await linkToConfirm(running.market, id, running.url)) ?? '';
  return { id, token: link.split('#')[1] ?? '' };
}

/** Asks without signing in. */
async function askAnyhow<T>(query: string, variables: object): Promise<T> {
  const answer = await fetch(`${running.url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query, variables }),
  });
  return ((await answer.json()) as { data: T }).data;
}
const daysLeft = async (id: string): Promise<number> =>
  (
    await running.database.query<{ days: number }>(
      'select confirm_by - current_date as days from listing where id = $1',
      [id],
    )
  )[0]?.days ?? 0;

describe('confirmListing', () => {
  it('gives the owner another term', async () => {
    const { id } = await fading();
    const answer = await member.client.ask<{ confirmListing: unknown }>(CONFIRM, { id, key: 'once' });
    expect(answer.confirmListing).toMatchObject({
      __typename: 'ListingChanged',
      listing: {
        id,
        state: 'ACTIVE',
        freshness: 'WITHIN_30_DAYS',
        confirmBy: expect.stringMatching(/T00:00:00/),
      },
    });
    expect(await daysLeft(id)).toBeGreaterThan(80);
  });
});

describe("the link of a reminder's mail", () => {
  it('shows what its mail told to who is not signed in, and confirms only when it is told to', async () => {
    const { id, token } = await fading();
    const shown = await askAnyhow<Previewed>(PREVIEW, { token });
    expect(shown.listingToConfirm).toMatchObject({ confirmed: false });
    expect(await daysLeft(id)).toBe(3);
    const done = await askAnyhow<{ confirmListingByLink: unknown }>(BY_LINK, { token });
    expect(done.confirmListingByLink).toEqual({
      __typename: 'ListingConfirmed',
      listing: { confirmed: true },
    });
    expect(await daysLeft(id)).toBeGreaterThan(80);
  });

  it('leads nowhere when it is made up', async () => {
    const token = 'A'.repeat(43);
    expect((await askAnyhow<Previewed>(PREVIEW, { token })).listingToConfirm).toBeNull();
    expect(await askAnyhow(BY_LINK, { token })).toEqual({
      confirmListingByLink: { __typename: 'NotFoundError' },
    });
  });
});
