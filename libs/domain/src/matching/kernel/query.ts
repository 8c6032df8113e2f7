import type { Place } from '../../place/distance.js';
import { BUYER } from '../practice.js';
import { WEIGHTS } from '../terms.js';
import type { Shelf } from './shelf.js';

/** One material that is sought, with the shelf it stands on and what a search need not work out twice. */
export interface Wanted {
  readonly shelf: Shelf;
  readonly reachKm: number;
  readonly usualKm: number;
  readonly amount: number;
  readonly fixed: number;
  /** Weight of the material term times the worth. */
  readonly material: number;
  /** The practice term, 0 to 0.5, by the number of the other side's division; its largest at the end. */
  readonly practice: Float64Array;
  /** The most that any listing could come to for it: reckoned before anything is read. */
  readonly ceiling: number;
}

/** A look in the kernel's own numbers. */
export interface Query {
  readonly place: Place;
  readonly x: number;
  readonly y: number;
  readonly z: number;
  /** Numbers of the kernel; below −1 for what it has never heard of. */
  readonly firm: number;
  readonly division: number;
  /** Infinite where none is stated. */
  readonly maxKm: number;
  readonly leastDetour: number;
  readonly wanted: readonly Wanted[];
}

/** Unit vector of a point on the sphere. */
export function unitVector({ latitude, longitude }: Pick<Place, 'latitude' | 'longitude'>) {
  const rad = Math.PI / 180;
  const flat = Math.cos(latitude * rad);
  return {
    x: flat * Math.cos(longitude * rad),
    y: flat * Math.sin(longitude * rad),
    z: Math.sin(latitude * rad),
  };
}

/** −1 stands for a node of several divisions, and for a row that is gone. */
export const UNKNOWN = -2;

interface Table {
  readonly otherwise: number;
  readonly values: Float64Array;
}

/** The kernel's numbers for NACE divisions, and what each of them brings to the practice term of a look. */
export class Divisions {
  private readonly numbers = new Map<string, number>();
  private tables = new WeakMap<readonly string[], WeakMap<readonly string[], Table[]>>();

  constructor(names: readonly string[] = []) {
    for (const name of names) this.add(name);
  }

  get names(): readonly string[] {
    return [...this.numbers.keys()];
  }

  add(name: string): number {
    const known = this.numbers.get(name);
    if (known !== undefined) return known;
    this.numbers.set(name, this.numbers.size);
    this.tables = new WeakMap();
    return this.numbers.size - 1;
  }

  numberOf(name: string): number {
    return this.numbers.get(name) ?? UNKNOWN;
  }

  /** Looks of one market share the lists of its material base, so that a table is made once for each. */
  practice(divisions: readonly string[], buyers: readonly string[], otherwise: number): Float64Array {
    const [first, second] = [sharedWhenEmpty(divisions), sharedWhenEmpty(buyers)];
    let byBuyers = this.tables.get(first);
    if (byBuyers === undefined) this.tables.set(first, (byBuyers = new WeakMap()));
    let tables = byBuyers.get(second);
    if (tables === undefined) byBuyers.set(second, (tables = []));
    const known = tables.find((one) => one.otherwise === otherwise);
    if (known !== undefined) return known.values;
    const each = this.names.map((name) =>
      Math.max(divisions.includes(name) ? 0.5 : otherwise, buyers.includes(name) ? 0.5 * BUYER : 0),
    );
    const values = Float64Array.from([...each, Math.max(0, ...each)]);
    tables.push({ otherwise, values });
    return values;
  }
}

const NONE: readonly string[] = [];
const sharedWhenEmpty = (list: readonly string[]): readonly string[] => (list.length === 0 ? NONE : list);

export const ceilingOf = ({ fixed, material, practice }: Omit<Wanted, 'ceiling'>): number =>
  fixed +
  material +
  WEIGHTS.practice * (practice[practice.length - 1] ?? 0) +
  WEIGHTS.distance +
  WEIGHTS.quantity +
  WEIGHTS.industry +
  WEIGHTS.facts;
