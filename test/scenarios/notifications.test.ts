import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { publish } from '../support/flow.js';
import { MailServer, type Received } from '../support/mail-server.js';
import { Running, wait, type Member } from '../support/running.js';

const SETTINGS = '{ viewer { notificationSettings { channel topic rhythm } } }';
const SET = `mutation($input: SetNotificationsInput!, $key: String) { setNotifications(input: $input, idempotencyKey: $key) {
  __typename ... on NotificationsSet { settings { topic rhythm } } ... on ValidationError { path } } }`;
const WATCH = `mutation($input: SaveWatchInput!) { saveWatch(input: $input) { __typename
  ... on WatchSaved { watch { rhythm } } } }`;

interface Settings {
  readonly viewer: { readonly notificationSettings: readonly { topic: string; rhythm: string }[] };
}

let server: MailServer;
let running: Running;
let giver: Member;
let taker: Member;
beforeAll(async () => {
  server = await MailServer.start();
  running = await Running.start({ SMTP_URL: server.url, MAIL_FROM: 'Bistrøm <post@bistrom.example>' });
  giver = await running.member('16.10', { latitude: 60.2, longitude: 12.0 });
  taker = await running.member('35.30', { latitude: 60.2, longitude: 12.0 });
}, 120_000);
afterAll(async () => {
  await running.stop();
  await server.stop();
});

const rhythms = async ({ client }: Member) =>
  (await client.ask<Settings>(SETTINGS, {})).viewer.notificationSettings.map((one) => one.rhythm);
const passes = async (): Promise<string> =>
  (
    await running.database.query<{ value: string }>(`select value from mark where name = 'notified-instant'`)
  )[0]?.value ?? '';
/** Until the worker has looked twice: what was there before has been told then. */
async function looked(): Promise<void> {
  for (const _ of [1, 2]) for (const before = await passes(); before === (await passes());) await wait(200);
}
/** As if the last digests had been made the day before yesterday. */
const letDigestBeDue = () =>
  running.database.query(
    `insert into mark (name, value) values ('notified-daily', (now() - interval '2 days')::text)
     on conflict (name) do update set value = to_char(now() - interval '2 days', 'YYYY-MM-DD"T"HH24:MI:SS"Z"')`,
  );
const idsOf = (mails: readonly Received[]) => [...new Set(mails.map(({ mail }) => mail.messageId))];

describe('notifications of a running installation', () => {
  it('come at once for a watch, and are turned off by one POST without signing in', async () => {
    const input = { name: 'Wood', side: 'OFFER', materialIds: ['wood-chips'], rhythm: 'INSTANT' };
    expect(await taker.client.ask(WATCH, { input })).toEqual({
      saveWatch: { __typename: 'WatchSaved', watch: { rhythm: 'INSTANT' } },
    });
    await publish(giver, 'OFFER');
    const [received] = await server.have(1);
    expect(received?.to).toEqual([taker.email]);
    const link = received?.mail.headers.find((one) => one.key === 'list-unsubscribe')?.value ?? '';
    const path = new URL(link.slice(1, -1)).pathname;

    const looking = await fetch(`${running.url}${path}`);
    expect([looking.status, looking.headers.get('cache-control')]).toEqual([200, 'no-store']);
    const asking = await looking.text();
    expect(asking).toContain('<form method="post">');
    expect(asking).not.toMatch(/<script|style=/);
    expect(asking).not.toContain(path);
    expect(await rhythms(taker)).toEqual(['DAILY', 'INSTANT', 'INSTANT', 'INSTANT']);

    const oneClick = (at: string) =>
      fetch(`${running.url}${at}`, {
        method: 'POST',
        body: new URLSearchParams('List-Unsubscribe=One-Click'),
      });
    const turnedOff = await oneClick(path);
    const unknown = await oneClick(`/unsubscribe/${'x'.repeat(43)}`);
    expect([turnedOff.status, await turnedOff.text()]).toEqual([unknown.status, await unknown.text()]);
    expect(turnedOff.status).toBe(200);
    expect(await rhythms(taker)).toEqual(['DAILY', 'OFF', 'INSTANT', 'INSTANT']);
    expect(await rhythms(giver)).toEqual(['DAILY', 'INSTANT', 'INSTANT', 'INSTANT']);
  }, 120_000);

  it('of a day are sent once to each, also by a worker that is killed among them', async () => {
    await publish(giver, 'OFFER');
    const { cursor } = await publish(taker, 'NEED');
    await taker.client.first<object>(
      'subscription($after: String) { matchFound(after: $after) { cursor } }',
      { after: cursor },
      () => true,
    );
    const before = server.received.length;
    server.beforeAnswer = async () => {
      server.beforeAnswer = () => Promise.resolve();
      await running.kill('worker');
    };
    await letDigestBeDue();
    await server.have(before + 1);
    await running.run('worker');
    while (idsOf(server.received.slice(before)).length < 2) await wait(100);
    await letDigestBeDue();
    await looked();
    const told = server.received.slice(before);
    // one message for each of the two; that which was on its way when the worker died may have come twice, as itself
    expect(idsOf(told)).toHaveLength(2);
    expect([...new Set(told.flatMap(({ to }) => to))].sort()).toEqual([giver.email, taker.email].sort());
    expect(
      await running.database.query('select from notification_mark where rhythm = $1', ['DAILY']),
    ).toHaveLength(2);
  }, 180_000);

  it('are chosen for oneself, with the path of what is wrong, and once with a key', async () => {
    const set = (settings: readonly object[], key?: string) =>
      taker.client.ask(SET, { input: { settings }, ...(key === undefined ? {} : { key }) });
    const off = { channel: 'MAIL', topic: 'REMINDERS', rhythm: 'OFF' };
    expect(await set([off], 'k')).toMatchObject({
      setNotifications: { settings: [{}, {}, {}, { topic: 'REMINDERS', rhythm: 'OFF' }] },
    });
    expect(await set([off, off])).toEqual({
      setNotifications: { __typename: 'ValidationError', path: ['input', 'settings', '1', 'topic'] },
    });
    expect(await rhythms(giver)).not.toContain('OFF');
  });

  it('cannot be turned off by trying links out: an address has so many a minute', async () => {
    const post = () => fetch(`${running.url}/unsubscribe/${'y'.repeat(43)}`, { method: 'POST' });
    const answers = await Promise.all(Array.from({ length: 140 }, post));
    const refused = answers.find((one) => one.status === 429);
    expect(answers.filter((one) => one.status === 200).length).toBeGreaterThanOrEqual(100);
    expect(Number(refused?.headers.get('retry-after'))).toBeGreaterThan(0);
    expect(await refused?.text()).toContain('Try again later');
  });
});
