import type { Network, NetworkSimplex } from './network-simplex.js';

/** A swap must bring this share of the largest cost of opening: less is rounding. */
const NOTHING = 1e-9;

/** What opening an arc costs and what it must carry then; 0 for arcs that are always open. */
export interface Openings {
  readonly fixed: Float64Array;
  readonly least: Float64Array;
  /** What must be earned to open it, in the objective: its fixed cost, or what its smallest lot is worth. */
  readonly burden: Float64Array;
  /** Most that it can carry. */
  readonly upper: Float64Array;
  /** Flows up to here are none. */
  readonly nothing: Float64Array;
}

/**
 * Goes from a tree to a neighbouring one as long as all together then earn more, what opening costs counted in full:
 * an arc enters, another is emptied (adjacent extreme points: Walker, Naval Research Logistics Quarterly 23, 1976).
 * An arc that is worth less than its ends may pay too, for what it closes. Below a smallest lot nothing is earned.
 */
export class OpeningSearch {
  /** What counts as more. */
  readonly nothing: number;
  private readonly ring: Int32Array;

  constructor(
    private readonly net: Network,
    private readonly simplex: NetworkSimplex,
    private readonly openings: Openings,
  ) {
    this.ring = new Int32Array(net.nodes + 1);
    this.nothing = NOTHING * openings.burden.reduce((most, cost) => Math.max(most, cost), 0);
  }

  /** Swaps among these arcs until no swap pays, with the values as they are in the network now. */
  run(arcs: Int32Array): void {
    const { simplex } = this;
    simplex.price();
    for (let [idle, at] = [0, 0]; idle < arcs.length; idle += 1) {
      const arc = arcs[at]!;
      at = at + 1 === arcs.length ? 0 : at + 1;
      if (!simplex.isOutside(arc) || this.gainOf(arc) <= this.nothing) continue;
      simplex.pivot(arc);
      idle = 0;
    }
  }

  /** What all flows earn, what is opened paid for. */
  total(): number {
    const { flow, value } = this.net;
    let total = 0;
    for (let arc = 0; arc < flow.length; arc += 1) {
      const amount = flow[arc]!;
      if (amount !== 0) total += amount * value[arc]! - this.costOf(arc, amount);
    }
    return total;
  }

  /** What all earn more, when an arc outside the tree takes as much as its ring has room for. */
  private gainOf(arc: number): number {
    const { net, simplex, ring } = this;
    const count = simplex.ringOf(arc, ring);
    let amount = net.capacity[arc]!;
    for (let at = 0; at < count; at += 1) {
      const other = ring[at]!;
      const room = other < 0 ? net.flow[~other]! : net.capacity[other]! - net.flow[other]!;
      if (room < amount) amount = room;
    }
    if (!(amount > 0) || amount === Infinity) return 0;
    const change = simplex.isFull(arc) ? -amount : amount;
    let gain = change * simplex.surplus(arc) - this.costOfChange(arc, change);
    for (let at = 0; at < count; at += 1) {
      const other = ring[at]!;
      gain -= other < 0 ? this.costOfChange(~other, -amount) : this.costOfChange(other, amount);
    }
    return gain;
  }

  private costOfChange(arc: number, change: number): number {
    if (this.openings.burden[arc] === 0) return 0;
    const flow = this.net.flow[arc]!;
    return this.costOf(arc, flow + change) - this.costOf(arc, flow);
  }

  private costOf(arc: number, flow: number): number {
    const { fixed, least, nothing } = this.openings;
    if (flow <= nothing[arc]!) return 0;
    return flow < least[arc]! ? fixed[arc]! + flow * Math.abs(this.net.value[arc]!) : fixed[arc]!;
  }
}
