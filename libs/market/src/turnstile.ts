/**
 * Lets so many in at a time, and the rest in the order that they came. A pool of connections gives up who waits for one
 * too long, and what was done for him until then is lost; who waits here costs nothing and is served.
 */
export class Turnstile {
  private inside = 0;
  private readonly waiting: (() => void)[] = [];

  /** @param most how many are in at a time, 1 or more */
  constructor(private readonly most: number) {}

  async pass<T>(work: () => Promise<T>): Promise<T> {
    if (this.inside >= this.most) await new Promise<void>((letIn) => this.waiting.push(letIn));
    else this.inside += 1;
    try {
      return await work();
    } finally {
      const next = this.waiting.shift();
      if (next === undefined) this.inside -= 1;
      else next();
    }
  }
}
