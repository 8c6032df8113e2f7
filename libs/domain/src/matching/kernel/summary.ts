import { rounded, whole } from './nth.js';
import { highBit, HOT, lowBit, NODE } from './row.js';

/** Rows in a block, and blocks in a node, nodes in the next one, up to the one of all. */
export const BLOCK_ROWS = 16;
export const FAN = 8;

/** What the rows of a shelf come to at their most: blocks first, then what holds blocks, the node of all at the end. */
export interface Nodes {
  readonly numbers: Float32Array;
  /** The same memory as whole numbers. */
  readonly marks: Int32Array;
}

export const nodesOver = (numbers: Float32Array): Nodes => ({
  numbers,
  marks: new Int32Array(numbers.buffer, numbers.byteOffset, numbers.length),
});

/** Gathers what holds for all rows of a node. */
class Summary {
  private x = 0;
  private y = 0;
  private z = 0;
  private trust = 0;
  private perKm = Infinity;
  private isSilent = false;
  private least = Infinity;
  private most = 0;
  private openKm = 0;
  private floor = Infinity;
  private division = NONE;
  private low = 0;
  private high = 0;

  addRow(hot: Float32Array, row: number): void {
    const at = row * HOT.size;
    const division = rounded(hot, at + HOT.division);
    const perKm = rounded(hot, at + HOT.perKm);
    const amount = rounded(hot, at + HOT.amount);
    this.move(hot, at);
    this.trust = Math.max(this.trust, rounded(hot, at + HOT.trust));
    if (perKm === 0) this.isSilent = true;
    else this.perKm = Math.min(this.perKm, perKm);
    this.least = Math.min(this.least, amount);
    this.most = Math.max(this.most, amount);
    this.openKm = Math.max(this.openKm, rounded(hot, at + HOT.radiusKm));
    this.mark(division, lowBit(division), highBit(division));
  }

  addNode({ numbers, marks }: Nodes, node: number): void {
    const at = node * NODE.size;
    const perKm = rounded(numbers, at + NODE.perKm);
    this.move(numbers, at);
    this.trust = Math.max(this.trust, rounded(numbers, at + NODE.trust));
    this.isSilent ||= perKm < 0;
    this.perKm = Math.min(this.perKm, Math.abs(perKm));
    this.least = Math.min(this.least, rounded(numbers, at + NODE.least));
    this.most = Math.max(this.most, rounded(numbers, at + NODE.most));
    this.openKm = Math.max(this.openKm, rounded(numbers, at + NODE.openKm));
    this.floor = Math.min(this.floor, rounded(numbers, at + NODE.floor));
    this.mark(whole(marks, at + NODE.division), whole(marks, at + NODE.low), whole(marks, at + NODE.high));
  }

  /** @param count how many were added: the centre is their mean */
  write({ numbers, marks }: Nodes, node: number, count: number): void {
    const at = node * NODE.size;
    numbers[at + NODE.x] = this.x / count;
    numbers[at + NODE.y] = this.y / count;
    numbers[at + NODE.z] = this.z / count;
    numbers[at + NODE.trust] = this.trust;
    numbers[at + NODE.perKm] = this.isSilent ? -this.perKm : this.perKm;
    numbers[at + NODE.least] = this.least;
    numbers[at + NODE.most] = this.most;
    numbers[at + NODE.openKm] = this.openKm;
    numbers[at + NODE.floor] = this.floor;
    marks[at + NODE.division] = this.division;
    marks[at + NODE.low] = this.low;
    marks[at + NODE.high] = this.high;
  }

  private move(numbers: Float32Array, at: number): void {
    this.x += rounded(numbers, at);
    this.y += rounded(numbers, at + 1);
    this.z += rounded(numbers, at + 2);
  }

  private mark(division: number, low: number, high: number): void {
    this.division = this.division === NONE || this.division === division ? division : -1;
    this.low |= low;
    this.high |= high;
  }
}

const NONE = -3;

/** Straight through the Earth, radii of it; unit vector and centre begin a row and a node alike. */
function apart(a: Float32Array, atA: number, b: Float32Array, atB: number): number {
  const dx = rounded(a, atA) - rounded(b, atB);
  const dy = rounded(a, atA + 1) - rounded(b, atB + 1);
  const dz = rounded(a, atA + 2) - rounded(b, atB + 2);
  return Math.sqrt(dx * dx + dy * dy + dz * dz);
}

/** Sums the rows of a block up, its floor apart. */
export function sumUpRows(nodes: Nodes, node: number, hot: Float32Array): void {
  const at = node * NODE.size;
  const [from, to] = [whole(nodes.marks, at + NODE.from), whole(nodes.marks, at + NODE.to)];
  const summary = new Summary();
  for (let row = from; row < to; row += 1) summary.addRow(hot, row);
  summary.write(nodes, node, to - from);
  let radius = 0;
  for (let row = from; row < to; row += 1)
    radius = Math.max(radius, apart(nodes.numbers, at, hot, row * HOT.size));
  nodes.numbers[at + NODE.radius] = radius;
}

/** Sums nodes up in the one above them. */
export function sumUpNodes(nodes: Nodes, node: number): void {
  const { numbers, marks } = nodes;
  const at = node * NODE.size;
  const [from, to] = [whole(marks, at + NODE.from), whole(marks, at + NODE.to)];
  const summary = new Summary();
  for (let one = from; one < to; one += 1) summary.addNode(nodes, one);
  summary.write(nodes, node, to - from);
  let radius = 0;
  for (let one = from; one < to; one += 1) {
    const below = one * NODE.size;
    radius = Math.max(radius, apart(numbers, at, numbers, below) + rounded(numbers, below + NODE.radius));
    marks[below + NODE.above] = node;
  }
  numbers[at + NODE.radius] = radius;
}
