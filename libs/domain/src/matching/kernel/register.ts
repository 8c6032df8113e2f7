import { IdTable, type IdTableParts } from './id-table.js';

/** What threads share of a register. */
export interface RegisterParts {
  readonly ids: IdTableParts;
  readonly versions: Float64Array;
  readonly floors: Float64Array;
  readonly shelves: Int32Array;
  readonly standing: number;
}

/** Where a row of a listing stands. */
interface Spot {
  readonly shelf: number;
  row: number;
}

const NOWHERE = -1;

/** What is known of each listing besides its rows: its version, its floor, and where its rows stand. */
export class Register {
  ids = new IdTable();
  /** What a match must reach, by listing; −∞ while its list has room. */
  floors: Float64Array = new Float64Array(64);
  private versions: Float64Array = new Float64Array(64);
  /** Of the first reading; most listings have no other. */
  private shelves: Int32Array = new Int32Array(64);
  private rows = new Int32Array(64);
  private readonly others = new Map<number, Spot[]>();
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
      shelves: this.shelves.subarray(0, size),
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
    this.shelves[number] = NOWHERE;
    return number;
  }

  versionOf(number: number): number {
    return this.versions[number] ?? -Infinity;
  }

  setVersion(number: number, version: number): void {
    this.versions[number] = version;
  }

  /** Shelf of a listing's first row; −1 while it has none. */
  firstShelfOf(number: number): number {
    return this.shelves[number] ?? NOWHERE;
  }

  spotsOf(number: number): readonly Spot[] {
    const shelf = this.firstShelfOf(number);
    if (shelf === NOWHERE) return [];
    return [{ shelf, row: this.rows[number] ?? 0 }, ...(this.others.get(number) ?? [])];
  }

  /** @throws RangeError where it stands on that shelf already */
  stands(number: number, shelf: number, row: number): void {
    if (this.spotsOf(number).some((spot) => spot.shelf === shelf))
      throw new RangeError(
        `Listing ${this.ids.idOf(number)} has two readings of one material; it has one of each.`,
      );
    if (this.firstShelfOf(number) === NOWHERE) {
      this.standing += 1;
      [this.shelves[number], this.rows[number]] = [shelf, row];
    } else {
      const others = this.others.get(number);
      if (others === undefined) this.others.set(number, [{ shelf, row }]);
      else others.push({ shelf, row });
    }
  }

  /** A listing has one row on a shelf: the shelf tells which of its rows is meant. */
  moved(number: number, shelf: number, row: number): void {
    if (this.shelves[number] === shelf) this.rows[number] = row;
    else for (const spot of this.others.get(number) ?? []) if (spot.shelf === shelf) spot.row = row;
  }

  standsNoMore(number: number): void {
    if (this.firstShelfOf(number) === NOWHERE) return;
    this.standing -= 1;
    this.shelves[number] = NOWHERE;
    this.others.delete(number);
  }

  private grow(): void {
    const { versions, floors, shelves, rows } = this;
    const length = versions.length * 2;
    [this.versions, this.floors] = [new Float64Array(length), new Float64Array(length)];
    [this.shelves, this.rows] = [new Int32Array(length), new Int32Array(length)];
    this.versions.set(versions);
    this.floors.set(floors);
    this.shelves.set(shelves);
    this.rows.set(rows);
  }
}
