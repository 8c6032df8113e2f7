import type { Place } from '../../place/distance.js';
import { BUYER } from '../practice.js';
import { highBit, lowBit } from './row.js';
import type { Shelf } from './shelf.js';

/** What the practice term comes to by the number of the other side's division. */
export interface Practice {
  readonly byDivision: Float64Array;
  /** With the best division there is. */
  readonly most: number;
  /** Bits of the divisions that are known for it, and of those that only buy the input; what any other comes to. */
  readonly known: Bits;
  readonly buying: Bits;
  readonly otherwise: number;
}

/** Divisions as the mask of a node has them. */
export interface Bits {
  readonly low: number;
  readonly high: number;
}

/** One material that is sought, with the shelf it stands on and what a search need not work out twice. */
export interface Wanted {
  shelf: Shelf;
  reachKm: number;
  usualKm: number;
  amount: number;
  fixed: number;
  /** Weight of the material term times the worth. */
  material: number;
  practice: Practice;
}

/** Materials that are sought: how good each could be is known before any is looked up. */
export interface Sought {
  /** How many. */
  readonly count: number;
  /** The most that any listing could come to, by place. */
  readonly ceilings: Float64Array;
  /** What is sought in that place; undefined where nobody has it. */
  readonly at: (place: number) => Wanted | undefined;
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
  readonly sought: Sought;
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

type List = readonly string[];
/** Looks share the lists of their material base, so that a table for each pair of lists is made once. */
type Tables = WeakMap<List, WeakMap<List, Map<number, Practice>>>;

/** The kernel's numbers for NACE divisions, and what each of them brings to the practice term of a look. */
export class Divisions {
  private readonly numbers = new Map<string, number>();
  private tables: Tables = new WeakMap();

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

  /**
   * What the other side's part of the practice term is by its division.
   *
   * @param known divisions known for it, half; `buyers` those that only buy the input, less; any other `otherwise`
   */
  practiceOf(known: List, buyers: List, otherwise: number): Practice {
    const [first, second] = [known.length === 0 ? NONE : known, buyers.length === 0 ? NONE : buyers];
    let byBuyers = this.tables.get(first);
    if (byBuyers === undefined) this.tables.set(first, (byBuyers = new WeakMap()));
    let byRest = byBuyers.get(second);
    if (byRest === undefined) byBuyers.set(second, (byRest = new Map<number, Practice>()));
    let practice = byRest.get(otherwise);
    if (practice === undefined) byRest.set(otherwise, (practice = this.made(first, second, otherwise)));
    return practice;
  }

  private made(known: List, buyers: List, otherwise: number): Practice {
    const byDivision = new Float64Array(this.numbers.size).fill(otherwise);
    const raise = (list: List, value: number): void => {
      for (const name of list) {
        const number = this.numbers.get(name);
        if (number !== undefined) byDivision[number] = Math.max(byDivision[number] ?? 0, value);
      }
    };
    raise(known, 0.5);
    raise(buyers, 0.5 * BUYER);
    return {
      byDivision,
      most: byDivision.reduce((a, b) => Math.max(a, b), otherwise),
      known: bitsOf(byDivision, 0.5),
      buying: bitsOf(byDivision, 0.5 * BUYER),
      otherwise,
    };
  }
}

const NONE: List = [];

/** Of the divisions that come to so much. */
const bitsOf = (byDivision: Float64Array, value: number): Bits => {
  let [low, high] = [0, 0];
  byDivision.forEach((one, division) => {
    if (one < value) return;
    low |= lowBit(division);
    high |= highBit(division);
  });
  return { low, high };
};
