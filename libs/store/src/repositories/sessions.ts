import type { EntityManager } from 'typeorm';
import { Prepared } from '../prepared.js';

const STANDINGS = new Prepared<Standing>('standings-of-sessions');
/** Channel on which a commit says whose sessions or memberships it changed; carries the person's id only. */
export const ACCESS_CHANNEL = 'bistrom_access';

/** What an open session, or a key in use, stands on at the moment of asking. */
export interface Standing {
  /** Of a session or of a key. */
  readonly sessionId: string;
  readonly expiresAt: Date;
  readonly expired: boolean;
  /** Everything the person may act for; another text means that something of it has changed. */
  readonly rights: string;
}

export interface StoredSession {
  readonly id: string;
  readonly createdAt: Date;
  readonly updatedAt: Date;
  readonly userAgent: string | null;
}

/** The sign-in library's sessions: it makes and extends them, here they are looked at and ended. */
export class Sessions {
  constructor(private readonly manager: EntityManager) {}

  /** One for each session that has not ended, in no order. */
  standings(sessionIds: readonly string[], keyIds: readonly string[]): Promise<Standing[]> {
    return STANDINGS.run(this.manager, [sessionIds, keyIds]);
  }

  /** The firm that a session was told to act for. */
  async actingFor(sessionId: string): Promise<string | undefined> {
    const rows = await this.manager.query<{ firmId: string }[]>(
      'select firm_id as "firmId" from acting_for where session_id = $1',
      [sessionId],
    );
    return rows[0]?.firmId;
  }

  /** @returns false when the session has ended meanwhile */
  async actFor(sessionId: string, firmId: string): Promise<boolean> {
    const rows = await this.manager.query<unknown[]>(
      `insert into acting_for (session_id, firm_id) select "id", $2 from auth."session" where "id" = $1
       on conflict (session_id) do update set firm_id = excluded.firm_id returning session_id`,
      [sessionId, firmId],
    );
    return rows.length > 0;
  }

  /** Those of a person that are not over, the latest used first. */
  ofPerson(personId: string): Promise<StoredSession[]> {
    return this.manager.query<StoredSession[]>(
      `select "id", "createdAt", "updatedAt", "userAgent" from auth."session"
        where "userId" = $1 and "expiresAt" > now() order by "updatedAt" desc, "id"`,
      [personId],
    );
  }

  /** @returns whether the person had such a session */
  async end(personId: string, sessionId: string): Promise<boolean> {
    const [, ended] = await this.manager.query<[unknown, number]>(
      `delete from auth."session" where "userId" = $1 and "id" = $2`,
      [personId, sessionId],
    );
    return ended > 0;
  }

  async endAll(personId: string): Promise<void> {
    await this.manager.query(`delete from auth."session" where "userId" = $1`, [personId]);
  }
}
