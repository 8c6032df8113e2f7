import type { MatchingRunState, RunPace } from '#domain';
import type { EntityManager } from 'typeorm';

/** What is done to a chunk, in this order; no chunk comes to the next before all have been through the one before. */
export const RUN_STAGES = Object.freeze(['PREPARE', 'MATCH', 'SETTLE', 'DONE'] as const);
export type RunStage = (typeof RUN_STAGES)[number];

export interface MatchingRunRow extends RunPace {
  readonly id: string;
  readonly ruleSet: string;
  readonly state: MatchingRunState;
  readonly startedAt: Date;
  readonly finishedAt: Date | null;
}

/** A range of listings, and how far it has come. */
export interface ChunkRow {
  readonly number: number;
  readonly stage: RunStage;
  readonly cursorId: string;
  readonly lastId: string;
}

/** Which chunk, in which stage. */
export interface ChunkKey {
  readonly runId: string;
  readonly chunk: number;
  readonly stage: RunStage;
}

/** What a slice of a chunk has come to. */
export interface ChunkStep {
  readonly from: string;
  readonly to: string;
  /** Listings of it that were matched. */
  readonly matched: number;
}

const LEAST_ID = '00000000-0000-0000-0000-000000000000';
const GREATEST_ID = 'ffffffff-ffff-ffff-ffff-ffffffffffff';

const RUN = `
  select r.id, r.rule_set as "ruleSet", r.state, r.listings, r.started_at as "startedAt", r.finished_at as "finishedAt",
         r.going_since as "goingSince", r.done_before as "doneBefore",
         (select coalesce(sum(case when c.stage in ('SETTLE', 'DONE') then c.listings else least(c.matched, c.listings) end), 0)::int
            from matching_chunk c where c.run_id = r.id) as done
    from matching_run r`;

/** Runs through all listings, one at a time, and the ranges that they are worked on in. */
export class MatchingRuns {
  constructor(private readonly manager: EntityManager) {}

  /** Begun one after the other: two workers that start together begin one run. */
  async holdBeginning(): Promise<void> {
    await this.manager.query(`select pg_advisory_xact_lock(hashtext('matching_run'))`);
  }

  /**
   * A run over all that is on the market now; whatever run there was is over.
   *
   * @param from states that a run may be ended from
   * @returns how many listings
   */
  async begin(
    run: { readonly id: string; readonly ruleSet: string; readonly at: Date },
    from: readonly MatchingRunState[],
  ): Promise<number> {
    await this.manager.query(
      `update matching_run set state = 'SUPERSEDED', finished_at = $1 where state = any($2::text[])`,
      [run.at, from],
    );
    await this.manager.query('delete from matching_chunk');
    const [row] = await this.manager.query<[{ listings: number }]>(
      `insert into matching_run (id, rule_set, state, listings, started_at, going_since)
       select $1, $2, 'RUNNING', count(*), $3, $3 from listing where state = 'ACTIVE' returning listings`,
      [run.id, run.ruleSet, run.at],
    );
    return row.listings;
  }

  /** Cuts what is on the market into chunks of so many. */
  async cut(runId: string, size: number): Promise<void> {
    await this.manager.query(CHUNKS, [runId, size, LEAST_ID, GREATEST_ID]);
  }

  async byId(id: string): Promise<MatchingRunRow | undefined> {
    return (await this.manager.query<MatchingRunRow[]>(`${RUN} where r.id = $1`, [id]))[0];
  }

  /** The one that was begun last. */
  async latest(): Promise<MatchingRunRow | undefined> {
    return (await this.manager.query<MatchingRunRow[]>(`${RUN} order by r.started_at desc, r.id limit 1`))[0];
  }

  /** As {@link byId}, held until the end of the transaction; who asks for jobs of a run, or ends it, holds it. */
  async hold(id: string): Promise<MatchingRunRow | undefined> {
    await this.manager.query('select id from matching_run where id = $1 for no key update', [id]);
    return this.byId(id);
  }

  /** @returns whether it was in one of the states that lead there */
  async move(
    id: string,
    from: readonly MatchingRunState[],
    to: MatchingRunState,
    finishedAt: Date | null = null,
  ): Promise<boolean> {
    const [, count] = await this.manager.query<[unknown, number]>(
      `update matching_run set state = $3, finished_at = $4 where id = $1 and state = any($2::text[])`,
      [id, from, to, finishedAt],
    );
    return count === 1;
  }

  /** Its pace is counted from here. */
  async setGoing(id: string, since: Date, done: number): Promise<void> {
    await this.manager.query('update matching_run set going_since = $2, done_before = $3 where id = $1', [
      id,
      since,
      done,
    ]);
  }

  /** The chunk, where it is in that stage. */
  async chunk({ runId, chunk, stage }: ChunkKey): Promise<ChunkRow | undefined> {
    const rows = await this.manager.query<ChunkRow[]>(
      `select number, stage, cursor_id as "cursorId", last_id as "lastId" from matching_chunk
        where run_id = $1 and number = $2 and stage = $3`,
      [runId, chunk, stage],
    );
    return rows[0];
  }

  /** The first listings on the market behind an id and up to another, in the order of their ids. */
  async listingsBetween(after: string, last: string, most: number): Promise<string[]> {
    const rows = await this.manager.query<{ id: string }[]>(
      `select id from listing where state = 'ACTIVE' and id > $1 and id <= $2 order by id limit $3`,
      [after, last, most],
    );
    return rows.map((row) => row.id);
  }

  /** As {@link listingsBetween}, of offers with an open match that other rules have found. */
  async withOlderBetween(after: string, last: string, most: number, ruleSet: string): Promise<string[]> {
    const rows = await this.manager.query<{ id: string }[]>(
      `select distinct offer_id as id from match
        where state = 'OPEN' and rule_set <> $4 and offer_id > $1 and offer_id <= $2 order by offer_id limit $3`,
      [after, last, most, ruleSet],
    );
    return rows.map((row) => row.id);
  }

  /** @returns whether the chunk was where the step began: if not, somebody else has gone on with it */
  async step(
    { runId, chunk, stage }: ChunkKey,
    { from, to, matched }: ChunkStep,
    at: Date,
  ): Promise<boolean> {
    const [, count] = await this.manager.query<[unknown, number]>(
      `update matching_chunk set cursor_id = $5, matched = matched + $6, asked_at = $7
        where run_id = $1 and number = $2 and stage = $3 and cursor_id = $4`,
      [runId, chunk, stage, from, to, matched, at],
    );
    return count === 1;
  }

  /** Leaves a stage behind, to begin the next one from the start. */
  async enter({ runId, chunk, stage }: ChunkKey, next: RunStage): Promise<void> {
    await this.manager.query(
      `update matching_chunk set stage = $4, cursor_id = after_id, asked_at = null
        where run_id = $1 and number = $2 and stage = $3`,
      [runId, chunk, stage, next],
    );
  }

  /** Nobody works on it now. */
  async release({ runId, chunk, stage }: ChunkKey): Promise<void> {
    await this.manager.query(
      'update matching_chunk set asked_at = null where run_id = $1 and number = $2 and stage = $3',
      [runId, chunk, stage],
    );
  }

  async releaseAll(runId: string): Promise<void> {
    await this.manager.query('update matching_chunk set asked_at = null where run_id = $1', [runId]);
  }

  /** The stage that the run is in: the first that a chunk of it is in. */
  async stage(runId: string): Promise<RunStage> {
    const rows = await this.manager.query<{ stage: RunStage }[]>(
      `select stage from matching_chunk where run_id = $1 order by array_position($2::text[], stage) limit 1`,
      [runId, RUN_STAGES],
    );
    return rows[0]?.stage ?? 'DONE';
  }

  /**
   * Chunks of a stage to ask for, marked as asked for, so that so many are under way.
   *
   * @param lost asked for no later than this and heard of no more: they are asked for again
   */
  async ask(runId: string, stage: RunStage, most: number, { at, lost }: Asking): Promise<number[]> {
    const [rows] = await this.manager.query<[{ number: number }[], number]>(
      `with busy as (select count(*) as count from matching_chunk where run_id = $1 and stage = $2 and asked_at > $5)
       update matching_chunk set asked_at = $4
        where run_id = $1 and number in (
          select number from matching_chunk
           where run_id = $1 and stage = $2 and (asked_at is null or asked_at <= $5)
           order by number limit greatest(0, $3 - (select count from busy)))
       returning number`,
      [runId, stage, most, at, lost],
    );
    return rows.map((row) => row.number);
  }
}

interface Asking {
  readonly at: Date;
  readonly lost: Date;
}

const CHUNKS = `
  with numbered as (
    select id, (row_number() over (order by id) - 1) / $2::int as number from listing where state = 'ACTIVE'),
  counted as (select number, count(*) as listings, (array_agg(id order by id desc))[1] as last_id from numbered group by number),
  ranges as (
    select number, listings, coalesce(lag(last_id) over in_order, $3::uuid) as after_id,
           case when lead(number) over in_order is null then $4::uuid else last_id end as last_id
      from counted window in_order as (order by number))
  insert into matching_chunk (run_id, number, after_id, last_id, listings, stage, cursor_id)
  select $1::uuid, number, after_id, last_id, listings, 'PREPARE', after_id from ranges`;
