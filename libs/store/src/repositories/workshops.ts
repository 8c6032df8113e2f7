import type { Day } from '#domain';
import type { EntityManager } from 'typeorm';

export interface StoredWorkshop {
  readonly id: string;
  readonly clusterId: string;
  readonly name: string;
  readonly heldOn: Day;
}

const COLUMNS = `id, cluster_id as "clusterId", name, held_on::text as "heldOn"`;

/** Meetings at which firms say what they have and want. */
export class Workshops {
  constructor(private readonly manager: EntityManager) {}

  async insert({ id, clusterId, name, heldOn }: StoredWorkshop, by: string): Promise<void> {
    await this.manager.query(
      'insert into workshop (id, cluster_id, name, held_on, made_by) values ($1, $2, $3, $4, $5)',
      [id, clusterId, name, heldOn, by],
    );
  }

  async byIds(ids: readonly string[]): Promise<readonly StoredWorkshop[]> {
    return this.manager.query(`select ${COLUMNS} from workshop where id = any($1::uuid[])`, [ids]);
  }

  /** Latest day first. */
  async ofCluster(clusterId: string, most: number): Promise<readonly StoredWorkshop[]> {
    return this.manager.query(
      `select ${COLUMNS} from workshop where cluster_id = $1 order by held_on desc, made_at desc, id limit $2`,
      [clusterId, most],
    );
  }
}
