import { sidesOf } from './sides.js';

/** Nodes of a clump: what the tree keeps of them fits the cache nearest to the processor. */
const CLUMP = 512;

/**
 * Numbers for nodes by which those that hang together are near each other, in clumps that grow along arcs. A tree over
 * a large market is walked along its arcs: with its nodes in any order, nearly every step would wait for memory.
 *
 * @returns the new number of each node
 */
export function nearOrder(
  arcs: { readonly from: Int32Array; readonly to: Int32Array },
  nodes: number,
): Int32Array {
  const sides = sidesOf(arcs, nodes);
  const place = new Int32Array(nodes).fill(-1);
  const order = new Int32Array(nodes);
  /** Where clumps may go on: the arcs' other ends at the rim of those before. */
  const rim = new Int32Array(2 * arcs.from.length + nodes);
  let [end, rimAt, rimEnd] = [0, 0, 0];
  const take = (node: number): void => {
    if (place[node] !== -1) return;
    place[node] = end;
    order[end] = node;
    end += 1;
  };
  const toOthers = (node: number, give: (other: number) => void): void => {
    for (let slot = sides.start[node]!; slot < sides.start[node + 1]!; slot += 1) {
      const arc = sides.arc[slot]!;
      give(arcs.from[arc] === node ? arcs.to[arc]! : arcs.from[arc]!);
    }
  };
  const leave = (node: number): void => {
    if (place[node] !== -1) return;
    rim[rimEnd] = node;
    rimEnd += 1;
  };
  const grow = (seed: number): void => {
    const first = end;
    let at = first;
    take(seed);
    for (; at < end && at < first + CLUMP && end < first + CLUMP; at += 1) toOthers(order[at]!, take);
    for (; at < end; at += 1) toOthers(order[at]!, leave);
  };
  for (let node = 0; node < nodes; node += 1) {
    leave(node);
    for (; rimAt < rimEnd; rimAt += 1) if (place[rim[rimAt]!] === -1) grow(rim[rimAt]!);
  }
  return place;
}
