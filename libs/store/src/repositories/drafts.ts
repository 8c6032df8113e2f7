import { Decimal, plain, type DraftTerms, type Period, type Side } from '#domain';
import type { EntityManager } from 'typeorm';

export interface StoredDraft {
  readonly id: string;
  readonly firmId: string;
  readonly terms: DraftTerms;
  /** Of one that others began. */
  readonly source: string | undefined;
  readonly writtenAt: Date;
  readonly changedAt: Date;
}

interface DraftRow {
  readonly id: string;
  readonly firmId: string;
  readonly side: Side;
  readonly title: string;
  readonly description: string | null;
  readonly siteId: string | null;
  readonly materialCode: string | null;
  readonly amount: string | null;
  readonly unit: string | null;
  readonly per: Period | null;
  readonly amountText: string | null;
  readonly source: string | null;
  readonly writtenAt: Date;
  readonly changedAt: Date;
}

type NewDraft = Pick<StoredDraft, 'id' | 'firmId' | 'terms'> & { readonly source?: string | undefined };

const COLUMNS = `id, firm_id as "firmId", side, title, description, site_id as "siteId", material_code as "materialCode",
  amount::text, unit, per, amount_text as "amountText", source, written_at as "writtenAt", changed_at as "changedAt"`;

/** Listings in the making: each its firm's alone. */
export class Drafts {
  constructor(private readonly manager: EntityManager) {}

  /** Without reading it back: who begins one for a firm never reads it. */
  async insert({ id, firmId, terms, source }: NewDraft, by: string): Promise<void> {
    await this.manager.query(
      `insert into listing_draft (id, firm_id, source, written_by, side, title, description, site_id, material_code,
         amount, unit, per, amount_text) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)`,
      [id, firmId, source ?? null, by, ...valuesOf(terms)],
    );
  }

  async change(id: string, terms: DraftTerms): Promise<void> {
    await this.manager.query(
      `update listing_draft set side = $2, title = $3, description = $4, site_id = $5, material_code = $6, amount = $7,
         unit = $8, per = $9, amount_text = $10, changed_at = clock_timestamp() where id = $1`,
      [id, ...valuesOf(terms)],
    );
  }

  async lock(id: string): Promise<StoredDraft | undefined> {
    const rows = await this.manager.query<DraftRow[]>(
      `select ${COLUMNS} from listing_draft where id = $1 for update`,
      [id],
    );
    return rows.map(draftOf)[0];
  }

  /** Changed last, first. */
  async ofFirm(firmId: string, most: number): Promise<readonly StoredDraft[]> {
    const rows = await this.manager.query<DraftRow[]>(
      `select ${COLUMNS} from listing_draft where firm_id = $1 order by changed_at desc, id limit $2`,
      [firmId, most],
    );
    return rows.map(draftOf);
  }

  async remove(id: string): Promise<void> {
    await this.manager.query('delete from listing_draft where id = $1', [id]);
  }

  /** Clusters whose staff may begin drafts for the firm. */
  async permitted(firmId: string): Promise<readonly string[]> {
    const rows = await this.manager.query<{ id: string }[]>(
      'select cluster_id as id from draft_permission where firm_id = $1 order by given_at, cluster_id',
      [firmId],
    );
    return rows.map((row) => row.id);
  }

  /** Of the firms those that let the staff of the cluster begin drafts. */
  async permitting(clusterId: string, firmIds: readonly string[]): Promise<ReadonlySet<string>> {
    const rows = await this.manager.query<{ id: string }[]>(
      'select firm_id as id from draft_permission where cluster_id = $1 and firm_id = any($2::uuid[])',
      [clusterId, firmIds],
    );
    return new Set(rows.map((row) => row.id));
  }

  async permit(firmId: string, clusterId: string, by: string): Promise<void> {
    await this.manager.query(
      'insert into draft_permission (firm_id, cluster_id, given_by) values ($1, $2, $3) on conflict do nothing',
      [firmId, clusterId, by],
    );
  }

  async forbid(firmId: string, clusterId: string): Promise<void> {
    await this.manager.query('delete from draft_permission where firm_id = $1 and cluster_id = $2', [
      firmId,
      clusterId,
    ]);
  }
}

const valuesOf = ({ quantity, ...terms }: DraftTerms): readonly unknown[] => [
  terms.side,
  terms.title,
  terms.description ?? null,
  terms.siteId ?? null,
  terms.materialCode ?? null,
  quantity === undefined ? null : plain(quantity.value),
  quantity?.unit ?? null,
  quantity?.per ?? null,
  terms.amountText ?? null,
];

const draftOf = (row: DraftRow): StoredDraft => ({
  id: row.id,
  firmId: row.firmId,
  source: row.source ?? undefined,
  writtenAt: row.writtenAt,
  changedAt: row.changedAt,
  terms: {
    side: row.side,
    title: row.title,
    description: row.description ?? undefined,
    siteId: row.siteId ?? undefined,
    materialCode: row.materialCode ?? undefined,
    quantity:
      row.amount === null || row.unit === null || row.per === null
        ? undefined
        : { value: new Decimal(row.amount), unit: row.unit, per: row.per },
    amountText: row.amountText ?? undefined,
  },
});
