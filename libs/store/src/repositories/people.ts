import { hashPassword } from 'better-auth/crypto';
import type { EntityManager } from 'typeorm';

export interface NewPerson {
  readonly id: string;
  readonly name: string;
  readonly email: string;
  readonly password: string;
}

/** People in the sign-in library's own tables, made here only for the installation itself; sign-in reads them. */
export class People {
  constructor(private readonly manager: EntityManager) {}

  async insert({ id, name, email, password }: NewPerson): Promise<void> {
    await this.manager.query(
      `insert into auth."user" ("id", "name", "email", "emailVerified") values ($1, $2, $3, true) on conflict do nothing`,
      [id, name, email],
    );
    await this.setPassword(id, password);
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
