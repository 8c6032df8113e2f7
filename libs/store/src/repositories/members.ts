import type { ClusterRole, FirmRole } from '#domain';
import type { EntityManager } from 'typeorm';
import type { Place } from './invitations.js';

export interface MemberRow {
  readonly personId: string;
  readonly name: string;
  readonly email: string;
  readonly role: FirmRole | ClusterRole;
  /** When a sign-in of theirs was last used, as far as it is not over; to within the hour. */
  readonly lastSeenAt: Date | null;
}

/** People of firms and clusters, as those who manage them see them. */
export class Members {
  constructor(private readonly manager: EntityManager) {}

  ofPlace(place: Place): Promise<MemberRow[]> {
    const [table, column, id] = tableOf(place);
    return this.manager.query(
      `select m.person_id as "personId", u."name", u."email", m.role,
              (select max(s."updatedAt") from auth."session" s where s."userId" = m.person_id) as "lastSeenAt"
         from ${table} m join auth."user" u on u."id" = m.person_id
        where m.${column} = $1 order by u."name", m.person_id`,
      [id],
    );
  }

  /** Everybody's role, by person; until the end of the transaction nobody else changes who is in. */
  async lock(place: Place): Promise<ReadonlyMap<string, FirmRole | ClusterRole>> {
    const [table, column, id] = tableOf(place);
    const owner = 'firmId' in place ? 'firm' : 'cluster';
    await this.manager.query(`select 1 from ${owner} where id = $1 for no key update`, [id]);
    const rows = await this.manager.query<{ personId: string; role: FirmRole | ClusterRole }[]>(
      `select person_id as "personId", role from ${table} where ${column} = $1`,
      [id],
    );
    return new Map(rows.map((row) => [row.personId, row.role]));
  }
}

const tableOf = (place: Place) =>
  'firmId' in place
    ? (['person_firm', 'firm_id', place.firmId] as const)
    : (['person_cluster', 'cluster_id', place.clusterId] as const);
