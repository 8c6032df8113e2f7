import { once } from 'node:events';
import { parentPort, workerData } from 'node:worker_threads';
import { Kernel, SYSTEM, type Chunk, type SharedKernel } from '#domain';
import { Store } from '#store';
import { withClient } from '../../temporary-server.js';
import { copyIn } from './copy.js';
import { ListWriter } from './list-writer.js';

/** What a thread is given: the market, and where all threads count the chunks that are taken. */
export interface Task {
  readonly shared: SharedKernel;
  readonly next: SharedArrayBuffer;
}

/** Best by bound that a list holds. */
export const LISTED = 20;
/** What is sent to the database at a time, for chunks follow each other without a pause to wait in. */
const CHUNKS_A_COPY = 24;

if (parentPort !== null) await work(parentPort, (workerData as { readonly url: string }).url);

async function work(port: NonNullable<typeof parentPort>, url: string): Promise<void> {
  const asked = once(port, 'message') as Promise<[Task]>;
  const store = await Store.open(url, 1);
  const rules = await store.read(SYSTEM, async (tx) => ({
    materials: await tx.reference.materials(),
    prices: await tx.reference.priceSet(),
  }));
  await store.close();
  const [{ shared, next }] = await asked;
  const kernel = Kernel.over(shared);
  const run = kernel.fullRun(rules, LISTED);
  const chunks = run.chunks();
  const taken = new Int32Array(next);
  const counts: [number, number] = [0, 0];
  await withClient(url, async (client) => {
    for (let mine = take(); mine.length > 0; mine = take())
      await copyIn(client, 'copy bench_list from stdin (format binary)', listsOf(mine));
  });
  port.postMessage(counts);

  function take(): readonly Chunk[] {
    const from = Atomics.add(taken, 0, CHUNKS_A_COPY);
    return chunks.slice(from, from + CHUNKS_A_COPY);
  }

  function* listsOf(mine: readonly Chunk[]): Generator<Buffer> {
    const writer = new ListWriter();
    for (const chunk of mine) {
      run.match(chunk, (listing, found, bounds, count) => {
        counts[0] += 1;
        counts[1] += count;
        writer.add(listing, kernel.idOf(listing), { found, bounds, count });
      });
      yield writer.taken();
    }
    yield writer.end();
  }
}
