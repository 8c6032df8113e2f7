import { boundNodes, exactOf, scan, Scale, SLACK, type Passed } from './bounds.js';
import { nth, rounded, whole } from './nth.js';
import type { Query, Wanted } from './query.js';
import { COLD, NODE } from './row.js';
import type { Shelf } from './shelf.js';
import { BLOCK_ROWS } from './summary.js';
import type { Top } from './top.js';
import { Waiting } from './waiting.js';

const WHOLE = -1;

type Numbers = ReadonlySet<number>;

/** A material sought, once its shelf has been found. */
class Opened {
  readonly scale = new Scale();

  constructor(
    public wanted: Wanted,
    public shelf: Shelf,
  ) {}
}

/** Goes through the market best bound first. One search at a time: what it works with is kept from one to the next. */
export class Search {
  private readonly waiting = new Waiting();
  private readonly opened: Opened[] = [];
  private bounds = new Float64Array(64);
  private readonly passed: Passed = {
    rows: new Int32Array(BLOCK_ROWS),
    estimates: new Float64Array(BLOCK_ROWS),
  };

  /**
   * Offers every row whose bound could be of use; stops when no bound left reaches the floor.
   *
   * @param leftOut numbers of listings that are not asked for
   */
  run(query: Query, leftOut: Numbers, top: Top): void {
    const { waiting } = this;
    const { count, ceilings } = query.sought;
    waiting.clear();
    for (let place = 0; place < count; place += 1) waiting.push(nth(ceilings, place), place, WHOLE);
    while (waiting.pop() && waiting.bound + SLACK >= top.floor) {
      const { wanted: place, node } = waiting;
      if (node === WHOLE) {
        const open = this.open(query, place);
        if (open !== undefined) this.enter(query, open, leftOut, top);
        continue;
      }
      const open = this.opened[place];
      if (open === undefined) continue;
      const { nodes, blocks } = open.shelf;
      const from = whole(nodes.marks, node * NODE.size + NODE.from);
      const to = whole(nodes.marks, node * NODE.size + NODE.to);
      if (node < blocks) this.offerRows(query, open, from, to, leftOut, top);
      else this.wait(open, from, to, top.floor);
    }
  }

  /**
   * Every row whose bound reaches its own listing's floor, in no order: the search the other way round.
   *
   * @param floors what a match must reach, by listing
   */
  runReverse(query: Query, floors: Float64Array, leftOut: Numbers, tell: Tell): void {
    for (let place = 0; place < query.sought.count; place += 1) {
      const open = this.open(query, place);
      if (open === undefined) continue;
      const { root, sorted, count } = open.shelf;
      if (root >= 0) this.reverse(query, open, root, root + 1, { floors, leftOut, tell });
      this.tellRows(query, open, sorted, count, { floors, leftOut, tell });
    }
  }

  private reverse(query: Query, open: Opened, from: number, to: number, reverse: Reverse): void {
    const { nodes, blocks } = open.shelf;
    for (const node of this.reaching(open, from, to)) {
      const first = whole(nodes.marks, node * NODE.size + NODE.from);
      const end = whole(nodes.marks, node * NODE.size + NODE.to);
      if (node < blocks) this.tellRows(query, open, first, end, reverse);
      else this.reverse(query, open, first, end, reverse);
    }
  }

  private open(query: Query, place: number): Opened | undefined {
    const wanted = query.sought.at(place);
    if (wanted === undefined) return undefined;
    while (this.opened.length <= place) this.opened.push(new Opened(wanted, wanted.shelf));
    const open = this.opened[place];
    if (open === undefined) return undefined;
    open.wanted = wanted;
    open.shelf = wanted.shelf;
    open.scale.begin(query, wanted);
    return open;
  }

  private enter(query: Query, open: Opened, leftOut: Numbers, top: Top): void {
    const { root, count, sorted } = open.shelf;
    if (count > sorted) this.offerRows(query, open, sorted, count, leftOut, top);
    if (root >= 0) this.wait(open, root, root + 1, top.floor);
  }

  private wait({ scale, shelf }: Opened, from: number, to: number, floor: number): void {
    const { waiting } = this;
    const bounds = this.boundsFor(to - from);
    const place = waiting.wanted;
    const least = Math.max(0, floor - SLACK);
    boundNodes(scale, shelf.nodes, from, to, least, bounds);
    for (let node = from; node < to; node += 1) {
      const bound = nth(bounds, node - from);
      if (bound > 0 && bound >= least) waiting.push(bound, place, node);
    }
  }

  private offerRows(
    query: Query,
    open: Opened,
    first: number,
    end: number,
    leftOut: Numbers,
    top: Top,
  ): void {
    const { passed } = this;
    const { scale, wanted, shelf } = open;
    for (let from = first; from < end; from += BLOCK_ROWS) {
      const many = scan(scale, shelf.hot, from, Math.min(end, from + BLOCK_ROWS), top.floor, passed);
      for (let at = 0; at < many; at += 1) {
        if (nth(passed.estimates, at) + SLACK < top.floor) continue;
        const row = whole(passed.rows, at);
        const listing = openTo(query, shelf, row, leftOut);
        if (listing < 0) continue;
        const bound = exactOf(query, wanted, shelf, row);
        if (bound > 0 && bound >= top.floor) top.offer(listing, bound);
      }
    }
  }

  private reaching({ scale, shelf }: Opened, from: number, to: number): readonly number[] {
    const bounds = this.boundsFor(to - from);
    boundNodes(scale, shelf.nodes, from, to, 0, bounds);
    const all: number[] = [];
    for (let node = from; node < to; node += 1) {
      const bound = nth(bounds, node - from);
      const floor = rounded(shelf.nodes.numbers, node * NODE.size + NODE.floor);
      if (bound > 0 && bound + SLACK >= floor) all.push(node);
    }
    return all;
  }

  private tellRows(
    query: Query,
    { scale, wanted, shelf }: Opened,
    first: number,
    end: number,
    { floors, leftOut, tell }: Reverse,
  ): void {
    for (let from = first; from < end; from += BLOCK_ROWS) {
      const many = scan(scale, shelf.hot, from, Math.min(end, from + BLOCK_ROWS), 0, this.passed);
      for (let at = 0; at < many; at += 1) {
        const row = this.passed.rows[at] ?? 0;
        const listing = openTo(query, shelf, row, leftOut);
        const floor = listing < 0 ? Infinity : nth(floors, listing);
        if (nth(this.passed.estimates, at) + SLACK < floor) continue;
        const bound = exactOf(query, wanted, shelf, row);
        if (bound > 0 && bound >= floor) tell(listing, bound);
      }
    }
  }

  private boundsFor(many: number): Float64Array {
    if (this.bounds.length < many) this.bounds = new Float64Array(2 * many);
    return this.bounds;
  }
}

type Tell = (listing: number, bound: number) => void;

interface Reverse {
  readonly floors: Float64Array;
  readonly leftOut: Numbers;
  readonly tell: Tell;
}

/** The listing of a row; −1 where it is gone, of the same firm or not asked for. */
function openTo(query: Query, { cold }: Shelf, row: number, leftOut: Numbers): number {
  const at = row * COLD.size;
  if (nth(cold, at + COLD.firm) === query.firm) return -1;
  const listing = nth(cold, at + COLD.listing);
  return leftOut.size > 0 && leftOut.has(listing) ? -1 : listing;
}
