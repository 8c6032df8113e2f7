/** A network whose every node stands in a tree over the arcs `start`, with flows that keep all balances. */
export interface Network {
  /** Nodes without the root, which has this number. */
  readonly nodes: number;
  readonly from: Int32Array;
  readonly to: Int32Array;
  readonly capacity: Float64Array;
  /** What one unit over each arc is worth; may be changed between two calls of `solve`. */
  readonly value: Float64Array;
  readonly flow: Float64Array;
  /** The arc by which each node hangs in the first tree, on `parent`. */
  readonly start: Int32Array;
  readonly parent: Int32Array;
}

/** A tree and its flows. */
export type Snapshot = readonly (Int8Array | Int32Array | Float64Array)[];

const NONE = -1;
const LOWER = 1;
const IN_TREE = 0;
const UPPER = -1;
/** An arc enters when it is worth more than its ends by this share of the largest value. */
const NOTHING = 1e-13;
const SMALLEST_BLOCK = 20;
/** Far beyond what was ever needed: an end for a search that rounding has led astray. */
const PIVOTS_A_ARC = 60;

/**
 * Primal network simplex with node potentials and block pivots. The tree stays strongly feasible (from every node some
 * amount can be sent to the root), by which no sequence of pivots comes back to itself: the leaving arc is the last
 * blocking one, seen from the top of the cycle along its direction (Cunningham 1976; Ahuja, Magnanti & Orlin, Network
 * Flows, 1993, section 11.6). Only the subtree that moves gets new potentials, and in a plan it is small: most nodes
 * hang on the root, as unmatched.
 */
export class NetworkSimplex {
  /** What one unit at each node is worth; the root's is 0. */
  readonly potential: Float64Array;
  pivots = 0;
  private readonly state: Int8Array;
  private readonly parent: Int32Array;
  private readonly pred: Int32Array;
  private readonly depth: Int32Array;
  private readonly first: Int32Array;
  private readonly next: Int32Array;
  private readonly before: Int32Array;
  private readonly block: number;
  private cursor = 0;
  private least = 0;

  constructor(private readonly net: Network) {
    const size = net.nodes + 1;
    this.potential = new Float64Array(size);
    this.state = new Int8Array(net.from.length).fill(LOWER);
    this.parent = new Int32Array(size).fill(NONE);
    this.pred = new Int32Array(size).fill(NONE);
    this.depth = new Int32Array(size);
    this.first = new Int32Array(size).fill(NONE);
    this.next = new Int32Array(size).fill(NONE);
    this.before = new Int32Array(size).fill(NONE);
    this.block = Math.max(SMALLEST_BLOCK, Math.ceil(Math.sqrt(net.from.length) / 2));
    for (let node = 0; node < net.nodes; node += 1) this.hang(node, net.parent[node]!, net.start[node]!);
    for (const arc of net.start) this.state[arc] = IN_TREE;
  }

  /**
   * Pivots until no arc is worth more than its ends. Called again after values have changed it goes on from the tree
   * that it has, which is still feasible.
   */
  solve(): void {
    this.least = NOTHING * this.net.value.reduce((most, value) => Math.max(most, Math.abs(value)), 0);
    const most = this.pivots + PIVOTS_A_ARC * this.net.from.length;
    this.price();
    for (;;) {
      const before = this.pivots;
      for (let arc = this.entering(); arc !== NONE && this.pivots < most; arc = this.entering())
        this.pivot(arc);
      // Potentials were moved by sums until here: counted anew, they may show what rounding had hidden.
      this.price();
      if (this.pivots === before || this.pivots >= most) return;
    }
  }

  /** The same among these arcs alone; the others stay as they are. */
  solveAmong(arcs: Int32Array): void {
    this.price();
    const most = this.pivots + PIVOTS_A_ARC * arcs.length;
    while (this.pivots < most) {
      let best = this.least;
      let found = NONE;
      for (let at = 0; at < arcs.length; at += 1) {
        const gain = this.state[arcs[at]!]! * this.surplus(arcs[at]!);
        if (gain <= best) continue;
        best = gain;
        found = arcs[at]!;
      }
      if (found === NONE) return;
      this.pivot(found);
    }
  }

  /** The tree and its flows as they are, to come back to. */
  snapshot(): Snapshot {
    return this.parts().map((part) => part.slice());
  }

  /** The tree and its flows as they were; its prices are counted anew when it is next solved. */
  restore(kept: Snapshot): void {
    this.parts().forEach((part, at) => part.set(kept[at]!));
  }

  private parts(): Snapshot {
    const { state, parent, pred, first, next, before, net } = this;
    return [state, parent, pred, first, next, before, net.flow];
  }

  /** How much more an arc is worth than its ends, per unit. */
  surplus(arc: number): number {
    const { value, from, to } = this.net;
    return value[arc]! - this.potential[from[arc]!]! + this.potential[to[arc]!]!;
  }

  /**
   * The ring that one unit over an arc outside the tree would turn in, the arc itself left out: those that get more
   * as their numbers, those that get less as ~ of theirs. An arc that is full is emptied.
   *
   * @returns how many stand in `ring`
   */
  ringOf(arc: number, ring: Int32Array): number {
    const { from, to } = this.net;
    const isFilling = this.state[arc] === LOWER;
    let left = isFilling ? from[arc]! : to[arc]!;
    let right = isFilling ? to[arc]! : from[arc]!;
    let count = 0;
    for (; left !== right; count += 1) {
      const isLeft = this.depth[left]! >= this.depth[right]!;
      const node = isLeft ? left : right;
      const pred = this.pred[node]!;
      ring[count] = (from[pred] === node) === isLeft ? ~pred : pred;
      if (isLeft) left = this.parent[node]!;
      else right = this.parent[node]!;
    }
    return count;
  }

  isOutside(arc: number): boolean {
    return this.state[arc] !== IN_TREE;
  }

  /** Whether an arc outside the tree is full rather than empty. */
  isFull(arc: number): boolean {
    return this.state[arc] === UPPER;
  }

  /** All potentials from the root downwards, along the arcs of the tree. */
  price(): void {
    const { nodes } = this.net;
    for (let node = this.first[nodes]!; node !== NONE; node = this.following(node, nodes)) {
      this.depth[node] = this.depth[this.parent[node]!]! + 1;
      this.potential[node] = this.potentialBy(node, this.parent[node]!, this.pred[node]!);
    }
  }

  private potentialBy(node: number, parent: number, arc: number): number {
    const { from, value } = this.net;
    return this.potential[parent]! + (from[arc] === node ? value[arc]! : -value[arc]!);
  }

  /** The next of a subtree, each node after its parent; NONE after the last. */
  private following(node: number, top: number): number {
    if (this.first[node] !== NONE) return this.first[node]!;
    let at = node;
    while (at !== top && this.next[at] === NONE) at = this.parent[at]!;
    return at === top ? NONE : this.next[at]!;
  }

  /** The best arc of the first block that has any that pays. */
  private entering(): number {
    const { from, to, value } = this.net;
    const { state, potential, block } = this;
    const arcs = from.length;
    let best = this.least;
    let found = NONE;
    let at = this.cursor;
    for (let seen = 0; seen < arcs && found === NONE;) {
      const end = Math.min(at + block, arcs, at + arcs - seen);
      seen += end - at;
      for (; at < end; at += 1) {
        const gain = state[at]! * (value[at]! - potential[from[at]!]! + potential[to[at]!]!);
        if (gain > best) {
          best = gain;
          found = at;
        }
      }
      if (at === arcs) at = 0;
    }
    this.cursor = at;
    return found;
  }

  /** Takes an arc into the tree, and as much over it as its ring has room for. */
  pivot(arc: number): void {
    this.pivots += 1;
    const { from, to, capacity } = this.net;
    const isFilling = this.state[arc] === LOWER;
    const tail = isFilling ? from[arc]! : to[arc]!;
    const head = isFilling ? to[arc]! : from[arc]!;
    let amount = capacity[arc]!;
    let leaving = NONE;
    let isOnTail = false;
    let left = tail;
    let right = head;
    while (left !== right) {
      if (this.depth[left]! >= this.depth[right]!) {
        const room = this.roomDown(left);
        if (room < amount) {
          amount = room;
          leaving = left;
          isOnTail = true;
        }
        left = this.parent[left]!;
      } else {
        const room = this.roomUp(right);
        if (room <= amount) {
          amount = room;
          leaving = right;
          isOnTail = false;
        }
        right = this.parent[right]!;
      }
    }
    if (amount > 0) this.push(arc, isFilling ? amount : -amount, tail, head, left, amount);
    if (leaving === NONE) this.turn(arc, isFilling);
    else if (isOnTail) this.swap(arc, leaving, tail, head, true);
    else this.swap(arc, leaving, head, tail, false);
  }

  /** How much more may flow from the parent to the node. */
  private roomDown(node: number): number {
    const arc = this.pred[node]!;
    const { from, flow, capacity } = this.net;
    return from[arc] === node ? flow[arc]! : capacity[arc]! - flow[arc]!;
  }

  /** How much more may flow from the node to its parent. */
  private roomUp(node: number): number {
    const arc = this.pred[node]!;
    const { from, flow, capacity } = this.net;
    return from[arc] === node ? capacity[arc]! - flow[arc]! : flow[arc]!;
  }

  private push(arc: number, change: number, tail: number, head: number, top: number, amount: number): void {
    const { from, flow } = this.net;
    flow[arc]! += change;
    for (let node = tail; node !== top; node = this.parent[node]!) {
      const pred = this.pred[node]!;
      flow[pred]! += from[pred] === node ? -amount : amount;
    }
    for (let node = head; node !== top; node = this.parent[node]!) {
      const pred = this.pred[node]!;
      flow[pred]! += from[pred] === node ? amount : -amount;
    }
  }

  /** The entering arc is full, or empty, before anything else: the tree stays as it is. */
  private turn(arc: number, isFilling: boolean): void {
    this.state[arc] = isFilling ? UPPER : LOWER;
    this.net.flow[arc] = isFilling ? this.net.capacity[arc]! : 0;
  }

  /** Takes the leaving arc out of the tree and hangs the part below it on the entering one. */
  private swap(entering: number, leaving: number, within: number, without: number, isOnTail: boolean): void {
    const { from, flow, capacity } = this.net;
    const out = this.pred[leaving]!;
    const isEmptied = (from[out] === leaving) === isOnTail;
    this.state[out] = isEmptied ? LOWER : UPPER;
    flow[out] = isEmptied ? 0 : capacity[out]!;
    this.state[entering] = IN_TREE;
    let node = within;
    let parent = without;
    let arc = entering;
    for (;;) {
      const oldParent = this.parent[node]!;
      const oldArc = this.pred[node]!;
      this.take(node);
      this.hang(node, parent, arc);
      if (node === leaving) break;
      parent = node;
      arc = oldArc;
      node = oldParent;
    }
    this.move(within, this.potentialBy(within, without, entering) - this.potential[within]!);
  }

  private move(top: number, change: number): void {
    for (let node = top; node !== NONE; node = this.following(node, top)) {
      this.potential[node]! += change;
      this.depth[node] = this.depth[this.parent[node]!]! + 1;
    }
  }

  private hang(node: number, parent: number, arc: number): void {
    const sibling = this.first[parent]!;
    this.parent[node] = parent;
    this.pred[node] = arc;
    this.before[node] = NONE;
    this.next[node] = sibling;
    if (sibling !== NONE) this.before[sibling] = node;
    this.first[parent] = node;
  }

  private take(node: number): void {
    const before = this.before[node]!;
    const next = this.next[node]!;
    if (before === NONE) this.first[this.parent[node]!] = next;
    else this.next[before] = next;
    if (next !== NONE) this.before[next] = before;
  }
}
