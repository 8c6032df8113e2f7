import type { EntityManager } from 'typeorm';
import { JobRequestRow } from '../entities/outbox.entity.js';
import { sql } from '../sql.js';
import { traceParent } from '../traced.js';

const CLAIM = sql('claim-jobs');
const DONE = sql('finish-jobs');
const COUNTS = sql('count-jobs');
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
  /** Of the request that asked for it, where that is traced: W3C Trace Context. */
  readonly traceParent: string | null;
}

/** A request that has been fulfilled, and after how long. */
export interface DoneJob {
  readonly name: string;
  readonly background: boolean;
  /** From the transaction that asked for it. */
  readonly seconds: number;
}

/** A request whose job failed for good: it waits for the operator. */
export interface FailedJob {
  readonly id: string;
  readonly name: string;
  readonly requestedAt: Date;
  readonly failedAt: Date;
  /** Kind of the error and its code. */
  readonly reason: string;
}

export interface JobCounts {
  /** Neither done nor failed. */
  readonly undone: number;
  readonly failed: number;
  /** Seconds that the oldest request has waited to be handed over; 0 where none waits. */
  readonly lagSeconds: number;
}

export class Jobs {
  constructor(private readonly manager: EntityManager) {}

  async request(requests: readonly NewJobRequest[]): Promise<void> {
    if (requests.length === 0) return;
    // Without asking for the rows back: who asks for a job may not read the outbox.
    const insert = this.manager.createQueryBuilder().insert().into(JobRequestRow);
    const from = traceParent();
    await insert
      .values(requests.map((one) => ({ ...one, traceParent: from })) as never)
      .updateEntity(false)
      .execute();
    await this.manager.query(`select pg_notify('${JOB_CHANNEL}', '')`);
  }

  /** @param names of users' own requests; without them all that wait */
  async claim(most: number, names?: readonly string[]): Promise<JobRequest[]> {
    const [rows] = await this.manager.query<[JobRequest[], number]>(CLAIM, [most, names ?? null]);
    return rows;
  }

  /** Whatever failed earlier under the same key has been made up for by this. */
  async done(ids: readonly string[]): Promise<DoneJob[]> {
    const [rows] = await this.manager.query<[(DoneJob & { id: string })[], number]>(DONE, [ids]);
    return rows
      .filter(({ id }) => ids.includes(id))
      .map(({ name, background, seconds }) => ({ name, background, seconds }));
  }

  /** @param reason in names and codes: it is kept and shown, so it may quote nothing */
  async failed(ids: readonly string[], reason: string): Promise<void> {
    await this.manager.query(
      `update job_request set failed_at = clock_timestamp(), reason = $2
        where id = any($1::bigint[]) and done_at is null`,
      [ids, reason],
    );
  }

  /** The latest first. */
  listFailed(most: number): Promise<FailedJob[]> {
    return this.manager.query<FailedJob[]>(
      `select id::text, name, requested_at as "requestedAt", failed_at as "failedAt", reason
         from job_request where failed_at is not null and done_at is null order by failed_at desc, id desc limit $1`,
      [most],
    );
  }

  /**
   * Has failed requests handed out again.
   *
   * @param id of one; without it all of them
   */
  async retry(id: string | undefined): Promise<number> {
    const [, count] = await this.manager.query<[unknown, number]>(
      `update job_request set failed_at = null, reason = null, relayed_at = null, waiting_since = clock_timestamp()
        where failed_at is not null and done_at is null and ($1::bigint is null or id = $1)`,
      [id ?? null],
    );
    if (count > 0) await this.manager.query(`select pg_notify('${JOB_CHANNEL}', '')`);
    return count;
  }

  /**
   * Hands out again what was relayed long ago and neither finished nor failed: the queue itself may have been lost.
   *
   * @param backgroundMinutes of what waits its turn for longer
   */
  async reviveOlderThan(minutes: number, backgroundMinutes: number): Promise<number> {
    const [, count] = await this.manager.query<[unknown, number]>(
      `update job_request set relayed_at = null, waiting_since = clock_timestamp()
        where done_at is null and failed_at is null
          and relayed_at < clock_timestamp() - make_interval(mins => case when background then $2::int else $1::int end)`,
      [minutes, backgroundMinutes],
    );
    return count;
  }

  /** Finished requests are kept for a week, for whoever asks what ran. */
  async forgetDone(): Promise<void> {
    await this.manager.query(`delete from job_request where done_at < clock_timestamp() - interval '7 days'`);
  }

  async counts(): Promise<JobCounts> {
    const [row] = await this.manager.query<[JobCounts]>(COUNTS);
    return row;
  }
}
