import { nth } from './nth.js';
import { hilbertOf } from './hilbert.js';

/**
 * What a row holds that every search reads, one cache line: unit vector, trust in the reading, yearly amount, own
 * limit in km (infinite where none is stated), radius of the place, number of the division.
 */
export const HOT = Object.freeze({
  x: 0,
  y: 1,
  z: 2,
  trust: 3,
  amount: 4,
  maxKm: 5,
  radiusKm: 6,
  division: 7,
  size: 8,
});
/** What only rows are asked for that come near the best: the listing's number is −1 once the row is taken out. */
export const COLD = Object.freeze({ latitude: 0, longitude: 1, firm: 2, listing: 3, size: 4 });
/** What holds for all rows of a node, at its most: a sphere around them, and the ends of what they state. */
export const NODE = Object.freeze({
  x: 0,
  y: 1,
  z: 2,
  radius: 3,
  trust: 4,
  /** Longest limit stated, 0 where none is; then whether any row states none. */
  maxKm: 5,
  silent: 6,
  least: 7,
  most: 8,
  openKm: 9,
  /** −1 where the rows are of several. */
  division: 10,
  floor: 11,
  from: 12,
  to: 13,
  size: 16,
});

export const BLOCK_ROWS = 64;
const GROUP_BLOCKS = 16;
/** A division with this many rows of a material has blocks of its own: then what practice brings is known for all. */
const OWN_BLOCKS_FROM = 48;
const INDEX = 2 ** 22;

/** What threads share of a shelf. */
export interface ShelfParts {
  readonly hot: Float64Array;
  readonly cold: Float64Array;
  readonly blocks: Float64Array;
  readonly groups: Float64Array;
  readonly count: number;
  readonly sorted: number;
  readonly gone: number;
}

/** Every row of one material and side: sorted into blocks, and behind them a tail of those that came since. */
export class Shelf {
  hot: Float64Array = new Float64Array(HOT.size * 16);
  cold: Float64Array = new Float64Array(COLD.size * 16);
  /** Summaries of 64 rows each, and of 16 such blocks each. */
  blocks: Float64Array = new Float64Array(0);
  groups: Float64Array = new Float64Array(0);
  count = 0;
  sorted = 0;
  private gone = 0;

  static over(parts: ShelfParts): Shelf {
    return Object.assign(new Shelf(), parts);
  }

  parts(): ShelfParts {
    const { blocks, groups, count, sorted, gone } = this;
    return {
      hot: this.hot.subarray(0, count * HOT.size),
      cold: this.cold.subarray(0, count * COLD.size),
      blocks,
      groups,
      count,
      sorted,
      gone,
    };
  }

  /** @returns the row's number until the next sorting */
  add(hot: ArrayLike<number>, cold: ArrayLike<number>): number {
    if (this.hot.length < (this.count + 1) * HOT.size) this.grow();
    this.hot.set(hot, this.count * HOT.size);
    this.cold.set(cold, this.count * COLD.size);
    this.count += 1;
    return this.count - 1;
  }

  /** Whether a row holds just these numbers. */
  holds(row: number, hot: ArrayLike<number>, cold: ArrayLike<number>): boolean {
    for (let at = 0; at < HOT.size; at += 1) if (hot[at] !== this.hot[row * HOT.size + at]) return false;
    for (let at = 0; at < COLD.size; at += 1) if (cold[at] !== this.cold[row * COLD.size + at]) return false;
    return true;
  }

  takeOut(row: number): void {
    this.hot[row * HOT.size + HOT.trust] = -Infinity;
    this.cold[row * COLD.size + COLD.listing] = -1;
    this.gone += 1;
  }

  /** A tail is read row by row, a row that is gone for nothing: both stay small beside the blocks. */
  get needsSorting(): boolean {
    return this.count - this.sorted > 64 + this.sorted / 64 || this.gone > 64 + this.count / 4;
  }

  /**
   * Sorts all rows anew and sums them up.
   *
   * @param floors what a match must reach, by listing
   * @param moved told where a listing's row stands now
   */
  sort(floors: Float64Array, moved: (listing: number, row: number) => void): void {
    const { hot, cold } = this;
    const runs = this.runs();
    const live = runs.reduce((sum, { length }) => sum + length, 0);
    this.hot = new Float64Array(live * HOT.size);
    this.cold = new Float64Array(live * COLD.size);
    [this.count, this.sorted, this.gone] = [0, 0, 0];
    const [blocks, groups]: [number[], number[]] = [[], []];
    for (const run of runs) {
      const first = blocks.length / NODE.size;
      for (let at = 0; at < run.length; at += 1) {
        if (at % BLOCK_ROWS === 0)
          blocks.push(...span(this.count, this.count + Math.min(BLOCK_ROWS, run.length - at)));
        const row = (run[at] ?? 0) % INDEX;
        const now = this.add(
          hot.subarray(row * HOT.size, (row + 1) * HOT.size),
          cold.subarray(row * COLD.size, (row + 1) * COLD.size),
        );
        moved(this.cold[now * COLD.size + COLD.listing] ?? -1, now);
      }
      const last = blocks.length / NODE.size;
      for (let from = first; from < last; from += GROUP_BLOCKS)
        groups.push(...span(from, Math.min(last, from + GROUP_BLOCKS)));
    }
    this.sorted = this.count;
    this.blocks = Float64Array.from(blocks);
    this.groups = Float64Array.from(groups);
    this.sumUp(floors);
  }

  /** Takes in that the floor of a row's listing is another now. */
  floorChanged(row: number, floors: Float64Array): void {
    if (row >= this.sorted) return;
    const block = nodeWith(this.blocks, row);
    const group = nodeWith(this.groups, block);
    const at = block * NODE.size;
    this.blocks[at + NODE.floor] = lowest(this.blocks, at, (one) => this.floorOf(one, floors));
    this.groups[group * NODE.size + NODE.floor] = lowest(
      this.groups,
      group * NODE.size,
      (one) => this.blocks[one * NODE.size + NODE.floor] ?? -Infinity,
    );
  }

  floorOf(row: number, floors: Float64Array): number {
    const listing = this.cold[row * COLD.size + COLD.listing] ?? -1;
    return listing < 0 ? Infinity : (floors[listing] ?? -Infinity);
  }

  /** Live rows in runs that blocks do not cross, each along the curve; a row's number is what its key leaves over. */
  private runs(): readonly Float64Array[] {
    const byDivision = new Map<number, number[]>();
    for (let row = 0; row < this.count; row += 1) {
      if ((this.cold[row * COLD.size + COLD.listing] ?? -1) < 0) continue;
      const division = this.hot[row * HOT.size + HOT.division] ?? 0;
      const known = byDivision.get(division);
      if (known === undefined) byDivision.set(division, [row]);
      else known.push(row);
    }
    const all = [...byDivision.values()];
    const own = all.filter((rows) => rows.length >= OWN_BLOCKS_FROM);
    const mixed = all.filter((rows) => rows.length < OWN_BLOCKS_FROM).flat();
    return [...own, mixed].filter((rows) => rows.length > 0).map((rows) => this.alongCurve(rows));
  }

  private alongCurve(rows: readonly number[]): Float64Array {
    const keys = Float64Array.from(rows, (row) => {
      const at = row * COLD.size;
      return hilbertOf(nth(this.cold, at + COLD.latitude), nth(this.cold, at + COLD.longitude)) * INDEX + row;
    });
    return keys.sort();
  }

  private sumUp(floors: Float64Array): void {
    const { hot, blocks, groups } = this;
    for (let at = 0; at < blocks.length; at += NODE.size) {
      sumUpRows(blocks, at, hot);
      blocks[at + NODE.floor] = lowest(blocks, at, (row) => this.floorOf(row, floors));
    }
    for (let at = 0; at < groups.length; at += NODE.size) sumUpBlocks(groups, at, blocks);
  }

  private grow(): void {
    const [hot, cold] = [
      new Float64Array(this.hot.length * 2 + 16),
      new Float64Array(this.cold.length * 2 + 16),
    ];
    hot.set(this.hot);
    cold.set(this.cold);
    [this.hot, this.cold] = [hot, cold];
  }
}

function span(from: number, to: number): readonly number[] {
  const node = new Array<number>(NODE.size).fill(0);
  [node[NODE.from], node[NODE.to]] = [from, to];
  return node;
}

/** The node whose span holds a number: spans follow each other without gaps. */
function nodeWith(nodes: Float64Array, number: number): number {
  let [low, high] = [0, nodes.length / NODE.size - 1];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (nth(nodes, middle * NODE.size + NODE.to) > number) high = middle;
    else low = middle + 1;
  }
  return low;
}

function lowest(nodes: Float64Array, at: number, floorOf: (one: number) => number): number {
  let least = Infinity;
  for (let one = nth(nodes, at + NODE.from); one < nth(nodes, at + NODE.to); one += 1)
    least = Math.min(least, floorOf(one));
  return least;
}

const AXES = [0, 1, 2] as const;

function sumUpRows(nodes: Float64Array, at: number, hot: Float64Array): void {
  const [from, to] = [nth(nodes, at + NODE.from), nth(nodes, at + NODE.to)];
  const node = nodes.subarray(at, at + NODE.size);
  node[NODE.least] = Infinity;
  node[NODE.division] = nth(hot, from * HOT.size + HOT.division);
  for (let row = from; row < to; row += 1) {
    const one = hot.subarray(row * HOT.size, (row + 1) * HOT.size);
    for (const axis of AXES) node[axis] = nth(node, axis) + nth(one, axis) / (to - from);
    node[NODE.trust] = Math.max(nth(node, NODE.trust), nth(one, HOT.trust));
    if (one[HOT.maxKm] === Infinity) node[NODE.silent] = 1;
    else node[NODE.maxKm] = Math.max(nth(node, NODE.maxKm), nth(one, HOT.maxKm));
    node[NODE.least] = Math.min(nth(node, NODE.least), nth(one, HOT.amount));
    node[NODE.most] = Math.max(nth(node, NODE.most), nth(one, HOT.amount));
    node[NODE.openKm] = Math.max(nth(node, NODE.openKm), nth(one, HOT.radiusKm));
    if (node[NODE.division] !== one[HOT.division]) node[NODE.division] = -1;
  }
  for (let row = from; row < to; row += 1)
    node[NODE.radius] = Math.max(nth(node, NODE.radius), apart(node, 0, hot, row * HOT.size));
}

function sumUpBlocks(groups: Float64Array, at: number, blocks: Float64Array): void {
  const [from, to] = [nth(groups, at + NODE.from), nth(groups, at + NODE.to)];
  const node = groups.subarray(at, at + NODE.size);
  node[NODE.least] = Infinity;
  node[NODE.floor] = Infinity;
  node[NODE.division] = nth(blocks, from * NODE.size + NODE.division);
  for (let block = from; block < to; block += 1) {
    const one = blocks.subarray(block * NODE.size, (block + 1) * NODE.size);
    for (const axis of AXES) node[axis] = nth(node, axis) + nth(one, axis) / (to - from);
    for (const most of [NODE.trust, NODE.maxKm, NODE.silent, NODE.most, NODE.openKm])
      node[most] = Math.max(nth(node, most), nth(one, most));
    for (const least of [NODE.least, NODE.floor]) node[least] = Math.min(nth(node, least), nth(one, least));
    if (node[NODE.division] !== one[NODE.division]) node[NODE.division] = -1;
  }
  for (let block = from; block < to; block += 1) {
    const reach = apart(node, 0, blocks, block * NODE.size) + nth(blocks, block * NODE.size + NODE.radius);
    node[NODE.radius] = Math.max(nth(node, NODE.radius), reach);
  }
}

/** Straight through the Earth, radii of it; unit vector and centre begin a row and a node alike. */
const apart = (a: Float64Array, atA: number, b: Float64Array, atB: number): number =>
  Math.sqrt(AXES.reduce<number>((sum, axis) => sum + (nth(a, atA + axis) - nth(b, atB + axis)) ** 2, 0));
