import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { keyActor } from '#domain';
import { SYSTEM, type Outcome } from '#market';
import { managerOf } from '../support/walled.js';
import { verified } from '../support/webhook-receiver.js';
import { ALL_EVENTS, PROVED, WebhookWorld } from '../support/webhook-world.js';
import { ok, refused } from '../support/world.js';

let on: WebhookWorld;
beforeAll(async () => {
  on = await WebhookWorld.open();
});
afterAll(() => on.close());
beforeEach(() => on.begin());

describe('what its administrators do', () => {
  it('rotating: both secrets sign, for a day', async () => {
    const { id, secret } = await on.endpoint();
    const rotated = ok(await on.world.market.webhooks.rotate(on.admin, id, PROVED));
    await on.test(id);
    await on.send();
    const [message] = on.receiver.received;
    expect(String(message!.headers['webhook-signature']).split(' ')).toHaveLength(2);
    expect(verified(message!, secret)).toEqual(verified(message!, rotated.secret!));
    expect(rotated.webhook.oldSecretUntil).toBeInstanceOf(Date);
    await on.world.database.query(
      'update webhook_secret set ends_at = clock_timestamp() where ends_at is not null',
    );
    await on.test(id);
    await on.send();
    expect(() => verified(on.receiver.received[1]!, secret)).toThrow('No matching signature');
    expect(verified(on.receiver.received[1]!, rotated.secret!)).toMatchObject({ type: 'webhook.test' });
  });

  it('re-sending: the same message under the same id', async () => {
    const { id } = await on.endpoint();
    await on.trade();
    await on.tell();
    const [delivery] = await on.deliveries(id);
    ok(await on.world.market.webhooks.resend(on.admin, delivery!.id));
    expect(refused(await on.world.market.webhooks.resend(on.admin, delivery!.id)).kind).toBe('conflict');
    await on.send();
    expect(on.receiver.received[1]!.headers['webhook-id']).toBe(
      on.receiver.received[0]!.headers['webhook-id'],
    );
    expect(on.receiver.received[1]!.body).toBe(on.receiver.received[0]!.body);
    expect(await on.deliveries(id)).toMatchObject([{ state: 'DELIVERED', tries: 2 }]);
  });

  it('testing: once, without retries, five times a minute', async () => {
    on.receiver.answers.push({ status: 500 });
    const { id } = await on.endpoint();
    for (let times = 0; times < 5; times += 1) await on.test(id);
    expect(refused(await on.world.market.webhooks.test(on.admin, id)).text).toContain('5 tests a minute');
    await on.send();
    const states = (await on.deliveries(id)).map((one) => one.state);
    expect(states.filter((state) => state === 'FAILED')).toHaveLength(1);
    expect(await on.webhook(id)).toMatchObject({ state: 'ENABLED' });
  });

  it('retrying a call with a key: one endpoint, its secret told once', async () => {
    const terms = { url: on.receiver.url, description: 'ERP', events: ALL_EVENTS };
    const call = { ...PROVED, key: 'once' };
    const first = ok(await on.world.market.webhooks.save(on.admin, terms, call));
    const second = ok(await on.world.market.webhooks.save(on.admin, terms, call));
    expect(second.webhook.id).toBe(first.webhook.id);
    expect([first.secret?.startsWith('whsec_'), second.secret]).toEqual([true, undefined]);
    expect(ok(await on.world.market.webhooks.list(on.admin))).toHaveLength(1);
  });

  it('making: ten a firm, with a fresh proof, and an address that can be sent to', async () => {
    const terms = { url: on.receiver.url, description: 'ERP', events: ALL_EVENTS };
    const { webhooks } = on.world.market;
    expect(refused(await webhooks.save(on.admin, terms, { steppedUp: false })).text).toContain('Prove anew');
    const wrong = { ...terms, url: 'https://kari:s@a.example/' };
    expect(refused(await webhooks.save(on.admin, wrong, PROVED)).path).toBe('input.url');
    for (let count = 0; count < 10; count += 1) await on.endpoint();
    expect(refused(await webhooks.save(on.admin, terms, PROVED)).text).toContain('at most 10');
  });

  it('stands in the log of who was let in, and never the address or a secret', async () => {
    const { id, secret } = await on.endpoint();
    ok(await on.world.market.webhooks.rotate(on.admin, id, PROVED));
    ok(await on.world.market.webhooks.remove(on.admin, id));
    const rows = await on.world.database.query<{ kind: string; subject: string }>(
      'select kind, subject from access_log where firm_id = $1 order by at desc limit 3',
      [on.giver.id],
    );
    expect(rows.map((one) => one.kind)).toEqual(['WEBHOOK_REMOVED', 'WEBHOOK_SECRET_MADE', 'WEBHOOK_MADE']);
    expect(JSON.stringify(rows)).not.toContain(secret);
    expect(JSON.stringify(rows)).not.toContain('127.0.0.1');
  });

  it('removing ends what waits', async () => {
    const { id } = await on.endpoint();
    await on.trade();
    await on.world.market.webhookSendings.fanOut(SYSTEM);
    ok(await on.world.market.webhooks.remove(on.admin, id));
    await on.send();
    expect(on.receiver.received).toEqual([]);
  });
});

describe('who sees it', () => {
  it('another firm sees nothing of it, and can do nothing to it', async () => {
    const { id } = await on.endpoint();
    await on.trade();
    await on.tell();
    const [delivery] = await on.deliveries(id);
    const { webhooks } = on.world.market;
    expect(ok(await webhooks.list(on.otherAdmin))).toEqual([]);
    const refusals: Outcome<unknown>[] = [
      await webhooks.webhook(on.otherAdmin, id),
      await webhooks.remove(on.otherAdmin, id),
      await webhooks.rotate(on.otherAdmin, id, PROVED),
      await webhooks.enable(on.otherAdmin, id),
      await webhooks.test(on.otherAdmin, id),
      await webhooks.save(
        on.otherAdmin,
        { url: on.receiver.url, description: 'x', events: ALL_EVENTS },
        { id, ...PROVED },
      ),
    ];
    expect(refusals.map((one) => refused(one).kind)).toEqual(refusals.map(() => 'not_found'));
    expect(refused(await webhooks.resend(on.otherAdmin, delivery!.id)).kind).toBe('not_found');
    expect(ok(await webhooks.deliveries(on.otherAdmin, id, 50)).rows).toEqual([]);
  });

  it('a plant manager and a key manage none', async () => {
    const { id } = await on.endpoint();
    const { webhooks } = on.world.market;
    const key = { id: 'k', name: 'ERP', firmId: on.giver.id, scopes: ['read', 'list', 'trade'] as const };
    for (const actor of [on.giver.actor, keyActor(key, [])]) {
      expect(refused(await webhooks.list(actor)).kind).toBe('forbidden');
      expect(refused(await webhooks.rotate(actor, id, PROVED)).kind).toBe('forbidden');
    }
  });

  it('each firm is told of its own side', async () => {
    await on.endpoint();
    await on.endpoint({ by: on.otherAdmin });
    const { offerId, needId } = await on.trade();
    await on.tell();
    const told = on.receiver.received.map(
      (one) => (JSON.parse(one.body) as { data: { listingId: string } }).data,
    );
    expect(told.map((one) => one.listingId).sort()).toEqual([offerId, needId].sort());
  });

  it('the database tells secrets to nobody who manages endpoints', async () => {
    const { secret } = await on.endpoint();
    const reading = on.world.store.read(
      on.admin,
      (tx) => managerOf(tx).query('select secret from webhook_secret'),
      'bistrom_members',
    );
    await expect(reading).rejects.toThrow('permission denied');
    const asPeople = on.world.store.read(on.admin, (tx) => managerOf(tx).query('select url from webhook'));
    await expect(asPeople).rejects.toThrow('permission denied');
    const rows = await on.world.database.query<{ secret: string }>('select secret from webhook_secret');
    expect(rows).toEqual([{ secret }]);
  });
});
