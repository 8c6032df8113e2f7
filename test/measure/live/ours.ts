import { Market } from '#market';
import { Store } from '#store';
import { openCluster, personOf } from '../chaos/cast.js';
import { MUTATIONS } from '../chaos/documents.js';
import type { Person } from '../chaos/client.js';
import type { Stage } from '../chaos/stage.js';
import { now } from './clock.js';
import type { Seat } from './messages.js';
import type { Publication, Side } from './side.js';

/** As many as one publication makes matches for (docs/matching.md): each of them is told of every one. */
const FIRMS = 20;
const LATITUDE = 60;

interface Published {
  readonly data?: {
    readonly publishListing: { readonly cursor?: string; readonly listing?: { readonly id: string } };
  };
}

/** The product: firms with one need each, and one more that publishes what all of them look for. */
export async function ours(stage: Stage): Promise<Side> {
  const { giver, takers } = await firms(stage);
  const urls = stage.apis.map(({ url }) => url);
  const [first = ''] = urls;
  let [cursor, published] = ['', 0];
  for (const taker of takers) ({ cursor } = await list(first, taker, 'NEED'));
  return {
    seats: (count) =>
      Array.from({ length: count }, (_, at): Seat => {
        const firm = at % Math.min(count, FIRMS);
        const url = urls[Math.floor(at / FIRMS) % urls.length] ?? first;
        return { url, authorization: takers[firm]?.authorization ?? '', after: cursor };
      }),
    publish: async (): Promise<Publication> => {
      published += 1;
      const publication = await list(urls[published % urls.length] ?? first, giver, 'OFFER');
      ({ cursor } = publication);
      return publication;
    },
  };
}

async function firms(stage: Stage): Promise<{ readonly giver: Person; readonly takers: readonly Person[] }> {
  const store = await Store.open(stage.databaseUrl, 2);
  try {
    const { registry } = await Market.open(store);
    await openCluster(registry);
    const takers: Person[] = [];
    for (let at = 0; at < FIRMS; at += 1) takers.push(await personOf(stage, registry, '35.30', LATITUDE));
    return { giver: await personOf(stage, registry, '16.10', LATITUDE), takers };
  } finally {
    await store.close();
  }
}

/** @throws Error when the listing is refused */
async function list(
  url: string,
  { siteId, authorization }: Person,
  side: 'OFFER' | 'NEED',
): Promise<Publication & { readonly cursor: string }> {
  const input = {
    siteId,
    side,
    title: 'Flis',
    materialId: 'wood-chips',
    quantity: { value: '100', unit: 't', per: 'YEAR' },
  };
  const sentAt = now();
  const response = await fetch(`${url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization },
    body: JSON.stringify({ query: MUTATIONS.publishListing.document, variables: { input } }),
  });
  const answer = (await response.json()) as Published;
  const { cursor, listing } = answer.data?.publishListing ?? {};
  if (cursor === undefined || listing === undefined)
    throw new Error(`A listing was refused: ${JSON.stringify(answer)}`);
  return { listingId: listing.id, sentAt, cursor };
}
