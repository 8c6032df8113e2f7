import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { publish, pushed } from '../support/flow.js';
import { Running } from '../support/running.js';

let running: Running;
beforeAll(async () => {
  running = await Running.start();
}, 60_000);
afterAll(() => running.stop());

const BACKGROUND = 3000;

describe('background work', () => {
  it('lets what users publish go ahead', async () => {
    const at = { latitude: 60.19, longitude: 12.0 };
    const [giver, taker] = [await running.member('16.10', at), await running.member('35.30', at)];
    const need = await publish(taker, 'NEED');
    // Re-matching of everything after new rules, many times over.
    await running.database.query(
      `insert into job_request (name, key, payload, background)
       select 'match-listing', 'again-' || n, jsonb_build_object('listingId', $1::text), true from generate_series(1, $2::int) n`,
      [need.listing.id, BACKGROUND],
    );
    const offer = await publish(giver, 'OFFER');
    await pushed(taker.client, need.cursor, offer.listing.id, need.listing.id);
    const rows = await running.database.query<{ waiting: number }>(
      'select count(*)::int as waiting from job_request where background and done_at is null',
    );
    expect(rows[0]?.waiting).toBeGreaterThan(BACKGROUND / 2);
  });
});
