import { nth, rounded, whole } from './nth.js';
import { Order } from './order.js';
import { COLD, HOT, NODE } from './row.js';
import { BLOCK_ROWS, FAN, nodesOver, sumUpNodes, sumUpRows, type Nodes } from './summary.js';

/** What threads share of a shelf. */
export interface ShelfParts {
  readonly hot: Float32Array;
  readonly cold: Float64Array;
  readonly nodes: Float32Array;
  readonly blocks: number;
  readonly count: number;
  readonly sorted: number;
  readonly gone: number;
}

/** Every row of one material and side: sorted into blocks, and behind them a tail of those that came since. */
export class Shelf {
  hot: Float32Array = new Float32Array(HOT.size * 16);
  cold: Float64Array = new Float64Array(COLD.size * 16);
  nodes: Nodes = nodesOver(new Float32Array(0));
  /** The first so many nodes hold rows, the others nodes. */
  blocks = 0;
  count = 0;
  sorted = 0;
  private gone = 0;

  static over({ nodes, ...parts }: ShelfParts): Shelf {
    return Object.assign(new Shelf(), { ...parts, nodes: nodesOver(nodes) });
  }

  parts(): ShelfParts {
    const { blocks, count, sorted, gone } = this;
    return {
      hot: this.hot.subarray(0, count * HOT.size),
      cold: this.cold.subarray(0, count * COLD.size),
      nodes: this.nodes.numbers,
      blocks,
      count,
      sorted,
      gone,
    };
  }

  /** The node of all; −1 where nothing has been sorted. */
  get root(): number {
    return this.nodes.marks.length / NODE.size - 1;
  }

  /** @returns the row's number until the next sorting */
  add(hot: Float32Array, cold: Float64Array): number {
    if (this.hot.length < (this.count + 1) * HOT.size) this.grow();
    this.hot.set(hot, this.count * HOT.size);
    this.cold.set(cold, this.count * COLD.size);
    this.count += 1;
    return this.count - 1;
  }

  /** Whether a row holds just these numbers. */
  holds(row: number, cold: ArrayLike<number>): boolean {
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
    const order = this.order();
    this.hot = new Float32Array(order.count * HOT.size);
    this.cold = new Float64Array(order.count * COLD.size);
    [this.count, this.sorted, this.gone] = [order.count, order.count, 0];
    const levels = spansOf(order);
    for (let now = 0; now < order.count; now += 1) {
      const row = whole(order.rows, now);
      for (let at = 0; at < HOT.size; at += 1)
        this.hot[now * HOT.size + at] = rounded(hot, row * HOT.size + at);
      for (let at = 0; at < COLD.size; at += 1)
        this.cold[now * COLD.size + at] = nth(cold, row * COLD.size + at);
      moved(nth(this.cold, now * COLD.size + COLD.listing), now);
    }
    this.sumUp(levels, floors);
  }

  /** Takes in that the floor of a row's listing is another now. */
  floorChanged(row: number, floors: Float64Array): void {
    if (row >= this.sorted) return;
    for (
      let node = this.blockWith(row);
      node >= 0;
      node = whole(this.nodes.marks, node * NODE.size + NODE.above)
    )
      this.lower(node, floors);
  }

  private order(): Order {
    let live = 0;
    for (let row = 0; row < this.count; row += 1) if (this.isLive(row)) live += 1;
    const order = new Order(live);
    for (let row = 0; row < this.count; row += 1) if (this.isLive(row)) order.add(row, this.hot);
    return order;
  }

  private isLive(row: number): boolean {
    return nth(this.cold, row * COLD.size + COLD.listing) >= 0;
  }

  private sumUp(levels: readonly (readonly number[])[], floors: Float64Array): void {
    const count = levels.reduce((sum, { length }) => sum + length - 1, 0);
    this.nodes = nodesOver(new Float32Array(Math.max(0, count) * NODE.size));
    this.blocks = Math.max(0, (levels[0]?.length ?? 0) - 1);
    let [node, below] = [0, 0];
    for (const [level, ends] of levels.entries()) {
      const first = node;
      for (let at = 0; at + 1 < ends.length; at += 1, node += 1) {
        const { marks } = this.nodes;
        marks[node * NODE.size + NODE.from] = below + (ends[at] ?? 0);
        marks[node * NODE.size + NODE.to] = below + (ends[at + 1] ?? 0);
        marks[node * NODE.size + NODE.above] = -1;
        if (level === 0) sumUpRows(this.nodes, node, this.hot);
        if (level === 0) this.lower(node, floors);
        if (level > 0) sumUpNodes(this.nodes, node);
      }
      below = first;
    }
  }

  /** Sets the floor of a node to the lowest of what it holds. */
  private lower(node: number, floors: Float64Array): void {
    const { numbers, marks } = this.nodes;
    const at = node * NODE.size;
    let least = Infinity;
    for (let one = whole(marks, at + NODE.from); one < whole(marks, at + NODE.to); one += 1)
      least = Math.min(
        least,
        node < this.blocks ? this.floorOf(one, floors) : rounded(numbers, one * NODE.size + NODE.floor),
      );
    numbers[at + NODE.floor] = least;
  }

  private floorOf(row: number, floors: Float64Array): number {
    const listing = nth(this.cold, row * COLD.size + COLD.listing);
    return listing < 0 ? Infinity : nth(floors, listing);
  }

  /** Blocks follow each other without gaps. */
  private blockWith(row: number): number {
    let [low, high] = [0, this.blocks - 1];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (whole(this.nodes.marks, middle * NODE.size + NODE.to) > row) high = middle;
      else low = middle + 1;
    }
    return low;
  }

  private grow(): void {
    const room = this.count * 2 + 16;
    const [hot, cold] = [new Float32Array(room * HOT.size), new Float64Array(room * COLD.size)];
    hot.set(this.hot);
    cold.set(this.cold);
    [this.hot, this.cold] = [hot, cold];
  }
}

/** Puts rows in order. @returns for each level, blocks first, where its nodes end among those of the level below */
function spansOf(order: Order): readonly (readonly number[])[] {
  const levels: number[][] = [[0]];
  let rows = BLOCK_ROWS;
  for (; rows < order.count; rows *= FAN) levels.push([0]);
  const divide = (level: number, unit: number, from: number, to: number): void => {
    const below = levels[level - 1];
    if (below !== undefined)
      order.halve(from, to, unit / FAN, (first, end) => divide(level - 1, unit / FAN, first, end));
    levels[level]?.push(below === undefined ? to : below.length - 1);
  };
  if (order.count > 0) divide(levels.length - 1, rows, 0, order.count);
  return levels;
}
