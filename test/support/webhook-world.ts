import { randomUUID } from 'node:crypto';
import { pino } from 'pino';
import type { Actor, WebhookEvent } from '#domain';
import { SYSTEM, type WebhookDeliveryView, type WebhookResult, type WebhookView } from '#market';
import { openPost, type Post } from '../../apps/worker/src/webhooks/post.js';
import { WebhookSender } from '../../apps/worker/src/webhooks/send.js';
import { WebhookReceiver } from './webhook-receiver.js';
import { ok, World, type WorldFirm } from './world.js';

export const LOOPBACK = ['127.0.0.0/8', '::1'];
export const ALL_EVENTS: readonly WebhookEvent[] = [
  'match.found',
  'proposal.changed',
  'agreement.changed',
  'delivery.recorded',
];
export const PROVED = { steppedUp: true };

/** A world with two firms that trade, an administrator of each, and a receiver of the one's webhooks. */
export class WebhookWorld {
  readonly logged: string[] = [];
  readonly tried: WebhookResult[] = [];
  private readonly log = pino({ level: 'trace' }, { write: (line) => void this.logged.push(line) });
  private readonly direct = openPost({ allowed: LOOPBACK });

  private constructor(
    readonly world: World,
    readonly giver: WorldFirm,
    readonly taker: WorldFirm,
    readonly admin: Actor,
    readonly otherAdmin: Actor,
    public receiver: WebhookReceiver,
  ) {}

  static async open(): Promise<WebhookWorld> {
    const world = await World.open({ allowsHttpWebhooks: true });
    const [giver, taker] = [await world.firm(), await world.firm({ naceCode: '35.30' })];
    const admins = [await administratorOf(world, giver), await administratorOf(world, taker)] as const;
    return new WebhookWorld(world, giver, taker, ...admins, await WebhookReceiver.start());
  }

  /** As after opening, for the next test: what one lists is not matched in another. */
  async begin(): Promise<void> {
    await this.receiver.stop();
    this.receiver = await WebhookReceiver.start();
    for (const list of [this.logged, this.tried, this.world.webhooks]) list.length = 0;
    for (const table of ['webhook', 'mail', 'job_request', 'listing_search'])
      await this.world.database.query(`delete from ${table}`);
  }

  async close(): Promise<void> {
    await this.receiver.stop();
    await this.world.close();
  }

  /** An endpoint at the receiver. */
  async endpoint(
    over: { url?: string; events?: readonly WebhookEvent[]; by?: Actor } = {},
  ): Promise<{ id: string; secret: string }> {
    const { url = this.receiver.url, events = ALL_EVENTS, by = this.admin } = over;
    const terms = { url, description: 'Ærlig ERP', events };
    const { webhook, secret } = ok(await this.world.market.webhooks.save(by, terms, PROVED));
    if (secret === undefined) throw new Error('A new endpoint has a secret.');
    return { id: webhook.id, secret };
  }

  /** Sends what the outbox asks for, as the worker does. */
  async send(post: Post = this.direct): Promise<void> {
    await this.world.work();
    const { market } = this.world;
    const onTried = (one: WebhookResult): void => void this.tried.push(one);
    const sender = new WebhookSender({ market, post, log: this.log, onTried });
    for (const deliveryId of this.world.webhooks.splice(0)) {
      sender.begin({ deliveryId, firmId: deliveryId });
      await sender.settled(20_000);
    }
  }

  async tell(): Promise<void> {
    while (await this.world.market.webhookSendings.fanOut(SYSTEM));
    await this.send();
  }

  /** As if the time of its next try had come. */
  async tryAgain(): Promise<void> {
    await this.world.database.query('update webhook_delivery set due_at = clock_timestamp()');
    await this.world.market.webhookSendings.tend(SYSTEM);
    await this.send();
  }

  /** Offer and need published and matched. */
  trade(): ReturnType<World['matched']> {
    return this.world.matched(this.giver, this.taker);
  }

  async test(id: string): Promise<WebhookDeliveryView> {
    return ok(await this.world.market.webhooks.test(this.admin, id));
  }

  async webhook(id: string): Promise<WebhookView> {
    return ok(await this.world.market.webhooks.webhook(this.admin, id));
  }

  async deliveries(id: string): Promise<readonly WebhookDeliveryView[]> {
    return ok(await this.world.market.webhooks.deliveries(this.admin, id, 50)).rows.map((row) => row.node);
  }
}

async function administratorOf(world: World, { id: firmId }: WorldFirm): Promise<Actor> {
  const id = randomUUID();
  await world.market.registry.addPerson(SYSTEM, {
    id,
    name: 'Kåre',
    email: `${id}@test.example`,
    password: 'a password for tests',
    firms: [{ firmId, role: 'firm_admin' }],
    clusters: [],
  });
  return world.market.registry.actor(id, 'Kåre');
}
