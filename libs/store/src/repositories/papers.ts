import type { PaperKind, PaperType } from '#domain';
import type { EntityManager } from 'typeorm';

/** A paper without what stands in it. */
export interface PaperRow {
  readonly id: string;
  readonly deliveryId: string;
  /** The side that attached it. */
  readonly firmId: string;
  readonly kind: PaperKind;
  readonly fileName: string;
  readonly mediaType: PaperType;
  readonly byteLength: number;
  /** Hexadecimal. */
  readonly sha256: string;
  readonly attachedAt: Date;
  readonly removedAt: Date | null;
}

export type NewPaper = Omit<PaperRow, 'removedAt'> & {
  readonly content: Buffer;
  readonly attachedBy: string;
};

const COLUMNS = `id, delivery_id as "deliveryId", firm_id as "firmId", kind, file_name as "fileName",
  media_type as "mediaType", byte_length as "byteLength", encode(sha256, 'hex') as sha256,
  attached_at as "attachedAt", removed_at as "removedAt"`;

/** What proves deliveries; removed ones are kept without their content. */
export class Papers {
  constructor(private readonly manager: EntityManager) {}

  async insert(paper: NewPaper): Promise<void> {
    await this.manager.query(
      `insert into delivery_paper (id, delivery_id, firm_id, kind, file_name, media_type, byte_length, sha256, content,
         attached_by, attached_at) values ($1, $2, $3, $4, $5, $6, $7, decode($8, 'hex'), $9, $10, $11)`,
      [
        paper.id,
        paper.deliveryId,
        paper.firmId,
        paper.kind,
        paper.fileName,
        paper.mediaType,
        paper.byteLength,
        paper.sha256,
        paper.content,
        paper.attachedBy,
        paper.attachedAt,
      ],
    );
  }

  async byId(id: string): Promise<PaperRow | undefined> {
    return (
      await this.manager.query<PaperRow[]>(`select ${COLUMNS} from delivery_paper where id = $1`, [id])
    )[0];
  }

  /** In the order in which they came, removed ones with them. */
  ofDeliveries(ids: readonly string[]): Promise<PaperRow[]> {
    return this.manager.query<PaperRow[]>(
      `select ${COLUMNS} from delivery_paper where delivery_id = any($1::uuid[]) order by attached_at, id`,
      [ids],
    );
  }

  /** Undefined once it is removed. */
  async content(id: string): Promise<Buffer | undefined> {
    const rows = await this.manager.query<{ content: Buffer | null }[]>(
      'select content from delivery_paper where id = $1',
      [id],
    );
    return rows[0]?.content ?? undefined;
  }

  async remove(id: string, by: string, at: Date): Promise<void> {
    await this.manager.query(
      'update delivery_paper set content = null, removed_by = $2, removed_at = $3 where id = $1',
      [id, by, at],
    );
  }
}
