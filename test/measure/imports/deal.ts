import { Market } from '#market';
import { Store } from '#store';
import { FlowClient } from '../../../apps/local/src/flow/client.js';
import { accept, propose, publish, pushed } from '../../support/flow.js';
import { openCluster, personOf } from '../chaos/cast.js';
import type { Person } from '../chaos/client.js';
import type { Stage } from '../chaos/stage.js';

/** Two firms with an agreement of a million tonnes a year, and a third that looks at its own matches. */
export interface Deal {
  readonly giver: FlowClient;
  readonly giverAuthorization: string;
  readonly others: string;
  readonly agreementId: string;
  /** `YYYY-MM-DD` */
  readonly today: string;
}

const LATITUDE = 60;
const LARGE = { quantity: { value: '1000000', unit: 't', per: 'YEAR' } };

export async function dealAt(stage: Stage): Promise<Deal> {
  const store = await Store.open(stage.databaseUrl, 2);
  try {
    const { registry } = await Market.open(store);
    await openCluster(registry);
    const member = async (
      naceCode: string,
    ): Promise<{ client: FlowClient; siteId: string; person: Person }> => {
      const person = await personOf(stage, registry, naceCode, LATITUDE);
      const client = FlowClient.signedIn(stage.apis[0]?.ownUrl ?? '', person.authorization);
      return { client, siteId: person.siteId, person };
    };
    const [giver, taker, third] = [await member('16.10'), await member('35.30'), await member('35.30')];
    const offer = await publish(giver, 'OFFER', LARGE);
    const need = await publish(taker, 'NEED', LARGE);
    await publish(third, 'NEED', LARGE);
    const { match } = await pushed(giver.client, offer.cursor, offer.listing.id, need.listing.id);
    const agreementId = await accept(giver.client, await propose(taker.client, match.id, '900000'));
    return {
      giver: giver.client,
      giverAuthorization: giver.person.authorization,
      others: third.person.authorization,
      agreementId,
      today: registry.today(),
    };
  } finally {
    await store.close();
  }
}
