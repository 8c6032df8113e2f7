/** What a search has not opened yet, the highest bound first: a binary heap in plain numbers, used again and again. */
export class Waiting {
  private bounds = new Float64Array(256);
  private wanteds = new Int32Array(256);
  private nodes = new Int32Array(256);
  private count = 0;
  /** What was taken out last. */
  bound = 0;
  wanted = 0;
  node = 0;

  clear(): void {
    this.count = 0;
  }

  push(bound: number, wanted: number, node: number): void {
    if (this.count === this.bounds.length) this.grow();
    let at = this.count;
    this.count += 1;
    while (at > 0) {
      const above = (at - 1) >> 1;
      if ((this.bounds[above] ?? 0) >= bound) break;
      this.copy(above, at);
      at = above;
    }
    this.set(at, bound, wanted, node);
  }

  /** Takes the highest out into `bound`, `wanted` and `node`; false when nothing waits. */
  pop(): boolean {
    if (this.count === 0) return false;
    this.bound = this.bounds[0] ?? 0;
    this.wanted = this.wanteds[0] ?? 0;
    this.node = this.nodes[0] ?? 0;
    this.count -= 1;
    if (this.count > 0) this.sink();
    return true;
  }

  private sink(): void {
    const { bounds, count } = this;
    const [bound, wanted, node] = [bounds[count] ?? 0, this.wanteds[count] ?? 0, this.nodes[count] ?? 0];
    let at = 0;
    for (let below = 1; below < count; below = 2 * at + 1) {
      if (below + 1 < count && (bounds[below + 1] ?? 0) > (bounds[below] ?? 0)) below += 1;
      if ((bounds[below] ?? 0) <= bound) break;
      this.copy(below, at);
      at = below;
    }
    this.set(at, bound, wanted, node);
  }

  private copy(from: number, to: number): void {
    this.set(to, this.bounds[from] ?? 0, this.wanteds[from] ?? 0, this.nodes[from] ?? 0);
  }

  private set(at: number, bound: number, wanted: number, node: number): void {
    this.bounds[at] = bound;
    this.wanteds[at] = wanted;
    this.nodes[at] = node;
  }

  private grow(): void {
    const { bounds, wanteds, nodes } = this;
    this.bounds = new Float64Array(bounds.length * 2);
    this.wanteds = new Int32Array(bounds.length * 2);
    this.nodes = new Int32Array(bounds.length * 2);
    this.bounds.set(bounds);
    this.wanteds.set(wanteds);
    this.nodes.set(nodes);
  }
}
