import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { SYSTEM } from '#market';
import { openPost } from '../../apps/worker/src/webhooks/post.js';
import { verified, WebhookReceiver } from '../support/webhook-receiver.js';
import { LOOPBACK, WebhookWorld } from '../support/webhook-world.js';
import { ok } from '../support/world.js';

let on: WebhookWorld;
beforeAll(async () => {
  on = await WebhookWorld.open();
});
afterAll(() => on.close());
beforeEach(() => on.begin());

describe('a message as it is received', () => {
  it('is signed so that the public library takes it, and carries ids and a cursor only', async () => {
    const { id, secret } = await on.endpoint();
    const { matchId, offerId } = await on.trade();
    await on.tell();
    const [message] = on.receiver.received;
    expect(on.receiver.received).toHaveLength(1);
    expect(message).toMatchObject({ method: 'POST', path: encodeURI('/bistrøm?nøkkel=æøå') });
    expect(message!.headers['content-type']).toBe('application/json; charset=utf-8');
    expect(verified(message!, secret)).toEqual({
      type: 'match.found',
      timestamp: expect.stringMatching(/^\d{4}-\d\d-\d\dT.*Z$/),
      data: { matchId, listingId: offerId, cursor: expect.stringMatching(/^[\w-]+$/) },
    });
    const [delivery] = await on.deliveries(id);
    expect(message!.headers['webhook-id']).toBe(`msg_${delivery!.id}`);
    expect(delivery).toMatchObject({ state: 'DELIVERED', tries: 1, type: 'match.found' });
    expect(delivery!.attempts).toEqual([
      { at: expect.any(Date), durationMs: expect.any(Number), outcome: 'DELIVERED', statusCode: 204 },
    ]);
    expect(on.tried.map((one) => one.outcome)).toEqual(['DELIVERED']);
  });

  it('is taken by nobody who changes a letter of it, or has another secret', async () => {
    const { id, secret } = await on.endpoint();
    await on.test(id);
    await on.send();
    const message = on.receiver.received[0]!;
    expect(verified(message, secret)).toMatchObject({ type: 'webhook.test', data: {} });
    expect(() => verified({ ...message, body: `${message.body} ` }, secret)).toThrow('No matching signature');
    expect(() => verified(message, `whsec_${Buffer.alloc(32, 7).toString('base64')}`)).toThrow(
      'No matching signature',
    );
  });

  it('tells of every step of an exchange, each once, what its types ask for', async () => {
    await on.endpoint();
    const { matchId } = await on.trade();
    const agreementId = await on.world.agreed(on.giver, on.taker, matchId);
    const deliveryId = await on.world.delivered(on.giver, on.taker, agreementId, '10');
    await on.tell();
    await on.tell();
    const told = on.receiver.received.map((one) => JSON.parse(one.body) as { type: string; data: object });
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
    const ids = on.receiver.received.map((one) => one.headers['webhook-id']);
    expect(new Set(ids).size).toBe(ids.length);
  });

  it('is not sent of what was not asked for, nor of what happened before', async () => {
    await on.trade();
    await on.endpoint({ events: ['agreement.changed'] });
    await on.trade();
    await on.tell();
    expect(on.receiver.received).toEqual([]);
  });

  it('is written once by two workers at once', async () => {
    const { id } = await on.endpoint();
    await on.trade();
    const { webhookSendings } = on.world.market;
    await Promise.all([webhookSendings.fanOut(SYSTEM), webhookSendings.fanOut(SYSTEM)]);
    expect(await on.deliveries(id)).toHaveLength(1);
    await on.send();
    expect(on.receiver.received).toHaveLength(1);
  });
});

describe('a receiver that fails', () => {
  it('gets the same message again, under the same id with a new signature', async () => {
    on.receiver.answers.push({ status: 500, body: 'confidential words of the receiver' });
    const { id, secret } = await on.endpoint();
    await on.trade();
    await on.tell();
    const [waiting] = await on.deliveries(id);
    expect(waiting).toMatchObject({ state: 'WAITING', tries: 1 });
    expect(waiting!.attempts[0]).toMatchObject({ outcome: 'REFUSED', statusCode: 500 });
    // 5 s after the first try, a tenth more or less
    const [pause] = await on.world.database.query<{ seconds: number }>(
      'select extract(epoch from due_at - clock_timestamp())::float as seconds from webhook_delivery',
    );
    expect(pause!.seconds).toBeLessThanOrEqual(5.5);
    await on.tryAgain();
    expect(on.receiver.received.map((one) => one.headers['webhook-id'])).toEqual([
      `msg_${waiting!.id}`,
      `msg_${waiting!.id}`,
    ]);
    expect(on.receiver.received[0]!.body).toBe(on.receiver.received[1]!.body);
    expect(verified(on.receiver.received[1]!, secret)).toMatchObject({ type: 'match.found' });
    expect(await on.deliveries(id)).toMatchObject([{ state: 'DELIVERED', tries: 2 }]);
    expect(on.logged.join()).not.toContain('confidential');
    expect(on.logged.join()).not.toContain(secret);
  });

  it('is left alone as long as it asks', async () => {
    on.receiver.answers.push({ status: 429, headers: { 'retry-after': '3600' } });
    await on.endpoint();
    await on.trade();
    await on.tell();
    const [row] = await on.world.database.query<{ seconds: number }>(
      'select extract(epoch from due_at - clock_timestamp())::float as seconds from webhook_delivery',
    );
    expect(row!.seconds).toBeGreaterThan(3500);
  });

  it('is sent nothing more once it answers 410, and its administrators get a mail', async () => {
    on.receiver.answers.push({ status: 410 });
    const { id } = await on.endpoint();
    await on.trade();
    await on.tell();
    expect(await on.webhook(id)).toMatchObject({ state: 'DISABLED', disabledFor: 'GONE' });
    await on.trade();
    await on.tell();
    expect(on.receiver.received).toHaveLength(1);
    const mails = await on.world.database.query<{ recipient: string; facts: object }>(
      'select recipient, facts from mail',
    );
    expect(mails).toEqual([
      {
        recipient: `${on.admin.personId}@test.example`,
        facts: {
          kind: 'webhook-disabled',
          organisation: on.giver.name,
          endpoint: 'Ærlig ERP',
          reason: 'GONE',
        },
      },
    ]);
    const enabled = ok(await on.world.market.webhooks.enable(on.admin, id));
    expect(enabled.webhook).toMatchObject({ state: 'ENABLED', disabledFor: null });
    await on.tell();
    expect(on.receiver.received).toHaveLength(1);
  });

  it('is disabled after the tenth try of a message', async () => {
    const { id } = await on.endpoint();
    await on.trade();
    on.receiver.answers.push(...Array.from({ length: 10 }, () => ({ status: 503 })));
    await on.tell();
    for (let tries = 1; tries < 10; tries += 1) {
      expect(await on.webhook(id)).toMatchObject({ state: 'ENABLED' });
      await on.tryAgain();
    }
    expect(on.receiver.received).toHaveLength(10);
    expect(await on.webhook(id)).toMatchObject({ state: 'DISABLED', disabledFor: 'FAILED' });
    expect(await on.deliveries(id)).toMatchObject([{ state: 'FAILED', tries: 10 }]);
  });

  it('is disabled when nothing has arrived for five days', async () => {
    const { id } = await on.endpoint();
    on.receiver.answers.push({ status: 500 });
    await on.trade();
    await on.tell();
    await on.world.market.webhookSendings.tend(SYSTEM);
    expect(await on.webhook(id)).toMatchObject({ state: 'ENABLED' });
    await on.world.database.query(`update webhook set failing_since = failing_since - interval '121 hours'`);
    await on.world.market.webhookSendings.tend(SYSTEM);
    expect(await on.webhook(id)).toMatchObject({ state: 'DISABLED', disabledFor: 'SILENT' });
    expect(await on.deliveries(id)).toMatchObject([{ state: 'FAILED' }]);
  });

  it('that redirects is not followed', async () => {
    const elsewhere = await WebhookReceiver.start();
    on.receiver.answers.push({ status: 307, headers: { location: elsewhere.url } });
    const { id } = await on.endpoint();
    await on.test(id);
    await on.send();
    expect(elsewhere.received).toEqual([]);
    expect((await on.deliveries(id))[0]!.attempts[0]).toMatchObject({
      outcome: 'REDIRECTED',
      statusCode: 307,
    });
    await elsewhere.stop();
  });

  it('that does not answer is hung up on, and one that talks on as well', async () => {
    on.receiver.answers.push('silence', { status: 200, body: 'x'.repeat(5_000_000) });
    const { id } = await on.endpoint();
    const post = openPost({ allowed: LOOPBACK, deadlineMs: 300 });
    await on.test(id);
    await on.send(post);
    await on.test(id);
    await on.send(post);
    const outcomes = (await on.deliveries(id)).map((one) => one.attempts[0]!.outcome);
    expect(outcomes).toEqual(['DELIVERED', 'TIMED_OUT']);
  });
});

describe('a sending that is cut off', () => {
  it('is done again under the same id once nobody has it', async () => {
    const { id } = await on.endpoint();
    await on.trade();
    await on.world.market.webhookSendings.fanOut(SYSTEM);
    await on.world.work();
    const [deliveryId] = on.world.webhooks.splice(0);
    // Taken, sent, and the process gone before it could say so.
    const taken = await on.world.market.webhookSendings.take(SYSTEM, deliveryId!);
    expect(taken?.attempts).toBe(1);
    expect(await on.world.market.webhookSendings.take(SYSTEM, deliveryId!)).toBeUndefined();
    await on.tryAgain();
    expect(on.receiver.received.map((one) => one.headers['webhook-id'])).toEqual([`msg_${deliveryId}`]);
    // Comes to life again too late: the other's success stands.
    await on.world.market.webhookSendings.tried(SYSTEM, taken!, {
      outcome: 'REFUSED',
      statusCode: 500,
      at: new Date(),
      durationMs: 1,
      retryAfterSeconds: 0,
    });
    expect(await on.deliveries(id)).toMatchObject([{ state: 'DELIVERED' }]);
  });
});
