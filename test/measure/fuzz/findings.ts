import type fc from 'fast-check';
import type { Target } from '../attack/target.js';
import type { Say } from '../command.js';
import type { Answer, Attempt } from './attempt.js';
import { smallest } from './attempts.js';
import { faultsOf, type Fault, type FaultKind } from './judge.js';
import type { Sender } from './send.js';

export interface Finding {
  readonly all: fc.Arbitrary<Attempt>;
  readonly seed: number;
  readonly attempt: Attempt;
  readonly answer: Answer;
  readonly faults: readonly Fault[];
}

/** Findings alike are one: so many different ones are told, with the smallest attempt that shows each. */
const MOST_TOLD = 12;
const MOST_LENGTH = 1500;

/** What was wrong, counted by kind, and told with what reproduces it. */
export class Findings {
  private readonly counts = new Map<FaultKind, number>();
  private readonly different = new Map<string, Finding & { readonly cause: string }>();

  constructor(
    private readonly sender: Sender,
    private readonly target: Target,
    private readonly say: Say,
  ) {}

  add(finding: Finding): void {
    for (const { kind } of finding.faults) this.counts.set(kind, this.count(kind) + 1);
    const cause = this.causeOf(finding);
    const key = [finding.faults[0]?.kind, cause].join(' ');
    if (!this.different.has(key)) this.different.set(key, { ...finding, cause });
  }

  count(kind: FaultKind): number {
    return this.counts.get(kind) ?? 0;
  }

  /** What the worker has put into its log as an error: jobs that what was sent made fail. */
  workerErrors(): number {
    return linesOf(this.target.said).filter(({ name, level }) => name === 'worker' && Number(level) >= ERROR)
      .length;
  }

  /** Each finding, shrunk as long as it is answered with a fault of the same kind. */
  async tell(): Promise<void> {
    for (const { all, seed, attempt, answer, faults, cause } of [...this.different.values()].slice(
      0,
      MOST_TOLD,
    )) {
      const kind = faults[0]?.kind;
      const shrunk = await smallest(all, seed, async (one) =>
        faultsOf(one, await this.sender.send(one)).some((fault) => fault.kind === kind),
      );
      this.say(`\n${kind}: ${faults[0]?.why} (seed ${seed})`);
      this.say(`because ${cause}`);
      this.say(`${shrunk === undefined ? 'sent, and not reproduced' : 'sent'}: ${textOf(shrunk ?? attempt)}`);
      this.say(`answered: ${textOf(answer)}`);
    }
    const worker = linesOf(this.target.said).filter(
      ({ name, level }) => name === 'worker' && Number(level) >= ERROR,
    );
    for (const text of new Set(worker.map(({ err, msg }) => `${msg}: ${err?.message}`)))
      this.say(`worker: ${text}`);
  }

  /** What the log says under the request's id, which a masked error quotes; without one, the fault itself. */
  private causeOf({ answer, faults }: Finding): string {
    const requestId = idOf(answer);
    const line = linesOf(this.target.said).find(
      (one) => one.requestId === requestId && one.err !== undefined,
    );
    if (requestId === undefined || line?.err === undefined)
      return faults[0]?.why.replaceAll(/[0-9a-f-]{36}/g, 'id') ?? '';
    return `${line.err.message} ${/at .*\n?.*/.exec(line.err.stack ?? '')?.[0] ?? ''}`;
  }
}

/** Of an answer over HTTP; of a message, where an error quotes it. */
function idOf({ headers, text, messages }: Answer): string | undefined {
  const quoted = /"requestId":"([0-9a-f-]{36})"/.exec([text, ...(messages ?? [])].join(' '))?.[1];
  const named = headers?.['x-request-id'];
  return quoted ?? (typeof named === 'string' ? named : undefined);
}

const ERROR = 50;

interface Line {
  readonly name?: string;
  readonly level?: number;
  readonly msg?: string;
  readonly requestId?: string;
  readonly err?: { readonly message?: string; readonly stack?: string };
}

function linesOf(log: string): readonly Line[] {
  return log.split('\n').flatMap((text) => {
    try {
      return [JSON.parse(text) as Line];
    } catch {
      return [];
    }
  });
}

const textOf = (value: object): string =>
  JSON.stringify(value, (_key, one: unknown) =>
    one instanceof Uint8Array ? Buffer.from(one).toString('latin1') : one,
  ).slice(0, MOST_LENGTH);
