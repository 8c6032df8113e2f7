import type pg from 'pg';
import { rolePool } from '#market';
import type { PoolSetting } from '#config';

/** Whose points: a person's own, those that everybody who acts for a firm shares, or an address's where nobody is signed in. */
export interface Bucket {
  readonly holder: 'ADDRESS' | 'FIRM' | 'PERSON';
  readonly holderId: string;
  /** Points when full, and points that come back in a minute. */
  readonly size: number;
}

/** A bucket with the points that are in it. */
export interface Level extends Bucket {
  readonly points: number;
}

const LEVEL =
  'least(asked.size, bucket.points + asked.size / 60 * extract(epoch from clock_timestamp() - bucket.filled_at))';
const ASKED = 'unnest($1::text[], $2::text[], $3::float8[]) asked (holder, holder_id, size)';
/** In one order, so that two operations never wait for each other. */
const TAKE = `
  insert into cost_bucket as bucket (holder, holder_id, size, points, filled_at)
  select holder, holder_id, size, least(size, size - $4::float8), clock_timestamp() from ${ASKED} order by holder, holder_id
  on conflict (holder, holder_id) do update set
    size = excluded.size, points = least(excluded.size, ${LEVEL.replaceAll('asked', 'excluded')} - $4::float8), filled_at = clock_timestamp()
  where ${LEVEL.replaceAll('asked', 'excluded')} >= $4::float8
  returning holder, holder_id as "holderId", size, points`;
const LOOK = `
  select holder, holder_id as "holderId", asked.size, coalesce(${LEVEL}, asked.size) as points
  from ${ASKED} left join cost_bucket bucket using (holder, holder_id)`;

/**
 * Buckets of points in the database, so that each is one bucket however many apis there are. They fill evenly, a whole
 * one in a minute. The table is unlogged: a crash of the database fills every bucket, which harms nobody, and taking
 * waits for no disk.
 */
export class CostBuckets {
  private readonly pool: pg.Pool;

  constructor(databaseUrl: string, limits?: PoolSetting) {
    this.pool = rolePool(databaseUrl, { role: 'bistrom_limits', max: 4, limits });
  }

  /** Takes the points from all of the buckets or from none; two operations at once cannot take the same ones. */
  async take(
    buckets: readonly Bucket[],
    points: number,
  ): Promise<{ readonly isGranted: boolean; readonly levels: readonly Level[] }> {
    const taken = await this.levels(TAKE, buckets, points);
    if (taken.length === buckets.length) return { isGranted: true, levels: taken };
    if (taken.length > 0) await this.giveBack(taken, points);
    return { isGranted: false, levels: await this.levels(LOOK, buckets) };
  }

  /** What was foreseen and not used. */
  giveBack(buckets: readonly Bucket[], points: number): Promise<readonly Level[]> {
    return this.levels(TAKE, buckets, -points);
  }

  close(): Promise<void> {
    return this.pool.end();
  }

  private async levels(
    text: string,
    buckets: readonly Bucket[],
    ...points: readonly number[]
  ): Promise<readonly Level[]> {
    const column = (name: keyof Bucket) => buckets.map((one) => one[name]);
    const values = [column('holder'), column('holderId'), column('size'), ...points];
    return (await this.pool.query<Level>(text, values)).rows;
  }
}
