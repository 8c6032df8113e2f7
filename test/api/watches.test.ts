import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { FlowClient } from '../../apps/local/src/flow/client.js';
import { publish } from '../support/flow.js';
import { Running, type Member } from '../support/running.js';

let running: Running;
let giver: Member;
let watcher: Member;
beforeAll(async () => {
  running = await Running.start();
  const at = { latitude: 60.2, longitude: 12.0 };
  giver = await running.member('16.10', at);
  watcher = await running.member('35.30', at);
}, 60_000);
afterAll(() => running.stop());

const SAVE = `mutation($input: SaveWatchInput!) { saveWatch(input: $input) { __typename
  ... on WatchSaved { cursor watch { id name materials { id } } } ... on ValidationError { path message } } }`;
const FOUND = `subscription($after: String, $watchId: ID) { watchFound(after: $after, watchId: $watchId) { cursor
  hit { id watchId watchName outline { side area material { id } quantity { value min max unit } }
        conditions { name result } crossIndustry score listing { id } } } }`;
const INBOX = `query($unreadOnly: Boolean!) { inbox(unreadOnly: $unreadOnly) { unreadCount
  edges { node { id kind readAt match { id offer { id } } hit { id outline { area } listing { id } } } } } }`;
const MARK = `mutation($ids: [ID!]) { markRead(ids: $ids) { __typename ... on InboxMarked { unreadCount } } }`;

interface Saved {
  readonly saveWatch: {
    readonly __typename: string;
    readonly cursor: string;
    readonly path?: readonly string[];
    readonly watch: { readonly id: string };
  };
}
interface Hit {
  readonly id: string;
  readonly watchId: string;
  readonly listing: { readonly id: string } | null;
}
interface Found {
  readonly watchFound: { readonly cursor: string; readonly hit: Hit };
}
interface Inbox {
  readonly inbox: {
    readonly unreadCount: number;
    readonly edges: readonly {
      readonly node: {
        readonly id: string;
        readonly kind: string;
        readonly readAt: string | null;
        readonly match: { readonly offer: { readonly id: string } } | null;
        readonly hit: Hit | null;
      };
    }[];
  };
}

const input = { name: 'Wood', side: 'OFFER', materialIds: ['wood-chips'], areas: ['3401'] };
const save = async (client: FlowClient, overrides: object = {}) =>
  (await client.ask<Saved>(SAVE, { input: { ...input, ...overrides } })).saveWatch;
async function follow(
  client: FlowClient,
  variables: Readonly<Record<string, unknown>>,
  count: number,
): Promise<readonly Found['watchFound'][]> {
  const heard: Found['watchFound'][] = [];
  await client.first<Found>(FOUND, variables, ({ watchFound }) => heard.push(watchFound) === count);
  return heard;
}
const inboxOf = async ({ client }: Member, unreadOnly = false) =>
  (await client.ask<Inbox>(INBOX, { unreadOnly })).inbox;

describe('a watch over the api', () => {
  it('tells live and again after a cursor, each once and in order, in outline', async () => {
    const { watch, cursor } = await save(watcher.client);
    const live = follow(watcher.client, { after: cursor, watchId: watch.id }, 2);
    const first = await publish(giver, 'OFFER');
    const second = await publish(giver, 'OFFER');
    const heard = await live;
    expect(heard.map(({ hit }) => hit)).toMatchObject([
      {
        watchId: watch.id,
        watchName: 'Wood',
        crossIndustry: true,
        listing: null,
        outline: {
          side: 'OFFER',
          area: 'Kongsvinger',
          material: { id: 'wood-chips' },
          quantity: { value: null },
        },
        conditions: [{ name: 'area', result: 'PASS' }],
      },
      { listing: null },
    ]);
    for (const { listing } of [first, second]) expect(JSON.stringify(heard)).not.toContain(listing.id);
    expect(await follow(watcher.client, { after: cursor, watchId: watch.id }, 2)).toEqual(heard);
    expect(await follow(watcher.client, { after: heard[0]?.cursor, watchId: watch.id }, 1)).toEqual([
      heard[1],
    ]);
  });

  it('tells what came between reading where the news stand and following', async () => {
    const { watch } = await save(watcher.client);
    const { viewer } = await watcher.client.ask<{ viewer: { liveCursor: string } }>(
      '{ viewer { liveCursor } }',
    );
    const { listing } = await publish(giver, 'OFFER');
    const [heard] = await follow(watcher.client, { after: viewer.liveCursor, watchId: watch.id }, 1);
    expect(heard?.hit.listing?.id ?? listing.id).toBe(listing.id);
  });

  it('loses nothing with the worker, and tells none twice', async () => {
    const { watch, cursor } = await save(watcher.client, { name: 'Killed' });
    const publishing = Promise.all([1, 2, 3, 4, 5, 6].map(() => publish(giver, 'OFFER')));
    await running.kill('worker');
    await publishing;
    await running.run('worker');
    const heard = await follow(watcher.client, { after: cursor, watchId: watch.id }, 6);
    expect(new Set(heard.map(({ hit }) => hit.id)).size).toBe(6);
    const kept = await running.database.query<{ hits: number; events: number }>(
      `select (select count(*)::int from watch_hit where watch_id = $1) as hits,
              (select count(*)::int from event e join watch_hit h on h.id = e.watch_hit_id where h.watch_id = $1) as events`,
      [watch.id],
    );
    expect(kept).toEqual([{ hits: 6, events: 6 }]);
  });

  it('is refused with the path of what is wrong', async () => {
    expect(await save(watcher.client, { areas: ['3401', 'Kongsvinger'] })).toMatchObject({
      __typename: 'ValidationError',
      path: ['input', 'areas', '1'],
    });
  });

  it('is nobody else’s: neither to change nor to follow', async () => {
    const { watch } = await save(watcher.client, { name: 'Mine' });
    expect(await save(giver.client, { id: watch.id })).toMatchObject({ __typename: 'NotFoundError' });
    const { watches } = await giver.client.ask<{ watches: { id: string }[] }>('{ watches { id } }', {});
    expect(watches).toEqual([]);
  });
});

describe('the inbox', () => {
  it('holds matches and what was watched for, each once, with what each person has read', async () => {
    const reader = await running.member('35.30', { latitude: 60.3, longitude: 12.1 });
    const { cursor } = await save(reader.client);
    const offer = await publish(giver, 'OFFER');
    await follow(reader.client, { after: cursor }, 1);
    const before = await inboxOf(reader);
    expect(before).toMatchObject({
      unreadCount: 1,
      edges: [{ node: { kind: 'WATCH_FOUND', readAt: null } }],
    });
    // a need of one's own makes a match of it, and the listing may be read from then on
    const need = await publish(reader, 'NEED');
    await reader.client.first<object>(
      'subscription($after: String) { matchFound(after: $after) { cursor } }',
      { after: need.cursor },
      () => true,
    );
    const inbox = await inboxOf(reader);
    const found = inbox.edges.map(({ node }) => node);
    expect(found.at(-1)?.hit?.listing).toEqual({ id: offer.listing.id });
    const matched = found.filter((one) => one.kind === 'MATCH_FOUND').map((one) => one.match?.offer.id);
    expect(matched).toContain(offer.listing.id);
    expect(new Set(found.map((one) => one.id)).size).toBe(inbox.unreadCount);

    const [{ id } = { id: '' }] = found;
    const { markRead } = await reader.client.ask<{ markRead: object }>(MARK, { ids: [id, id] });
    expect(markRead).toEqual({ __typename: 'InboxMarked', unreadCount: inbox.unreadCount - 1 });
    // what is somebody else's is passed over, and nothing of it is said
    const others = (await inboxOf(watcher)).edges.map(({ node }) => node.id);
    expect(others.length).toBeGreaterThan(4);
    const foreign = await reader.client.ask<{ markRead: object }>(MARK, { ids: others.slice(0, 5) });
    expect(foreign.markRead).toEqual(markRead);
    expect((await inboxOf(reader, true)).edges).toHaveLength(inbox.unreadCount - 1);
    expect(await reader.client.ask(MARK, {})).toEqual({
      markRead: { __typename: 'InboxMarked', unreadCount: 0 },
    });
    expect((await inboxOf(reader, true)).edges).toEqual([]);
    expect((await inboxOf(reader)).edges).toHaveLength(inbox.unreadCount);
  });
});
