import type { Measured, Say } from '../command.js';
import { exactly, figure } from '../report.js';
import { withServer } from '../temporary-server.js';
import { wholeNumber } from '../whole-number.js';
import { RaceTrack } from './race-track.js';

const DEFAULT_KEYS = 500;
const DEFAULT_RACES = 5000;
/** Copies of a call that are under way at once. */
export const COPIES = 40;

/** Races duplicates of calls for one effect, and two buyers for the last tonne. */
export async function races(values: Readonly<Record<string, unknown>>, say: Say): Promise<Measured> {
  const keys = wholeNumber(values, 'keys', DEFAULT_KEYS);
  const rounds = wholeNumber(values, 'races', DEFAULT_RACES);
  return withServer({ durable: false }, async (server) => {
    const track = await RaceTrack.open(await server.database());
    try {
      say(`Racing ${COPIES} duplicates for each of ${keys} keys …`);
      const { effects, doubled } = await track.duplicates(keys, COPIES);
      say(`Racing two buyers for the last tonne, ${rounds} times …`);
      const { winners, overReserved } = await track.lastTonnes(rounds);
      return {
        runs: keys * COPIES + rounds * 2,
        figures: [
          figure({ name: 'effects', value: effects, unit: `of ${keys} keys`, target: exactly(keys) }),
          figure({ name: 'doubled', value: doubled, unit: 'keys', target: exactly(0) }),
          figure({ name: 'winners', value: winners, unit: `of ${rounds} races`, target: exactly(rounds) }),
          figure({ name: 'over-reserved', value: overReserved, unit: 'offers', target: exactly(0) }),
        ],
      };
    } finally {
      await track.close();
    }
  });
}
