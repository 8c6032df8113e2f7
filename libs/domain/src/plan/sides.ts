/** The arcs at each node, as one list with where each node's begin. */
export interface Sides {
  readonly start: Int32Array;
  readonly arc: Int32Array;
}

/** The arcs at each of so many nodes, those that leave it first. */
export function sidesOf(ends: { readonly from: Int32Array; readonly to: Int32Array }, nodes: number): Sides {
  const start = new Int32Array(nodes + 1);
  for (const end of [ends.from, ends.to]) for (const node of end) start[node + 1]! += 1;
  for (let node = 0; node < nodes; node += 1) start[node + 1]! += start[node]!;
  const free = start.slice();
  const arc = new Int32Array(2 * ends.from.length);
  for (const end of [ends.from, ends.to]) {
    for (let at = 0; at < end.length; at += 1) {
      const node = end[at]!;
      arc[free[node]!] = at;
      free[node]! += 1;
    }
  }
  return { start, arc };
}
