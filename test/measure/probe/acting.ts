import { setTimeout as pause } from 'node:timers/promises';
import type pg from 'pg';
import type { WebhookReceiver } from '../../support/webhook-receiver.js';
import type { Cast, IdentityName } from './cast.js';
import type { Mint } from './mint.js';
import type { Operation } from './operations.js';
import type { Reach } from './reach.js';
import type { Visitor } from './visitor.js';

export interface Stage {
  readonly databaseUrl: string;
  /** Of the api. */
  readonly url: string;
  /** What firms' endpoints are sent goes here. */
  readonly receiver: WebhookReceiver;
  readonly client: pg.Client;
  readonly cast: Cast;
  readonly mint: Mint;
  readonly written: readonly Operation[];
  readonly reach: Reach;
}

export type Variables = Readonly<Record<string, unknown>>;
export type Answer = Record<string, { readonly id: string; readonly version: number }> & {
  readonly __typename: string;
  readonly message?: string;
};

const WORKED_WITHIN_MS = 120_000;

/** What a story is played with: people who do things over the public API, each of which must be let through. */
export class Acting {
  constructor(protected readonly stage: Stage) {}

  /** Until the worker has done all that was asked of it. */
  async worked(): Promise<void> {
    await this.none(
      'select 1 from job_request where done_at is null limit 1',
      'The worker does not come to an end.',
    );
  }

  /** Until a query finds nothing more. */
  protected async none(sql: string, what: string): Promise<void> {
    const until = Date.now() + WORKED_WITHIN_MS;
    for (;;) {
      const { rows } = await this.stage.client.query(sql);
      if (rows.length === 0) return;
      if (Date.now() > until) throw new Error(what);
      await pause(50);
    }
  }

  /** The value called `found` of the first row. */
  protected async one(sql: string, value: unknown): Promise<string> {
    const { rows } = await this.stage.client.query<{ found: string }>(sql, [value]);
    const [row] = rows;
    if (row === undefined) throw new Error(`There is nothing of ${String(value)}: ${sql}`);
    return row.found;
  }

  protected as(name: IdentityName): Visitor {
    const found = this.stage.cast.identities.find((one) => one.name === name);
    if (found === undefined) throw new Error(`Nobody is called ${name}.`);
    return found.visitor;
  }

  protected async must(by: Visitor, path: string, variables: Variables): Promise<Answer> {
    const answer = await this.call(by, path, variables);
    if (!answer.__typename.endsWith('Error')) return answer;
    throw new Error(`${path} was refused: ${answer.message ?? answer.__typename}`);
  }

  protected async call(by: Visitor, path: string, variables: Variables): Promise<Answer> {
    const { reach, written } = this.stage;
    const operation = written.find((one) => one.path === path);
    if (operation === undefined) throw new Error(`The schema has no ${path}.`);
    const { data, text } = await by.ask(operation.document, variables);
    const [answer] = data.flatMap((one) => Object.values(one as Record<string, Answer | null>));
    if (answer === undefined || answer === null) throw new Error(`${path} was not answered: ${text}`);
    reach.note(operation.kind, data[0]);
    return answer;
  }
}
