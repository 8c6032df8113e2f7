/** A pair that could be made, and what it is worth. */
export interface Edge {
  readonly a: number;
  readonly b: number;
  /** Above 0. */
  readonly weight: number;
}

/** Pairs in which nobody stands twice, and how good they surely are. */
export interface Pairing {
  readonly edges: readonly Edge[];
  readonly weight: number;
  /** No pairing is worth more. */
  readonly bound: number;
}

/** Flows that hang together: up to so many the best pairs are found by trying all, 2^16 sets of them. */
const EXACT_NODES = 16;

/**
 * Puts nodes into pairs of the greatest total weight. Each connected part of up to 16 nodes is solved exactly, by a
 * table over its subsets (Held & Karp 1962). A larger part is paired greedily, heaviest first, which gives at least half of
 * the best (Avis 1983, Networks 13), and then improved by exchanging a pair for its two neighbours while that gains. The bound is the exact sum of the
 * small parts plus, for a large one, half of what the best edge of each of its nodes weighs: an edge counts at both ends.
 *
 * @param edges weights above 0; of two edges between the same nodes the heavier counts; ties go to the lower numbers
 * @throws RangeError when a weight is not above 0, or a node is paired with itself
 * @example bestPairing([{ a: 0, b: 1, weight: 3 }, { a: 1, b: 2, weight: 4 }, { a: 2, b: 3, weight: 3 }]).weight // 6
 */
export function bestPairing(edges: readonly Edge[]): Pairing {
  for (const { a, b, weight } of edges)
    if (!(weight > 0) || a === b) throw new RangeError('A pair is of two nodes and worth more than 0');
  const sorted = [...edges].sort(heaviestFirst);
  const parts = partsOf(sorted).map((part) => {
    const nodes = [...new Set(part.flatMap(({ a, b }) => [a, b]))].sort((x, y) => x - y);
    return nodes.length <= EXACT_NODES ? exact(nodes, part) : greedy(part);
  });
  return {
    edges: parts.flatMap((one) => one.edges).sort(heaviestFirst),
    weight: parts.reduce((sum, one) => sum + one.weight, 0),
    bound: parts.reduce((sum, one) => sum + one.bound, 0),
  };
}

const heaviestFirst = (x: Edge, y: Edge): number => y.weight - x.weight || x.a - y.a || x.b - y.b;

const total = (edges: readonly Edge[]): number => edges.reduce((sum, one) => sum + one.weight, 0);

/** The edges by connected part, each in the order given. */
function partsOf(edges: readonly Edge[]): readonly (readonly Edge[])[] {
  const over = new Map<number, number>();
  const rootOf = (node: number): number => {
    let at = node;
    for (let up = over.get(at); up !== undefined; up = over.get(at)) at = up;
    return at;
  };
  for (const { a, b } of edges) {
    const [from, to] = [rootOf(a), rootOf(b)];
    if (from !== to) over.set(from, to);
  }
  const parts = new Map<number, Edge[]>();
  for (const edge of edges) append(parts, rootOf(edge.a), edge);
  return [...parts.values()];
}

function append(lists: Map<number, Edge[]>, key: number, edge: Edge): void {
  const list = lists.get(key);
  if (list === undefined) lists.set(key, [edge]);
  else list.push(edge);
}

/** An edge of a small part, its nodes as bits. */
interface Bits {
  readonly edge: Edge;
  readonly both: number;
}

/** worth[set] is the most that the nodes of the set can be worth; the lowest of them stays alone or takes a partner. */
function exact(nodes: readonly number[], edges: readonly Edge[]): Pairing {
  const bit = new Map(nodes.map((node, at) => [node, 1 << at]));
  const bits = edges.map((edge) => ({ edge, both: (bit.get(edge.a) ?? 0) | (bit.get(edge.b) ?? 0) }));
  const byLowest = nodes.map((_node, at) => bits.filter(({ both }) => lowestOf(both) === at));
  const worth: number[] = [0];
  const taken: (Bits | undefined)[] = [undefined];
  for (let set = 1; set < 2 ** nodes.length; set += 1) {
    const alone: Choice = { worth: worth[set & (set - 1)] ?? 0, taken: undefined };
    const best = (byLowest[lowestOf(set)] ?? [])
      .filter(({ both }) => (set & both) === both)
      .reduce((known, one) => better(known, one, worth[set & ~one.both] ?? 0), alone);
    worth.push(best.worth);
    taken.push(best.taken);
  }
  const chosen: Edge[] = [];
  for (let set = 2 ** nodes.length - 1; set > 0;) {
    const one = taken[set];
    if (one !== undefined) chosen.push(one.edge);
    set &= one === undefined ? set - 1 : ~one.both;
  }
  return { edges: chosen, weight: total(chosen), bound: total(chosen) };
}

interface Choice {
  readonly worth: number;
  readonly taken: Bits | undefined;
}

const lowestOf = (set: number): number => 31 - Math.clz32(set & -set);

const better = (known: Choice, one: Bits, rest: number): Choice =>
  one.edge.weight + rest > known.worth ? { worth: one.edge.weight + rest, taken: one } : known;

function greedy(edges: readonly Edge[]): Pairing {
  const held = new Map<number, Edge>();
  const hold = (edge: Edge): void => void held.set(edge.a, edge).set(edge.b, edge);
  const drop = (edge: Edge): void => void (held.delete(edge.a), held.delete(edge.b));
  for (const edge of edges) if (!held.has(edge.a) && !held.has(edge.b)) hold(edge);
  const bound = boundOf(edges);
  const of = edgesByNode(edges);
  // Each exchange makes the whole worth more, and there are finitely many pairings.
  for (let gained = true; gained;) {
    gained = false;
    for (const edge of new Set(held.values())) {
      const two = held.get(edge.a) === edge ? exchangeFor(edge, of, held) : undefined;
      if (two === undefined) continue;
      for (const old of new Set([edge, ...two.flatMap((one) => heldBy(one, held))])) drop(old);
      two.forEach(hold);
      gained = true;
    }
    for (const edge of edges) if (!held.has(edge.a) && !held.has(edge.b)) hold(edge);
  }
  const chosen = [...new Set(held.values())];
  return { edges: chosen, weight: total(chosen), bound };
}

type Held = ReadonlyMap<number, Edge>;

const heldBy = ({ a, b }: Edge, held: Held): readonly Edge[] =>
  [held.get(a), held.get(b)].filter((one) => one !== undefined);

/** So many neighbours at each end are looked at: more seldom help. */
const LOOKED_AT = 4;

/** The edges at both ends of a pair that gain most in its place, with the pairs that they break taken off. */
function exchangeFor(
  edge: Edge,
  of: ReadonlyMap<number, readonly Edge[]>,
  held: Held,
): readonly Edge[] | undefined {
  const at = (node: number): readonly Edge[] =>
    (of.get(node) ?? []).filter((one) => one !== edge).slice(0, LOOKED_AT);
  let found: readonly Edge[] | undefined;
  let most = 1e-9 * edge.weight;
  for (const x of at(edge.a)) {
    for (const y of at(edge.b)) {
      if ([x.a, x.b].some((node) => node === y.a || node === y.b)) continue;
      const broken = new Set([...heldBy(x, held), ...heldBy(y, held)]);
      const gain = x.weight + y.weight - total([...broken]);
      if (gain > most) [found, most] = [[x, y], gain];
    }
  }
  return found;
}

function edgesByNode(edges: readonly Edge[]): ReadonlyMap<number, readonly Edge[]> {
  const of = new Map<number, Edge[]>();
  for (const edge of edges) for (const node of [edge.a, edge.b]) append(of, node, edge);
  return of;
}

function boundOf(edges: readonly Edge[]): number {
  const heaviest = new Map<number, number>();
  for (const { a, b, weight } of edges)
    for (const node of [a, b]) heaviest.set(node, Math.max(weight, heaviest.get(node) ?? 0));
  return [...heaviest.values()].reduce((sum, one) => sum + one, 0) / 2;
}
