import { pause } from './program.js';
import type { Staged } from './stage.js';
import type { TcpProxy } from './tcp-proxy.js';

/** How one api fared after what it needs had come back. */
export interface Outage {
  readonly after: string;
  readonly api: string;
  /** From the return to the first answer that asked the database. */
  readonly ms: number;
  /** What it said until then, each word once. */
  readonly said: readonly string[];
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
    const since = program.readySince;
    if (since === undefined || since > began) return;
    const said = new Set<string>();
    for (;;) {
      const word = await this.wordOf(ownUrl);
      const isOk = word === undefined;
      if (!isOk) said.add(word);
      if (program.readySince !== since) return;
      const { isBack, ms } = this.sinceBack(links[0], over);
      if (isOk || (isBack && ms > MOST_MS)) {
        this.all.push({ after, api: program.label, ms, said: [...said] });
        return;
      }
      await pause(LOOK_MS);
    }
  }

  /** Whether all that the api needs is there, and for how long. */
  private sinceBack(
    link: TcpProxy | undefined,
    over: number,
  ): { readonly isBack: boolean; readonly ms: number } {
    const back = Math.max(over, this.database.since, link?.wholeSince ?? 0);
    return {
      isBack: this.database.isUp && link?.isWhole !== false,
      ms: Math.max(0, performance.now() - back),
    };
  }

  /** @returns why it is not an answer; undefined when it is */
  private async wordOf(url: string): Promise<string | undefined> {
    try {
      const response = await fetch(`${url}/graphql`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', authorization: this.authorization },
        body: QUESTION,
        signal: AbortSignal.timeout(ATTEMPT_MS),
      });
      const { data, errors } = (await response.json()) as Answer;
      if (errors !== undefined) return errors[0]?.extensions?.code ?? 'an error without a code';
      return data === null || data === undefined ? 'no data' : undefined;
    } catch (error) {
      return (error as Error).name === 'TimeoutError' ? 'no answer in time' : 'no connection';
    }
  }
}

interface Answer {
  readonly data?: unknown;
  readonly errors?: readonly { readonly extensions?: { readonly code?: string } }[];
}
