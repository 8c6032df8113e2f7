import { randomUUID } from 'node:crypto';
import { expectedEnd, matchingRunStatesBefore, RULE_SET, SYSTEM, type Actor } from '#domain';
import {
  isUnavailable,
  RUN_STAGES,
  type ChunkKey,
  type MatchingRunRow,
  type RunStage,
  type Tx,
} from '#store';
import { matchChunk, matchListing } from './jobs.js';
import type { MatchesService, RunStep } from './matches.js';
import { mustRun } from './permit.js';
import type { Setting } from './setting.js';
import { putIntoSearch } from './standing.js';
import { worksFor } from './workbench.js';

/** A run as staff and the operator see it. */
export interface MatchingRunView extends Pick<
  MatchingRunRow,
  'id' | 'ruleSet' | 'state' | 'listings' | 'done' | 'startedAt'
> {
  readonly finishedAt: Date | undefined;
  /** Of one that goes on, as soon as it is known how fast. */
  readonly expectedEnd: Date | undefined;
}

/** Matches many listings, each in a transaction of its own. */
export interface Refresher {
  /** As many as are given at a time: a second's work at most, so that publications wait no longer for their turn. */
  readonly atOnce: number;
  /** @returns those that failed for a reason of their own; throws what the moment explains */
  refresh(listingIds: readonly string[], step: RunStep): Promise<readonly string[]>;
}

/** Listings in a chunk: there are some for every worker, and not too many of them to count. */
const LARGEST_CHUNK = 1000;
const CHUNKS_OF_SMALL = 16;
const LEAST_CHUNK = 25;
/** Chunks that jobs are asked for at a time: enough for four workers, each with four jobs at once. */
const WINDOW = 16;
/** A chunk that no job has been heard of for as long is asked for again. */
const LOST_MS = 300_000;
/** Listings whose search rows are written in one transaction. */
const PREPARED_AT_ONCE = 100;
const ROLE = 'bistrom_workbench';

/**
 * Runs through all listings: when rules or reference data have changed, everything is matched again, in the background,
 * in chunks, by all workers. First the search is told of every listing as it is under the new rules, then each listing is
 * matched, then what only the old rules had found is closed: until then it stays readable.
 */
export class MatchingRunsService {
  private readonly oneByOne: Refresher;

  constructor(
    private readonly setting: Setting,
    matches: MatchesService,
  ) {
    this.oneByOne = { atOnce: 25, refresh: (ids, step) => refreshEach(matches, ids, step) };
  }

  /** Begins one when rules or reference data are not the last ones; the first time there is nothing to match again. */
  beginWhenRulesChanged(actor: Actor): Promise<boolean> {
    mustRun(actor);
    return this.setting.store.transaction(actor, async (tx) => {
      await tx.matchingRuns.holdBeginning();
      const { factors } = this.setting.rules;
      const rules = `${RULE_SET} ${factors.id} ${await tx.marks.referenceDigest()}`;
      const last = await tx.marks.get('matched-with');
      if (last === rules) return false;
      await tx.marks.set('matched-with', rules);
      return last !== undefined && (await this.begin(tx)) > 0;
    });
  }

  /** Begins one, whatever the rules; the one that was under way is over. */
  again(actor: Actor): Promise<number> {
    mustRun(actor);
    return this.setting.store.transaction(actor, async (tx) => {
      await tx.matchingRuns.holdBeginning();
      return this.begin(tx);
    });
  }

  /** @returns whether there was one to pause: it stops within a second or so */
  async pause(actor: Actor): Promise<boolean> {
    return this.change(actor, (tx, run) =>
      tx.matchingRuns.move(run.id, matchingRunStatesBefore('PAUSED'), 'PAUSED'),
    );
  }

  /** @returns whether there was a paused one */
  async resume(actor: Actor): Promise<boolean> {
    return this.change(actor, async (tx, run) => {
      if (!(await tx.matchingRuns.move(run.id, matchingRunStatesBefore('RUNNING'), 'RUNNING'))) return false;
      await tx.matchingRuns.setGoing(run.id, this.setting.clock(), run.done);
      await tx.matchingRuns.releaseAll(run.id);
      await this.goOn(tx, { ...run, state: 'RUNNING' });
      return true;
    });
  }

  /** Asks again for chunks whose jobs are lost, or were taken by a worker that has other rules. */
  async tend(actor: Actor): Promise<void> {
    await this.change(actor, async (tx, run) => {
      await this.goOn(tx, run);
      return true;
    });
  }

  /**
   * Does the next slice of a chunk and asks for the one after it. Safe to run twice and from two workers: whoever is
   * through first goes on, and matching a listing once more changes nothing.
   */
  async work(actor: Actor, key: ChunkKey, refresher: Refresher = this.oneByOne): Promise<void> {
    mustRun(actor);
    const slice = await this.take(key, refresher.atOnce);
    if (slice === undefined) return;
    const failed = await this.doStage(key.stage, slice.ids, refresher);
    await this.setting.store.transaction(actor, async (tx) => {
      const run = await tx.matchingRuns.hold(key.runId);
      const { cursorId: from, ids } = slice;
      const step = { from, to: ids.at(-1) ?? from, matched: key.stage === 'MATCH' ? ids.length : 0 };
      if (run === undefined || !(await tx.matchingRuns.step(key, step, this.setting.clock()))) return;
      // Each by a job of its own, which is tried again and told to the operator, and holds up nobody.
      await tx.jobs.request(failed.map((id) => matchListing(id, true)));
      if (slice.isLast) await tx.matchingRuns.enter(key, stageAfter(key.stage));
      if (run.state !== 'RUNNING') await tx.matchingRuns.release(key);
      else if (slice.isLast) await this.goOn(tx, run);
      else await tx.jobs.request([matchChunk(key)]);
    });
  }

  /** How the latest is doing, for the operator. */
  async latest(actor: Actor): Promise<MatchingRunView | undefined> {
    mustRun(actor);
    return this.read(actor);
  }

  /** Listings that a run under way has yet to match. */
  async left(actor: Actor): Promise<number> {
    const run = await this.latest(actor);
    return run !== undefined && LIVE.includes(run.state) ? run.listings - run.done : 0;
  }

  /** As {@link latest}, for staff of any cluster; to everybody else there is none. */
  async forStaff(actor: Actor): Promise<MatchingRunView | undefined> {
    const isStaff = actor.clusters.some(({ clusterId }) => worksFor(actor, clusterId));
    return isStaff ? this.read(actor, ROLE) : undefined;
  }

  private async read(actor: Actor, role?: typeof ROLE): Promise<MatchingRunView | undefined> {
    const run = await this.setting.store.read(actor, (tx) => tx.matchingRuns.latest(), role);
    return run && viewOf(run, this.setting.clock());
  }

  private async begin(tx: Tx): Promise<number> {
    const run = { id: randomUUID(), ruleSet: RULE_SET, at: this.setting.clock() };
    const listings = await tx.matchingRuns.begin(run, LIVE);
    await tx.matchingRuns.cut(run.id, chunkSize(listings));
    const begun = await tx.matchingRuns.hold(run.id);
    if (begun !== undefined) await this.goOn(tx, begun);
    return listings;
  }

  private async change(
    actor: Actor,
    work: (tx: Tx, run: MatchingRunRow) => Promise<boolean>,
  ): Promise<boolean> {
    mustRun(actor);
    return this.setting.store.transaction(actor, async (tx) => {
      const latest = await tx.matchingRuns.latest();
      const run = latest && (await tx.matchingRuns.hold(latest.id));
      return run !== undefined && LIVE.includes(run.state) && work(tx, run);
    });
  }

  /** Asks for what comes next, so that no more than the window is under way; call with the run held. */
  private async goOn(tx: Tx, run: MatchingRunRow): Promise<void> {
    if (run.state !== 'RUNNING') return;
    const at = this.setting.clock();
    const stage = await tx.matchingRuns.stage(run.id);
    if (stage === 'DONE') {
      await tx.matchingRuns.move(run.id, matchingRunStatesBefore('DONE'), 'DONE', at);
      return;
    }
    // Preparing is faster than matching and says nothing of its pace.
    if (stage === 'MATCH' && run.done === 0) await tx.matchingRuns.setGoing(run.id, at, 0);
    const lost = new Date(at.getTime() - LOST_MS);
    const chunks = await tx.matchingRuns.ask(run.id, stage, WINDOW, { at, lost });
    await tx.jobs.request(chunks.map((chunk) => matchChunk({ runId: run.id, chunk, stage })));
  }

  private take(key: ChunkKey, atOnce: number): Promise<Slice | undefined> {
    return this.setting.store.read(SYSTEM, async (tx) => {
      const run = await tx.matchingRuns.byId(key.runId);
      // A worker of other rules leaves it alone: it is asked for again, until one that has these takes it.
      if (run?.state !== 'RUNNING' || run.ruleSet !== RULE_SET) return undefined;
      const chunk = await tx.matchingRuns.chunk(key);
      if (chunk === undefined) return undefined;
      const { cursorId, lastId } = chunk;
      const most = key.stage === 'PREPARE' ? PREPARED_AT_ONCE : atOnce;
      const ids =
        key.stage === 'SETTLE'
          ? await tx.matchingRuns.withOlderBetween(cursorId, lastId, most, RULE_SET)
          : await tx.matchingRuns.listingsBetween(cursorId, lastId, most);
      return { cursorId, ids, isLast: ids.length < most };
    });
  }

  /** @returns listings that failed for a reason of their own */
  private async doStage(
    stage: RunStage,
    ids: readonly string[],
    refresher: Refresher,
  ): Promise<readonly string[]> {
    if (stage === 'MATCH' || stage === 'SETTLE') return refresher.refresh(ids, stage);
    await this.setting.store.transaction(SYSTEM, async (tx) => {
      // A version written meanwhile would else be overwritten by the one before.
      await tx.listings.lock(ids);
      await putIntoSearch(tx, this.setting, ids);
    });
    return [];
  }
}

/** Listings of a chunk that are next. */
interface Slice {
  /** They lie behind this one. */
  readonly cursorId: string;
  readonly ids: readonly string[];
  readonly isLast: boolean;
}

/** The states of a run that is not over. */
const LIVE = matchingRunStatesBefore('SUPERSEDED');

const chunkSize = (listings: number): number =>
  Math.min(LARGEST_CHUNK, Math.max(LEAST_CHUNK, Math.ceil(listings / CHUNKS_OF_SMALL)));

const stageAfter = (stage: RunStage): RunStage => RUN_STAGES[RUN_STAGES.indexOf(stage) + 1] ?? 'DONE';

/** Matches listings one after the other, as {@link Refresher} says. */
export async function refreshEach(
  matches: Pick<MatchesService, 'refresh'>,
  listingIds: readonly string[],
  step: RunStep,
): Promise<readonly string[]> {
  const failed: string[] = [];
  for (const id of listingIds) {
    try {
      await matches.refresh(id, step);
    } catch (error) {
      // What the moment explains goes well when the whole slice is tried again.
      if (isUnavailable(error)) throw error;
      failed.push(id);
    }
  }
  return failed;
}

const viewOf = (run: MatchingRunRow, now: Date): MatchingRunView => ({
  id: run.id,
  ruleSet: run.ruleSet,
  state: run.state,
  listings: run.listings,
  done: run.done,
  startedAt: run.startedAt,
  finishedAt: run.finishedAt ?? undefined,
  expectedEnd: run.state === 'RUNNING' ? expectedEnd(run, now) : undefined,
});
