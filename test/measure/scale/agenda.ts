interface Entry<T> {
  readonly at: number;
  readonly order: number;
  readonly what: T;
}

/** What is to happen, the earliest first, and of two at one moment the one that was put down first: a binary heap. */
export class Agenda<T> {
  private readonly heap: Entry<T>[] = [];
  private order = 0;

  add(at: number, what: T): void {
    const entry = { at, order: (this.order += 1), what };
    let place = this.heap.push(entry) - 1;
    while (place > 0) {
      const up = (place - 1) >> 1;
      const above = this.heap[up];
      if (above === undefined || isBefore(above, entry)) break;
      this.heap[place] = above;
      place = up;
    }
    this.heap[place] = entry;
  }

  take(): { readonly at: number; readonly what: T } | undefined {
    const [first] = this.heap;
    const last = this.heap.pop();
    if (first === undefined || last === undefined || this.heap.length === 0) return first;
    this.sink(last);
    return first;
  }

  private sink(entry: Entry<T>): void {
    let place = 0;
    for (;;) {
      const [left, right] = [this.heap[2 * place + 1], this.heap[2 * place + 2]];
      const child = right !== undefined && left !== undefined && isBefore(right, left) ? 2 : 1;
      const below = child === 2 ? right : left;
      if (below === undefined || isBefore(entry, below)) break;
      this.heap[place] = below;
      place = 2 * place + child;
    }
    this.heap[place] = entry;
  }
}

const isBefore = (a: Entry<unknown>, b: Entry<unknown>): boolean =>
  a.at < b.at || (a.at === b.at && a.order < b.order);
