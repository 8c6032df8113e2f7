import { randomUUID } from 'node:crypto';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { pino } from 'pino';
import type { Actor, WebhookEvent } from '#domain';
import { SYSTEM, type WebhookResult } from '#market';
import { openPost, type Post } from '../../apps/worker/src/webhooks/post.js';
import { WebhookSender } from '../../apps/worker/src/webhooks/send.js';
import { verified, WebhookReceiver } from '../support/webhook-receiver.js';
import { ok, refused, World, type WorldFirm } from '../support/world.js';

const LOOPBACK = ['127.0.0.0/8', '::1'];
const ALL: readonly WebhookEvent[] = [
  'match.found',
  'proposal.changed',
  'agreement.changed',
  'delivery.recorded',
];
const NOW = { steppedUp: true };

let world: World;
let receiver: WebhookReceiver;
let [giver, taker]: WorldFirm[] = [];
let [admin, otherAdmin]: Actor[] = [];
const logged: string[] = [];
const tried: WebhookResult[] = [];
const log = pino({ level: 'trace' }, { write: (line) => void logged.push(line) });
const direct = openPost({ allowed: LOOPBACK });

beforeAll(async () => {
  world = await World.open({ allowsHttpWebhooks: true });
  [giver, taker] = [await world.firm(), await world.firm({ naceCode: '35.30' })];
  [admin, otherAdmin] = [await adminOf(giver), await adminOf(taker)];
});
afterAll(() => world.close());
beforeEach(async () => {
  receiver = await WebhookReceiver.start();
  logged.length = 0;
  tried.length = 0;
  world.webhooks.length = 0;
  // Off the market: what one test lists is not matched in the next.
  for (const table of ['webhook', 'mail', 'job_request', 'listing_search'])
    await world.database.query(`delete from ${table}`);
});
afterEach(() => receiver.stop());

async function adminOf(firm: WorldFirm): Promise<Actor> {
  const id = randomUUID();
  await world.market.registry.addPerson(SYSTEM, {
    id,
    name: 'Kåre',
    email: `${id}@test.example`,
    password: 'a password for tests',
    firms: [{ firmId: firm.id, role: 'firm_admin' }],
    clusters: [],
  });
  return world.market.registry.actor(id, 'Kåre');
}

/** An endpoint at the receiver. */
async function endpoint(
  over: { url?: string; events?: readonly WebhookEvent[]; by?: Actor } = {},
): Promise<{ id: string; secret: string }> {
  const { url = receiver.url, events = ALL, by = admin! } = over;
  const saved = await world.market.webhooks.save(by, { url, description: 'Ærlig ERP', events }, NOW);
  const { webhook, secret } = ok(saved);
  return { id: webhook.id, secret: secret! };
}

/** Sends what the outbox asks for, as the worker does. */
async function sendAll(post: Post = direct): Promise<void> {
  await world.work();
  const sender = new WebhookSender({
    market: world.market,
    post,
    log,
    onTried: (one) => void tried.push(one),
  });
  for (const deliveryId of world.webhooks.splice(0)) {
    sender.begin({ deliveryId, firmId: deliveryId });
    await sender.settled(20_000);
  }
}

async function tell(post?: Post): Promise<void> {
  while (await world.market.webhookSendings.fanOut(SYSTEM));
  await sendAll(post);
}

const trade = () => world.matched(giver!, taker!);
const test = async (id: string) => ok(await world.market.webhooks.test(admin!, id));
const deliveriesOf = async (id: string) =>
  ok(await world.market.webhooks.deliveries(admin!, id, 50)).rows.map((row) => row.node);
const webhookOf = async (id: string) => ok(await world.market.webhooks.webhook(admin!, id));
/** As if the time of its next try had come. */
async function tryAgain(post?: Post): Promise<void> {
  await world.database.query('update webhook_delivery set due_at = clock_timestamp()');
  await world.market.webhookSendings.tend(SYSTEM);
  await sendAll(post);
}

describe('a message as it is received', () => {
  it('is signed so that the public library takes it, and carries ids and a cursor only', async () => {
    const { id, secret } = await endpoint();
    const { matchId, offerId } = await trade();
    await tell();
    const [message] = receiver.received;
    expect(receiver.received).toHaveLength(1);
    expect(message).toMatchObject({ method: 'POST', path: encodeURI('/bistrøm?nøkkel=æøå') });
    expect(message!.headers['content-type']).toBe('application/json; charset=utf-8');
    expect(verified(message!, secret)).toEqual({
      type: 'match.found',
      timestamp: expect.stringMatching(/^\d{4}-\d\d-\d\dT.*Z$/),
      data: { matchId, listingId: offerId, cursor: expect.stringMatching(/^[\w-]+$/) },
    });
    const [delivery] = await deliveriesOf(id);
    expect(message!.headers['webhook-id']).toBe(`msg_${delivery!.id}`);
    expect(delivery).toMatchObject({ state: 'DELIVERED', tries: 1, type: 'match.found' });
    expect(delivery!.attempts).toEqual([
      { at: expect.any(Date), durationMs: expect.any(Number), outcome: 'DELIVERED', statusCode: 204 },
    ]);
    expect(tried.map((one) => one.outcome)).toEqual(['DELIVERED']);
  });

  it('is taken by nobody who changes a letter of it, or has another secret', async () => {
    const { id, secret } = await endpoint();
    await test(id);
    await sendAll();
    const message = receiver.received[0]!;
    expect(verified(message, secret)).toMatchObject({ type: 'webhook.test', data: {} });
    expect(() => verified({ ...message, body: `${message.body} ` }, secret)).toThrow('No matching signature');
    expect(() => verified(message, `whsec_${Buffer.alloc(32, 7).toString('base64')}`)).toThrow(
      'No matching signature',
    );
  });

  it('tells of every step of an exchange, each once, what its types ask for', async () => {
    await endpoint();
    const { matchId } = await trade();
    const agreementId = await world.agreed(giver!, taker!, matchId);
    const deliveryId = await world.delivered(giver!, taker!, agreementId, '10');
    await tell();
    await tell();
    const told = receiver.received.map((one) => JSON.parse(one.body) as { type: string; data: object });
    const types = told.map((one) => one.type);
    // found; sent; agreed; recorded and verified
    expect(types.filter((type) => type === 'match.found')).toHaveLength(1);
    expect(types.filter((type) => type === 'agreement.changed')).toHaveLength(1);
    expect(types.filter((type) => type === 'delivery.recorded')).toHaveLength(2);
    expect(types).toContain('proposal.changed');
    expect(told.find((one) => one.type === 'delivery.recorded')?.data).toEqual({
      deliveryId,
      agreementId,
      matchId,
      cursor: expect.any(String),
    });
    const ids = receiver.received.map((one) => one.headers['webhook-id']);
    expect(new Set(ids).size).toBe(ids.length);
  });

  it('is not sent of what was not asked for, nor of what happened before', async () => {
    await trade();
    await endpoint({ events: ['agreement.changed'] });
    await trade();
    await tell();
    expect(receiver.received).toEqual([]);
  });

  it('is written once by two workers at once', async () => {
    const { id } = await endpoint();
    await trade();
    const { webhookSendings } = world.market;
    await Promise.all([webhookSendings.fanOut(SYSTEM), webhookSendings.fanOut(SYSTEM)]);
    expect(await deliveriesOf(id)).toHaveLength(1);
    await sendAll();
    expect(receiver.received).toHaveLength(1);
  });
});

describe('a receiver that fails', () => {
  it('gets the same message again, under the same id with a new signature', async () => {
    receiver.answers.push({ status: 500, body: 'confidential words of the receiver' });
    const { id, secret } = await endpoint();
    await trade();
    await tell();
    const [waiting] = await deliveriesOf(id);
    expect(waiting).toMatchObject({ state: 'WAITING', tries: 1 });
    expect(waiting!.attempts[0]).toMatchObject({ outcome: 'REFUSED', statusCode: 500 });
    // 5 s after the first try, a tenth more or less
    const [pause] = await world.database.query<{ seconds: number }>(
      'select extract(epoch from due_at - clock_timestamp())::float as seconds from webhook_delivery',
    );
    expect(pause!.seconds).toBeLessThanOrEqual(5.5);
    await tryAgain();
    expect(receiver.received.map((one) => one.headers['webhook-id'])).toEqual([
      `msg_${waiting!.id}`,
      `msg_${waiting!.id}`,
    ]);
    expect(receiver.received[0]!.body).toBe(receiver.received[1]!.body);
    expect(verified(receiver.received[1]!, secret)).toMatchObject({ type: 'match.found' });
    expect(await deliveriesOf(id)).toMatchObject([{ state: 'DELIVERED', tries: 2 }]);
    expect(logged.join()).not.toContain('confidential');
    expect(logged.join()).not.toContain(secret);
  });

  it('is left alone as long as it asks', async () => {
    receiver.answers.push({ status: 429, headers: { 'retry-after': '3600' } });
    await endpoint();
    await trade();
    await tell();
    const [row] = await world.database.query<{ seconds: number }>(
      'select extract(epoch from due_at - clock_timestamp())::float as seconds from webhook_delivery',
    );
    expect(row!.seconds).toBeGreaterThan(3500);
  });

  it('is sent nothing more once it answers 410, and its administrators get a mail', async () => {
    receiver.answers.push({ status: 410 });
    const { id } = await endpoint();
    await trade();
    await tell();
    expect(await webhookOf(id)).toMatchObject({ state: 'DISABLED', disabledFor: 'GONE' });
    await trade();
    await tell();
    expect(receiver.received).toHaveLength(1);
    const mails = await world.database.query<{ recipient: string; facts: object }>(
      'select recipient, facts from mail',
    );
    expect(mails).toEqual([
      {
        recipient: `${admin!.personId}@test.example`,
        facts: {
          kind: 'webhook-disabled',
          organisation: giver!.name,
          endpoint: 'Ærlig ERP',
          reason: 'GONE',
        },
      },
    ]);
    const enabled = ok(await world.market.webhooks.enable(admin!, id));
    expect(enabled.webhook).toMatchObject({ state: 'ENABLED', disabledFor: null });
    await tell();
    expect(receiver.received).toHaveLength(1);
  });

  it('is disabled after the tenth try of a message', async () => {
    const { id } = await endpoint();
    await trade();
    receiver.answers.push(...Array.from({ length: 10 }, () => ({ status: 503 })));
    await tell();
    for (let tries = 1; tries < 10; tries += 1) {
      expect(await webhookOf(id)).toMatchObject({ state: 'ENABLED' });
      await tryAgain();
    }
    expect(receiver.received).toHaveLength(10);
    expect(await webhookOf(id)).toMatchObject({ state: 'DISABLED', disabledFor: 'FAILED' });
    expect(await deliveriesOf(id)).toMatchObject([{ state: 'FAILED', tries: 10 }]);
  });

  it('is disabled when nothing has arrived for five days', async () => {
    const { id } = await endpoint();
    receiver.answers.push({ status: 500 });
    await trade();
    await tell();
    await world.market.webhookSendings.tend(SYSTEM);
    expect(await webhookOf(id)).toMatchObject({ state: 'ENABLED' });
    await world.database.query(`update webhook set failing_since = failing_since - interval '121 hours'`);
    await world.market.webhookSendings.tend(SYSTEM);
    expect(await webhookOf(id)).toMatchObject({ state: 'DISABLED', disabledFor: 'SILENT' });
    expect(await deliveriesOf(id)).toMatchObject([{ state: 'FAILED' }]);
  });

  it('that redirects is not followed', async () => {
    const elsewhere = await WebhookReceiver.start();
    receiver.answers.push({ status: 307, headers: { location: elsewhere.url } });
    const { id } = await endpoint();
    await test(id);
    await sendAll();
    expect(elsewhere.received).toEqual([]);
    expect((await deliveriesOf(id))[0]!.attempts[0]).toMatchObject({
      outcome: 'REDIRECTED',
      statusCode: 307,
    });
    await elsewhere.stop();
  });

  it('that does not answer is hung up on, and one that talks on as well', async () => {
    receiver.answers.push('silence', { status: 200, body: 'x'.repeat(5_000_000) });
    const { id } = await endpoint();
    const post = openPost({ allowed: LOOPBACK, deadlineMs: 300 });
    await test(id);
    await sendAll(post);
    await test(id);
    await sendAll(post);
    const outcomes = (await deliveriesOf(id)).map((one) => one.attempts[0]!.outcome);
    expect(outcomes).toEqual(['DELIVERED', 'TIMED_OUT']);
  });
});

describe('a sending that is cut off', () => {
  it('is done again under the same id once nobody has it', async () => {
    const { id } = await endpoint();
    await trade();
    await world.market.webhookSendings.fanOut(SYSTEM);
    await world.work();
    const [deliveryId] = world.webhooks.splice(0);
    // Taken, sent, and the process gone before it could say so.
    const taken = await world.market.webhookSendings.take(SYSTEM, deliveryId!);
    expect(taken?.attempts).toBe(1);
    expect(await world.market.webhookSendings.take(SYSTEM, deliveryId!)).toBeUndefined();
    await tryAgain();
    expect(receiver.received.map((one) => one.headers['webhook-id'])).toEqual([`msg_${deliveryId}`]);
    // Comes to life again too late: the other's success stands.
    await world.market.webhookSendings.tried(SYSTEM, taken!, {
      outcome: 'REFUSED',
      statusCode: 500,
      at: new Date(),
      durationMs: 1,
      retryAfterSeconds: 0,
    });
    expect(await deliveriesOf(id)).toMatchObject([{ state: 'DELIVERED' }]);
  });
});

describe('what its administrators do', () => {
  it('rotating: both secrets sign, for a day', async () => {
    const { id, secret } = await endpoint();
    const rotated = ok(await world.market.webhooks.rotate(admin!, id, NOW));
    await test(id);
    await sendAll();
    const [message] = receiver.received;
    expect(String(message!.headers['webhook-signature']).split(' ')).toHaveLength(2);
    expect(verified(message!, secret)).toEqual(verified(message!, rotated.secret!));
    expect(rotated.webhook.oldSecretUntil).toBeInstanceOf(Date);
    await world.database.query(
      'update webhook_secret set ends_at = clock_timestamp() where ends_at is not null',
    );
    await test(id);
    await sendAll();
    expect(() => verified(receiver.received[1]!, secret)).toThrow('No matching signature');
    expect(verified(receiver.received[1]!, rotated.secret!)).toMatchObject({ type: 'webhook.test' });
  });

  it('re-sending: the same message under the same id', async () => {
    const { id } = await endpoint();
    await trade();
    await tell();
    const [delivery] = await deliveriesOf(id);
    ok(await world.market.webhooks.resend(admin!, delivery!.id));
    expect(refused(await world.market.webhooks.resend(admin!, delivery!.id)).kind).toBe('conflict');
    await sendAll();
    expect(receiver.received[1]!.headers['webhook-id']).toBe(receiver.received[0]!.headers['webhook-id']);
    expect(receiver.received[1]!.body).toBe(receiver.received[0]!.body);
    expect(await deliveriesOf(id)).toMatchObject([{ state: 'DELIVERED', tries: 2 }]);
  });

  it('testing: once, without retries, five times a minute', async () => {
    receiver.answers.push({ status: 500 });
    const { id } = await endpoint();
    for (let times = 0; times < 5; times += 1) await test(id);
    expect(refused(await world.market.webhooks.test(admin!, id)).text).toContain('5 tests a minute');
    await sendAll();
    const states = (await deliveriesOf(id)).map((one) => one.state);
    expect(states.filter((state) => state === 'FAILED')).toHaveLength(1);
    expect(await webhookOf(id)).toMatchObject({ state: 'ENABLED' });
  });

  it('retrying a call with a key: one endpoint, its secret told once', async () => {
    const terms = { url: receiver.url, description: 'ERP', events: ALL };
    const call = { ...NOW, key: 'once' };
    const first = ok(await world.market.webhooks.save(admin!, terms, call));
    const second = ok(await world.market.webhooks.save(admin!, terms, call));
    expect(second.webhook.id).toBe(first.webhook.id);
    expect([first.secret?.startsWith('whsec_'), second.secret]).toEqual([true, undefined]);
    expect(ok(await world.market.webhooks.list(admin!))).toHaveLength(1);
  });

  it('making: ten a firm, with a fresh proof, and an address that can be sent to', async () => {
    const terms = { url: receiver.url, description: 'ERP', events: ALL };
    const { webhooks } = world.market;
    expect(refused(await webhooks.save(admin!, terms, { steppedUp: false })).text).toContain('Prove anew');
    const wrong = { ...terms, url: 'https://kari:s@a.example/' };
    expect(refused(await webhooks.save(admin!, wrong, NOW)).path).toBe('input.url');
    for (let count = 0; count < 10; count += 1) await endpoint();
    expect(refused(await webhooks.save(admin!, terms, NOW)).text).toContain('at most 10');
  });

  it('stands in the log of who was let in, and never the address or a secret', async () => {
    const { id, secret } = await endpoint();
    ok(await world.market.webhooks.rotate(admin!, id, NOW));
    ok(await world.market.webhooks.remove(admin!, id));
    const rows = await world.database.query<{ kind: string; subject: string }>(
      'select kind, subject from access_log where firm_id = $1 order by at desc limit 3',
      [giver!.id],
    );
    expect(rows.map((one) => one.kind)).toEqual(['WEBHOOK_REMOVED', 'WEBHOOK_SECRET_MADE', 'WEBHOOK_MADE']);
    expect(JSON.stringify(rows)).not.toContain(secret);
    expect(JSON.stringify(rows)).not.toContain('127.0.0.1');
  });

  it('removing ends what waits', async () => {
    const { id } = await endpoint();
    await trade();
    await world.market.webhookSendings.fanOut(SYSTEM);
    ok(await world.market.webhooks.remove(admin!, id));
    await sendAll();
    expect(receiver.received).toEqual([]);
  });
});

describe('who sees it', () => {
  it('another firm sees nothing of it, and can do nothing to it', async () => {
    const { id } = await endpoint();
    await trade();
    await tell();
    const [delivery] = await deliveriesOf(id);
    const { webhooks } = world.market;
    expect(ok(await webhooks.list(otherAdmin!))).toEqual([]);
    const refusals = [
      await webhooks.webhook(otherAdmin!, id),
      await webhooks.remove(otherAdmin!, id),
      await webhooks.rotate(otherAdmin!, id, NOW),
      await webhooks.enable(otherAdmin!, id),
      await webhooks.test(otherAdmin!, id),
      await webhooks.save(otherAdmin!, { url: receiver.url, description: 'x', events: ALL }, { id, ...NOW }),
    ];
    expect(refusals.map((one) => refused(one).kind)).toEqual(refusals.map(() => 'not_found'));
    expect(refused(await webhooks.resend(otherAdmin!, delivery!.id)).kind).toBe('not_found');
    expect(ok(await webhooks.deliveries(otherAdmin!, id, 50)).rows).toEqual([]);
  });

  it('a plant manager and a key manage none', async () => {
    const { id } = await endpoint();
    const { webhooks } = world.market;
    expect(refused(await webhooks.list(giver!.actor)).kind).toBe('forbidden');
    expect(refused(await webhooks.rotate(giver!.actor, id, NOW)).kind).toBe('forbidden');
  });

  it('each firm is told of its own side', async () => {
    await endpoint();
    await endpoint({ by: otherAdmin! });
    const { offerId, needId } = await trade();
    await tell();
    const told = receiver.received.map(
      (one) => (JSON.parse(one.body) as { data: { listingId: string } }).data,
    );
    expect(told.map((one) => one.listingId).sort()).toEqual([offerId, needId].sort());
  });
});

describe('where messages may go', () => {
  const outcomeAt = async (
    address: string,
    family: 4 | 6,
    url = 'https://hooks.example/',
  ): Promise<string> => {
    const resolve = () => Promise.resolve([{ address, family }]);
    const post = openPost({ allowed: [], resolve, deadlineMs: 2_000 });
    return (await post({ url, headers: {}, body: '' })).outcome;
  };

  it.each([
    ['loopback', '127.0.0.1', 4],
    ['loopback', '127.8.8.8', 4],
    ['loopback', '::1', 6],
    ['mapped loopback', '::ffff:127.0.0.1', 6],
    ['mapped private', '::ffff:10.0.0.1', 6],
    ['nothing', '0.0.0.0', 4],
    ['nothing', '::', 6],
    ['metadata of clouds', '169.254.169.254', 4],
    ['link-local', 'fe80::1', 6],
    ['private', '10.1.2.3', 4],
    ['private', '172.16.0.1', 4],
    ['private', '192.168.1.1', 4],
    ['carrier', '100.64.0.1', 4],
    ['unique local', 'fd00::1', 6],
    ['translated', '64:ff9b::7f00:1', 6],
    ['multicast', '224.0.0.1', 4],
    ['broadcast', '255.255.255.255', 4],
  ] as const)('not to %s: a name that leads to %s', async (_what, address, family) => {
    expect(await outcomeAt(address, family)).toBe('ADDRESS_REFUSED');
  });

  it.each([
    'https://127.0.0.1/',
    'https://[::1]/',
    'https://0x7f000001/',
    'https://2130706433/',
    'https://[::ffff:7f00:1]/',
  ])('not to %s, however it is written', async (url) => {
    const post = openPost({ allowed: [], deadlineMs: 2_000 });
    expect((await post({ url, headers: {}, body: '' })).outcome).toBe('ADDRESS_REFUSED');
  });

  it('not to localhost, which the system itself leads home', async () => {
    const url = `http://localhost:${receiver.port}/`;
    const post = openPost({ allowed: [] });
    expect((await post({ url, headers: {}, body: 'x' })).outcome).toBe('ADDRESS_REFUSED');
    expect((await post({ url: url.replace('http', 'https'), headers: {}, body: 'x' })).outcome).toBe(
      'ADDRESS_REFUSED',
    );
    expect(receiver.received).toEqual([]);
  });

  it('not in the clear, except to where the operator allows it', async () => {
    expect(await outcomeAt('93.184.215.14', 4, 'http://hooks.example/')).toBe('ADDRESS_REFUSED');
    const { outcome } = await direct({ url: receiver.url, headers: {}, body: 'x' });
    expect(outcome).toBe('DELIVERED');
  });

  it('not where one of several addresses of a name is private', async () => {
    const resolve = () =>
      Promise.resolve([
        { address: '93.184.215.14', family: 4 },
        { address: '10.0.0.1', family: 4 },
      ]);
    const post = openPost({ allowed: LOOPBACK, resolve, deadlineMs: 2_000 });
    expect((await post({ url: 'https://hooks.example/', headers: {}, body: '' })).outcome).toBe(
      'ADDRESS_REFUSED',
    );
  });

  it('a name is looked up once: what it leads to a moment later changes nothing', async () => {
    const found = [[{ address: '127.0.0.1', family: 4 }], [{ address: '10.0.0.1', family: 4 }]];
    let looks = 0;
    const resolve = () => Promise.resolve(found[looks++] ?? []);
    const post = openPost({ allowed: LOOPBACK, resolve });
    const url = `http://rebinding.example:${receiver.port}/`;
    expect((await post({ url, headers: {}, body: 'x' })).outcome).toBe('DELIVERED');
    expect(looks).toBe(1);
  });

  it('a name that leads nowhere is said to', async () => {
    const post = openPost({ allowed: [], resolve: () => Promise.resolve([]), deadlineMs: 2_000 });
    expect((await post({ url: 'https://hooks.example/', headers: {}, body: '' })).outcome).toBe(
      'NAME_UNKNOWN',
    );
  });
});
