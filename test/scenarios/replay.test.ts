import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { MATCH_FOUND } from '../../apps/local/src/flow/documents.js';
import { publish, type Found } from '../support/flow.js';
import { Running, wait, type Member } from '../support/running.js';

let running: Running;
let place = 0;
beforeAll(async () => {
  running = await Running.start();
}, 60_000);
afterAll(() => running.stop());

const OFFERS = 12;

/** A buyer with one need, and as many givers near it as asked for. */
async function around(givers: number): Promise<{ buyer: Member; givers: Member[] }> {
  place += 1;
  const at = { latitude: 30 + place * 4, longitude: 10 };
  const all: Member[] = [];
  for (let one = 0; one < givers; one += 1) all.push(await running.member('16.10', at));
  return { buyer: await running.member('35.30', at), givers: all };
}

/** Offers found in the events after a cursor, until `count` have come; then the socket is dropped. */
async function read(
  buyer: Member,
  after: string,
  count: number,
): Promise<{ offers: string[]; cursors: string[] }> {
  const [offers, cursors]: [string[], string[]] = [[], []];
  await buyer.client.first<Found>(MATCH_FOUND, { after }, ({ matchFound }) => {
    offers.push(matchFound.match.offer.id);
    cursors.push(matchFound.cursor);
    return offers.length === count;
  });
  return { offers, cursors };
}

describe('a dropped socket', () => {
  it('loses nothing, and repeats only what lies after the cursor it comes back with', async () => {
    const { buyer, givers } = await around(OFFERS);
    const need = await publish(buyer, 'NEED');
    const published = await Promise.all(givers.map((giver) => publish(giver, 'OFFER')));
    const expected = published.map((one) => one.listing.id).sort();

    const first = await read(buyer, need.cursor, 5);
    const rest = await read(buyer, first.cursors.at(-1) ?? '', OFFERS - 5);
    expect([...first.offers, ...rest.offers].sort()).toEqual(expected);

    // Back with an older cursor: the same again, in the same order.
    const again = await read(buyer, need.cursor, OFFERS);
    expect(again.offers).toEqual([...first.offers, ...rest.offers]);
    expect(again.cursors).toEqual([...first.cursors, ...rest.cursors]);
  });

  it('gets what was found while nobody listened, then goes live', async () => {
    const { buyer, givers } = await around(2);
    const need = await publish(buyer, 'NEED');
    const [early, late] = givers as [Member, Member];
    const before = await publish(early, 'OFFER');
    const listening = read(buyer, need.cursor, 2);
    await wait(500);
    const after = await publish(late, 'OFFER');
    expect((await listening).offers).toEqual([before.listing.id, after.listing.id]);
  });
});

describe('killed programs', () => {
  it('a worker killed in the middle loses no match and tells none twice', async () => {
    const { buyer, givers } = await around(OFFERS);
    const need = await publish(buyer, 'NEED');
    const publishing = Promise.all(givers.map((giver) => publish(giver, 'OFFER')));
    await wait(30);
    await running.kill('worker');
    const published = await publishing;
    await running.run('worker');
    const { offers } = await read(buyer, need.cursor, OFFERS);
    expect([...offers].sort()).toEqual(published.map((one) => one.listing.id).sort());
    await wait(500);
    const events = await running.database.query<{ count: string }>(
      `select count(*) from event where type = 'matchFound' and listing_id = $1`,
      [need.listing.id],
    );
    expect(events[0]?.count).toBe(String(OFFERS));
  });

  it('an api killed after it answered has lost nothing of what it answered', async () => {
    const { buyer } = await around(0);
    const need = await publish(buyer, 'NEED');
    await running.kill('api');
    await running.run('api');
    const { listing } = await buyer.client.ask<{ listing: { id: string; version: number } }>(
      'query($id: ID!) { listing(id: $id) { id version } }',
      { id: need.listing.id },
    );
    expect(listing).toEqual({ id: need.listing.id, version: 1 });
  });
});
