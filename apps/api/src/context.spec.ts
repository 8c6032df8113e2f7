import { describe, expect, it } from '@jest/globals';
import type { Market } from '#market';
import type { Caller } from './callers.js';
import { SharedViews } from './context.js';

/** A market that remembers which ids it was asked for, and by whom. */
const remembering = () => {
  const asked: { readonly by: string; readonly ids: readonly string[] }[] = [];
  const matches = (viewer: { personId: string }, ids: readonly string[]) => {
    asked.push({ by: viewer.personId, ids });
    return Promise.resolve(ids.map((id) => ({ id })));
  };
  return { asked, market: { reading: { matches } } as unknown as Market };
};

const caller = (personId: string, change: Partial<Caller> = {}): Caller => ({
  personId,
  name: personId,
  firms: [{ firmId: 'a', role: 'buyer', clusterIds: ['c'] }],
  clusters: [],
  sessionId: personId,
  steppedUp: false,
  standsOn: { kind: 'session', id: personId },
  ...change,
});

/** Nobody waits here for anybody's turn. */
const feed = { inTurn: <T>(read: () => Promise<T>): Promise<T> => read() };

describe('what sockets look at', () => {
  it('is read once for all who act for a firm in the same role', async () => {
    const { market, asked } = remembering();
    const views = new SharedViews(market, feed);
    const found = await Promise.all(
      ['kari', 'ola', 'liv'].map((person) => views.of(caller(person)).matches.load('m')),
    );
    expect(found).toEqual([{ id: 'm' }, { id: 'm' }, { id: 'm' }]);
    expect(asked).toEqual([{ by: 'kari', ids: ['m'] }]);
  });

  it('is read anew for every event', async () => {
    const { market, asked } = remembering();
    const views = new SharedViews(market, feed);
    await views.of(caller('kari')).matches.load('m');
    await views.of(caller('kari')).matches.load('m');
    expect(asked).toHaveLength(2);
  });

  it.each<[string, Partial<Caller>]>([
    ['for another firm', { firms: [{ firmId: 'b', role: 'buyer', clusterIds: ['c'] }] }],
    ['in another role', { firms: [{ firmId: 'a', role: 'plant_manager', clusterIds: ['c'] }] }],
    ['of a firm that is in another cluster', { firms: [{ firmId: 'a', role: 'buyer', clusterIds: [] }] }],
    ['with the scopes of a key', { scopes: ['read'] }],
    ['as staff of a cluster', { clusters: [{ clusterId: 'c', role: 'cluster_staff' }] }],
  ])('is not shared with one who acts %s', (_who, change) => {
    const views = new SharedViews(remembering().market, feed);
    expect(views.of(caller('ola', change))).not.toBe(views.of(caller('kari')));
  });

  it('is not shared among staff: each look of theirs is noted with the person', () => {
    const views = new SharedViews(remembering().market, feed);
    const staff = (person: string): Caller =>
      caller(person, { firms: [], clusters: [{ clusterId: 'c', role: 'cluster_staff' }] });
    expect(views.of(staff('ola'))).not.toBe(views.of(staff('kari')));
  });
});
