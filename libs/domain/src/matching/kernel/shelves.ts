import type { Side } from '../../listing/listing.js';
import type { Look, Seen, Sought } from '../look.js';
import { trustIn } from '../readings.js';
import { WEIGHTS } from '../terms.js';
import { IdTable, type IdTableParts } from './id-table.js';
import { LookSought } from './look-sought.js';
import { Divisions, unitVector, UNKNOWN, type Query, type Wanted } from './query.js';
import { Register, type RegisterParts } from './register.js';
import { COLD, HOT } from './row.js';
import { Shelf, type ShelfParts } from './shelf.js';

/** What threads share of the market. */
export interface ShelvesParts {
  readonly register: RegisterParts;
  readonly firms: IdTableParts;
  readonly divisions: readonly string[];
  readonly materials: readonly string[];
  readonly shelves: readonly (ShelfParts | null)[];
}

/** The market in numbers: who is who, and a shelf for each material and side. */
export class Shelves {
  register = new Register();
  private firms = new IdTable();
  divisions = new Divisions();
  private readonly materials = new Map<string, number>();
  private readonly shelves: (Shelf | null)[] = [];
  private readonly hot = new Float32Array(HOT.size);
  private readonly cold = new Float64Array(COLD.size);
  private readonly sought = new LookSought((sought, side) => this.wantedOf(sought, side));

  static over(parts: ShelvesParts): Shelves {
    const market = new Shelves();
    market.register = Register.over(parts.register);
    market.firms = IdTable.over(parts.firms);
    market.divisions = new Divisions(parts.divisions);
    parts.materials.forEach((code, number) => market.materials.set(code, number));
    market.shelves.push(...parts.shelves.map((one) => one && Shelf.over(one)));
    return market;
  }

  parts(): ShelvesParts {
    return {
      register: this.register.parts(),
      firms: this.firms.parts(),
      divisions: this.divisions.names,
      materials: [...this.materials.keys()],
      shelves: Array.from(this.shelves, (one) => one?.parts() ?? null),
    };
  }

  put(listingId: string, side: Side, version: number, readings: readonly Seen[]): boolean {
    const { register } = this;
    const number = register.numberFor(listingId);
    if (version < register.versionOf(number)) return false;
    for (const { shelf, row } of register.spotsOf(number)) {
      this.shelves[shelf]?.takeOut(row);
      this.sortWhereNeeded(shelf);
    }
    register.standsNoMore(number);
    register.setVersion(number, version);
    for (const reading of readings) this.sortWhereNeeded(this.add(reading, side, version));
    return true;
  }

  /** Puts a row on its shelf; the tail of which it joins is for the caller to sort. @returns the shelf's number */
  add(reading: Seen, side: Side, version: number): number {
    const { register, hot, cold } = this;
    const listing = register.numberFor(reading.listingId);
    this.write(reading, listing);
    const number = this.shelfFor(reading.materialCode, side);
    const row = this.shelves[number]?.add(hot, cold) ?? 0;
    register.setVersion(listing, version);
    register.stands(listing, number, row);
    return number;
  }

  /** Whether a reading of a listing stands on its shelf just like this. */
  holds(reading: Seen, side: Side): boolean {
    const { register } = this;
    const listing = register.ids.numberOf(reading.listingId);
    const material = this.materials.get(reading.materialCode);
    if (listing < 0 || material === undefined) return false;
    const number = material * 2 + sideNumber(side);
    const spot = register.spotsOf(listing).find(({ shelf }) => shelf === number);
    if (spot === undefined) return false;
    this.write(reading, listing);
    return this.shelves[number]?.holds(spot.row, this.cold) ?? false;
  }

  /** Puts a reading into numbers, as a shelf keeps them. */
  private write(reading: Seen, listing: number): void {
    const { hot, cold } = this;
    const { x, y, z } = unitVector(reading.place);
    const trust = trustIn(reading.confidence);
    const division = this.divisions.add(reading.division);
    hot[HOT.x] = x;
    hot[HOT.y] = y;
    hot[HOT.z] = z;
    hot[HOT.trust] = trust;
    hot[HOT.amount] = reading.amount;
    hot[HOT.perKm] = reading.maxDistanceKm === undefined ? 0 : 1 / reading.maxDistanceKm;
    hot[HOT.radiusKm] = reading.place.radiusKm;
    hot[HOT.division] = division;
    cold[COLD.latitude] = reading.place.latitude;
    cold[COLD.longitude] = reading.place.longitude;
    cold[COLD.radiusKm] = reading.place.radiusKm;
    cold[COLD.maxKm] = reading.maxDistanceKm ?? Infinity;
    cold[COLD.trust] = trust;
    cold[COLD.amount] = reading.amount;
    cold[COLD.division] = division;
    cold[COLD.firm] = this.firms.add(reading.firmId);
    cold[COLD.listing] = listing;
  }

  /** Sorts every shelf. */
  settle(): void {
    for (let number = 0; number < this.shelves.length; number += 1) this.sort(number);
  }

  setFloor(listingId: string, floor: number): void {
    const { register } = this;
    const number = register.numberFor(listingId);
    register.floors[number] = floor;
    for (const { shelf, row } of register.spotsOf(number))
      this.shelves[shelf]?.floorChanged(row, register.floors);
  }

  queryOf(look: Look): Query {
    return {
      place: look.place,
      ...unitVector(look.place),
      firm: this.firmOf(look.firmId),
      division: this.divisions.numberOf(look.division),
      maxKm: look.maxDistanceKm ?? Infinity,
      leastDetour: look.leastDetour,
      sought: this.sought.begin(look, sideNumber(look.side)),
    };
  }

  /** What is sought, with the shelf that it would stand on; undefined where there is none. */
  wantedOf(sought: Sought, side: number): Wanted | undefined {
    const material = this.materials.get(sought.materialCode);
    const shelf = material === undefined ? undefined : this.shelves[material * 2 + side];
    if (!shelf) return undefined;
    return {
      shelf,
      reachKm: sought.reachKm,
      usualKm: sought.usualKm,
      amount: sought.amount,
      fixed: sought.fixed,
      material: WEIGHTS.material * sought.worth,
      practice: this.divisions.practiceOf(sought.divisions, sought.buyers, sought.otherwise),
    };
  }

  /** By number: offers of a material at twice the material's, needs beside them. */
  get all(): readonly (Shelf | null)[] {
    return this.shelves;
  }

  materialOf(shelf: number): string {
    return [...this.materials.keys()][shelf >> 1] ?? '';
  }

  private firmOf(id: string): number {
    const number = this.firms.numberOf(id);
    return number < 0 ? UNKNOWN : number;
  }

  private shelfFor(code: string, side: Side): number {
    let material = this.materials.get(code);
    if (material === undefined) this.materials.set(code, (material = this.materials.size));
    const number = material * 2 + sideNumber(side);
    while (this.shelves.length <= number) this.shelves.push(null);
    this.shelves[number] ??= new Shelf();
    return number;
  }

  private sortWhereNeeded(number: number): void {
    if (this.shelves[number]?.needsSorting === true) this.sort(number);
  }

  private sort(number: number): void {
    const { register } = this;
    this.shelves[number]?.sort(register.floors, (listing, row) => register.moved(listing, number, row));
  }
}

export const sideNumber = (side: Side): number => (side === 'OFFER' ? 0 : 1);
