import type { Day } from '#domain';
import type { EntityManager } from 'typeorm';

export interface NewReminder {
  readonly id: string;
  readonly firmId: string;
  readonly subject: { readonly listingId: string } | { readonly agreementId: string };
  /** The last day of what it reminds of. */
  readonly dueOn: Day;
}

/** What a reminder's link confirms. */
export interface ConfirmationLink {
  readonly listingId: string;
  readonly dueOn: Day;
  readonly expiresAt: Date;
}

/** What firms are reminded of before something of theirs ends, and the links that keep a listing. */
export class Reminders {
  constructor(private readonly manager: EntityManager) {}

  /** Active listings to be confirmed by this day at the latest, of whose end nobody has been told. */
  async fadingBy(day: Day): Promise<string[]> {
    const rows = await this.manager.query<{ id: string }[]>(
      `select l.id from listing l
        where l.state = 'ACTIVE' and l.confirm_by <= $1::date
          and not exists (select from reminder r where r.listing_id = l.id and r.due_on = l.confirm_by)
        order by l.id`,
      [day],
    );
    return rows.map((row) => row.id);
  }

  /** Active listings that were to be confirmed before this day, and whose firm has been told so. */
  async fadedBefore(day: Day): Promise<string[]> {
    const rows = await this.manager.query<{ id: string }[]>(
      `select l.id from listing l join reminder r on r.listing_id = l.id and r.due_on = l.confirm_by
        where l.state = 'ACTIVE' and l.confirm_by < $1::date order by l.id`,
      [day],
    );
    return rows.map((row) => row.id);
  }

  /** Agreements whose last day lies within these two, and of whose end nobody has been told. */
  async endingWithin(from: Day, to: Day): Promise<string[]> {
    const rows = await this.manager.query<{ id: string }[]>(
      `select a.id from agreement a
        where a.ends_on between $1::date and $2::date
          and not exists (select from reminder r where r.agreement_id = a.id)
        order by a.id`,
      [from, to],
    );
    return rows.map((row) => row.id);
  }

  /** @returns whether it is the first of its kind: only then is anybody told */
  async insert({ id, firmId, subject, dueOn }: NewReminder): Promise<boolean> {
    const { listingId, agreementId } = subject as Partial<Record<string, string>>;
    const rows = await this.manager.query<unknown[]>(
      `insert into reminder (id, firm_id, listing_id, agreement_id, due_on) values ($1, $2, $3, $4, $5::date)
       on conflict do nothing returning id`,
      [id, firmId, listingId ?? null, agreementId ?? null, dueOn],
    );
    return rows.length > 0;
  }

  /** Keeps a link, and forgets those that are over. */
  async insertLink(
    tokenHash: Buffer,
    { listingId, dueOn, expiresAt }: ConfirmationLink,
    now: Date,
  ): Promise<void> {
    await this.manager.query('delete from confirmation_link where expires_at <= $1', [now]);
    await this.manager.query(
      'insert into confirmation_link (token_hash, listing_id, due_on, expires_at) values ($1, $2, $3::date, $4)',
      [tokenHash, listingId, dueOn, expiresAt],
    );
  }

  async link(tokenHash: Buffer): Promise<ConfirmationLink | undefined> {
    const rows = await this.manager.query<ConfirmationLink[]>(
      `select listing_id as "listingId", due_on as "dueOn", expires_at as "expiresAt"
         from confirmation_link where token_hash = $1`,
      [tokenHash],
    );
    return rows[0];
  }
}
