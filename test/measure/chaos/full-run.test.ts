import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { SYSTEM } from '#market';
import { wait } from '../../support/running.js';
import { World } from '../../support/world.js';
import { troubleOf } from './chaos.js';
import { keepFullRuns } from './full-run.js';

let world: World;
beforeAll(async () => {
  world = await World.open();
  await world.publish(await world.firm(), 'OFFER');
  await world.work();
});
afterAll(() => world.close());

describe('a full run under way', () => {
  it('is asked for by an option', () => {
    expect(troubleOf({}).fullRun).toBe(false);
    expect(troubleOf({ 'full-run': true, kills: '3', index: 'memory' })).toMatchObject({
      fullRun: true,
      kills: 3,
      index: 'memory',
    });
  });

  it('is followed by another as soon as it is through', async () => {
    const runs = await keepFullRuns(world.database.url);
    const seen = new Set<string>();
    while (seen.size < 3) {
      await world.work();
      const run = await world.market.matchingRuns.latest(SYSTEM);
      if (run !== undefined) seen.add(run.id);
      await wait(20);
    }
    const ending = runs.end(60_000);
    for (let isOver = false; !isOver; await world.work())
      isOver = await Promise.race([ending.then(() => true), wait(20).then(() => false)]);
    expect((await ending).begun).toBeGreaterThanOrEqual(3);
    expect((await ending).faults).toEqual([]);
  });

  it('is a fault where it stands still', async () => {
    const runs = await keepFullRuns(world.database.url);
    while ((await world.market.matchingRuns.latest(SYSTEM))?.state !== 'RUNNING') await wait(20);
    const { faults } = await runs.end(100);
    expect(faults.map(({ kind }) => kind)).toEqual(['invariant']);
  });
});
