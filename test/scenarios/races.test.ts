import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { COPIES } from '../measure/races/races.js';
import { RaceTrack } from '../measure/races/race-track.js';
import { testDatabase, type TestDatabase } from '../support/database.js';

/** Few here, where they run with everything else; `npm run races` runs 500 keys and 5 000 races. */
const KEYS = Number(process.env['BISTROM_RACE_KEYS'] ?? 25);
const RACES = Number(process.env['BISTROM_RACES'] ?? 25);
const RACE_MS = 2000;

let database: TestDatabase;
let track: RaceTrack;
beforeAll(async () => {
  database = await testDatabase();
  track = await RaceTrack.open(database.url);
});
afterAll(async () => {
  await track.close();
  await database.drop();
});

describe('races', () => {
  it(
    `${COPIES} duplicates of a call, racing through two programs, take effect once for each key`,
    async () => {
      expect(await track.duplicates(KEYS, COPIES)).toEqual({ effects: KEYS, doubled: 0 });
    },
    60_000 + KEYS * RACE_MS,
  );

  it(
    'two buyers for the last tonne: one gets it, the other is told, nothing is sold twice',
    async () => {
      expect(await track.lastTonnes(RACES)).toEqual({ winners: RACES, overReserved: 0 });
    },
    60_000 + RACES * RACE_MS,
  );
});
