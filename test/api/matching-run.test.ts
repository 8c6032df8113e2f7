import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { RULE_SET } from '#domain';
import { SYSTEM } from '#market';
import { publish } from '../support/flow.js';
import { Running, type Member } from '../support/running.js';

let running: Running;
let plant: Member;

beforeAll(async () => {
  running = await Running.start({}, ['api']);
  plant = await running.member('16.10', { latitude: 60.19, longitude: 12.0 });
}, 120_000);
afterAll(() => running.stop());

const READ = '{ matchingRun { state ruleSet listings done startedAt finishedAt expectedEnd } }';
interface Read {
  readonly matchingRun: Readonly<Record<string, unknown>> | null;
}

describe('how far a run through all listings is', () => {
  it('is told to staff of a cluster, and to nobody else', async () => {
    const staff = await running.staff();
    expect(await staff.ask<Read>(READ)).toEqual({ matchingRun: null });
    await publish(plant, 'OFFER');
    await publish(await running.member('35.30', { latitude: 60.19, longitude: 12.0 }), 'NEED');
    await running.market.matchingRuns.again(SYSTEM);
    const going = { state: 'RUNNING', ruleSet: RULE_SET, listings: 2, done: 0, finishedAt: null };
    expect((await staff.ask<Read>(READ)).matchingRun).toMatchObject({ ...going, expectedEnd: null });
    await running.market.matchingRuns.pause(SYSTEM);
    expect((await staff.ask<Read>(READ)).matchingRun).toMatchObject({ ...going, state: 'PAUSED' });
    for (const other of [plant.client, await running.staff('auditor')])
      expect(await other.ask<Read>(READ)).toEqual({ matchingRun: null });
  });

  it('is not there for who is not signed in', async () => {
    const answer = await fetch(`${running.url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ query: READ }),
    });
    expect(JSON.stringify(await answer.json())).toContain('UNAUTHENTICATED');
  });
});
