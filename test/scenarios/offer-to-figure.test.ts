import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { FIGURES, VERIFY } from '../../apps/local/src/flow/documents.js';
import { naiveFigures } from '../support/naive-figures.js';
import { accept, deliver, propose, publish, pushed } from '../support/flow.js';
import { Running } from '../support/running.js';

let running: Running;
beforeAll(async () => {
  running = await Running.start();
}, 60_000);
afterAll(() => running.stop());

interface Report {
  readonly circularity: {
    readonly figures: readonly { name: string; value: string | null; withheld: boolean }[];
  };
}

describe('from an offer to a figure, through HTTP, WebSocket and a running worker', () => {
  it("a plant manager's offer becomes a buyer's match, an agreement, a delivery and a figure", async () => {
    const at = { latitude: 60.19, longitude: 12.0 };
    const [plant, buyer, staff] = [
      await running.member('16.10', at),
      await running.member('35.30', at),
      await running.staff(),
    ];
    const need = await publish(buyer, 'NEED');
    const offer = await publish(plant, 'OFFER');
    const { match } = await pushed(buyer.client, need.cursor, offer.listing.id, need.listing.id);

    const seen = await buyer.client.ask<{ match: { offer: { firm: unknown; title: string } } }>(
      'query($id: ID!) { match(id: $id) { offer { title firm { name } } } }',
      { id: match.id },
    );
    expect(seen.match.offer.firm).toBeNull();
    expect(seen.match.offer.title).not.toContain('høvleri');

    const agreementId = await accept(plant.client, await propose(buyer.client, match.id, '60'));
    const deliveryId = await deliver(plant.client, agreementId, '12.5');
    await buyer.client.change('DeliveryRecorded', VERIFY, { id: deliveryId });

    const year = new Date().getUTCFullYear();
    const period = {
      clusterId: running.clusterId,
      from: `${year}-01-01T00:00:00Z`,
      to: `${year + 1}-01-01T00:00:00Z`,
    };
    const { circularity } = await staff.ask<Report>(FIGURES, period);
    const valueOf = (name: string): string | null | undefined =>
      circularity.figures.find((one) => one.name === name)?.value;
    expect(valueOf('materialMoved')).toBe('12.5');

    const naive = await naiveFigures(
      running.database,
      running.clusterId,
      'VERIFIED',
      `${year}-01-01`,
      `${year}-12-31`,
    );
    expect(valueOf('netCo2eAvoided')).toBe(naive['netCo2eAvoided']);
    expect(valueOf('transportWork')).toBe(naive['transportWork']);

    // 100 − 60 = 40 left on the offer, and the other side is known now
    const after = await buyer.client.ask<{
      match: { state: string; offer: { firm: { name: string }; remaining: { value: string } } };
    }>('query($id: ID!) { match(id: $id) { state offer { firm { name } remaining { value } } } }', {
      id: match.id,
    });
    expect(after.match).toMatchObject({ state: 'AGREED', offer: { remaining: { value: '40' } } });
    expect(after.match.offer.firm.name).toContain('Firm');
  });
});
