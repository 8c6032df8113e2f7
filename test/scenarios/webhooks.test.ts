import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { FlowClient } from '../../apps/local/src/flow/client.js';
import { SYSTEM } from '#market';
import { publish } from '../support/flow.js';
import { Running, wait, type Member } from '../support/running.js';
import { verified, WebhookReceiver } from '../support/webhook-receiver.js';

const PASSWORD = 'a password for these tests';
const SAVE = `mutation($input: SaveWebhookInput!) { saveWebhook(input: $input) { __typename
  ... on WebhookSaved { secret webhook { id state events } } ... on UserError { code message path } } }`;
const LOOK = `query($id: ID!) { webhook(id: $id) { disabledFor deliveries(first: 10) { edges { node {
  id eventType state tries nextTryAt attempts { at outcome statusCode durationMs } } } } } }`;
const TEST = `mutation($id: ID!) { sendTestWebhook(id: $id) { __typename
  ... on WebhookQueued { delivery { id eventType state } } ... on UserError { code message path } } }`;

let running: Running;
let receiver: WebhookReceiver;
let [giver, taker]: Member[] = [];
beforeAll(async () => {
  running = await Running.start({ WEBHOOK_ALLOWED_ADDRESSES: '127.0.0.1' });
  receiver = await WebhookReceiver.start();
  const at = { latitude: 60.19, longitude: 12.0 };
  [giver, taker] = [await running.member('16.10', at), await running.member('35.30', at)];
}, 60_000);
afterAll(async () => {
  await receiver.stop();
  await running.stop();
});

async function administrator(firmId: string): Promise<FlowClient> {
  const [id, email] = [randomUUID(), `${randomUUID()}@test.example`];
  const firms = [{ firmId, role: 'firm_admin' as const }];
  await running.market.registry.addPerson(SYSTEM, {
    ...{ id, email, firms },
    name: 'Kåre',
    password: PASSWORD,
    clusters: [],
  });
  return FlowClient.signIn(running.url, email, PASSWORD);
}

async function until(isSo: () => boolean): Promise<void> {
  while (!isSo()) await wait(20);
}

describe('a webhook, from the form to the receiver', () => {
  it('survives a worker that is killed while it sends: the same message, under the same id', async () => {
    const admin = await administrator(giver!.firmId);
    const input = { url: receiver.url, description: 'Vekt på Ås', events: ['MATCH_FOUND'] };
    const refusal = { input: { ...input, url: 'https://user@a.example/' } };
    await expect(admin.change('WebhookSaved', SAVE, refusal)).rejects.toThrow('ValidationError');
    await expect(giver!.client.change('WebhookSaved', SAVE, { input })).rejects.toThrow('ForbiddenError');
    const made = await admin.change<{ secret: string; webhook: { id: string } }>('WebhookSaved', SAVE, {
      input,
    });
    receiver.answers.push('silence');
    await publish(taker!, 'NEED');
    const { listing } = await publish(giver!, 'OFFER');
    await until(() => receiver.received.length === 1);
    await running.kill('worker');
    await running.run('worker');
    await until(() => receiver.received.length === 2);
    const [first, again] = receiver.received;
    expect(again!.headers['webhook-id']).toBe(first!.headers['webhook-id']);
    expect(again!.body).toBe(first!.body);
    const told = verified(again!, made.secret) as { type: string; data: { listingId: string } };
    expect([told.type, told.data.listingId]).toEqual(['match.found', listing.id]);

    await admin.change('WebhookQueued', TEST, { id: made.webhook.id });
    await until(() => receiver.received.length === 3);
    expect(verified(receiver.received[2]!, made.secret)).toMatchObject({ type: 'webhook.test' });
    const stranger = await administrator(taker!.firmId);
    expect(await stranger.ask(LOOK, { id: made.webhook.id })).toEqual({ webhook: null });
    await expect(stranger.change('WebhookQueued', TEST, { id: made.webhook.id })).rejects.toThrow(
      'NotFoundError',
    );
    const { webhook } = await admin.ask<{ webhook: { deliveries: { edges: { node: object }[] } } }>(LOOK, {
      id: made.webhook.id,
    });
    const delivered = webhook.deliveries.edges.map((edge) => edge.node);
    expect(delivered).toHaveLength(2);
    expect(delivered[1]).toMatchObject({ eventType: 'match.found', state: 'DELIVERED', tries: 2 });
  }, 90_000);
});
