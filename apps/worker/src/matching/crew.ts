import type { RunStep } from '#market';

/** What a thread does in one go. */
export interface Portion {
  readonly listingIds: readonly string[];
  readonly step: RunStep;
}

type Failed = readonly string[] | undefined;

/** As much of a thread as its crew needs. */
export interface Thread {
  postMessage(portion: Portion): void;
  on(event: 'message', hear: (failed: Failed) => void): unknown;
  on(event: 'exit', hear: () => void): unknown;
  terminate(): Promise<unknown>;
}

interface Waiting {
  readonly portion: Portion;
  readonly answer: (failed: Failed) => void;
}

/** Threads over one picture of the market, begun as they are needed; each has one portion at a time. */
export class Crew {
  /** Each with what it works on. */
  private readonly threads = new Map<Thread, Waiting | undefined>();
  private readonly waiting: Waiting[] = [];
  private isRetired = false;

  constructor(
    private readonly most: number,
    private readonly begin: () => Thread,
  ) {}

  get size(): number {
    return this.threads.size;
  }

  /** @returns listings of the portion that failed; undefined where the thread died under it, or could not do it now */
  give(portion: Portion): Promise<Failed> {
    return new Promise((answer) => {
      this.waiting.push({ portion, answer });
      this.handOut();
    });
  }

  /** Lets each thread go as soon as nothing is left to do. */
  retire(): void {
    this.isRetired = true;
    this.handOut();
  }

  /** Ends everything now; what was given is not done. */
  async close(): Promise<void> {
    this.isRetired = true;
    for (const { answer } of this.waiting.splice(0)) answer(undefined);
    await Promise.all([...this.threads.keys()].map((thread) => thread.terminate()));
  }

  private handOut(): void {
    while (this.waiting.length > 0) {
      const thread = this.idle() ?? this.another();
      const next = thread && this.waiting.shift();
      if (thread === undefined || next === undefined) return;
      this.threads.set(thread, next);
      thread.postMessage(next.portion);
    }
    if (!this.isRetired) return;
    for (const [thread, work] of this.threads) if (work === undefined) void thread.terminate();
  }

  private idle(): Thread | undefined {
    for (const [thread, work] of this.threads) if (work === undefined) return thread;
    return undefined;
  }

  private another(): Thread | undefined {
    if (this.threads.size >= this.most) return undefined;
    const thread = this.begin();
    thread.on('message', (failed) => {
      const work = this.threads.get(thread);
      this.threads.set(thread, undefined);
      work?.answer(failed);
      this.handOut();
    });
    thread.on('exit', () => {
      const work = this.threads.get(thread);
      this.threads.delete(thread);
      work?.answer(undefined);
      this.handOut();
    });
    return thread;
  }
}
