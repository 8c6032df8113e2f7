import { boundNodes, exactOf, scan, SLACK, type Passed, type Span } from './bounds.js';
import { nth } from './nth.js';
import type { Query, Wanted } from './query.js';
import { BLOCK_ROWS, COLD, NODE, type Shelf } from './shelf.js';
import type { Top } from './top.js';
import { Waiting } from './waiting.js';

/** A shelf with fewer blocks than this is looked at block by block. */
const FEW_BLOCKS = 8;
const WHOLE = -1;
/** Numbers of groups begin here, those of blocks at 0. */
const GROUP = 2 ** 24;

type Numbers = ReadonlySet<number>;

/** Goes through the market best bound first. One search at a time: what it works with is kept from one to the next. */
export class Search {
  private readonly waiting = new Waiting();
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
    waiting.clear();
    query.wanted.forEach(({ ceiling }, at) => waiting.push(ceiling, at, WHOLE));
    while (waiting.pop() && waiting.bound + SLACK >= top.floor) {
      const wanted = query.wanted[waiting.wanted];
      if (wanted === undefined) continue;
      const { groups, blocks } = wanted.shelf;
      if (waiting.node === WHOLE) this.open(query, wanted, leftOut, top);
      else if (waiting.node >= GROUP)
        this.wait(query, wanted, blocks, 0, spanOf(groups, waiting.node - GROUP), top.floor);
      else this.offerRows(query, wanted, spanOf(blocks, waiting.node), leftOut, top);
    }
  }

  /**
   * Every row whose bound reaches its own listing's floor, in no order: the search the other way round.
   *
   * @param floors what a match must reach, by listing
   */
  runReverse(query: Query, floors: Float64Array, leftOut: Numbers, tell: Tell): void {
    for (const wanted of query.wanted) {
      const { groups, blocks, sorted, count } = wanted.shelf;
      for (const group of this.reaching(query, wanted, groups, { from: 0, to: groups.length / NODE.size }))
        for (const block of this.reaching(query, wanted, blocks, spanOf(groups, group)))
          this.tellRows(query, wanted, spanOf(blocks, block), { floors, leftOut, tell });
      this.tellRows(query, wanted, { from: sorted, to: count }, { floors, leftOut, tell });
    }
  }

  private open(query: Query, wanted: Wanted, leftOut: Numbers, top: Top): void {
    const { blocks, groups, count, sorted } = wanted.shelf;
    if (count > sorted) this.offerRows(query, wanted, { from: sorted, to: count }, leftOut, top);
    const [manyBlocks, manyGroups] = [blocks.length / NODE.size, groups.length / NODE.size];
    if (manyBlocks < FEW_BLOCKS) this.wait(query, wanted, blocks, 0, { from: 0, to: manyBlocks }, top.floor);
    else this.wait(query, wanted, groups, GROUP, { from: 0, to: manyGroups }, top.floor);
  }

  private wait(
    query: Query,
    wanted: Wanted,
    nodes: Float64Array,
    base: number,
    span: Span,
    floor: number,
  ): void {
    const bounds = this.boundsFor(span);
    const of = this.waiting.wanted;
    boundNodes(query, wanted, nodes, span, bounds);
    for (let node = span.from; node < span.to; node += 1) {
      const bound = nth(bounds, node - span.from);
      if (bound > 0 && bound + SLACK >= floor) this.waiting.push(bound, of, base + node);
    }
  }

  private offerRows(query: Query, wanted: Wanted, rows: Span, leftOut: Numbers, top: Top): void {
    const { shelf } = wanted;
    const { passed } = this;
    for (let from = rows.from; from < rows.to; from += BLOCK_ROWS) {
      const span = { from, to: Math.min(rows.to, from + BLOCK_ROWS) };
      const many = scan(query, wanted, shelf.hot, span, top.floor, passed);
      for (let at = 0; at < many; at += 1) {
        if (nth(passed.estimates, at) + SLACK < top.floor) continue;
        const row = passed.rows[at] ?? 0;
        const listing = openTo(query, shelf, row, leftOut);
        if (listing < 0) continue;
        const bound = exactOf(query, wanted, shelf, row);
        if (bound > 0 && bound >= top.floor) top.offer(listing, bound);
      }
    }
  }

  private reaching(query: Query, wanted: Wanted, nodes: Float64Array, span: Span): readonly number[] {
    const bounds = this.boundsFor(span);
    boundNodes(query, wanted, nodes, span, bounds);
    const all: number[] = [];
    for (let node = span.from; node < span.to; node += 1) {
      const bound = nth(bounds, node - span.from);
      if (bound > 0 && bound + SLACK >= nth(nodes, node * NODE.size + NODE.floor)) all.push(node);
    }
    return all;
  }

  private tellRows(query: Query, wanted: Wanted, rows: Span, { floors, leftOut, tell }: Reverse): void {
    const { shelf } = wanted;
    for (let from = rows.from; from < rows.to; from += BLOCK_ROWS) {
      const span = { from, to: Math.min(rows.to, from + BLOCK_ROWS) };
      const many = scan(query, wanted, shelf.hot, span, 0, this.passed);
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

  private boundsFor({ from, to }: Span): Float64Array {
    if (this.bounds.length < to - from) this.bounds = new Float64Array(2 * (to - from));
    return this.bounds;
  }
}

type Tell = (listing: number, bound: number) => void;

interface Reverse {
  readonly floors: Float64Array;
  readonly leftOut: Numbers;
  readonly tell: Tell;
}

const spanOf = (nodes: Float64Array, node: number): Span => ({
  from: nth(nodes, node * NODE.size + NODE.from),
  to: nth(nodes, node * NODE.size + NODE.to),
});

/** The listing of a row; −1 where it is gone, of the same firm or not asked for. */
function openTo(query: Query, { cold }: Shelf, row: number, leftOut: Numbers): number {
  const at = row * COLD.size;
  if (nth(cold, at + COLD.firm) === query.firm) return -1;
  const listing = nth(cold, at + COLD.listing);
  return leftOut.size > 0 && leftOut.has(listing) ? -1 : listing;
}
