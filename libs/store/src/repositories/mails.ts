import type { Language, Mail } from '#domain';
import type { EntityManager } from 'typeorm';

export interface NewMail {
  readonly id: string;
  readonly personId: string | undefined;
  readonly recipient: string;
  readonly language: Language;
  readonly mail: Mail;
}

/** A mail that its taker alone may send until the lease is over. */
export interface TakenMail extends NewMail {
  readonly askedAt: Date;
  /** This one counted. */
  readonly tries: number;
}

export interface KeptMail extends NewMail {
  readonly askedAt: Date;
}

interface MailRow {
  readonly id: string;
  readonly personId: string | null;
  readonly recipient: string;
  readonly language: Language;
  readonly facts: Mail;
  readonly askedAt: Date;
  readonly tries: number;
}

const COLUMNS = 'id, person_id as "personId", recipient, language, facts, asked_at as "askedAt", tries';

/** Mails on their way, waiting, kept in the local mailbox, sent or given up. */
export class Mails {
  constructor(private readonly manager: EntityManager) {}

  /** @throws Error without a word of the mail: a link in it is a credential, and errors are logged */
  async insert({ id, personId, recipient, language, mail }: NewMail): Promise<void> {
    try {
      await this.manager.query(
        'insert into mail (id, person_id, recipient, language, kind, facts) values ($1, $2, $3, $4, $5, $6)',
        [id, personId ?? null, recipient, language, mail.kind, JSON.stringify(mail)],
      );
    } catch (error) {
      const { code } = (error as { driverError?: { code?: string } }).driverError ?? {};
      throw Object.assign(new Error(`The database did not take a mail (${code ?? 'no code'}).`), { code });
    }
  }

  /** Takes a waiting mail that is due, for so many seconds. */
  async take(id: string, leaseSeconds: number): Promise<TakenMail | undefined> {
    const [rows] = await this.manager.query<[MailRow[], number]>(
      `update mail set tries = tries + 1, due_at = clock_timestamp() + make_interval(secs => $2)
        where id = $1 and state = 'WAITING' and due_at <= clock_timestamp()
        returning ${COLUMNS}`,
      [id, leaseSeconds],
    );
    return rows[0] === undefined ? undefined : mailOf(rows[0]);
  }

  async isWaiting(id: string): Promise<boolean> {
    const rows = await this.manager.query<unknown[]>(
      `select 1 from mail where id = $1 and state = 'WAITING'`,
      [id],
    );
    return rows.length > 0;
  }

  async sent(id: string): Promise<void> {
    await this.manager.query(
      `update mail set state = 'SENT', sent_at = clock_timestamp(), facts = null, reason = null
        where id = $1 and state = 'WAITING'`,
      [id],
    );
  }

  async keep(id: string): Promise<void> {
    await this.manager.query(`update mail set state = 'KEPT' where id = $1 and state = 'WAITING'`, [id]);
  }

  /** @param tries of whoever gives up: nothing is done once another has taken the mail after it */
  async giveUp(id: string, tries: number, reason: string): Promise<void> {
    await this.manager.query(
      `update mail set state = 'FAILED', facts = null, reason = $3
        where id = $1 and tries = $2 and state = 'WAITING'`,
      [id, tries, reason],
    );
  }

  /** @param tries as with {@link giveUp} */
  async postpone(id: string, tries: number, reason: string, seconds: number): Promise<void> {
    await this.manager.query(
      `update mail set reason = $3, due_at = clock_timestamp() + make_interval(secs => $4)
        where id = $1 and tries = $2 and state = 'WAITING'`,
      [id, tries, reason, seconds],
    );
  }

  async counts(): Promise<{ waiting: number; failed: number }> {
    const [row] = await this.manager.query<[{ waiting: number; failed: number }]>(
      `select count(*) filter (where state = 'WAITING')::int as waiting,
              count(*) filter (where state = 'FAILED')::int as failed from mail`,
    );
    return row;
  }

  /** Waiting mails that are due while no request for them is on its way: whoever tried them last has let go. */
  async dueWithoutJob(): Promise<string[]> {
    const rows = await this.manager.query<{ id: string }[]>(
      `select id from mail
        where state = 'WAITING' and due_at <= clock_timestamp()
          and not exists (select 1 from job_request where key = 'mail-' || mail.id and done_at is null and failed_at is null)
        order by asked_at, id`,
    );
    return rows.map((one) => one.id);
  }

  async giveUpOlderThan(days: number): Promise<void> {
    await this.manager.query(
      `update mail set state = 'FAILED', facts = null, reason = coalesce(reason, 'never tried')
        where state = 'WAITING' and asked_at < clock_timestamp() - make_interval(days => $1)`,
      [days],
    );
  }

  async forgetOlderThan(days: number): Promise<void> {
    await this.manager.query(
      `delete from mail where state <> 'WAITING' and asked_at < clock_timestamp() - make_interval(days => $1)`,
      [days],
    );
  }

  async kept(most: number): Promise<KeptMail[]> {
    const rows = await this.manager.query<MailRow[]>(
      `select ${COLUMNS} from mail where state = 'KEPT' order by asked_at desc, id limit $1`,
      [most],
    );
    return rows.map(mailOf);
  }
}

const mailOf = ({ facts, personId, ...row }: MailRow): TakenMail => ({
  ...row,
  personId: personId ?? undefined,
  mail: facts,
});
