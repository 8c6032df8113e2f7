import { pause } from './program.js';
import type { Staged } from './stage.js';

/** How one api fared after what it needs had come back. */
export interface Outage {
  readonly after: string;
  readonly api: string;
  /** From the return to the first answer that asked the database. */
  readonly ms: number;
}

const LOOK_MS = 50;
const ATTEMPT_MS = 2_000;
/** Beyond this it is not waited for: it is down. */
const MOST_MS = 30_000;
const QUESTION = JSON.stringify({ query: '{ viewer { name } }' });

/**
 * Asks an api after a fault, directly and as somebody, until it answers; an api that is killed meanwhile does not count.
 * Faults overlap: what the api needs is back when PostgreSQL answers and the way to it is whole, whichever comes last.
 */
export class Outages {
  readonly all: Outage[] = [];
  private readonly watches: Promise<void>[] = [];

  /** @param database whether it answers now, and since when */
  constructor(
    private readonly authorization: string,
    private readonly database: { readonly isUp: boolean; readonly since: number },
  ) {}

  /** @param began start of the fault; @param back when it was over, both of `performance.now()` */
  watch(apis: readonly Staged[], began: number, back: number, after: string): void {
    for (const api of apis) this.watches.push(this.follow(api, began, back, after));
  }

  async settled(): Promise<void> {
    await Promise.all(this.watches);
  }

  private async follow({ program, ownUrl, links }: Staged, began: number, over: number, after: string) {
    const [link] = links;
    const since = program.readySince;
    if (since === undefined || since > began) return;
    for (;;) {
      const isOk = await this.answers(ownUrl);
      if (program.readySince !== since) return;
      const back = Math.max(over, this.database.since, link?.wholeSince ?? 0);
      const ms = Math.max(0, performance.now() - back);
      const isBack = this.database.isUp && link?.isWhole !== false;
      if (isOk || (isBack && ms > MOST_MS)) {
        this.all.push({ after, api: program.label, ms });
        return;
      }
      await pause(LOOK_MS);
    }
  }

  private async answers(url: string): Promise<boolean> {
    try {
      const response = await fetch(`${url}/graphql`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', authorization: this.authorization },
        body: QUESTION,
        signal: AbortSignal.timeout(ATTEMPT_MS),
      });
      const { data, errors } = (await response.json()) as { data?: unknown; errors?: unknown };
      return errors === undefined && data !== null && data !== undefined;
    } catch {
      return false;
    }
  }
}
