import { EventEmitter } from 'node:events';
import { describe, expect, it } from '@jest/globals';
import { Kernel } from '#domain';
import type { Portion, Thread } from './crew.js';
import { MatchingThreads, type ThreadsParts } from './threads.js';

type Does = (portion: Portion) => readonly string[] | 'cannot now' | 'dies';

/** A thread that does as it is told, a moment later. */
class Puppet extends EventEmitter implements Thread {
  constructor(private readonly does: Does) {
    super();
  }

  postMessage(portion: Portion): void {
    setImmediate(() => {
      const answer = this.does(portion);
      if (answer === 'dies') this.emit('exit');
      else this.emit('message', answer === 'cannot now' ? undefined : answer);
    });
  }

  terminate(): Promise<void> {
    this.emit('exit');
    return Promise.resolve();
  }
}

const IDS = Array.from({ length: 53 }, (_, at) => `listing ${at}`);

function threadsOf(does: Does, more: Partial<ThreadsParts> = {}) {
  const inThreads: string[] = [];
  const here: string[] = [];
  let begun = 0;
  const threads = new MatchingThreads({
    count: 3,
    from: 10,
    index: {
      follow: () => Promise.resolve(),
      shared: () => Kernel.load([]).shared(),
      state: () => Promise.resolve({ listings: 10, lagSeconds: 0, reloadSeconds: 0, driftListings: 0 }),
    },
    matches: { refresh: (id) => Promise.resolve(void here.push(id)) },
    begin: () => {
      begun += 1;
      return new Puppet((portion) => {
        const answer = does(portion);
        if (typeof answer === 'object') inThreads.push(...portion.listingIds);
        return answer;
      });
    },
    ...more,
  });
  return { threads, inThreads, here, begun: () => begun };
}

describe('threads that match the listings of a run', () => {
  it('example: share the listings among them, each listing once', async () => {
    const { threads, inThreads, here, begun } = threadsOf(() => []);
    expect(await threads.refresh(IDS, 'MATCH')).toEqual([]);
    expect(await threads.refresh(IDS, 'SETTLE')).toEqual([]);
    expect(inThreads.toSorted()).toEqual([...IDS, ...IDS].toSorted());
    expect([here, begun(), threads.size]).toEqual([[], 3, 3]);
    await threads.close();
    expect(threads.size).toBe(0);
  });

  it('say which listings failed', async () => {
    const { threads } = threadsOf(({ listingIds }) => listingIds.filter((id) => id.endsWith('7')));
    expect(await threads.refresh(IDS, 'MATCH')).toEqual(IDS.filter((id) => id.endsWith('7')));
    await threads.close();
  });

  it.each(['dies', 'cannot now'] as const)(
    'leave what one that %s has not done to the worker',
    async (fate) => {
      const { threads, inThreads, here } = threadsOf(({ listingIds }) =>
        listingIds.includes('listing 12') ? fate : [],
      );
      expect(await threads.refresh(IDS, 'MATCH')).toEqual([]);
      // a portion is five listings
      expect(here).toEqual(['listing 10', 'listing 11', 'listing 12', 'listing 13', 'listing 14']);
      expect([...inThreads, ...here].toSorted()).toEqual(IDS.toSorted());
      await threads.close();
    },
  );

  it('do everything though each of them dies at once', async () => {
    const { threads, here } = threadsOf(() => 'dies');
    expect(await threads.refresh(IDS, 'MATCH')).toEqual([]);
    expect(here).toEqual(IDS);
    await threads.close();
  });

  it('are not begun for a small market', async () => {
    const { threads, here, begun } = threadsOf(() => [], { from: 11 });
    await threads.refresh(IDS, 'MATCH');
    expect([here, begun(), threads.atOnce]).toEqual([IDS, 0, 25]);
  });

  it('take more at once when they are there', async () => {
    const { threads } = threadsOf(() => []);
    expect(threads.atOnce).toBe(25);
    await threads.refresh(IDS, 'MATCH');
    expect(threads.atOnce).toBe(75);
    await threads.close();
  });
});
