import { Worker } from 'node:worker_threads';
import { withClient } from '../../temporary-server.js';
import { LISTED, type Task } from './match-thread.js';
import { loadKernel } from './search-rows.js';

/** What the parts of a full match took, s; `total` from the first row read to the last list stored under its key. */
export interface FullMatch {
  readonly load: number;
  readonly match: number;
  readonly key: number;
  readonly total: number;
  readonly lists: number;
  readonly matches: number;
}

/** Matches everything: reads the table, matches both sides on threads over shared memory, stores a list for each. */
export async function fullMatch(url: string, threads: number): Promise<FullMatch> {
  return withClient(url, async (client) => {
    await client.query('drop table if exists bench_list');
    await client.query(
      'create unlogged table bench_list (number int not null, id uuid not null, others int[] not null, bounds real[] not null)',
    );
    const began = performance.now();
    // what they begin with, the rules, they read while the market is being read
    const workers = Array.from(
      { length: threads },
      () => new Worker(new URL('match-thread.js', import.meta.url), { workerData: { url } }),
    );
    const shared = (await loadKernel(client)).shared();
    const loaded = performance.now();
    const next = new SharedArrayBuffer(4);
    const counts = await Promise.all(workers.map((worker) => doneBy(worker, { shared, next })));
    const matched = performance.now();
    await client.query('alter table bench_list add primary key (number)');
    const keyed = performance.now();
    const sum = (at: 0 | 1): number => counts.reduce((all, one) => all + one[at], 0);
    return {
      load: (loaded - began) / 1000,
      match: (matched - loaded) / 1000,
      key: (keyed - matched) / 1000,
      total: (keyed - began) / 1000,
      lists: sum(0),
      matches: sum(1),
    };
  });
}

const doneBy = (worker: Worker, task: Task): Promise<readonly [number, number]> =>
  new Promise((resolve, reject) => {
    worker.once('message', resolve);
    worker.once('error', reject);
    worker.postMessage(task);
  });

export { LISTED };
