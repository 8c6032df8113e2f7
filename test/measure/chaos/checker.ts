import type pg from 'pg';
import { withClient } from '../temporary-server.js';
import type { Acknowledged } from './client.js';
import type { Operation } from './documents.js';
import { LOOKUPS, lookupSql } from './lookups.js';
import { pause } from './program.js';
import { RULES, type Rule } from './rules.js';

/** Who has been pushed which matches. */
export interface Received {
  readonly firmId: string;
  readonly received: ReadonlySet<string>;
}

/** One thing that is not as it should be. */
export interface Fault {
  readonly kind: Rule['kind'] | 'missing' | 'push gap';
  readonly says: string;
}

const LOOK_MS = 500;

/** Looks up every acknowledged mutation and every event that had to be pushed, and asks every rule. */
export async function check(
  client: pg.Client,
  history: readonly Acknowledged[],
  inboxes: readonly Received[],
): Promise<readonly Fault[]> {
  return [
    ...(await lookedUp(client, history)),
    ...(await ruled(client)),
    ...(await unpushed(client, inboxes)),
  ];
}

/** Waits until no job is left to be done and every push has come, or the time is up: what is missing then is told. */
export async function becomeQuiet(url: string, inboxes: readonly Received[], ms: number): Promise<void> {
  await withClient(url, async (client) => {
    for (const until = performance.now() + ms; performance.now() < until; await pause(LOOK_MS)) {
      const { rows } = await client.query<{ count: number }>(
        'select count(*)::int as count from job_request where done_at is null',
      );
      if (rows[0]?.count === 0 && (await unpushed(client, inboxes)).length === 0) return;
    }
  });
}

async function lookedUp(client: pg.Client, history: readonly Acknowledged[]): Promise<readonly Fault[]> {
  const faults: Fault[] = [];
  for (const [operation, lookup] of Object.entries(LOOKUPS)) {
    const of = history.filter((one) => one.operation === (operation as Operation));
    const { rows } = await client.query<{ key: string; id: string; present: boolean; effects: number }>(
      lookupSql(lookup),
      [
        of.map((one) => one.key),
        of.map((one) => one.personId),
        of.map((one) => one.firmId),
        of.map((one) => one.id),
        of.map((one) => one.about),
      ],
    );
    for (const { key, id, present, effects } of rows) {
      const says = `${operation} ${id} with key ${key}`;
      if (!present || effects === 0) faults.push({ kind: 'missing', says });
      else if (effects > 1) faults.push({ kind: 'doubled', says });
    }
  }
  return faults;
}

async function ruled(client: pg.Client): Promise<readonly Fault[]> {
  const faults: Fault[] = [];
  for (const { kind, says, sql } of RULES) {
    const { rows } = await client.query<Record<string, unknown>>(sql);
    for (const row of rows) faults.push({ kind, says: `${says}: ${Object.values(row).join(' ')}` });
  }
  return faults;
}

async function unpushed(client: pg.Client, inboxes: readonly Received[]): Promise<readonly Fault[]> {
  const { rows } = await client.query<{ firm_id: string; match_id: string }>(
    `select firm_id, match_id from event where type = 'matchFound' and firm_id = any($1::uuid[])`,
    [inboxes.map((one) => one.firmId)],
  );
  const received = new Map(inboxes.map((one) => [one.firmId, one.received]));
  return rows
    .filter((one) => received.get(one.firm_id)?.has(one.match_id) !== true)
    .map((one): Fault => ({ kind: 'push gap', says: `match ${one.match_id} to firm ${one.firm_id}` }));
}
