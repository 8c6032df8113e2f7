import type { Logger } from 'pino';
import { Lookout, SYSTEM, type Market } from '#market';

/** Together the commits of a moment are read once. */
const SOON_MS = [50, 150, 500, 1500];

/** Reads the events whenever a commit has written some; that none is missed, the schedule sees to. */
export function startFanOut(market: Market, log: Logger): Lookout {
  const look = (): Promise<boolean> =>
    market.webhookSendings.fanOut(SYSTEM).catch((error: unknown) => {
      log.error({ err: error }, 'Reading events for webhooks failed; the schedule tries again');
      return false;
    });
  const lookout = new Lookout(look, { soonMs: SOON_MS });
  lookout.start();
  return lookout;
}
