import type { Logger } from 'pino';
import { SYSTEM, type Market } from '#market';

/** Waits after a wake-up: together the commits of a moment are read once, and an older transaction may still be open. */
const LOOKS_MS = [50, 150, 500, 1500];

export interface FanOut {
  wake(): void;
  stop(): Promise<void>;
}

/** Reads the events whenever a commit has written some; that none is missed, the schedule sees to. */
export function startFanOut(market: Market, log: Logger): FanOut {
  let stopped = false;
  let looks = LOOKS_MS.length;
  let timer: NodeJS.Timeout | undefined;
  let looking = Promise.resolve();

  const look = async (): Promise<void> => {
    try {
      if (await market.webhookSendings.fanOut(SYSTEM)) looks = 0;
    } catch (error) {
      log.error({ err: error }, 'Reading events for webhooks failed; the schedule tries again');
    }
    timer = undefined;
    plan();
  };
  const plan = (): void => {
    const wait = LOOKS_MS[looks];
    if (stopped || timer !== undefined || wait === undefined) return;
    looks += 1;
    timer = setTimeout(() => void (looking = look()), wait);
  };
  return {
    wake: () => {
      looks = 0;
      plan();
    },
    stop: async () => {
      stopped = true;
      clearTimeout(timer);
      await looking;
    },
  };
}
