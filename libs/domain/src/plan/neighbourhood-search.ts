import type { Network, NetworkSimplex } from './network-simplex.js';
import type { Openings, OpeningSearch } from './opening-search.js';
import { sidesOf, type Sides } from './sides.js';

/** Nodes of a neighbourhood: a few hundred arcs, of which some tens are open. */
const NODES = 40;
/** What opening costs is taken for up to so many times as much, or as little. */
const SHAKEN = 3;
/** So many trials in vain end the search: a small market has no neighbourhoods left. */
const PATIENCE = 500;

interface Neighbourhood {
  /** Arcs between its nodes, and those by which these stay unmatched. */
  readonly inner: Int32Array;
  /** These and all others at its nodes. */
  readonly all: Int32Array;
}

/**
 * Shakes one neighbourhood after the other: what opening costs there is spread with errors, the neighbourhood solved
 * anew, and the result kept where all together earn more (iterated local search: Lourenço, Martin & Stützle, Handbook
 * of Metaheuristics, 2003, chapter 11). All else stays as it is, so a trial costs little.
 */
export class NeighbourhoodSearch {
  private readonly sides: Sides;
  /** The last trial that each node was in. */
  private readonly seen: Int32Array;
  private trial = 0;

  constructor(
    private readonly net: Network,
    private readonly simplex: NetworkSimplex,
    private readonly openings: Openings,
    private readonly search: OpeningSearch,
  ) {
    this.sides = sidesOf(net, net.nodes + 1);
    this.seen = new Int32Array(net.nodes + 1);
  }

  /** Tries so many neighbourhoods, drawn by numbers from 0 to 1. */
  run(trials: number, draw: () => number): void {
    const { net, simplex, search } = this;
    let best = search.total();
    let kept = simplex.snapshot();
    let vain = 0;
    for (let trial = 0; trial < trials && vain < PATIENCE; trial += 1, vain += 1) {
      const { inner, all } = this.neighbourhood(Math.floor(draw() * net.nodes));
      this.resolve(inner, draw);
      search.run(all);
      const total = search.total();
      if (total > best + search.nothing) {
        best = total;
        vain = 0;
        kept = simplex.snapshot();
      } else simplex.restore(kept);
    }
  }

  /** The nodes nearest to one, along arcs. */
  private neighbourhood(first: number): Neighbourhood {
    const { net, sides, seen } = this;
    this.trial += 1;
    const nodes = [first];
    seen[first] = this.trial;
    for (let at = 0; at < nodes.length && nodes.length < NODES; at += 1) {
      for (let slot = sides.start[nodes[at]!]!; slot < sides.start[nodes[at]! + 1]!; slot += 1) {
        const arc = sides.arc[slot]!;
        const other = net.from[arc] === nodes[at] ? net.to[arc]! : net.from[arc]!;
        if (this.isIn(other) || nodes.length === NODES) continue;
        seen[other] = this.trial;
        nodes.push(other);
      }
    }
    return this.arcsAt(nodes);
  }

  private isIn(node: number): boolean {
    return node === this.net.nodes || this.seen[node] === this.trial;
  }

  private arcsAt(nodes: readonly number[]): Neighbourhood {
    const { net, sides } = this;
    const inner: number[] = [];
    const all: number[] = [];
    for (const node of nodes) {
      for (let slot = sides.start[node]!; slot < sides.start[node + 1]!; slot += 1) {
        const arc = sides.arc[slot]!;
        const other = net.from[arc] === node ? net.to[arc]! : net.from[arc]!;
        const isInner = this.isIn(other);
        // An arc between two of them stands at both.
        if (isInner && other !== net.nodes && net.from[arc] !== node) continue;
        all.push(arc);
        if (isInner) inner.push(arc);
      }
    }
    return { inner: Int32Array.from(inner), all: Int32Array.from(all) };
  }

  private resolve(arcs: Int32Array, draw: () => number): void {
    const { net, simplex } = this;
    const worth = Float64Array.from(arcs, (arc) => net.value[arc]!);
    this.spread(arcs, draw);
    simplex.solveAmong(arcs);
    arcs.forEach((arc, at) => (net.value[arc] = worth[at]!));
  }

  /** Spreads what opening costs over what flows, or could where nothing does, and errs. */
  private spread(arcs: Int32Array, draw: () => number): void {
    const { burden, upper, nothing } = this.openings;
    const { value, flow } = this.net;
    for (const arc of arcs) {
      if (burden[arc] === 0) continue;
      const amount = flow[arc]! > nothing[arc]! ? flow[arc]! : upper[arc]!;
      value[arc]! -= (burden[arc]! / amount) * SHAKEN ** (2 * draw() - 1);
    }
  }
}
