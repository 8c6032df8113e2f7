import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { ACCEPT } from '../../apps/local/src/flow/documents.js';
import { propose, publish, pushed } from '../support/flow.js';
import { Running } from '../support/running.js';

let running: Running;
beforeAll(async () => {
  running = await Running.start();
}, 60_000);
afterAll(() => running.stop());

describe('the last tonnes', () => {
  it('two buyers accept at once: one gets them, the other a conflict, nothing is oversold', async () => {
    for (let race = 0; race < 5; race += 1) {
      const at = { latitude: 40 + race * 4, longitude: 10 };
      const giver = await running.member('16.10', at);
      const buyers = [await running.member('35.30', at), await running.member('35.30', at)];
      const offer = await publish(giver, 'OFFER');
      const proposals: string[] = [];
      for (const buyer of buyers) {
        const need = await publish(buyer, 'NEED');
        const { match } = await pushed(buyer.client, need.cursor, offer.listing.id, need.listing.id);
        proposals.push(await propose(giver.client, match.id, '100'));
      }
      const answers = await Promise.all(
        buyers.map((buyer, index) =>
          buyer.client.ask<{ acceptProposal: { __typename: string } }>(ACCEPT, {
            id: proposals[index],
            key: null,
          }),
        ),
      );
      const names = answers.map((answer) => answer.acceptProposal.__typename).sort();
      expect(names).toEqual(['AgreementMade', 'ConflictError']);
      const rows = await running.database.query<{ remaining: string; agreed: string }>(
        `select l.remaining, (select sum(amount_base) from ledger_entry where exchange ->> 'offerId' = l.id::text) as agreed
           from listing l where l.id = $1`,
        [offer.listing.id],
      );
      // 100 t = 100 000 kg agreed, nothing left
      expect(rows[0]).toEqual({ remaining: '0', agreed: '100000' });
    }
  });
});
