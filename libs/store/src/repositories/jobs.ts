import type { EntityManager } from 'typeorm';
import { JobRequestRow } from '../entities/outbox.entity.js';
import { sql } from '../sql.js';

const CLAIM = sql('claim-jobs');
/** Channel on which a commit that asked for a job wakes the relay. */
export const JOB_CHANNEL = 'bistrom_job';

export interface NewJobRequest {
  readonly name: string;
  /** What the job is about: requests of one key that wait together are one job. */
  readonly key: string;
  readonly payload: Readonly<Record<string, unknown>>;
  readonly background: boolean;
}

export interface JobRequest extends NewJobRequest {
  readonly id: string;
}

export class Jobs {
  constructor(private readonly manager: EntityManager) {}

  async request(requests: readonly NewJobRequest[]): Promise<void> {
    if (requests.length === 0) return;
    // Without asking for the rows back: who asks for a job may not read the outbox.
    const insert = this.manager.createQueryBuilder().insert().into(JobRequestRow);
    await insert
      .values(requests as never)
      .updateEntity(false)
      .execute();
    await this.manager.query(`select pg_notify('${JOB_CHANNEL}', '')`);
  }

  claim(most: number): Promise<JobRequest[]> {
    return this.manager.query<[JobRequest[], number]>(CLAIM, [most]).then(([rows]) => rows);
  }

  async done(ids: readonly string[]): Promise<void> {
    await this.manager.query(
      'update job_request set done_at = clock_timestamp() where id = any($1::bigint[])',
      [ids],
    );
  }

  /** Hands out again what was relayed long ago and never finished: the queue itself may have been lost. */
  async reviveOlderThan(minutes: number): Promise<number> {
    const [, count] = await this.manager.query<[unknown, number]>(
      `update job_request set relayed_at = null
        where done_at is null and relayed_at < clock_timestamp() - make_interval(mins => $1)`,
      [minutes],
    );
    return count;
  }

  /** Finished requests are kept for a week, for whoever asks what ran. */
  async forgetDone(): Promise<void> {
    await this.manager.query(`delete from job_request where done_at < clock_timestamp() - interval '7 days'`);
  }

  async undone(): Promise<number> {
    const rows = await this.manager.query<{ count: number }[]>(
      'select count(*)::int as count from job_request where done_at is null',
    );
    return rows[0]?.count ?? 0;
  }
}
