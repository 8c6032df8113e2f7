import type { NotificationRhythm, NotificationTopic, SendingRhythm } from '#domain';
import type { EntityManager } from 'typeorm';
import { sql } from '../sql.js';

const WITH_NEWS = sql('people-with-news');

/** A person as one of the people of a firm, to be written to. */
export interface Recipient {
  readonly personId: string;
  readonly firmId: string;
  readonly email: string;
  /** Told up to then, and not to be told more yet; null where nothing is in the way. */
  readonly heldSince: Date | null;
}

export interface SettingRow {
  readonly topic: NotificationTopic;
  readonly rhythm: NotificationRhythm;
  /** Null where it was never off. */
  readonly since: Date | null;
}

export interface Mark {
  readonly personId: string;
  readonly firmId: string;
  readonly rhythm: SendingRhythm;
  readonly mailId: string;
  readonly at: Date;
}

export interface Unsubscription {
  readonly personId: string;
  readonly topics: readonly NotificationTopic[];
}

/** What people chose to be told by mail, and what they have been told. */
export class Notifications {
  constructor(private readonly manager: EntityManager) {}

  /** What was chosen; topics of which nothing was said are left out. */
  settings(personId: string): Promise<SettingRow[]> {
    return this.manager.query(
      `select topic, rhythm, since from notification_setting where person_id = $1 and channel = 'MAIL' order by topic`,
      [personId],
    );
  }

  /** @param now what happened before is not told to who had it off */
  async choose(
    personId: string,
    chosen: readonly { readonly topic: NotificationTopic; readonly rhythm: NotificationRhythm }[],
    now: Date,
  ): Promise<void> {
    await this.manager.query(
      `insert into notification_setting as kept (person_id, channel, topic, rhythm)
       select $1, 'MAIL', topic, rhythm from unnest($2::text[], $3::text[]) chosen (topic, rhythm) order by topic
       on conflict (person_id, channel, topic) do update set rhythm = excluded.rhythm,
         since = case when kept.rhythm = 'OFF' and excluded.rhythm <> 'OFF' then $4 else kept.since end`,
      [personId, chosen.map((one) => one.topic), chosen.map((one) => one.rhythm), now],
    );
  }

  /** @param lately whoever was told after it waits */
  withNews(rhythm: SendingRhythm, after: Date, lately: Date): Promise<Recipient[]> {
    return this.manager.query(WITH_NEWS, [rhythm, after, lately]);
  }

  /**
   * Has one of the people of a firm alone until the transaction ends, as somebody to be told something.
   *
   * @returns how far he or she was told in the rhythm; 'gone' where the person has left the firm
   */
  async lock(personId: string, firmId: string, rhythm: SendingRhythm): Promise<Date | undefined | 'gone'> {
    const members = await this.manager.query<unknown[]>(
      'select from person_firm where person_id = $1 and firm_id = $2 for no key update',
      [personId, firmId],
    );
    if (members.length === 0) return 'gone';
    const rows = await this.manager.query<{ at: Date }[]>(
      `select told_at as at from notification_mark
        where person_id = $1 and firm_id = $2 and channel = 'MAIL' and rhythm = $3`,
      [personId, firmId, rhythm],
    );
    return rows[0]?.at;
  }

  /** The rhythms of the watches that found these, where a watch has one of its own. */
  async ofHits(hitIds: readonly string[]): Promise<ReadonlyMap<string, NotificationRhythm>> {
    const rows = await this.manager.query<{ id: string; rhythm: NotificationRhythm }[]>(
      `select h.id, w.rhythm from watch_hit h join watch w on w.id = h.watch_id
        where h.id = any($1::uuid[]) and w.rhythm is not null`,
      [hitIds],
    );
    return new Map(rows.map((row) => [row.id, row.rhythm]));
  }

  /** @returns those of the entries that the person has not been told of before */
  async note(
    { personId, firmId }: { readonly personId: string; readonly firmId: string },
    entryIds: readonly string[],
    at: Date,
  ): Promise<readonly string[]> {
    const rows = await this.manager.query<{ id: string }[]>(
      `insert into notification (person_id, channel, entry_id, firm_id, told_at)
       select $1, 'MAIL', id, $2, $4 from unnest($3::uuid[]) id order by id
       on conflict do nothing returning entry_id as id`,
      [personId, firmId, entryIds, at],
    );
    return rows.map((row) => row.id);
  }

  async mark({ personId, firmId, rhythm, mailId, at }: Mark): Promise<void> {
    await this.manager.query(
      `insert into notification_mark (person_id, firm_id, channel, rhythm, mail_id, told_at)
       values ($1, $2, 'MAIL', $3, $4, $5)
       on conflict (person_id, firm_id, channel, rhythm) do update set mail_id = excluded.mail_id, told_at = excluded.told_at`,
      [personId, firmId, rhythm, mailId, at],
    );
  }

  /** Whether a mail is the last that told somebody who is still with the firm. */
  async isMarkedBy(mailId: string): Promise<boolean> {
    const rows = await this.manager.query<unknown[]>('select from notification_mark where mail_id = $1', [
      mailId,
    ]);
    return rows.length > 0;
  }

  async allowUnsubscription(
    tokenHash: Buffer,
    { personId, topics }: Unsubscription,
    at: Date,
  ): Promise<void> {
    await this.manager.query(
      `insert into unsubscription (token_hash, person_id, channel, topics, made_at) values ($1, $2, 'MAIL', $3, $4)`,
      [tokenHash, personId, topics, at],
    );
  }

  async unsubscription(tokenHash: Buffer): Promise<Unsubscription | undefined> {
    const rows = await this.manager.query<Unsubscription[]>(
      `select person_id as "personId", topics from unsubscription where token_hash = $1`,
      [tokenHash],
    );
    return rows[0];
  }

  /** What is older than anybody would be told of, and links in mails that nobody opens any more. */
  async forget(toldBefore: Date, linksBefore: Date): Promise<void> {
    await this.manager.query('delete from notification where told_at < $1', [toldBefore]);
    await this.manager.query('delete from unsubscription where made_at < $1', [linksBefore]);
  }
}
