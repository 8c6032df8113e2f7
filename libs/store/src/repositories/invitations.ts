import type { ClusterRole, FirmRole } from '#domain';
import type { EntityManager } from 'typeorm';

/** A firm that takes part only when its invitation is accepted. */
export interface FirmDraftRow {
  readonly name: string;
  readonly orgNumber: string;
  readonly naceCode: string;
  readonly siteName: string;
  readonly municipalityNumber: string;
  readonly latitude: number;
  readonly longitude: number;
  readonly radiusKm: number;
  /** What was said of it before it took part. */
  readonly hintIds?: readonly string[] | undefined;
}

/** What a first link was made for; all of it may be said when it is used. */
export interface FirstDraftRow {
  readonly email?: string | undefined;
  readonly personName?: string | undefined;
  readonly clusterName?: string | undefined;
  readonly slug?: string | undefined;
}

export type InvitationFor =
  | { readonly kind: 'firm'; readonly email: string; readonly firmId: string; readonly role: FirmRole }
  | {
      readonly kind: 'new firm';
      readonly email: string;
      readonly clusterId: string;
      readonly role: 'firm_admin';
      readonly draft: FirmDraftRow;
    }
  | {
      readonly kind: 'cluster';
      readonly email: string;
      readonly clusterId: string;
      readonly role: ClusterRole;
    }
  | { readonly kind: 'first'; readonly role: 'cluster_staff'; readonly draft: FirstDraftRow };

export type InvitationRow = InvitationFor & {
  readonly id: string;
  readonly invitedBy: string;
  /** Empty when who invited has no account any more, or never had one. */
  readonly inviter: string | null;
  readonly invitedAt: Date;
  readonly expiresAt: Date;
  readonly usedAt: Date | null;
  readonly revokedAt: Date | null;
};

export type NewInvitation = InvitationFor & {
  readonly id: string;
  readonly tokenHash: Buffer;
  readonly invitedBy: string;
  readonly invitedAt: Date;
  readonly expiresAt: Date;
};

/** Whose invitations are meant. */
export type Place = { readonly firmId: string } | { readonly clusterId: string };

const COLUMNS = `i.id, i.kind, i.email, i.firm_id as "firmId", i.cluster_id as "clusterId", i.role, i.draft,
  i.invited_by as "invitedBy", u.name as inviter, i.invited_at as "invitedAt", i.expires_at as "expiresAt",
  i.used_at as "usedAt", i.revoked_at as "revokedAt"`;
const FROM = 'from invitation i left join auth."user" u on u."id" = i.invited_by';
/** Links to a first account are made one at a time: any number, the same for every process. */
const FIRST_LOCK = 7_126_543_902;

export class Invitations {
  constructor(private readonly manager: EntityManager) {}

  async insert(one: NewInvitation): Promise<void> {
    const { email, firmId, clusterId, draft } = one as Partial<Record<string, unknown>>;
    await this.manager.query(
      `insert into invitation
         (id, token_hash, kind, email, firm_id, cluster_id, role, draft, invited_by, invited_at, expires_at)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)`,
      [
        one.id,
        one.tokenHash,
        one.kind,
        email ?? null,
        firmId ?? null,
        clusterId ?? null,
        one.role,
        draft === undefined ? null : JSON.stringify(draft),
        one.invitedBy,
        one.invitedAt,
        one.expiresAt,
      ],
    );
  }

  byToken(tokenHash: Buffer): Promise<InvitationRow | undefined> {
    return this.first(`select ${COLUMNS} ${FROM} where i.token_hash = $1`, [tokenHash]);
  }

  lockByToken(tokenHash: Buffer): Promise<InvitationRow | undefined> {
    return this.first(`select ${COLUMNS} ${FROM} where i.token_hash = $1 for update of i`, [tokenHash]);
  }

  lock(id: string): Promise<InvitationRow | undefined> {
    return this.first(`select ${COLUMNS} ${FROM} where i.id = $1 for update of i`, [id]);
  }

  /** Newest first. */
  ofPlace(place: Place, since: Date, first: number): Promise<InvitationRow[]> {
    const [column, id] = columnOf(place);
    return this.manager.query(
      `select ${COLUMNS} ${FROM} where i.${column} = $1 and i.invited_at > $2
        order by i.invited_at desc, i.id limit $3`,
      [id, since, first],
    );
  }

  /** How many can still be accepted. */
  async openOf(place: Place, now: Date): Promise<number> {
    const [column, id] = columnOf(place);
    const rows = await this.manager.query<{ count: number }[]>(
      `select count(*)::int as count from invitation
        where ${column} = $1 and used_at is null and revoked_at is null and expires_at > $2`,
      [id, now],
    );
    return rows[0]?.count ?? 0;
  }

  async use(id: string, personId: string, at: Date): Promise<void> {
    await this.manager.query('update invitation set used_at = $3, used_by = $2 where id = $1', [
      id,
      personId,
      at,
    ]);
  }

  async revoke(id: string, at: Date): Promise<void> {
    await this.manager.query('update invitation set revoked_at = $2 where id = $1', [id, at]);
  }

  /** Ends what is open to an address in a place: a newer invitation takes its place. */
  async replace(place: Place, email: string, at: Date): Promise<void> {
    const [column, id] = columnOf(place);
    await this.manager.query(
      `update invitation set revoked_at = $3
        where ${column} = $1 and email = $2 and used_at is null and revoked_at is null`,
      [id, email, at],
    );
  }

  /** Ends every open link to a first account. Until the end of the transaction nobody else makes or ends one. */
  async replaceFirst(at: Date): Promise<void> {
    await this.lockFirst();
    await this.manager.query(
      `update invitation set revoked_at = $1 where kind = 'first' and used_at is null and revoked_at is null`,
      [at],
    );
  }

  async lockFirst(): Promise<void> {
    await this.manager.query('select pg_advisory_xact_lock($1)', [FIRST_LOCK]);
  }

  async hasOpenFirst(now: Date): Promise<boolean> {
    const rows = await this.manager.query<unknown[]>(
      `select 1 from invitation where kind = 'first' and used_at is null and revoked_at is null and expires_at > $1`,
      [now],
    );
    return rows.length > 0;
  }

  private async first(text: string, values: unknown[]): Promise<InvitationRow | undefined> {
    return (await this.manager.query<InvitationRow[]>(text, values))[0];
  }
}

const columnOf = (place: Place): readonly ['firm_id' | 'cluster_id', string] =>
  'firmId' in place ? ['firm_id', place.firmId] : ['cluster_id', place.clusterId];
