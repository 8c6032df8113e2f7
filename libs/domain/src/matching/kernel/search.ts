import { boundOfNode, estimateOf, exactOf, SLACK } from './bounds.js';
import type { Query, Wanted } from './query.js';
import { COLD, HOT, NODE, type Shelf } from './shelf.js';
import { Waiting } from './waiting.js';
import type { Top } from './top.js';

/** A shelf with fewer blocks than this is looked at block by block. */
const FEW_BLOCKS = 6;

/** Goes through the market best bound first. One search at a time: what waits is kept from one to the next. */
export class Search {
  private readonly waiting = new Waiting();

  /**
   * Offers every row whose bound could be of use; stops when no bound left reaches the floor.
   *
   * @param leftOut numbers of listings that are not asked for
   */
  run(query: Query, leftOut: ReadonlySet<number>, top: Top): void {
    const { waiting } = this;
    waiting.clear();
    query.wanted.forEach(({ ceiling }, at) => waiting.push(ceiling, at, WHOLE));
    while (waiting.pop() && waiting.bound + SLACK >= top.floor) {
      const wanted = query.wanted[waiting.wanted];
      if (wanted === undefined) continue;
      const { shelf } = wanted;
      if (waiting.node === WHOLE) this.open(query, wanted, leftOut, top);
      else if (waiting.node >= GROUP) {
        const at = (waiting.node - GROUP) * NODE.size;
        const [from, to] = [shelf.groups[at + NODE.from] ?? 0, shelf.groups[at + NODE.to] ?? 0];
        this.blocks(query, wanted, from, to, top.floor);
      } else {
        const at = waiting.node * NODE.size;
        const [from, to] = [shelf.blocks[at + NODE.from] ?? 0, shelf.blocks[at + NODE.to] ?? 0];
        offerRows(query, wanted, { from, to }, leftOut, top);
      }
    }
  }

  private open(query: Query, wanted: Wanted, leftOut: ReadonlySet<number>, top: Top): void {
    const { blocks, groups, count, sorted } = wanted.shelf;
    const [at, many] = [this.waiting.wanted, blocks.length / NODE.size];
    if (count > sorted) offerRows(query, wanted, { from: sorted, to: count }, leftOut, top);
    if (many < FEW_BLOCKS) return this.blocks(query, wanted, 0, many, top.floor);
    for (let group = 0; group * NODE.size < groups.length; group += 1) {
      const bound = boundOfNode(query, wanted, groups, group * NODE.size);
      if (bound + SLACK >= top.floor && bound > 0) this.waiting.push(bound, at, GROUP + group);
    }
  }

  private blocks(query: Query, wanted: Wanted, from: number, to: number, floor: number): void {
    const at = this.waiting.wanted;
    for (let block = from; block < to; block += 1) {
      const bound = boundOfNode(query, wanted, wanted.shelf.blocks, block * NODE.size);
      if (bound + SLACK >= floor && bound > 0) this.waiting.push(bound, at, block);
    }
  }
}

const WHOLE = -1;
/** Numbers of groups begin here, those of blocks at 0. */
const GROUP = 2 ** 24;

interface Rows {
  readonly from: number;
  readonly to: number;
}

function offerRows(query: Query, wanted: Wanted, rows: Rows, leftOut: ReadonlySet<number>, top: Top): void {
  const { shelf } = wanted;
  const { hot } = shelf;
  for (let row = rows.from; row < rows.to; row += 1) {
    const estimate = estimateOf(query, wanted, hot, row * HOT.size);
    if (estimate + SLACK < top.floor || estimate <= 0) continue;
    const listing = openTo(query, shelf, row, leftOut);
    if (listing < 0) continue;
    const bound = exactOf(query, wanted, shelf, row);
    if (bound > 0 && bound >= top.floor) top.offer(listing, bound);
  }
}

/** The listing of a row; −1 where it is gone, of the same firm or not asked for. */
function openTo(query: Query, { cold }: Shelf, row: number, leftOut: ReadonlySet<number>): number {
  const at = row * COLD.size;
  if (cold[at + COLD.firm] === query.firm) return -1;
  const listing = cold[at + COLD.listing] ?? -1;
  return leftOut.size > 0 && leftOut.has(listing) ? -1 : listing;
}

/**
 * Every row whose bound reaches its own listing's floor, in no order: the search the other way round.
 *
 * @param floors what a match must reach, by listing
 */
export function runReverse(
  query: Query,
  floors: Float64Array,
  leftOut: ReadonlySet<number>,
  tell: (listing: number, bound: number) => void,
): void {
  const reaches = (wanted: Wanted, nodes: Float64Array, at: number): boolean => {
    const bound = boundOfNode(query, wanted, nodes, at);
    return bound > 0 && bound + SLACK >= (nodes[at + NODE.floor] ?? -Infinity);
  };
  const look = (wanted: Wanted, from: number, to: number): void => {
    for (let row = from; row < to; row += 1) {
      const listing = openTo(query, wanted.shelf, row, leftOut);
      if (listing < 0) continue;
      const floor = floors[listing] ?? -Infinity;
      if (estimateOf(query, wanted, wanted.shelf.hot, row * HOT.size) + SLACK < floor) continue;
      const bound = exactOf(query, wanted, wanted.shelf, row);
      if (bound > 0 && bound >= floor) tell(listing, bound);
    }
  };
  for (const wanted of query.wanted) {
    const { groups, blocks, sorted, count } = wanted.shelf;
    for (let group = 0; group < groups.length; group += NODE.size) {
      if (!reaches(wanted, groups, group)) continue;
      const last = (groups[group + NODE.to] ?? 0) * NODE.size;
      for (let block = (groups[group + NODE.from] ?? 0) * NODE.size; block < last; block += NODE.size)
        if (reaches(wanted, blocks, block))
          look(wanted, blocks[block + NODE.from] ?? 0, blocks[block + NODE.to] ?? 0);
    }
    look(wanted, sorted, count);
  }
}
