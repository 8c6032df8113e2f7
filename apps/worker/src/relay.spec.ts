import { describe, expect, it } from '@jest/globals';
import { pino } from 'pino';
import type { JobRequest, Market, Outbox } from '#market';
import { expressOf } from './express.js';
import type { Handlers } from './handlers.js';
import { startRelay } from './relay.js';

const request = (id: number, name = 'match-listing', background = false): JobRequest => ({
  id: String(id),
  name,
  key: `${name}-${id}`,
  payload: { listingId: String(id) },
  background,
  traceParent: null,
});

/** One batch through the relay. @returns what was done at once, in order, and what was handed over */
async function relayed(requests: readonly JobRequest[], settings: { router?: object; fails?: string } = {}) {
  const done: string[] = [];
  const handed: string[] = [];
  const act = (name: string) => (payload: { readonly listingId: string }) => {
    if (payload.listingId === settings.fails) return Promise.reject(new Error('The database is away.'));
    return Promise.resolve(void done.push(`${name} ${payload.listingId}`));
  };
  const handlers = { 'match-listing': act('match'), 'tell-watches': act('tell') } as unknown as Handlers;
  const market = { setting: { router: settings.router } } as unknown as Market;
  const log = pino({ level: 'silent' });
  const over = new Promise<void>((resolve) => {
    let waiting = requests;
    const relay: Outbox['relay'] = async (most, handOver, atOnce, names) => {
      const asked = ({ name, background }: JobRequest): boolean =>
        names === undefined || (!background && names.some((one) => one === name));
      const batch = waiting.filter(asked).slice(0, most);
      waiting = waiting.filter((one) => !batch.includes(one));
      const fulfilled = (await atOnce?.(batch)) ?? [];
      const others = batch.filter(({ id }) => !fulfilled.includes(id));
      if (others.length > 0) await handOver(others);
      if (names === undefined) resolve();
      return { count: batch.length, done: [] };
    };
    const running = startRelay({
      outbox: { relay } as Outbox,
      handOver: (rest) => Promise.resolve(void handed.push(...rest.map(({ id }) => id))),
      express: expressOf(market, handlers, log),
      onDone: () => undefined,
      log,
    });
    void running.stop();
  });
  await over;
  return { done, handed };
}

describe('the relay', () => {
  it('matches what was published before it tells watches, and hands nothing of it to the queue', async () => {
    const batch = [request(1, 'tell-watches'), request(2), request(3, 'tell-watches')];
    expect(await relayed(batch)).toEqual({ done: ['match 2', 'tell 1', 'tell 3'], handed: [] });
  });

  it('leaves the background, and what it does not know, to the queue', async () => {
    const batch = [request(1, 'match-listing', true), request(2, 'send-mail'), request(3)];
    expect(await relayed(batch)).toEqual({ done: ['match 3'], handed: ['1', '2'] });
  });

  it('leaves more than four publications to the queue, where other workers take some', async () => {
    const many = Array.from({ length: 9 }, (_, at) => request(at));
    // Five are too many at once; four are left for the second look.
    expect(await relayed(many)).toEqual({
      done: ['match 5', 'match 6', 'match 7', 'match 8'],
      handed: ['0', '1', '2', '3', '4'],
    });
  });

  it('leaves a matching that might wait for a router to the queue', async () => {
    const batch = [request(1), request(2, 'tell-watches')];
    expect(await relayed(batch, { router: {} })).toEqual({ done: ['tell 2'], handed: ['1'] });
  });

  it('hands over what failed, and that alone', async () => {
    expect(await relayed([request(1), request(2)], { fails: '1' })).toEqual({
      done: ['match 2'],
      handed: ['1'],
    });
  });
});
