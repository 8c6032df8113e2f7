import { Kernel, SYSTEM, type KernelRow, type Look, type SharedKernel } from '#domain';
import type { SearchChange, Store, Tx } from '#store';
import {
  byGain,
  DATABASE_INDEX,
  gainOf,
  type Candidate,
  type CandidateIndex,
  type Entering,
} from './candidate-index.js';
import { Together } from './together.js';

/** What the newest changes are kept for in the database; upkeep deletes older ones. */
export const CHANGES_KEPT_HOURS = 24;
/** An index that has not looked for so long takes everything anew. */
const MOST_SILENT_MS = 12 * 3_600_000;
/** Candidates looked at for those who gain most, before everybody with a floor is asked for. */
const LOOKED_AT = 256;

/** The market in memory, and the moment in the database that it is of. */
interface Standing {
  readonly kernel: Kernel;
  readonly snapshot: string;
  readonly caughtUpAt: number;
}

/** How the index stands, for whoever watches it. */
export interface IndexState {
  readonly listings: number;
  /** Seconds since the oldest change was written that it has not taken in. */
  readonly lagSeconds: number;
  /** What the last load took, and how many listings it found otherwise than they stood; 0 before the second one. */
  readonly reloadSeconds: number;
  readonly driftListings: number;
}

/**
 * Candidates out of this process's memory. PostgreSQL stays the truth: the index is loaded from it, takes in what is
 * committed by transaction, and is loaded anew from time to time. Until it is loaded the database answers in its place.
 */
export class MemoryIndex implements CandidateIndex {
  private standing: Standing | undefined;
  private readonly together = new Together<void>();
  private last = { seconds: 0, drift: 0 };

  constructor(private readonly store: Store) {}

  get isLoaded(): boolean {
    return this.standing !== undefined;
  }

  /** Takes everything in anew, beside what answers meanwhile. */
  load(): Promise<void> {
    return this.together.ask('load', async () => {
      const begun = performance.now();
      const before = this.standing;
      const drift = before && new Drift(before.kernel);
      const loading = Kernel.loading();
      const snapshot = await this.store.snapshot(
        SYSTEM,
        (tx) =>
          tx.searchFeed.all((row) => {
            drift?.look(row);
            loading.add(row);
          }),
        'bistrom_matching',
      );
      const kernel = loading.done();
      const changed = await this.read(async (tx) => {
        this.standing = await caughtUp(tx, { kernel, snapshot, caughtUpAt: Date.now() });
        return before === undefined ? [] : (await tx.searchFeed.since(before.snapshot)).changes;
      });
      this.last = {
        seconds: (performance.now() - begun) / 1000,
        drift: drift?.count(new Set(changed.map((one) => one.listingId))) ?? 0,
      };
    });
  }

  /** Takes in what was committed before; loads everything where it has been away for too long. */
  async follow(): Promise<void> {
    if (this.isLoaded) await this.read((tx) => this.catchUp(tx));
    else await this.load();
  }

  catchUp(tx: Tx): Promise<void> {
    if (this.standing === undefined) return Promise.resolve();
    return this.together.ask('catch up', async () => {
      // A load that has ended meanwhile may have looked before anybody asked.
      for (let at = this.standing; at !== undefined; at = this.standing) {
        const now = await caughtUp(tx, at);
        if (this.standing !== at) continue;
        this.standing = now;
        return;
      }
    });
  }

  candidates(...[tx, look, leaveOut, page]: Parameters<CandidateIndex['candidates']>) {
    return this.standing === undefined
      ? DATABASE_INDEX.candidates(tx, look, leaveOut, page)
      : Promise.resolve(this.standing.kernel.candidates(look, leaveOut, page));
  }

  entering(...[tx, look, leaveOut, first]: Parameters<CandidateIndex['entering']>) {
    return this.standing === undefined
      ? DATABASE_INDEX.entering(tx, look, leaveOut, first)
      : Promise.resolve(enteringOf(this.standing.kernel, look, leaveOut, first));
  }

  /** A copy for other threads, as of now; undefined until it is loaded. */
  shared(): SharedKernel | undefined {
    return this.standing?.kernel.shared();
  }

  async state(): Promise<IndexState> {
    const { standing } = this;
    return {
      listings: standing?.kernel.size ?? 0,
      lagSeconds:
        standing === undefined ? NaN : await this.read((tx) => tx.searchFeed.lagSeconds(standing.snapshot)),
      reloadSeconds: this.last.seconds,
      driftListings: this.last.drift,
    };
  }

  private read<T>(work: (tx: Tx) => Promise<T>): Promise<T> {
    return this.store.read(SYSTEM, work, 'bistrom_matching');
  }
}

/**
 * An index of another moment, as threads share it. It never catches up: what has changed since is matched by a job of
 * its own, and what it proposes wrongly is not stored.
 */
export function snapshotIndex(shared: SharedKernel): CandidateIndex {
  const kernel = Kernel.over(shared);
  return {
    catchUp: () => Promise.resolve(),
    candidates: (_tx, look, leaveOut, page) => Promise.resolve(kernel.candidates(look, leaveOut, page)),
    entering: (_tx, look, leaveOut, first) => Promise.resolve(enteringOf(kernel, look, leaveOut, first)),
  };
}

/** @returns undefined where changes may be missing, or the database is another one: then everything is loaded */
async function caughtUp(tx: Tx, { kernel, snapshot, caughtUpAt }: Standing): Promise<Standing | undefined> {
  if (Date.now() - caughtUpAt > MOST_SILENT_MS) return undefined;
  const since = await tx.searchFeed.since(snapshot);
  if (since.isBehind) return undefined;
  for (const change of since.changes) take(kernel, change);
  return { kernel, snapshot: since.snapshot, caughtUpAt: Date.now() };
}

function take(kernel: Kernel, { listingId, version, rows, floor }: SearchChange): void {
  if (rows !== undefined) kernel.put(listingId, rows.side, version, rows.readings);
  kernel.setFloor(listingId, floor);
}

/**
 * Those who gain most. Where lists have room, they are among the best by bound, since a floor only takes away; where
 * lists are full, few have a floor that the bound reaches.
 */
function enteringOf(
  kernel: Kernel,
  look: Look,
  leaveOut: readonly string[],
  first: number,
): readonly Entering[] {
  const ranked = (all: readonly Candidate[]): readonly Entering[] =>
    all
      .map((one) => ({ ...one, floor: kernel.floorOf(one.id) }))
      .filter((one) => gainOf(one) > 0)
      .sort(byGain)
      .slice(0, first);
  const near = kernel.candidates(look, leaveOut, { first: LOOKED_AT, skip: 0 });
  const best = ranked(near);
  const [last, farthest] = [best[first - 1], near[LOOKED_AT - 1]];
  if (farthest === undefined) return best;
  const leavesNone = last !== undefined && gainOf(last) > gainOf({ ...farthest, floor: undefined });
  return leavesNone ? best : ranked(kernel.entering(look, leaveOut));
}

/** Counts the listings that stand otherwise than the database says. */
class Drift {
  private readonly size: number;
  private readonly loaded = new Set<string>();
  private readonly differing = new Set<string>();
  private readonly missing = new Set<string>();

  constructor(private readonly kernel: Kernel) {
    this.size = kernel.size;
  }

  look(row: KernelRow): void {
    this.loaded.add(row.listingId);
    if (this.kernel.holds(row)) return;
    this.differing.add(row.listingId);
    if (!this.kernel.has(row.listingId)) this.missing.add(row.listingId);
  }

  /** @param changed listings that were changed meanwhile, and so say nothing */
  count(changed: ReadonlySet<string>): number {
    const still = (ids: ReadonlySet<string>): number => [...ids].filter((id) => !changed.has(id)).length;
    const surplus = this.size - (this.loaded.size - still(this.missing));
    return still(this.differing) + Math.max(0, surplus);
  }
}
