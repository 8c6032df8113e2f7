import { hashPassword } from 'better-auth/crypto';
import type { Language } from '#domain';
import type { EntityManager } from 'typeorm';

export interface NewPerson {
  readonly id: string;
  readonly name: string;
  readonly email: string;
  readonly password: string;
  /** What mails to the person are written in; bokmål when nothing is said. */
  readonly language?: Language | undefined;
}

/** People in the sign-in library's own tables: made here, by the installation or by who accepts an invitation; sign-in reads them. */
export class People {
  constructor(private readonly manager: EntityManager) {}

  async insert({ id, name, email, password, language }: NewPerson): Promise<void> {
    await this.manager.query(
      `insert into auth."user" ("id", "name", "email", "emailVerified", "language")
       values ($1, $2, $3, true, $4) on conflict do nothing`,
      [id, name, email, language ?? 'nb'],
    );
    await this.setPassword(id, password);
  }

  async languageOf(personId: string): Promise<Language | undefined> {
    const rows = await this.manager.query<{ language: Language }[]>(
      `select "language" from auth."user" where "id" = $1`,
      [personId],
    );
    return rows[0]?.language;
  }

  async byEmail(email: string): Promise<{ readonly id: string } | undefined> {
    const rows = await this.manager.query<{ id: string }[]>(
      `select "id" from auth."user" where "email" = $1`,
      [email],
    );
    return rows[0];
  }

  async emailOf(personId: string): Promise<string | undefined> {
    const rows = await this.manager.query<{ email: string }[]>(
      `select "email" from auth."user" where "id" = $1`,
      [personId],
    );
    return rows[0]?.email;
  }

  async isAnybody(): Promise<boolean> {
    return (await this.manager.query<unknown[]>(`select 1 from auth."user" limit 1`)).length > 0;
  }

  /** Sets the password of a person; every session of his or hers ends when it changes. */
  async setPassword(personId: string, password: string): Promise<void> {
    await this.manager.query(
      `insert into auth."account" ("id", "accountId", "providerId", "userId", "password", "updatedAt")
       values ($1, $1, 'credential', $1, $2, now())
       on conflict ("id") do update set "password" = excluded."password", "updatedAt" = now()`,
      [personId, await hashPassword(password)],
    );
    await this.manager.query(`delete from auth."session" where "userId" = $1`, [personId]);
  }
}
