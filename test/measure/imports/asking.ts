import { now } from '../live/clock.js';

/** How often another client asks, whether or not it was answered. */
const EVERY_MS = 100;
const QUESTION = '{ matches(first: 20) { edges { node { id score quantity { value } } } } }';

/** Answers of one stretch of time, milliseconds each from when it was due to be asked, smallest first. */
export interface Stretch {
  readonly delays: readonly number[];
  readonly failed: number;
  readonly seconds: number;
}

/** Another client that asks all the while; what the work costs it is told apart from what it costs itself. */
export class Asking {
  constructor(
    private readonly url: string,
    private readonly authorization: string,
  ) {}

  /** Asks until the work is done. */
  async during<T>(work: () => Promise<T>): Promise<{ readonly result: T; readonly stretch: Stretch }> {
    const delays: number[] = [];
    const asked: Promise<void>[] = [];
    let [failed, dueAt] = [0, now()];
    const startedAt = dueAt;
    const ask = (due: number): Promise<void> =>
      this.answered().then(
        () => void delays.push(now() - due),
        () => void (failed += 1),
      );
    const timer = setInterval(() => {
      // What a busy moment has put off is asked all the same, and counted from when it was due.
      for (; dueAt <= now(); dueAt += EVERY_MS) asked.push(ask(dueAt));
    }, EVERY_MS);
    try {
      const result = await work();
      const seconds = (now() - startedAt) / 1000;
      clearInterval(timer);
      await Promise.all(asked);
      return { result, stretch: { delays: delays.sort((a, b) => a - b), failed, seconds } };
    } finally {
      clearInterval(timer);
    }
  }

  private async answered(): Promise<void> {
    const response = await fetch(`${this.url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: this.authorization },
      body: JSON.stringify({ query: QUESTION }),
    });
    if (!(await response.text()).includes('"edges"')) throw new Error(`HTTP ${response.status}`);
  }
}

/** Both stretches as one. */
export const joined = (one: Stretch, other: Stretch): Stretch => ({
  delays: [...one.delays, ...other.delays].sort((a, b) => a - b),
  failed: one.failed + other.failed,
  seconds: one.seconds + other.seconds,
});
