import type { Side } from '../../listing/listing.js';
import type { Look, LookRules, Seen } from '../look.js';
import { FullRun } from './full-run.js';
import { Search } from './search.js';
import { inSharedMemory } from './share.js';
import { Shelves, type ShelvesParts } from './shelves.js';
import { All, Few, type Top } from './top.js';

/** A listing that could answer, with the most that the score of the pair can come to. */
export interface Candidate {
  readonly id: string;
  readonly bound: number;
}

/** A reading of a listing as it is loaded: as the search table keeps it, with the listing's side and version. */
export interface KernelRow extends Seen {
  readonly side: Side;
  readonly version: number;
  /** Score of the last place on the listing's list, the same on all its rows; undefined while there is room. */
  readonly floor?: number | undefined;
}

/** An index as threads hand it to each other: one piece of shared memory, and where in it lies what. */
export interface SharedKernel {
  readonly memory: SharedArrayBuffer;
  readonly parts: ShelvesParts;
}

/** A market that is being put in. */
export interface Loading {
  readonly add: (row: KernelRow) => void;
  readonly done: () => Kernel;
}

/** Which of the candidates to answer with. */
export interface CandidatePage {
  readonly first: number;
  readonly skip: number;
}

/** A listing with the score that its judge gave it. */
export interface Ranked {
  readonly id: string;
  readonly score: number;
}

/** Score of a pair by all rules; undefined where a check refuses it. */
export type JudgeScore = (id: string, bound: number) => number | undefined;

/** An answer of more than this is sorted at its end and not kept in order: moving the others would cost more. */
const KEPT_IN_ORDER = 512;
/** What a judge is given at first, and how much more with every further search. */
const FIRST_JUDGED = 64;

/**
 * Every listing that can be matched, both sides, in memory: rows sorted by material, division and place in blocks whose
 * summary says how good any of their rows could be, opened best first (decision 0043). Brute force by
 * {@link boundOf} is what it is tested against, to the last digit.
 */
export class Kernel {
  private readonly search = new Search();
  private few: Few | undefined;

  private constructor(
    private readonly market: Shelves,
    private readonly isShared: boolean,
  ) {}

  /**
   * Puts a whole market in at once.
   *
   * @param rows in any order, ids in the form of a UUID; all rows of a listing have one side and one version, and each
   * its own material
   * @throws RangeError for an id that is no UUID
   * @example Kernel.load(rows).size // 2
   */
  static load(rows: Iterable<KernelRow>): Kernel {
    const loading = Kernel.loading();
    for (const row of rows) loading.add(row);
    return loading.done();
  }

  /** The same for rows that come one by one, as a database sends them. */
  static loading(): Loading {
    const market = new Shelves();
    return {
      add: (row) => {
        market.add(row, row.side, row.version);
        if (row.floor !== undefined) market.setFloor(row.listingId, row.floor);
      },
      done: () => {
        market.settle();
        return new Kernel(market, false);
      },
    };
  }

  /** An index that another thread has shared: it answers like the one it was made of, and takes no changes. */
  static over({ parts }: SharedKernel): Kernel {
    return new Kernel(Shelves.over(parts), true);
  }

  /** A copy in shared memory for other threads; this one goes on taking changes that the copy does not see. */
  shared(): SharedKernel {
    return inSharedMemory(this.market.parts());
  }

  /**
   * Puts a listing in with all its readings, in place of what was there; none takes it out. An older version than the
   * one known is passed over, so that changes may arrive twice and in any order.
   *
   * @param readings rows of this listing, each of its own material
   * @returns whether it was taken
   * @throws RangeError for an id that is no UUID, TypeError where this index is a shared one
   */
  put(listingId: string, side: Side, version: number, readings: readonly Seen[]): boolean {
    this.mustBeOwn();
    return this.market.put(listingId, side, version, readings);
  }

  /** Listings that can be found. */
  get size(): number {
    return this.market.register.size;
  }

  /** Version that was put in last, of a listing taken out too; undefined for one never heard of. */
  versionOf(listingId: string): number | undefined {
    const version = this.market.register.versionOf(this.market.register.ids.numberOf(listingId));
    return version === -Infinity ? undefined : version;
  }

  /**
   * Listings of the other side within reach, best bound first; ties in the order of their ids: the same answer as the
   * search in the database gives.
   *
   * @param leaveOut ids of listings that are not asked for
   * @example kernel.candidates(lookOf(offer, rules), [], { first: 20, skip: 0 })
   */
  candidates(look: Look, leaveOut: readonly string[], { first, skip }: CandidatePage): Candidate[] {
    if (first <= 0) return [];
    const top = this.topOf(first + skip);
    this.search.run(this.market.queryOf(look), this.numbersOf(leaveOut), top);
    return this.told(top).slice(skip, skip + first);
  }

  /**
   * The best listings by a score that costs more than the bound: judges best bound first, until no bound left reaches
   * the last score kept. Exact, because no bound is below its score.
   *
   * @param leaveOut ids of listings that are not asked for
   * @param count 1 or more
   * @returns at most `count`, best score first; ties in the order of their ids
   * @example kernel.best(look, [], 20, (id) => scoreWith(id))
   */
  best(look: Look, leaveOut: readonly string[], count: number, judge: JudgeScore): Ranked[] {
    const best: Ranked[] = [];
    for (const { id, bound } of this.walk(look, leaveOut)) {
      if (best.length === count && (best[count - 1]?.score ?? 0) > bound) break;
      const score = judge(id, bound);
      if (score === undefined) continue;
      const before = best.findIndex((one) => score > one.score || (score === one.score && id < one.id));
      best.splice(before < 0 ? best.length : before, 0, { id, score });
      best.length = Math.min(best.length, count);
    }
    return best;
  }

  /** Every candidate, best bound first, found in searches that ask for more and more: for who stops early. */
  *walk(look: Look, leaveOut: readonly string[]): Generator<Candidate> {
    for (let skip = 0, first = FIRST_JUDGED; ; skip += first, first *= 4) {
      const page = this.candidates(look, leaveOut, { first, skip });
      yield* page;
      if (page.length < first) return;
    }
  }

  /**
   * Tells what a new match must reach to enter a listing's list: the score of its last place.
   *
   * @param score undefined while the list has room; that is also what a listing begins with
   */
  setFloor(listingId: string, score: number | undefined): void {
    this.mustBeOwn();
    this.market.setFloor(listingId, score ?? -Infinity);
  }

  /** Whether it can be found. */
  has(listingId: string): boolean {
    const { register } = this.market;
    return register.firstShelfOf(register.ids.numberOf(listingId)) >= 0;
  }

  /** What {@link setFloor} was told last of a listing; undefined while its list has room. */
  floorOf(listingId: string): number | undefined {
    const { ids, floors } = this.market.register;
    const floor = floors[ids.numberOf(listingId)];
    return floor === undefined || floor === -Infinity ? undefined : floor;
  }

  /**
   * Whether a row of a listing stands here just like this, with the same floor.
   *
   * @example kernel.holds(row) // true for every row that was loaded and has not changed since
   */
  holds(row: KernelRow): boolean {
    return this.floorOf(row.listingId) === row.floor && this.market.holds(row, row.side);
  }

  /**
   * The reverse pass: listings of the other side that could have this one on their list now, because the bound of the
   * pair reaches their floor. None is left out that the score would let in; best bound first, ties by id.
   *
   * @param look what the listing that has come in looks for
   * @param leaveOut ids of listings that are not asked for
   */
  entering(look: Look, leaveOut: readonly string[]): Candidate[] {
    const top = new All(this.market.register.ids);
    const { floors } = this.market.register;
    this.search.runReverse(this.market.queryOf(look), floors, this.numbersOf(leaveOut), (listing, bound) =>
      top.offer(listing, bound),
    );
    return this.told(top);
  }

  /**
   * A match of the whole market with itself, each listing's best by bound.
   *
   * @param count listings on a list, 1 or more
   * @example kernel.fullRun(rules, 20).chunks() // what threads can share out
   */
  fullRun(rules: LookRules, count: number): FullRun {
    return new FullRun(this.market, rules, count);
  }

  /** Id of a listing by the number that a full run calls it. */
  idOf(listing: number): string {
    return this.market.register.ids.idOf(listing);
  }

  private topOf(most: number): Top {
    const { ids } = this.market.register;
    if (most > KEPT_IN_ORDER) return new All(ids);
    this.few ??= new Few(KEPT_IN_ORDER, ids);
    this.few.begin(most);
    return this.few;
  }

  private told(top: Top): Candidate[] {
    const { ids } = this.market.register;
    const found: Candidate[] = [];
    top.each((listing, bound) => found.push({ id: ids.idOf(listing), bound }));
    return found;
  }

  private numbersOf(leaveOut: readonly string[]): ReadonlySet<number> {
    return leaveOut.length === 0
      ? NONE
      : new Set(leaveOut.map((id) => this.market.register.ids.numberOf(id)));
  }

  private mustBeOwn(): void {
    if (this.isShared)
      throw new TypeError(
        'A kernel over shared memory takes no changes: put them into the one it was made of.',
      );
  }
}

const NONE: ReadonlySet<number> = new Set();
