import pg from 'pg';
import { roleOption } from '#market';

/** What an operation took from its person's bucket, as `extensions.cost` tells it. */
export interface Cost {
  readonly requested: number;
  readonly remaining: number;
  /** When the bucket is full again, ISO 8601. */
  readonly resetsAt: string;
}

const LEVEL =
  'least($2::float8, bucket.points + $2::float8 / 60 * extract(epoch from clock_timestamp() - bucket.filled_at))';
const TAKE = `
  insert into cost_bucket as bucket (person_id, points, filled_at) values ($1, $2::float8 - $3::float8, clock_timestamp())
  on conflict (person_id) do update set points = ${LEVEL} - $3::float8, filled_at = clock_timestamp()
  where ${LEVEL} >= $3::float8
  returning points`;
const LOOK = `select ${LEVEL} as points from cost_bucket bucket where person_id = $1`;

/**
 * A bucket of points for each person, in the database, so that it is one bucket however many apis there are. It fills
 * evenly, a whole one in a minute. The table is unlogged: a crash of the database fills every bucket, which harms nobody,
 * and taking from it waits for no disk.
 */
export class CostBuckets {
  private readonly pool: pg.Pool;

  constructor(
    databaseUrl: string,
    private readonly size: number,
  ) {
    const options = roleOption('bistrom_limits');
    this.pool = new pg.Pool({ connectionString: databaseUrl, max: 4, options });
    // A connection that breaks while idle is replaced on the next use; unheard, its error would end the program.
    this.pool.on('error', () => undefined);
  }

  /** Takes the points where there are as many; two operations at once cannot take the same ones. */
  async take(
    personId: string,
    points: number,
  ): Promise<{ readonly isGranted: boolean; readonly cost: Cost }> {
    const taken = await this.points(TAKE, [personId, this.size, points]);
    const left = taken ?? (await this.points(LOOK, [personId, this.size])) ?? this.size;
    return { isGranted: taken !== undefined, cost: this.costOf(points, left) };
  }

  close(): Promise<void> {
    return this.pool.end();
  }

  private async points(text: string, values: readonly unknown[]): Promise<number | undefined> {
    const { rows } = await this.pool.query<{ points: number }>(text, [...values]);
    return rows[0]?.points;
  }

  private costOf(requested: number, left: number): Cost {
    const seconds = ((this.size - left) / this.size) * 60;
    return {
      requested,
      remaining: Math.max(0, Math.floor(left)),
      resetsAt: new Date(Date.now() + Math.ceil(seconds) * 1000).toISOString(),
    };
  }
}
