interface Waits {
  /** One after the other as long as nothing is found: an older transaction may still hold it back. */
  readonly soonMs: readonly number[];
  /** From then on; never where something else sees to it that nothing is missed. */
  readonly clockMs?: number;
}

/** Whether a look found anything, so that there may be more; or `'all'` there was: nothing comes before the next wake. */
export type Found = boolean | 'all';

/** Looks as soon as there may be something, again with longer waits, then by the clock. It rests until it is started. */
export class Lookout {
  private turn: number;
  private planned: { readonly timer: NodeJS.Timeout; readonly dueAt: number } | undefined;
  private looking: Promise<void> | undefined;
  private isResting = true;
  private isWoken = false;

  /** @param look never rejects */
  constructor(
    private readonly look: () => Promise<Found>,
    private readonly waits: Waits,
  ) {
    this.turn = waits.soonMs.length;
  }

  start(): void {
    this.isResting = false;
    this.plan();
  }

  rest(): void {
    this.isResting = true;
    this.forget();
  }

  /** There may be something. However often it is called meanwhile, the next look is not put off. */
  wake(): void {
    this.isWoken = true;
    this.turn = 0;
    this.plan();
  }

  /** Rests, once a look that is under way has ended. */
  async close(): Promise<void> {
    this.rest();
    await this.looking;
  }

  private plan(): void {
    const wait = this.waits.soonMs[this.turn] ?? this.waits.clockMs;
    if (this.isResting || this.looking !== undefined || wait === undefined) return;
    const dueAt = performance.now() + wait;
    if (this.planned !== undefined && this.planned.dueAt <= dueAt) return;
    this.forget();
    this.turn += 1;
    this.planned = { dueAt, timer: setTimeout(() => this.run(), wait) };
  }

  private forget(): void {
    clearTimeout(this.planned?.timer);
    this.planned = undefined;
  }

  private run(): void {
    this.planned = undefined;
    this.isWoken = false;
    this.looking = this.look().then((found) => {
      this.looking = undefined;
      // Of what has woken it meanwhile, the look may have seen nothing.
      if (found === 'all' && !this.isWoken) this.turn = this.waits.soonMs.length;
      else if (found !== false) this.turn = 0;
      this.plan();
    });
  }
}
