import type { KeyScope } from '#domain';
import type { EntityManager } from 'typeorm';

export interface ApiKeyRow {
  readonly id: string;
  readonly firmId: string;
  readonly name: string;
  readonly prefix: string;
  readonly scopes: readonly KeyScope[];
  readonly createdBy: string;
  /** Name of who made it, as long as there is such an account. */
  readonly creator: string | null;
  readonly createdAt: Date;
  readonly expiresAt: Date;
  /** To the hour. */
  readonly lastUsedAt: Date | null;
  readonly revokedAt: Date | null;
}

export interface NewApiKey {
  readonly id: string;
  readonly firmId: string;
  readonly name: string;
  readonly prefix: string;
  readonly secretHash: Buffer;
  readonly scopes: readonly KeyScope[];
  readonly createdBy: string;
  readonly createdAt: Date;
  readonly expiresAt: Date;
}

/** A key that is neither revoked nor expired, with what it is compared by. */
export interface LiveKey {
  readonly id: string;
  readonly firmId: string;
  readonly name: string;
  readonly scopes: readonly KeyScope[];
  readonly secretHash: Buffer;
  /** The hour of use stands in the row already. */
  readonly isNoted: boolean;
  readonly clusterIds: readonly string[];
}

const KEY = `select k.id, k.firm_id as "firmId", k.name, k.prefix, k.scopes, k.created_by as "createdBy", u.name as creator,
  k.created_at as "createdAt", k.expires_at as "expiresAt", k.last_used_at as "lastUsedAt", k.revoked_at as "revokedAt"
  from api_key k left join auth."user" u on u."id" = k.created_by`;

/** Keys that belong to firms. */
export class ApiKeys {
  constructor(private readonly manager: EntityManager) {}

  async insert(key: NewApiKey): Promise<void> {
    await this.manager.query(
      `insert into api_key (id, firm_id, name, prefix, secret_hash, scopes, created_by, created_at, expires_at)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
      [
        key.id,
        key.firmId,
        key.name,
        key.prefix,
        key.secretHash,
        key.scopes,
        key.createdBy,
        key.createdAt,
        key.expiresAt,
      ],
    );
  }

  async live(prefix: string): Promise<LiveKey | undefined> {
    const rows = await this.manager.query<LiveKey[]>(
      `select k.id, k.firm_id as "firmId", k.name, k.scopes, k.secret_hash as "secretHash",
              k.last_used_at is not distinct from date_trunc('hour', clock_timestamp()) as "isNoted",
              array(select fc.cluster_id::text from firm_cluster fc where fc.firm_id = k.firm_id) as "clusterIds"
         from api_key k where k.prefix = $1 and k.revoked_at is null and k.expires_at > clock_timestamp()`,
      [prefix],
    );
    return rows[0];
  }

  /** Notes the hour of use; writes at most once an hour. */
  async touch(id: string): Promise<void> {
    await this.manager.query(
      `update api_key set last_used_at = date_trunc('hour', clock_timestamp())
        where id = $1 and last_used_at is distinct from date_trunc('hour', clock_timestamp())`,
      [id],
    );
  }

  async lock(id: string): Promise<ApiKeyRow | undefined> {
    return (await this.manager.query<ApiKeyRow[]>(`${KEY} where k.id = $1 for update of k`, [id]))[0];
  }

  /** Newest first, those that ended too. */
  ofFirm(firmId: string): Promise<ApiKeyRow[]> {
    return this.manager.query(`${KEY} where k.firm_id = $1 order by k.created_at desc, k.id limit 200`, [
      firmId,
    ]);
  }

  async liveOf(firmId: string): Promise<number> {
    const rows = await this.manager.query<{ count: number }[]>(
      `select count(*)::int as count from api_key
        where firm_id = $1 and revoked_at is null and expires_at > clock_timestamp()`,
      [firmId],
    );
    return rows[0]?.count ?? 0;
  }

  async revoke(id: string, by: string, at: Date): Promise<void> {
    await this.manager.query('update api_key set revoked_at = $3, revoked_by = $2 where id = $1', [
      id,
      by,
      at,
    ]);
  }
}
