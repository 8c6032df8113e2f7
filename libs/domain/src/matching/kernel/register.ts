import { IdTable, type IdTableParts } from './id-table.js';

/** What threads share of a register. */
export interface RegisterParts {
  readonly ids: IdTableParts;
  readonly versions: Float64Array;
  readonly floors: Float64Array;
  readonly heads: Int32Array;
  readonly spots: Int32Array;
  readonly standing: number;
}

/** Where a row of a listing stands. */
export interface Spot {
  readonly shelf: number;
  readonly row: number;
}

const NOWHERE = -1;
/** A spot: shelf, row, and the listing's next spot. */
const SPOT = 3;

/** What is known of each listing besides its rows: its version, its floor, and where its rows stand. */
export class Register {
  ids = new IdTable();
  /** What a match must reach, by listing; −∞ while its list has room. */
  floors: Float64Array = new Float64Array(64);
  private versions: Float64Array = new Float64Array(64);
  /** First spot of each listing; spots that nobody stands on any more are a list of their own. */
  private heads: Int32Array = new Int32Array(64);
  private spots: Int32Array = new Int32Array(64 * SPOT);
  private used = 0;
  private free = NOWHERE;
  private standing = 0;

  static over(parts: RegisterParts): Register {
    return Object.assign(new Register(), { ...parts, ids: IdTable.over(parts.ids) });
  }

  parts(): RegisterParts {
    const { size } = this.ids;
    return {
      ids: this.ids.parts(),
      versions: this.versions.subarray(0, size),
      floors: this.floors.subarray(0, size),
      heads: this.heads.subarray(0, size),
      spots: this.spots.subarray(0, this.used * SPOT),
      standing: this.standing,
    };
  }

  /** Listings that have a row. */
  get size(): number {
    return this.standing;
  }

  numberFor(id: string): number {
    const known = this.ids.size;
    const number = this.ids.add(id);
    if (number < known) return number;
    if (number === this.versions.length) this.grow();
    this.versions[number] = -Infinity;
    this.floors[number] = -Infinity;
    this.heads[number] = NOWHERE;
    return number;
  }

  versionOf(number: number): number {
    return this.versions[number] ?? -Infinity;
  }

  setVersion(number: number, version: number): void {
    this.versions[number] = version;
  }

  /** Of each of its rows; the first one stays the first until the listing is put in anew. */
  spotsOf(number: number): readonly Spot[] {
    const all: Spot[] = [];
    for (let spot = this.heads[number] ?? NOWHERE; spot !== NOWHERE; spot = this.next(spot))
      all.push({ shelf: this.spots[spot * SPOT] ?? 0, row: this.spots[spot * SPOT + 1] ?? 0 });
    return all;
  }

  /** Shelf of the first of its rows; −1 while it has none. */
  firstShelfOf(number: number): number {
    const head = this.heads[number] ?? NOWHERE;
    return head === NOWHERE ? NOWHERE : (this.spots[head * SPOT] ?? NOWHERE);
  }

  /** @throws RangeError where it stands on that shelf already */
  stands(number: number, shelf: number, row: number): void {
    const spot = this.freeSpot();
    this.spots[spot * SPOT] = shelf;
    this.spots[spot * SPOT + 1] = row;
    this.spots[spot * SPOT + 2] = NOWHERE;
    let last = this.heads[number] ?? NOWHERE;
    if (last === NOWHERE) {
      this.heads[number] = spot;
      this.standing += 1;
      return;
    }
    for (;;) {
      if (this.spots[last * SPOT] === shelf)
        throw new RangeError(
          `Listing ${this.ids.idOf(number)} has two readings of one material; it has one of each.`,
        );
      const next = this.next(last);
      if (next === NOWHERE) break;
      last = next;
    }
    this.spots[last * SPOT + 2] = spot;
  }

  /** A listing has one row on a shelf: the shelf tells which of its rows is meant. */
  moved(number: number, shelf: number, row: number): void {
    let spot = this.heads[number] ?? NOWHERE;
    while (spot !== NOWHERE && this.spots[spot * SPOT] !== shelf) spot = this.next(spot);
    if (spot !== NOWHERE) this.spots[spot * SPOT + 1] = row;
  }

  standsNoMore(number: number): void {
    let spot = this.heads[number] ?? NOWHERE;
    if (spot === NOWHERE) return;
    this.standing -= 1;
    this.heads[number] = NOWHERE;
    while (spot !== NOWHERE) {
      const next = this.next(spot);
      this.spots[spot * SPOT + 2] = this.free;
      this.free = spot;
      spot = next;
    }
  }

  private next(spot: number): number {
    return this.spots[spot * SPOT + 2] ?? NOWHERE;
  }

  private freeSpot(): number {
    const { free } = this;
    if (free !== NOWHERE) {
      this.free = this.next(free);
      return free;
    }
    if (this.spots.length < (this.used + 1) * SPOT) {
      const wider = new Int32Array(this.spots.length * 2);
      wider.set(this.spots);
      this.spots = wider;
    }
    this.used += 1;
    return this.used - 1;
  }

  private grow(): void {
    const { versions, floors, heads } = this;
    const length = versions.length * 2;
    [this.versions, this.floors] = [new Float64Array(length), new Float64Array(length)];
    this.heads = new Int32Array(length);
    this.versions.set(versions);
    this.floors.set(floors);
    this.heads.set(heads);
  }
}
