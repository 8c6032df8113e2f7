import pg from 'pg';

const RECONNECT_MS = [100, 500, 2000];

export interface Listener {
  close(): Promise<void>;
}

/**
 * Listens on channels of the database over a connection of its own and makes a new one when it breaks. A wake-up
 * lost in between costs delay, never data: readers also look by the clock.
 *
 * @param hear gets the payload and its channel; called once without either after every (re)connection
 */
export function listen(
  url: string,
  channels: readonly string[],
  hear: (payload: string | undefined, channel?: string) => void,
): Listener {
  let client: pg.Client | undefined;
  let closed = false;
  let failures = 0;

  const again = (): void => {
    client = undefined;
    if (closed) return;
    const wait = RECONNECT_MS[Math.min(failures, RECONNECT_MS.length - 1)];
    failures += 1;
    setTimeout(() => void connect(), wait).unref();
  };

  const connect = async (): Promise<void> => {
    const fresh = new pg.Client({ connectionString: url, keepAlive: true });
    fresh.on('notification', ({ payload, channel }) => hear(payload ?? '', channel));
    fresh.on('error', () => undefined);
    fresh.once('end', again);
    try {
      await fresh.connect();
      for (const channel of channels) await fresh.query(`listen ${channel}`);
    } catch {
      await fresh.end().catch(again);
      return;
    }
    client = fresh;
    failures = 0;
    if (closed) await fresh.end();
    else hear(undefined);
  };

  void connect();
  return {
    close: async () => {
      closed = true;
      await client?.end();
    },
  };
}
