import {
  DEFAULT_RHYTHMS,
  isMailAddress,
  nextDigest,
  NOTICES,
  noticeCounts,
  NOTIFICATION_TOPICS,
  problem,
  rhythmOf,
  SYSTEM,
  topicsOf,
  type Actor,
  type Digest,
  type NotificationSetting,
  type NotificationTopic,
  type Problem,
  type SendingRhythm,
} from '#domain';
import type { Recipient, SettingRow, Tx } from '#store';
import { confirmationLink } from './confirmations.js';
import { entryView, MOST_COUNTED, type InboxEntryView } from './inbox.js';
import { hashOf, isLinkToken, newLinkToken, pageLink } from './link-token.js';
import { queueMail } from './mails.js';
import { once } from './once.js';
import { done, forbidden, invalid, type Outcome } from './outcome.js';
import { mustRun } from './permit.js';
import type { Setting } from './setting.js';

const SECOND_MS = 1000;
const DAY_MS = 86_400_000;
/** What comes within it goes out in one mail; with the schedule's own pace it is less than a minute. */
const APART_MS = 40 * SECOND_MS;
/** An event is dated when it is written and seen when it is committed: as far back is looked again. */
const OVERLAP_MS = 300 * SECOND_MS;
/** What is older is in the inbox and told by no mail any more; a worker that was away makes up for so much. */
const OLDEST_MS: Readonly<Record<SendingRhythm, number>> = Object.freeze({
  INSTANT: 3 * DAY_MS,
  DAILY: 3 * DAY_MS,
  WEEKLY: 10 * DAY_MS,
});
/** Longer than anything is told of. */
const KEPT_MS = 30 * DAY_MS;
/** RFC 8058 names no time; mails are looked at again after months. */
const LINK_KEPT_MS = 400 * DAY_MS;

/** As many listings as anybody confirms out of one mail. */
const MOST_LINKS = 10;

interface Pass {
  readonly rhythm: SendingRhythm;
  readonly now: Date;
  /** Where the page of the installation is: the links lead there. */
  readonly webUrl: string;
}

/** What people are told by mail of what is in their inbox, how often, and how they turn it off; see docs/decisions/0030. */
export class NotificationsService {
  constructor(private readonly setting: Setting) {}

  /** The person's choices, one for each topic; none of a program, which has no inbox. */
  async settings(actor: Actor): Promise<readonly NotificationSetting[]> {
    if (actor.scopes !== undefined) return [];
    const rows = await this.setting.store.read(actor, (tx) => tx.notifications.settings(actor.personId));
    return NOTIFICATION_TOPICS.map((topic) => ({
      channel: 'MAIL',
      topic,
      rhythm: chosenIn(rows, topic).rhythm,
    }));
  }

  /** Topics that are not named stay as they are. */
  choose(
    actor: Actor,
    chosen: readonly NotificationSetting[],
    idempotencyKey?: string,
  ): Promise<Outcome<readonly NotificationTopic[]>> {
    const topics = chosen.map((one) => one.topic);
    const call = { operation: 'setNotifications', key: idempotencyKey, input: chosen };
    return this.setting.store.transaction(actor, (tx) =>
      once(tx, actor, call, async () => {
        if (actor.scopes !== undefined) return forbidden('This takes a person, no key.');
        const problems = repeated(topics);
        if (problems.length > 0) return invalid(problems);
        await tx.notifications.choose(actor.personId, chosen, this.setting.clock());
        return done(topics);
      }),
    );
  }

  /**
   * Turns off what a mail told of, for whoever holds its link: nobody is signed in, and nothing says whether there is
   * such a link. Safe to repeat.
   */
  async unsubscribe(token: string): Promise<void> {
    if (!isLinkToken(token)) return;
    await this.setting.store.transaction(SYSTEM, async (tx) => {
      const found = await tx.notifications.unsubscription(hashOf(token));
      if (found === undefined) return;
      const off = found.topics.map((topic) => ({ topic, rhythm: 'OFF' as const }));
      await tx.notifications.choose(found.personId, off, this.setting.clock());
    });
  }

  /**
   * Queues what is due: at most one mail for each person, firm and rhythm. Safe to run twice and from two workers: what
   * is told, and the mail that tells it, are written together or not at all.
   *
   * @param webUrl where the page of the installation is
   */
  async sendDue(actor: Actor, webUrl: string): Promise<void> {
    mustRun(actor);
    const now = this.setting.clock();
    for (const rhythm of ['INSTANT', 'DAILY', 'WEEKLY'] as const) await this.send({ rhythm, now, webUrl });
    const [toldBefore, linksBefore] = [KEPT_MS, LINK_KEPT_MS].map((ms) => before(now, ms));
    await this.setting.store.transaction(SYSTEM, (tx) =>
      tx.notifications.forget(toldBefore as Date, linksBefore as Date),
    );
  }

  private async send(pass: Pass): Promise<void> {
    const { rhythm, now } = pass;
    const { store } = this.setting;
    const name = `notified-${rhythm.toLowerCase()}`;
    const kept = await store.transaction(SYSTEM, (tx) => tx.marks.first(name, now.toISOString()));
    const last = new Date(kept);
    if (rhythm !== 'INSTANT' && nextDigest(rhythm, last) > now) return;
    const oldest = before(now, OLDEST_MS[rhythm]);
    const since = rhythm === 'INSTANT' ? latest([oldest, before(last, OVERLAP_MS)]) : oldest;
    const people = await store.read(SYSTEM, (tx) =>
      tx.notifications.withNews(rhythm, since, before(now, APART_MS)),
    );
    for (const one of people.filter(({ heldSince }) => heldSince === null))
      await store.transaction(SYSTEM, (tx) => this.tell(tx, one, pass));
    // Who waits for a mail of before has been told up to that one: there the next look begins.
    const held = people.flatMap(({ heldSince }) => heldSince ?? []);
    const reached = rhythm === 'INSTANT' ? earliest([now, ...held]) : now;
    await store.transaction(SYSTEM, (tx) => tx.marks.set(name, reached.toISOString()));
  }

  private async tell(tx: Tx, { personId, firmId, email }: Recipient, pass: Pass): Promise<void> {
    const { rhythm, now, webUrl } = pass;
    const told = await tx.notifications.lock(personId, firmId, rhythm);
    const isOther = told === 'gone' || (told !== undefined && told > before(now, APART_MS));
    if (isOther || !isMailAddress(email)) return;
    const fresh = await this.fresh(tx, { personId, firmId }, pass);
    const counts = noticeCounts(fresh.map(({ kind }) => kind));
    if (counts.length === 0) return;
    const { token, tokenHash } = newLinkToken();
    await tx.notifications.allowUnsubscription(tokenHash, { personId, topics: topicsOf(counts) }, now);
    const links = {
      confirmations: await this.confirmations(tx, fresh, webUrl),
      link: pageLink(webUrl, ''),
      settingsLink: pageLink(webUrl, 'notifications'),
      unsubscribeLink: pageLink(webUrl, `unsubscribe/${token}`),
    };
    const mailId = await queueMail(tx, {
      to: email,
      personId,
      mail: { kind: 'digest', rhythm, counts, ...links },
    });
    await tx.notifications.mark({ personId, firmId, rhythm, mailId, at: now });
  }

  /** What is unread, comes in this rhythm, and has not been told by mail; noted as told. */
  private async fresh(
    tx: Tx,
    of: { readonly personId: string; readonly firmId: string },
    { rhythm, now }: Pass,
  ): Promise<readonly InboxEntryView[]> {
    const rows = await tx.notifications.settings(of.personId);
    const inbox = { personId: of.personId, firmIds: [of.firmId] };
    const unread = (await tx.inbox.page(inbox, true, MOST_COUNTED)).map(entryView);
    const own = await tx.notifications.ofHits(unread.flatMap(({ watchHitId }) => watchHitId ?? []));
    const oldest = before(now, OLDEST_MS[rhythm]);
    const isDue = ({ kind, at, watchHitId }: InboxEntryView): boolean => {
      const { rhythm: chosen, since } = chosenIn(rows, NOTICES[kind].topic);
      const ownRhythm = watchHitId === undefined ? undefined : own.get(watchHitId);
      return rhythmOf(chosen, ownRhythm) === rhythm && at > latest([oldest, since ?? oldest]);
    };
    const due = unread.filter(isDue);
    const noted = new Set(
      await tx.notifications.note(
        of,
        due.map(({ id }) => id),
        now,
      ),
    );
    return due.filter(({ id }) => noted.has(id));
  }

  /** One click keeps a listing on the market; which listing it is, the page of the link says. */
  private async confirmations(
    tx: Tx,
    entries: readonly InboxEntryView[],
    webUrl: string,
  ): Promise<Digest['confirmations']> {
    const links: Digest['confirmations'][number][] = [];
    for (const { kind, listingId } of entries) {
      if (kind !== 'LISTING_FADING' || listingId === undefined || links.length === MOST_LINKS) continue;
      const made = await confirmationLink(tx, this.setting, listingId, webUrl);
      if (made !== undefined) links.push(made);
    }
    return links;
  }
}

const chosenIn = (rows: readonly SettingRow[], topic: NotificationTopic): SettingRow =>
  rows.find((one) => one.topic === topic) ?? { topic, rhythm: DEFAULT_RHYTHMS[topic], since: null };

const repeated = (topics: readonly NotificationTopic[]): readonly Problem[] =>
  topics.flatMap((topic, at) =>
    topics.indexOf(topic) === at ? [] : problem(`input.settings.${at}.topic`, 'Name each topic once.'),
  );

const before = (now: Date, ms: number): Date => new Date(now.getTime() - ms);
const earliest = (dates: readonly Date[]): Date => new Date(Math.min(...dates.map(Number)));
const latest = (dates: readonly Date[]): Date => new Date(Math.max(...dates.map(Number)));
