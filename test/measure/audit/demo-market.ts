import { Market } from '#market';
import { Store } from '#store';
import { seedDemo } from '../../../apps/local/src/demo/seed.js';
import type { Say } from '../command.js';

const DAY_MS = 86_400_000;
/** Long enough for the quarter that the demo was entered in to be over. */
const LATER_DAYS = 100;
const LOOK_EVERY_MS = 20;

/** The demo's market with its exchanges and corrections, through the use cases; its figures cached, its quarters closed. */
export async function playDemo(url: string, say: Say): Promise<void> {
  const store = await Store.open(url);
  try {
    const market = await Market.open(store);
    const seeding = { done: false };
    const working = workWhile(market, () => !seeding.done);
    await seedDemo({ market, store, password: 'nobody signs in here', say }).finally(
      () => (seeding.done = true),
    );
    await working;
    await market.at(() => new Date(Date.now() + LATER_DAYS * DAY_MS)).figures.closeQuarters();
  } finally {
    await store.close();
  }
}

/** What the outbox asks for, as the worker does it, until there is nothing left and no more will come. */
async function workWhile(market: Market, more: () => boolean): Promise<void> {
  for (;;) {
    const last = !more();
    const asked: { name: string; payload: Readonly<Record<string, unknown>>; id: string }[] = [];
    await market.outbox.relay(500, async (requests) => void asked.push(...requests));
    for (const { name, payload, id } of asked) {
      if (name === 'match-listing') await market.matches.refresh(payload['listingId'] as string);
      else if (name === 'refresh-figures') await market.figures.refresh(payload['clusterId'] as string);
      await market.outbox.done([id]);
    }
    if (asked.length > 0) continue;
    if (last) return;
    await new Promise((resolve) => setTimeout(resolve, LOOK_EVERY_MS));
  }
}
