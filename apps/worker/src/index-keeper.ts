import { addDays, dayInOslo, osloAt } from '#domain';
import type { Logger } from 'pino';
import { Lookout, type MemoryIndex } from '#market';

/** A publication catches up by itself; this is for what else has changed, and for a worker that has nothing to match. */
const LOOK_EVERY_MS = 1_000;
const LOAD_AT_HOUR = 3;

/** Loads the index, lets it follow the database, and loads it anew every night: whatever went wrong then is mended. */
export function keepIndex(index: MemoryIndex, log: Logger): Lookout {
  let loadAt = nextLoad(new Date());
  const look = async (): Promise<false> => {
    try {
      if (Date.now() < loadAt.getTime()) await index.follow();
      else {
        loadAt = nextLoad(new Date());
        await index.load();
        log.info(await index.state(), 'The matching index was loaded anew');
      }
    } catch (error) {
      log.error({ err: error }, 'The matching index could not follow the database; trying again');
    }
    return false;
  };
  const lookout = new Lookout(look, { soonMs: [0], clockMs: LOOK_EVERY_MS });
  lookout.start();
  lookout.wake();
  return lookout;
}

/**
 * Three o'clock at night, Oslo.
 *
 * @example nextLoad(new Date('2026-06-15T10:00:00Z')).toISOString() // '2026-06-16T01:00:00.000Z'
 */
export function nextLoad(now: Date): Date {
  const today = osloAt(dayInOslo(now), LOAD_AT_HOUR);
  return today > now ? today : osloAt(addDays(dayInOslo(now), 1), LOAD_AT_HOUR);
}
