import type { ClusterRole, FirmRole } from '#domain';
import type { EntityManager } from 'typeorm';
import type { PageRow } from '../stored.js';
import type { Place } from './invitations.js';

export type AccessKind =
  | 'INVITED'
  | 'INVITATION_REVOKED'
  | 'JOINED'
  | 'LEFT'
  | 'REMOVED'
  | 'ROLE_CHANGED'
  | 'KEY_MADE'
  | 'KEY_REVOKED'
  | 'WEBHOOK_MADE'
  | 'WEBHOOK_CHANGED'
  | 'WEBHOOK_REMOVED'
  | 'WEBHOOK_SECRET_MADE'
  | 'WEBHOOK_ENABLED'
  | 'STAFF_EDITING_ALLOWED'
  | 'STAFF_EDITING_ENDED'
  | StandInKind;

/** What staff did on a listing of a firm that lets them. */
export type StandInKind =
  'LISTING_REVISED' | 'LISTING_PAUSED' | 'LISTING_RESUMED' | 'LISTING_CONFIRMED' | 'LISTING_WITHDRAWN';

export interface NewAccessEntry {
  readonly id: string;
  readonly place: Place;
  readonly kind: AccessKind;
  readonly by: string;
  readonly personId?: string | undefined;
  readonly subject?: string | undefined;
  readonly role?: FirmRole | ClusterRole | undefined;
}

export interface AccessEntryRow extends PageRow {
  readonly kind: AccessKind;
  readonly at: Date;
  /** Names, where the accounts still exist. */
  readonly by: string | null;
  readonly person: string | null;
  readonly subject: string | null;
  readonly role: FirmRole | ClusterRole | null;
}

/** Who let whom in, and who left: rows that stay. */
export class AccessLog {
  constructor(private readonly manager: EntityManager) {}

  async append({ id, place, kind, by, personId, subject, role }: NewAccessEntry): Promise<void> {
    const [firmId, clusterId] = 'firmId' in place ? [place.firmId, null] : [null, place.clusterId];
    await this.manager.query(
      `insert into access_log (id, firm_id, cluster_id, kind, by_person, person_id, subject, role)
       values ($1, $2, $3, $4, $5, $6, $7, $8)`,
      [id, firmId, clusterId, kind, by, personId ?? null, subject ?? null, role ?? null],
    );
  }

  /** Newest first. */
  page(place: Place, first: number, after?: PageRow): Promise<AccessEntryRow[]> {
    const [column, id] = 'firmId' in place ? ['firm_id', place.firmId] : ['cluster_id', place.clusterId];
    return this.manager.query(
      `select l.id, l.kind, l.at, b.name as by, p.name as person, l.subject, l.role,
              to_char(l.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as "sortKey"
         from access_log l
         left join auth."user" b on b."id" = l.by_person
         left join auth."user" p on p."id" = l.person_id
        where l.${column} = $1 and ($2::timestamptz is null or (l.at, l.id) < ($2::timestamptz, $3::uuid))
        order by l.at desc, l.id desc limit $4`,
      [id, after?.sortKey ?? null, after?.id ?? null, first],
    );
  }
}
