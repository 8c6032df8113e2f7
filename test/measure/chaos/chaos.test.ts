import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Chance } from '../../support/chance.js';
import { withClient } from '../temporary-server.js';
import { gather, type Cast } from './cast.js';
import { inboxesOf, survive, type Aftermath } from './chaos.js';
import { check, type Fault } from './checker.js';
import type { Acknowledged } from './client.js';
import type { Operation } from './documents.js';
import { Stage } from './stage.js';

const ROOT = fileURLToPath(new URL('../../..', import.meta.url));
const TROUBLE = {
  backend: 'postgres',
  kills: 3,
  seed: 20,
  groups: 1,
  acknowledgedAKill: 15,
  root: ROOT,
} as const;

let stage: Stage;
let cast: Cast;
let aftermath: Aftermath;
let putDown: () => void = () => undefined;
let down: Promise<void>;

/** Three kills in one market, which the tests then look at and damage one after the other. */
beforeAll(async () => {
  await new Promise<void>((resolve, reject) => {
    down = Stage.with({ ...TROUBLE, of: 1 }, async (put) => {
      stage = put;
      cast = await gather(put, TROUBLE.groups, new Chance(TROUBLE.seed));
      aftermath = await survive(put, cast, TROUBLE, () => undefined);
      resolve();
      await new Promise<void>((done) => (putDown = done));
    });
    down.catch(reject);
  });
}, 300_000);
afterAll(async () => {
  putDown();
  await down;
}, 60_000);

function acknowledged(operation: Operation): Acknowledged {
  const found = cast.history.find((one) => one.operation === operation);
  if (found === undefined) throw new Error(`Nobody was told of a ${operation}.`);
  return found;
}

/** The damage is done, and looked for, in a transaction that is taken back. */
function damaged(...statements: readonly string[]): Promise<readonly Fault[]> {
  return withClient(stage.databaseUrl, async (client) => {
    await client.query('begin');
    for (const statement of statements) await client.query(statement);
    const found = await check(client, cast.history, inboxesOf(cast));
    await client.query('rollback');
    return found;
  });
}

const kindsOf = (faults: readonly Fault[]): readonly string[] => [...new Set(faults.map(({ kind }) => kind))];

describe('what is left after kills', () => {
  it('is whole', () => {
    expect(aftermath.faults).toEqual([]);
    expect(aftermath).toMatchObject({ kills: 3 });
    // 3 kills × 15
    expect(aftermath.acknowledged).toBeGreaterThanOrEqual(45);
    expect(aftermath.longestOutage).toBeLessThan(30);
  });

  it('has pushed every match to every party of it', async () => {
    const [row] = await withClient(stage.databaseUrl, async (client) => {
      const { rows } = await client.query<{ count: number }>(
        `select count(*)::int as count from event where type = 'matchFound'`,
      );
      return rows;
    });
    expect(row?.count).toBe(cast.firms.reduce((sum, { inbox }) => sum + inbox.received.size, 0));
    expect(row?.count).toBeGreaterThan(0);
  });
});

describe('the checker', () => {
  it('misses an acknowledged proposal that is gone', async () => {
    const { id, key } = acknowledged('proposeTerms');
    const faults = await damaged(
      'alter table agreement drop constraint agreement_proposal_id_fkey',
      'alter table proposal drop constraint proposal_answers_id_fkey',
      `delete from proposal where id = '${id}'`,
    );
    expect(faults).toContainEqual({ kind: 'missing', says: `proposeTerms ${id} with key ${key}` });
  });

  it('misses an acknowledged withdrawal that was undone', async () => {
    const { id, key } = acknowledged('withdrawListing');
    const faults = await damaged(`update listing set state = 'PAUSED' where id = '${id}'`);
    expect(faults).toContainEqual({ kind: 'missing', says: `withdrawListing ${id} with key ${key}` });
  });

  it('misses the answer that is kept for a key', async () => {
    const { key } = acknowledged('publishListing');
    const faults = await damaged(`delete from idempotency where key = '${key}'`);
    expect(kindsOf(faults)).toEqual(['missing']);
  });

  it('finds an event that was written twice', async () => {
    const { id } = acknowledged('publishListing');
    const faults = await damaged(
      `insert into event (type, firm_id, listing_id)
       select type, firm_id, listing_id from event where listing_id = '${id}' and type = 'listingPublished'`,
    );
    expect(kindsOf(faults)).toEqual(['doubled']);
    expect(faults[0]?.says).toContain('a firm has been told twice: listingPublished');
  });

  it('finds an effect that was had twice', async () => {
    const { id, key } = acknowledged('publishListing');
    const faults = await damaged(
      `update listing_version set title = 'Flis ${key}'
        where listing_id = (select listing_id from listing_version where listing_id <> '${id}' limit 1)`,
    );
    expect(faults).toContainEqual({ kind: 'doubled', says: `publishListing ${id} with key ${key}` });
  });

  it('finds what was done by half', async () => {
    const { id } = acknowledged('proposeTerms');
    const faults = await damaged(`delete from event where proposal_id = '${id}' and type = 'proposalSent'`);
    expect(faults).toEqual([{ kind: 'half-done', says: `a proposal was not told to both: ${id}` }]);
  });

  it('finds an amount that does not add up', async () => {
    const { id } = acknowledged('publishListing');
    const faults = await damaged(`update listing set remaining = remaining + 1 where id = '${id}'`);
    expect(faults).toEqual([
      { kind: 'invariant', says: `what remains is not what is listed less what was agreed: ${id}` },
    ]);
  });

  it('finds a job that is not done', async () => {
    const faults = await damaged(
      'update job_request set done_at = null where id = (select min(id) from job_request)',
    );
    expect(kindsOf(faults)).toEqual(['invariant']);
  });

  it('finds a match that was not pushed', async () => {
    const [first, ...others] = inboxesOf(cast);
    if (first === undefined) throw new Error('There is no inbox.');
    const deaf = { firmId: first.firmId, received: new Set<string>() };
    const faults = await withClient(stage.databaseUrl, (client) =>
      check(client, cast.history, [deaf, ...others]),
    );
    expect(faults).toHaveLength(first.received.size);
    expect(kindsOf(faults)).toEqual(['push gap']);
  });
});
