import type { ClusterRole, Day, DisclosureRequestState, DisclosureGroup, MatchState } from '#domain';
import type { EntityManager } from 'typeorm';
import { Prepared } from '../prepared.js';
import { sql } from '../sql.js';
import type { PageRow } from '../stored.js';

const TRAIL = sql('disclosure-trail');
const HELD = new Prepared<HeldGrant>('grants-held');

export interface DisclosureRequestRow {
  readonly id: string;
  readonly matchId: string;
  /** The listing asked about. */
  readonly listingId: string;
  readonly fromFirmId: string;
  readonly toFirmId: string;
  readonly groups: readonly DisclosureGroup[];
  readonly note: string | null;
  readonly state: DisclosureRequestState;
  readonly askedBy: string;
  readonly askedAt: Date;
  readonly answeredAt: Date | null;
}
export type NewDisclosureRequest = Omit<DisclosureRequestRow, 'state' | 'askedAt' | 'answeredAt'>;

export interface DisclosureGrantRow {
  readonly id: string;
  readonly requestId: string;
  readonly matchId: string;
  readonly listingId: string;
  /** The owner of the listing. */
  readonly fromFirmId: string;
  readonly toFirmId: string;
  readonly groups: readonly DisclosureGroup[];
  readonly until: Day;
  readonly grantedBy: string;
  readonly grantedAt: Date;
  readonly withdrawnAt: Date | null;
}
export type NewDisclosureGrant = Omit<DisclosureGrantRow, 'grantedAt' | 'withdrawnAt'>;

/** A grant that was not withdrawn; whether it holds is for the clock and its match to say. */
export interface HeldGrant {
  readonly listingId: string;
  readonly toFirmId: string;
  readonly groups: readonly DisclosureGroup[];
  readonly until: Day;
  readonly matchState: MatchState;
}

export interface TrailRow extends PageRow {
  readonly kind: 'ASKED' | 'REFUSED' | 'GRANTED' | 'WITHDRAWN' | 'LOOKED' | 'LOOKED_AT_FIGURES';
  readonly at: Date;
  readonly matchId: string | null;
  /** Nothing's for looks at figures. */
  readonly listingId: string | null;
  /** Nobody's for looks. */
  readonly byFirmId: string | null;
  /** Of own firms only. */
  readonly person: string | null;
  readonly groups: readonly DisclosureGroup[] | null;
  readonly until: Day | null;
  readonly role: ClusterRole | null;
  readonly cluster: string | null;
  readonly times: number;
}

const REQUEST = `select id, match_id as "matchId", listing_id as "listingId", from_firm_id as "fromFirmId",
  to_firm_id as "toFirmId", groups, note, state, asked_by as "askedBy", asked_at as "askedAt",
  answered_at as "answeredAt" from disclosure_request`;
const GRANT = `select id, request_id as "requestId", match_id as "matchId", listing_id as "listingId",
  from_firm_id as "fromFirmId", to_firm_id as "toFirmId", groups, until, granted_by as "grantedBy",
  granted_at as "grantedAt", withdrawn_at as "withdrawnAt" from disclosure_grant`;

/** What parties of matches ask each other to disclose, and what they grant. */
export class Disclosures {
  constructor(private readonly manager: EntityManager) {}

  request(id: string): Promise<DisclosureRequestRow | undefined> {
    return this.first<DisclosureRequestRow>(`${REQUEST} where id = $1`, id);
  }

  lockRequest(id: string): Promise<DisclosureRequestRow | undefined> {
    return this.first<DisclosureRequestRow>(`${REQUEST} where id = $1 for update`, id);
  }

  grant(id: string): Promise<DisclosureGrantRow | undefined> {
    return this.first<DisclosureGrantRow>(`${GRANT} where id = $1`, id);
  }

  lockGrant(id: string): Promise<DisclosureGrantRow | undefined> {
    return this.first<DisclosureGrantRow>(`${GRANT} where id = $1 for update`, id);
  }

  /** Newest first. */
  requestsOf(matchId: string): Promise<DisclosureRequestRow[]> {
    return this.manager.query(`${REQUEST} where match_id = $1 order by asked_at desc, id desc`, [matchId]);
  }

  /** Newest first, those that no longer hold too. */
  grantsOf(matchId: string): Promise<DisclosureGrantRow[]> {
    return this.manager.query(`${GRANT} where match_id = $1 order by granted_at desc, id desc`, [matchId]);
  }

  /** The request of a firm on a match that nobody has answered yet. */
  waiting(matchId: string, fromFirmId: string): Promise<DisclosureRequestRow | undefined> {
    const where = `where match_id = $1 and state = 'ASKED' and from_firm_id = $2`;
    return this.first<DisclosureRequestRow>(`${REQUEST} ${where}`, matchId, fromFirmId);
  }

  /** Grants of listings to firms that were not withdrawn. */
  held(listingIds: readonly string[], toFirmIds: readonly string[]): Promise<HeldGrant[]> {
    return HELD.run(this.manager, [listingIds, toFirmIds]);
  }

  async ask(request: NewDisclosureRequest): Promise<void> {
    await this.manager.query(
      `insert into disclosure_request (id, match_id, listing_id, from_firm_id, to_firm_id, groups, note, state, asked_by)
       values ($1, $2, $3, $4, $5, $6, $7, 'ASKED', $8)`,
      [
        request.id,
        request.matchId,
        request.listingId,
        request.fromFirmId,
        request.toFirmId,
        request.groups,
        request.note,
        request.askedBy,
      ],
    );
  }

  async answer(id: string, state: Exclude<DisclosureRequestState, 'ASKED'>, by: string): Promise<void> {
    await this.manager.query(
      'update disclosure_request set state = $2, answered_by = $3, answered_at = clock_timestamp() where id = $1',
      [id, state, by],
    );
  }

  async insertGrant(grant: NewDisclosureGrant): Promise<void> {
    await this.manager.query(
      `insert into disclosure_grant (id, request_id, match_id, listing_id, from_firm_id, to_firm_id, groups, until, granted_by)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
      [
        grant.id,
        grant.requestId,
        grant.matchId,
        grant.listingId,
        grant.fromFirmId,
        grant.toFirmId,
        grant.groups,
        grant.until,
        grant.grantedBy,
      ],
    );
  }

  async withdraw(id: string, by: string): Promise<void> {
    await this.manager.query(
      'update disclosure_grant set withdrawn_by = $2, withdrawn_at = clock_timestamp() where id = $1',
      [id, by],
    );
  }

  /** What was asked, granted, refused and withdrawn by or of these firms, and who looked at them by a role. */
  trailOfFirms(firmIds: readonly string[], first: number, after?: PageRow): Promise<TrailRow[]> {
    return this.manager.query(TRAIL, [firmIds, after?.sortKey ?? null, after?.id ?? null, first]);
  }

  private async first<Row>(text: string, ...values: readonly string[]): Promise<Row | undefined> {
    return (await this.manager.query<Row[]>(text, [...values]))[0];
  }
}
