import type { HintState, HintStatement, Side } from '#domain';
import type { EntityManager } from 'typeorm';
import type { PageRow } from '../stored.js';

/** A hint as it is stated: its place by number, its material as suggested. */
export interface NewHint extends Omit<HintStatement, 'municipality'> {
  readonly id: string;
  readonly digest: string;
  readonly municipalityNumber?: string | undefined;
  readonly materialCode?: string | undefined;
  /** Where the firm is known; a firm of the cluster with the same number is found without. */
  readonly firmId?: string | undefined;
  readonly workshopId?: string | undefined;
  /** It was handed to the firm as a draft at once. */
  readonly claimed?: boolean | undefined;
}

/** What is left of a rejected one is its state; the texts are null then. */
export interface HintRow extends PageRow {
  readonly clusterId: string;
  readonly workshopId: string | null;
  readonly firmId: string | null;
  readonly state: HintState;
  readonly firmName: string | null;
  readonly orgNumber: string | null;
  readonly municipalityNumber: string | null;
  readonly siteName: string | null;
  readonly side: Side;
  readonly materialText: string | null;
  readonly materialCode: string | null;
  readonly amountText: string | null;
  readonly source: string | null;
  readonly contactEmail: string | null;
  readonly statedAt: Date;
  readonly settledAt: Date | null;
}

export type HintCounts = { readonly [S in HintState]: number };

export interface HintFilter {
  readonly state?: HintState | undefined;
  readonly workshopId?: string | undefined;
}

const COLUMNS = `h.id, h.cluster_id as "clusterId", h.workshop_id as "workshopId", h.firm_id as "firmId", h.state,
  h.firm_name as "firmName", h.org_number as "orgNumber", h.municipality_number as "municipalityNumber",
  h.site_name as "siteName", h.side, h.material_text as "materialText", h.material_code as "materialCode",
  h.amount_text as "amountText", h.source, h.contact_email as "contactEmail", h.stated_at as "statedAt",
  h.settled_at as "settledAt",
  to_char(h.stated_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as "sortKey"`;

/** What is said of firms, for the staff of a cluster and, once tied, for the firm itself. */
export class Hints {
  constructor(private readonly manager: EntityManager) {}

  /** @returns ids of those that were new */
  async insert(
    clusterId: string,
    hints: readonly NewHint[],
    stated: { readonly by: string; readonly at: Date },
  ): Promise<readonly string[]> {
    const rows = await this.manager.query<{ id: string }[]>(
      `insert into hint (id, cluster_id, digest, workshop_id, firm_id, state, firm_name, org_number, municipality_number,
         site_name, side, material_text, material_code, amount_text, source, contact_email, stated_by, stated_at, settled_at)
       select r.id, $1, r.digest, r."workshopId", f.id,
         case when r.claimed then 'CLAIMED' when f.id is not null then 'TIED' else 'UNCLAIMED' end,
         r."firmName", r."orgNumber", r."municipalityNumber", r."siteName", r.side, r."materialText", r."materialCode",
         r."amountText", r.source, case when not coalesce(r.claimed, false) then r."contactEmail" end, $3, $4,
         case when r.claimed then $4::timestamptz end
       from jsonb_to_recordset($2::jsonb) as r(id uuid, digest text, "workshopId" uuid, "firmId" uuid, claimed boolean,
         "firmName" text, "orgNumber" text, "municipalityNumber" text, "siteName" text, side text, "materialText" text,
         "materialCode" text, "amountText" text, source text, "contactEmail" text)
       left join lateral (select firm.id from firm join firm_cluster fc on fc.firm_id = firm.id
          where fc.cluster_id = $1 and (firm.id = r."firmId" or r."firmId" is null and firm.org_number = r."orgNumber"))
         f on true
       on conflict (cluster_id, digest) do nothing returning id`,
      [clusterId, JSON.stringify(hints), stated.by, stated.at],
    );
    return rows.map((row) => row.id);
  }

  /** Of the digests those that a hint of the cluster has, whatever became of it. */
  async known(clusterId: string, digests: readonly string[]): Promise<ReadonlySet<string>> {
    const rows = await this.manager.query<{ digest: string }[]>(
      'select digest from hint where cluster_id = $1 and digest = any($2)',
      [clusterId, digests],
    );
    return new Set(rows.map((row) => row.digest));
  }

  async lock(id: string): Promise<HintRow | undefined> {
    const rows = await this.manager.query<HintRow[]>(
      `select ${COLUMNS} from hint h where h.id = $1 for no key update`,
      [id],
    );
    return rows[0];
  }

  async byIds(ids: readonly string[]): Promise<readonly HintRow[]> {
    return this.manager.query(`select ${COLUMNS} from hint h where h.id = any($1::uuid[])`, [ids]);
  }

  /** Newest first. */
  async page(
    clusterId: string,
    { state, workshopId }: HintFilter,
    first: number,
    after?: PageRow,
  ): Promise<readonly HintRow[]> {
    return this.manager.query(
      `select ${COLUMNS} from hint h
        where h.cluster_id = $1 and ($2::text is null or h.state = $2) and ($3::uuid is null or h.workshop_id = $3)
          and ($4::timestamptz is null or (h.stated_at, h.id) < ($4::timestamptz, $5::uuid))
        order by h.stated_at desc, h.id desc limit $6`,
      [clusterId, state ?? null, workshopId ?? null, after?.sortKey ?? null, after?.id ?? null, first],
    );
  }

  async counts(clusterId: string, workshopId?: string): Promise<HintCounts> {
    const rows = await this.manager.query<{ state: HintState; count: number }[]>(
      `select state, count(*)::int as count from hint
        where cluster_id = $1 and ($2::uuid is null or workshop_id = $2) group by state`,
      [clusterId, workshopId ?? null],
    );
    const counts = { UNCLAIMED: 0, TIED: 0, CLAIMED: 0, REJECTED: 0 };
    for (const { state, count } of rows) counts[state] = count;
    return counts;
  }

  /** What a firm is to answer, and what it has claimed; oldest first. */
  async ofFirm(firmId: string, most: number): Promise<readonly HintRow[]> {
    return this.manager.query(
      `select ${COLUMNS} from hint h where h.firm_id = $1 and h.state in ('TIED', 'CLAIMED')
        order by h.state desc, h.stated_at, h.id limit $2`,
      [firmId, most],
    );
  }

  async tie(id: string, firmId: string): Promise<void> {
    await this.manager.query(`update hint set firm_id = $2, state = 'TIED' where id = $1`, [id, firmId]);
  }

  /** Of a firm that has just come into the cluster: hints with its number, and those that its invitation named. */
  async tieJoined(
    firm: { readonly id: string; readonly orgNumber: string },
    clusterId: string,
    named: readonly string[],
  ): Promise<void> {
    await this.manager.query(
      `update hint set firm_id = $1, state = 'TIED', contact_email = null
        where cluster_id = $3 and state = 'UNCLAIMED' and (org_number = $2 or id = any($4::uuid[]))`,
      [firm.id, firm.orgNumber, clusterId, named],
    );
  }

  async claim(id: string, at: Date): Promise<void> {
    await this.manager.query(
      `update hint set state = 'CLAIMED', settled_at = $2, contact_email = null where id = $1`,
      [id, at],
    );
  }

  /** Only that it was rejected is left, and the digest by which the same list does not bring it back. */
  async reject(id: string, at: Date): Promise<void> {
    await this.manager.query(
      `update hint set state = 'REJECTED', settled_at = $2, firm_name = null, org_number = null,
         municipality_number = null, site_name = null, material_text = null, material_code = null, amount_text = null,
         source = null, contact_email = null where id = $1`,
      [id, at],
    );
  }

  async remove(id: string): Promise<void> {
    await this.manager.query('delete from hint where id = $1', [id]);
  }

  async forgetContacts(ids: readonly string[]): Promise<void> {
    await this.manager.query('update hint set contact_email = null where id = any($1::uuid[])', [ids]);
  }

  async forgetContactsBefore(instant: Date): Promise<void> {
    await this.manager.query(
      'update hint set contact_email = null where contact_email is not null and stated_at < $1',
      [instant],
    );
  }
}
