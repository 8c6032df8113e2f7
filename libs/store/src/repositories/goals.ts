import type { EntityManager } from 'typeorm';
import { GoalRow } from '../entities/firm.entity.js';

/** Goals of clusters and firms, none of which is ever changed: a new one stands in the place of an old one. */
export class Goals {
  constructor(private readonly manager: EntityManager) {}

  /** Those that stand. */
  ofCluster(clusterId: string): Promise<GoalRow[]> {
    return this.standing('cluster_id', clusterId);
  }

  ofFirm(firmId: string): Promise<GoalRow[]> {
    return this.standing('firm_id', firmId);
  }

  byId(id: string): Promise<GoalRow | null> {
    return this.manager.findOneBy(GoalRow, { id });
  }

  insert(goal: GoalRow): Promise<unknown> {
    return this.manager
      .createQueryBuilder()
      .insert()
      .into(GoalRow)
      .values(goal)
      .updateEntity(false)
      .execute();
  }

  /** One goal at a time is set for a place, so that none is replaced twice. */
  async lock(placeId: string): Promise<void> {
    await this.manager.query(`select pg_advisory_xact_lock(hashtext('goal ' || $1))`, [placeId]);
  }

  /** Of people whom the actor may know by name. */
  async namesOf(personIds: readonly string[]): Promise<ReadonlyMap<string, string>> {
    const rows = await this.manager.query<{ id: string; name: string }[]>(
      `select "id", "name" from auth."user" where "id" = any($1)`,
      [personIds],
    );
    return new Map(rows.map(({ id, name }) => [id, name]));
  }

  private standing(column: 'cluster_id' | 'firm_id', id: string): Promise<GoalRow[]> {
    return this.manager
      .createQueryBuilder(GoalRow, 'goal')
      .where(`goal.${column} = :id`, { id })
      .andWhere('not exists (select 1 from goal later where later.replaces = goal.id)')
      .orderBy('goal.due_on')
      .addOrderBy('goal.name')
      .addOrderBy('goal.id')
      .getMany();
  }
}
