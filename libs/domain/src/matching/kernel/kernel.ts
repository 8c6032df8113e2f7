import type { Side } from '../../listing/listing.js';
import { boundOf, type Look, type Seen } from '../look.js';

/** A listing that could answer, with the most that the score of the pair can come to. */
export interface Candidate {
  readonly id: string;
  readonly bound: number;
}

/** A reading of a listing as it is loaded: as the search table keeps it, with the listing's side and version. */
export interface KernelRow extends Seen {
  readonly side: Side;
  readonly version: number;
}

/** An index as threads hand it to each other: one piece of shared memory, and where in it lies what. */
export interface SharedKernel {
  readonly memory: SharedArrayBuffer;
  readonly contents: unknown;
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

interface Known {
  readonly side: Side;
  readonly version: number;
  readonly readings: readonly Seen[];
}

/** Every listing that can be matched, both sides, held in memory so that a look is answered without a database. */
export class Kernel {
  private readonly listings = new Map<string, Known>();
  private readonly floors = new Map<string, number>();

  /**
   * Puts a whole market in at once.
   *
   * @param rows in any order; all rows of a listing have one side and one version
   * @example Kernel.load(rows).size
   */
  static load(rows: Iterable<KernelRow>): Kernel {
    const kernel = new Kernel();
    for (const row of rows) {
      const known = kernel.listings.get(row.listingId);
      kernel.put(row.listingId, row.side, row.version, [...(known?.readings ?? []), row]);
    }
    return kernel;
  }

  /** An index that another thread has shared: it answers like the one it was made of, and takes no changes. */
  static over({ contents }: SharedKernel): Kernel {
    return Kernel.load(contents as readonly KernelRow[]);
  }

  /**
   * Puts a listing in with all its readings, in place of what was there; none takes it out. An older version than the
   * one known is passed over, so that changes may arrive twice and in any order.
   *
   * @returns whether it was taken
   */
  put(listingId: string, side: Side, version: number, readings: readonly Seen[]): boolean {
    if (version < (this.versionOf(listingId) ?? version)) return false;
    this.listings.set(listingId, { side, version, readings });
    return true;
  }

  /** Listings that can be found. */
  get size(): number {
    return [...this.listings.values()].filter(({ readings }) => readings.length > 0).length;
  }

  /** Version that was put in last, of a listing taken out too; undefined for one never heard of. */
  versionOf(listingId: string): number | undefined {
    return this.listings.get(listingId)?.version;
  }

  /**
   * Listings of the other side within reach, best bound first; ties in the order of their ids: the same answer as the
   * search in the database gives.
   *
   * @param leaveOut ids of listings that are not asked for
   */
  candidates(look: Look, leaveOut: readonly string[], { first, skip }: CandidatePage): Candidate[] {
    return this.all(look, leaveOut).slice(skip, skip + first);
  }

  /**
   * The best listings by a score that costs more than the bound: judges best bound first, until no bound left reaches
   * the last score kept. Exact, because no bound is below its score.
   *
   * @returns at most `count`, best score first; ties in the order of their ids
   */
  best(look: Look, leaveOut: readonly string[], count: number, judge: JudgeScore): Ranked[] {
    let best: Ranked[] = [];
    for (const { id, bound } of this.all(look, leaveOut)) {
      if (best.length === count && (best[count - 1]?.score ?? 0) > bound) break;
      const score = judge(id, bound);
      if (score === undefined) continue;
      best = [...best, { id, score }]
        .sort((a, b) => b.score - a.score || (a.id < b.id ? -1 : 1))
        .slice(0, count);
    }
    return best;
  }

  /**
   * Tells what a new match must reach to enter a listing's list: the score of its last place.
   *
   * @param score undefined while the list has room; that is also what a listing begins with
   */
  setFloor(listingId: string, score: number | undefined): void {
    if (score === undefined) this.floors.delete(listingId);
    else this.floors.set(listingId, score);
  }

  /**
   * The reverse pass: listings of the other side that could have this one on their list now, because the bound of the
   * pair reaches their floor. None is left out that the score would let in; best bound first, ties by id.
   *
   * @param look what the listing that has come in looks for
   */
  entering(look: Look, leaveOut: readonly string[]): Candidate[] {
    return this.all(look, leaveOut).filter(({ id, bound }) => bound >= (this.floors.get(id) ?? -Infinity));
  }

  /** A copy in shared memory for other threads. */
  shared(): SharedKernel {
    const rows = [...this.listings.values()].flatMap(({ side, version, readings }) =>
      readings.map((one) => ({ ...one, side, version })),
    );
    return { memory: new SharedArrayBuffer(0), contents: rows };
  }

  private all(look: Look, leaveOut: readonly string[]): Candidate[] {
    const left = new Set(leaveOut);
    return [...this.listings]
      .filter(([id, { side }]) => side === look.side && !left.has(id))
      .flatMap(([id, { readings }]) => {
        const bounds = look.sought.flatMap((sought) =>
          readings.flatMap((seen) => boundOf(look, seen, sought) ?? []),
        );
        return bounds.length === 0 ? [] : { id, bound: Math.max(...bounds) };
      })
      .sort((a, b) => b.bound - a.bound || (a.id < b.id ? -1 : 1));
  }
}
