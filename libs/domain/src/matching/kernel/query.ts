import type { Place } from '../../place/distance.js';
import { BUYER } from '../practice.js';
import { WEIGHTS } from '../terms.js';
import { nth } from './nth.js';
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
  /** What the practice term comes to by the number of the other side's division, known for it or a buyer; at the end the largest. */
  readonly known: Float64Array;
  readonly buyers: Float64Array;
  readonly otherwise: number;
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

/** The kernel's numbers for NACE divisions, and what each of them brings to the practice term of a look. */
export class Divisions {
  private readonly numbers = new Map<string, number>();
  private known = new WeakMap<readonly string[], Float64Array>();
  private buying = new WeakMap<readonly string[], Float64Array>();

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
    this.known = new WeakMap();
    this.buying = new WeakMap();
    return this.numbers.size - 1;
  }

  numberOf(name: string): number {
    return this.numbers.get(name) ?? UNKNOWN;
  }

  /** 0.5 for each division of a list; looks share the lists of their material base, so that this is made once. */
  knownAs(list: readonly string[]): Float64Array {
    return this.tableOf(this.known, list, 0.5);
  }

  /** The same for those that only buy the input. */
  buyersAs(list: readonly string[]): Float64Array {
    return this.tableOf(this.buying, list, 0.5 * BUYER);
  }

  private tableOf(
    tables: WeakMap<readonly string[], Float64Array>,
    list: readonly string[],
    value: number,
  ): Float64Array {
    const key = list.length === 0 ? NONE : list;
    const made = tables.get(key);
    if (made !== undefined) return made;
    const table = new Float64Array(this.numbers.size + 1);
    for (const name of list) {
      const number = this.numbers.get(name);
      if (number !== undefined) table[number] = table[this.numbers.size] = value;
    }
    tables.set(key, table);
    return table;
  }
}

const NONE: readonly string[] = [];

/** The practice term with a division; the last place stands for any. */
export const practiceWith = ({ known, buyers, otherwise }: Practice, division: number): number =>
  Math.max(nth(known, division), nth(buyers, division), otherwise);

type Practice = Pick<Wanted, 'known' | 'buyers' | 'otherwise'>;

/** The most that any listing could come to. */
export const ceilingOf = (wanted: Pick<Wanted, 'fixed' | 'material'> & Practice): number =>
  wanted.fixed +
  wanted.material +
  WEIGHTS.practice * practiceWith(wanted, wanted.known.length - 1) +
  WEIGHTS.distance +
  WEIGHTS.quantity +
  WEIGHTS.industry +
  WEIGHTS.facts;
