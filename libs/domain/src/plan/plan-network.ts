import type { PlanPrices } from './plan.js';
import type { PlanProblem } from './plan-problem.js';
import type { PlanLimits } from './limits.js';
import { NetworkSimplex, type Network } from './network-simplex.js';
import { nearOrder } from './near.js';
import { NeighbourhoodSearch } from './neighbourhood-search.js';
import { OpeningSearch, type Openings } from './opening-search.js';
import type { Scales } from './scales.js';
import { NO_FLOW } from './totals.js';

interface Searches {
  readonly search: OpeningSearch;
  readonly neighbours: NeighbourhoodSearch;
}

/**
 * A question as a network: offers, needs, and for each treatment one node before it and one after. The root is the
 * node "unmatched": every offer may leave its supply there, every need get its demand from there and every treatment
 * leave its product there, for nothing. That star is the first tree, possible at once.
 */
export class PlanNetwork {
  readonly simplex: NetworkSimplex;
  /** Which link each of the first arcs stands for: those that can carry anything, by the node they come from. */
  readonly link: Int32Array;
  /** The network's number of each offer, need and treatment; those of products follow in their order. */
  private readonly place: Int32Array;
  private readonly net: Network;
  private searches: Searches | undefined;
  private readonly treatmentsFrom: number;

  constructor(
    private readonly problem: PlanProblem,
    private readonly limits: PlanLimits,
    private readonly scales: Scales,
  ) {
    this.treatmentsFrom = problem.supply.length + problem.demand.length;
    const nodes = this.treatmentsFrom + problem.treatments.yield.length;
    this.place = nearOrder(problem.arcs, nodes);
    this.link = linksOf(problem, limits, this.place);
    this.net = this.networkOf();
    this.simplex = new NetworkSimplex(this.net);
  }

  /** The best flows for these values per unit of each link that leaves `from`; a link of value -Infinity is closed. */
  solve(value: Float64Array): Float64Array {
    this.load(value);
    this.simplex.solve();
    return this.flow();
  }

  /** From the last flows to better ones beside them, what opening a link costs counted in full. */
  search(): Float64Array {
    this.load(this.problem.arcs.value);
    this.openings().search.run(this.openable());
    return this.flow();
  }

  /** The same further on: so many neighbourhoods are shaken, by numbers drawn from 0 to 1. */
  shake(trials: number, draw: () => number): Float64Array {
    this.load(this.problem.arcs.value);
    this.openings().neighbours.run(trials, draw);
    return this.flow();
  }

  private load(value: Float64Array): void {
    const { arcs } = this.problem;
    const worth = this.net.value;
    let most = 0;
    for (let at = 0; at < this.link.length; at += 1) {
      const link = this.link[at]!;
      worth[at] = value[link]! / this.giving(arcs.from[link]!);
      if (value[link] !== -Infinity) most = Math.max(most, Math.abs(worth[at]!));
    }
    for (let at = 0; at < this.problem.treatments.yield.length; at += 1)
      most = Math.max(most, Math.abs(worth[this.link.length + at]!));
    // No way has more than two links and a treatment: with this on one of them none can pay.
    const closed = -4 * most - 1;
    for (let at = 0; at < this.link.length; at += 1) if (worth[at] === -Infinity) worth[at] = closed;
  }

  /** Links and treatments; the star's arcs are open always. */
  private openable(): Int32Array {
    return Int32Array.from(
      { length: this.link.length + this.problem.treatments.yield.length },
      (_, at) => at,
    );
  }

  private openings(): Searches {
    this.searches ??= this.searchesOf();
    return this.searches;
  }

  private searchesOf(): Searches {
    const { fixed, least, upper } = this.limits;
    const { arcs } = this.problem;
    const numbers = (of: (link: number, scale: number) => number): Float64Array => {
      const all = new Float64Array(this.net.from.length);
      this.link.forEach((link, at) => (all[at] = of(link, this.giving(arcs.from[link]!))));
      return all;
    };
    const openings: Openings = {
      fixed: numbers((link) => fixed[link]!),
      least: numbers((link, scale) => least[link]! * scale),
      burden: numbers((link) => Math.max(fixed[link]!, least[link]! * Math.max(0, arcs.value[link]!))),
      upper: numbers((link, scale) => upper[link]! * scale),
      nothing: numbers((link, scale) => NO_FLOW * upper[link]! * scale),
    };
    const search = new OpeningSearch(this.net, this.simplex, openings);
    return { search, neighbours: new NeighbourhoodSearch(this.net, this.simplex, openings, search) };
  }

  /** What one unit more of each limit is worth for the values last solved. */
  prices(): PlanPrices {
    const { supply, demand, treatments, arcs } = this.problem;
    const { potential } = this.simplex;
    const { node, product } = this.scales;
    const arc = new Float64Array(arcs.from.length);
    this.link.forEach((link, at) => {
      if (arcs.capacity[link] === Infinity) return;
      arc[link] = Math.max(0, this.simplex.surplus(at)) * this.giving(arcs.from[link]!);
    });
    const count = treatments.yield.length;
    const base = this.link.length;
    return {
      supply: supply.map((_, at) => Math.max(0, potential[this.place[at]!]! * node[at]!)),
      demand: demand.map((_, at) => {
        const need = supply.length + at;
        return Math.max(0, -potential[this.place[need]!]! * node[need]!);
      }),
      treatment: treatments.yield.map((_, at) =>
        Math.max(0, this.simplex.surplus(base + at) * node[this.treatmentsFrom + at]!),
      ),
      product: product.map((scale, at) => Math.max(0, potential[this.treatmentsFrom + count + at]! * scale)),
      arc,
    };
  }

  private flow(): Float64Array {
    const flow = new Float64Array(this.problem.arcs.from.length);
    this.link.forEach((link, at) => {
      flow[link] = this.net.flow[at]! / this.giving(this.problem.arcs.from[link]!);
    });
    return flow;
  }

  /** Common units in one that leaves a node. */
  private giving(node: number): number {
    const { node: scale, product } = this.scales;
    return node < this.treatmentsFrom ? scale[node]! : product[node - this.treatmentsFrom]!;
  }

  private networkOf(): Network {
    const { supply, demand, treatments } = this.problem;
    const count = treatments.yield.length;
    const nodes = this.treatmentsFrom + 2 * count;
    const base = this.link.length;
    const size = base + count + this.treatmentsFrom + count;
    const net: Network = {
      nodes,
      from: new Int32Array(size),
      to: new Int32Array(size),
      capacity: new Float64Array(size).fill(Infinity),
      value: new Float64Array(size),
      flow: new Float64Array(size),
      start: new Int32Array(nodes),
      parent: new Int32Array(nodes).fill(nodes),
    };
    this.layLinks(net);
    const { node } = this.scales;
    const star = base + count;
    for (let at = 0; at < this.treatmentsFrom; at += 1) {
      const isOffer = at < supply.length;
      const amount = (isOffer ? supply[at]! : demand[at - supply.length]!) * node[at]!;
      const place = this.place[at]!;
      lay(net, star + at, isOffer ? place : nodes, isOffer ? nodes : place);
      net.flow[star + at] = amount;
      net.start[place] = star + at;
    }
    for (let at = 0; at < count; at += 1) {
      const [before, after, scale] = [
        this.place[this.treatmentsFrom + at]!,
        this.treatmentsFrom + count + at,
        node[this.treatmentsFrom + at]!,
      ];
      lay(net, base + at, before, after);
      net.capacity[base + at] = treatments.capacity[at]! * scale;
      net.value[base + at] = treatments.value[at]! / scale;
      const free = star + this.treatmentsFrom + at;
      lay(net, free, after, nodes);
      net.start[before] = base + at;
      net.parent[before] = after;
      net.start[after] = free;
    }
    return net;
  }

  private layLinks(net: Network): void {
    const { arcs, treatments } = this.problem;
    const made = treatments.yield.length;
    this.link.forEach((link, at) => {
      const from = arcs.from[link]!;
      lay(net, at, from < this.treatmentsFrom ? this.place[from]! : from + made, this.place[arcs.to[link]!]!);
      // What the ends hold limits the flow already: only a limit of the link's own is one of the arc.
      net.capacity[at] = arcs.capacity[link]! * this.giving(from);
    });
  }
}

const lay = (net: Network, arc: number, from: number, to: number): void => {
  net.from[arc] = from;
  net.to[arc] = to;
};

/** The links that can carry anything, sorted by where they come from, so that neighbours stand together. */
function linksOf({ arcs }: PlanProblem, { upper }: PlanLimits, place: Int32Array): Int32Array {
  const start = new Int32Array(place.length + 1);
  const isUsable = (arc: number): boolean => upper[arc]! > 0;
  for (let arc = 0; arc < upper.length; arc += 1) if (isUsable(arc)) start[place[arcs.from[arc]!]! + 1]! += 1;
  for (let node = 0; node < place.length; node += 1) start[node + 1]! += start[node]!;
  const links = new Int32Array(start[place.length]!);
  for (let arc = 0; arc < upper.length; arc += 1) {
    if (!isUsable(arc)) continue;
    const node = place[arcs.from[arc]!]!;
    links[start[node]!] = arc;
    start[node]! += 1;
  }
  return links;
}
