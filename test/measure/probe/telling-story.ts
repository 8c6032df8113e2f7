import { Market, SYSTEM } from '#market';
import { Store } from '#store';
import type { ReceivedWebhook } from '../../support/webhook-receiver.js';
import { Acting, type Variables } from './acting.js';
import type { FirmName, IdentityName } from './cast.js';
import { rootPage } from './operations.js';
import type { Visitor } from './visitor.js';

const EVENTS = ['MATCH_FOUND', 'PROPOSAL_CHANGED', 'AGREEMENT_CHANGED', 'DELIVERY_RECORDED'];
const TOPICS = ['MATCHES', 'WATCHES', 'NEGOTIATION', 'REMINDERS'];
const INBOX_KINDS = [
  'MATCH_FOUND',
  'WATCH_FOUND',
  'PROPOSAL_CHANGED',
  'AGREEMENT_CHANGED',
  'LISTING_FADING',
  'AGREEMENT_ENDING',
];
/** Reminded of today: the last day of its term is no farther away (decision 0031). */
const FADING_DAYS = 14;
const GONE = 410;
/** Who has an inbox of a trade with the victims. */
const READERS: readonly IdentityName[] = ['owner', 'partner', 'suitor', 'suitorElsewhere'];
const MOST_ENTRIES = 100;
/** Of the messages that a firm is sent: one of each type, and the one that tries the endpoint out. */
const TYPES = EVENTS.length + 1;

/** What leaves the installation by itself: messages to firms' endpoints, reminders, digests by mail. */
export class TellingStory extends Acting {
  private readonly endpoints = new Map<FirmName, string>();

  private get managers(): Readonly<Partial<Record<FirmName, Visitor>>> {
    const { administrator: hidden, partnerAdministrator: partner } = this.stage.cast;
    return { hidden, partner };
  }

  /** From the beginning, so that nothing of the trade is missed. */
  async listen(): Promise<void> {
    for (const [firm, manager] of Object.entries(this.managers) as [FirmName, Visitor][])
      this.endpoints.set(firm, await this.endpoint(firm, manager));
    const settings = TOPICS.map((topic) => ({ channel: 'MAIL', topic, rhythm: 'INSTANT' }));
    for (const person of [this.as('owner'), this.as('partner'), ...Object.values(this.managers)])
      await this.must(person, 'setNotifications', { input: { settings } });
  }

  async play(): Promise<void> {
    await this.tryEndpoints();
    await this.loseEndpoint();
    const store = await Store.open(this.stage.databaseUrl, 2);
    try {
      const market = await Market.open(store);
      await this.fade(market);
      // The worker makes none where no mail can go; these wait in the database, with all that they say.
      await market.notifications.sendDue(SYSTEM, this.stage.url);
    } finally {
      await store.close();
    }
    await this.followLinks();
    await this.bringForward();
  }

  /** The path says whose it is; the word in it is nobody's but its managers'. */
  private async endpoint(firm: FirmName, by: Visitor): Promise<string> {
    const { mint, receiver } = this.stage;
    const input = {
      url: `http://127.0.0.1:${receiver.port}/${firm}/${mint.word('webhook')}`,
      description: mint.word('webhook'),
      events: EVENTS,
    };
    const { webhook } = await this.must(by, 'saveWebhook.webhook', { input });
    return webhook?.id ?? '';
  }

  /** Tried out, a message sent again, another secret; one removed before it was used. */
  private async tryEndpoints(): Promise<void> {
    for (const [firm, by] of Object.entries(this.managers) as [FirmName, Visitor][]) {
      const id = this.endpoints.get(firm);
      await this.must(by, 'rotateWebhookSecret.webhook', { id });
      await this.must(by, 'sendTestWebhook.delivery', { id });
      await this.arrived();
      const again = await this.one(
        `select d.id as found from webhook_delivery d join webhook w on w.id = d.webhook_id and w.firm_id = d.firm_id
          where w.id = $1 and d.event_xid is not null limit 1`,
        id,
      );
      await this.must(by, 'resendWebhookDelivery.delivery', { id: again });
      await this.arrived();
      await this.call(by, 'webhook', { id });
      const types = new Set(this.sentTo(firm).map(({ body }) => (JSON.parse(body) as Variables)['type']));
      if (types.size !== TYPES) throw new Error(`${firm} was sent only ${[...types].join(', ')}.`);
    }
    const { administrator } = this.stage.cast;
    await this.must(administrator, 'removeWebhook', { id: await this.endpoint('hidden', administrator) });
  }

  private arrived(): Promise<void> {
    return this.none(
      `select 1 from webhook_delivery where state = 'WAITING' limit 1`,
      'Messages to firms do not arrive.',
    );
  }

  private sentTo(firm: FirmName): readonly ReceivedWebhook[] {
    return this.stage.receiver.received.filter(({ path }) => path?.startsWith(`/${firm}/`));
  }

  /** One that wants no more is disabled, which its managers are told by mail; another is enabled again. */
  private async loseEndpoint(): Promise<void> {
    const { receiver, cast } = this.stage;
    for (const isEnabled of [false, true]) {
      const id = await this.endpoint('hidden', cast.administrator);
      receiver.answers.push({ status: GONE });
      await this.must(cast.administrator, 'sendTestWebhook.delivery', { id });
      await this.arrived();
      if (isEnabled) await this.must(cast.administrator, 'enableWebhook.webhook', { id });
    }
    await this.call(cast.administrator, 'webhooks', {});
  }

  /** Two listings that nobody has confirmed for long, and an agreement that ends soon: their days are minted. */
  private async fade(market: Market): Promise<void> {
    const { client, cast, mint } = this.stage;
    const { rows } = await client.query<{ id: string }>(
      `update listing set confirm_by = (clock_timestamp() at time zone 'Europe/Oslo')::date + $2::int
        where id in (select distinct on (side) id from listing where firm_id = $1 and state = 'ACTIVE' order by side, id)
        returning id`,
      [cast.firms.hidden.id, FADING_DAYS],
    );
    await client.query('update agreement set ends_on = $1', [mint.day(20)]);
    await market.reminders.remindDue();
    for (const { id } of rows) {
      // Far from every day that the market reckons by itself, such as the end of a proposal.
      const day = [id, mint.day(75)];
      await client.query('update reminder set due_on = $2 where listing_id = $1', day);
      await client.query('update listing set confirm_by = $2 where id = $1', day);
    }
  }

  /** One of the two is kept by the link of its mail; one person turns off what a mail told of. */
  private async followLinks(): Promise<void> {
    const { nobody } = this.stage.cast;
    const kept = await this.linkOf('plant_manager', '{confirmations,0,link}');
    const token = { token: kept.hash.slice(1) };
    await this.call(nobody, 'listingToConfirm', token);
    await this.must(nobody, 'confirmListingByLink', token);
    const off = await this.linkOf('firm_admin', '{unsubscribeLink}');
    await nobody.get(off.pathname);
    await nobody.post(off.pathname);
    await this.none(
      `select 1 where not exists (select from notification_setting where rhythm = 'OFF')`,
      'The link turned nothing off.',
    );
  }

  /** Out of a mail to one of the hidden firm's people in that role. */
  private async linkOf(role: string, path: string): Promise<URL> {
    const sql = `
      select facts #>> '${path}' as found from mail join person_firm using (person_id)
       where kind = 'digest' and firm_id = $1 and role = '${role}' and facts #>> '${path}' is not null`;
    return new URL(await this.one(sql, this.stage.cast.firms.hidden.id));
  }

  /** One entry of each kind comes to the first page of an inbox: the probe reads no farther. */
  private async bringForward(): Promise<void> {
    for (const { name, firmId, visitor } of this.stage.cast.identities) {
      if (firmId === undefined || !READERS.includes(name)) continue;
      const oneOfEach = new Map((await this.inbox(visitor, MOST_ENTRIES)).map(({ kind, id }) => [kind, id]));
      await this.stage.client.query(
        `update event set happened_at = clock_timestamp() where firm_id = $1 and $2::uuid[] && array[
           watch_hit_id, reminder_id, case when type = 'matchFound' then match_id end, md5('event ' || seq)::uuid]`,
        [firmId, [...oneOfEach.values()]],
      );
    }
    const kinds = (await this.inbox(this.as('owner'), rootPage)).map(({ kind }) => kind);
    const missing = INBOX_KINDS.filter((kind) => !kinds.includes(kind));
    if (missing.length > 0) throw new Error(`The inbox has no ${missing.join(', ')}.`);
  }

  private async inbox(person: Visitor, first: number): Promise<readonly Entry[]> {
    const asked = await person.ask(
      'query($first: Int!) { inbox(first: $first) { edges { node { id kind } } } }',
      {
        first,
      },
    );
    const [{ inbox }] = asked.data as [Inbox];
    return inbox.edges.map(({ node }) => node);
  }
}

interface Entry {
  readonly id: string;
  readonly kind: string;
}

interface Inbox {
  readonly inbox: { readonly edges: readonly { readonly node: Entry }[] };
}
