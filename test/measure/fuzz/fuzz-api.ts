import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { buildSchema } from 'graphql';
import type fc from 'fast-check';
import { Target } from '../attack/target.js';
import type { Measured, Say } from '../command.js';
import { atMost, exactly, figure, table, type Figure } from '../report.js';
import { withServer } from '../temporary-server.js';
import { wholeNumber } from '../whole-number.js';
import type { Attempt } from './attempt.js';
import { attemptOf, attempts } from './attempts.js';
import { Cast } from './cast.js';
import { Findings } from './findings.js';
import { faultsOf, markOf } from './judge.js';
import { Sender } from './send.js';

const OPERATIONS = 50_000;
/** So many are under way at once. */
const AT_ONCE = 24;
/** A new story after so many: what was known is used up by then. The first of them warms the api up. */
const A_CHAPTER = 5000;
const MOST_GROWTH = 50;

/** `npm run fuzz:api`: whatever is sent, the api answers in its own words, and lives on. */
export async function fuzzApi(values: Readonly<Record<string, unknown>>, say: Say): Promise<Measured> {
  const operations = wholeNumber(values, 'operations', OPERATIONS);
  const seed = wholeNumber(values, 'seed', Math.floor(Math.random() * 2 ** 31));
  say(`seed ${seed}`);
  return withServer({ durable: false }, async (server) => {
    const url = await server.database();
    const target = await Target.start(url);
    try {
      return await new Run(target, await Cast.gather(target, url), say, seed).measure(operations);
    } finally {
      await target.stop();
    }
  });
}

class Run {
  private readonly marks = new Map<string, number>();
  private readonly findings: Findings;
  private readonly sender: Sender;
  private readonly schema = buildSchema(readFileSync(resolve('apps/api/schema.graphql'), 'utf8'));

  constructor(
    private readonly target: Target,
    private readonly cast: Cast,
    private readonly say: Say,
    private readonly seed: number,
  ) {
    this.sender = new Sender({ port: target.port, authorization: cast.authorization });
    this.findings = new Findings(this.sender, target, say);
  }

  async measure(operations: number): Promise<Measured> {
    try {
      // A warm-up is a tenth where all is less than a chapter, so that a short run measures memory too.
      const warm = Math.min(A_CHAPTER, Math.ceil(operations / 10));
      await this.chapter(0, warm);
      const before = await this.target.memory();
      for (let from = warm; from < operations; from += A_CHAPTER)
        await this.chapter(from, Math.min(from + A_CHAPTER, operations));
      const after = await this.target.memory();
      await this.findings.tell();
      this.tellMarks();
      const figures = this.figures(operations, after.resident - before.resident, await this.target.isAlive());
      return {
        runs: 1,
        figures: [...figures, figure({ name: 'heap growth', value: after.held - before.held, unit: 'MB' })],
      };
    } finally {
      this.sender.close();
      await this.cast.close();
    }
  }

  private async chapter(from: number, to: number): Promise<void> {
    const all = attempts(this.schema, await this.cast.story());
    let next = from;
    const runner = async (): Promise<void> => {
      for (let at = next++; at < to; at = next++) await this.one(all, this.seed + at);
    };
    await Promise.all(Array.from({ length: AT_ONCE }, runner));
  }

  private async one(all: fc.Arbitrary<Attempt>, seed: number): Promise<void> {
    const attempt = attemptOf(all, seed);
    const answer = await this.sender.send(attempt);
    const mark = `${attempt.transport} ${markOf(answer)}`;
    this.marks.set(mark, (this.marks.get(mark) ?? 0) + 1);
    const faults = faultsOf(attempt, answer);
    if (faults.length > 0) this.findings.add({ all, seed, attempt, answer, faults });
  }

  private tellMarks(): void {
    const rows = [...this.marks].sort(([, one], [, other]) => other - one);
    this.say(
      table(
        ['answer', 'times'],
        rows.map(([mark, times]) => [mark, String(times)]),
      ),
    );
  }

  private figures(operations: number, grown: number, isAlive: boolean): readonly Figure[] {
    const none = (name: string, value: number): Figure =>
      figure({ name, value, unit: '', target: exactly(0) });
    const { findings } = this;
    return [
      figure({ name: 'operations', value: operations, unit: '' }),
      none('answers 5xx', findings.count('status')),
      none('unmasked errors', findings.count('unmasked')),
      none('internal errors', findings.count('internal')),
      none('malformed answers', findings.count('malformed')),
      none('wrong closes', findings.count('closed') + findings.count('broken off')),
      none('worker errors', findings.workerErrors()),
      figure({ name: 'alive', value: isAlive ? 1 : 0, unit: '', target: exactly(1) }),
      figure({ name: 'memory growth MB', value: Math.max(0, grown), unit: '', target: atMost(MOST_GROWTH) }),
    ];
  }
}
