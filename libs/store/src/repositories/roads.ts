import type { EntityManager } from 'typeorm';

/** Road distances that a router was asked for once; the way back counts as the way there. */
export class Roads {
  constructor(private readonly manager: EntityManager) {}

  /** km by road from one site to others, those that are known. */
  async from(siteId: string, others: readonly string[]): Promise<ReadonlyMap<string, number>> {
    const rows = await this.manager.query<{ other: string; km: number }[]>(
      `select site_b::text as other, km from road_distance where site_a = $1 and site_b = any($2::uuid[])
       union all
       select site_a::text, km from road_distance where site_b = $1 and site_a = any($2::uuid[])`,
      [siteId, others],
    );
    return new Map(rows.map((row) => [row.other, row.km]));
  }

  async keep(siteId: string, found: ReadonlyMap<string, number>): Promise<void> {
    await this.manager.query(
      `insert into road_distance (site_a, site_b, km)
       select least($1::uuid, other), greatest($1::uuid, other), km from unnest($2::uuid[], $3::float8[]) as f(other, km)
           on conflict do nothing`,
      [siteId, [...found.keys()], [...found.values()]],
    );
  }
}
