import { freePort, isFree } from '../free-port.js';
import { endsWithin, pause } from '../process-life.js';
import type { Home } from './home.js';
import type { Native } from './native.js';
import { endOrphans } from './orphans.js';
import type { Passwords } from './passwords.js';
import { clearPidFile, readPidFile } from './pid-file.js';
import { becomesReady, type Running } from './readiness.js';
import { lastWords, send, spawnServer, stopServer } from './server.js';

/** All that it takes to start the server of one cluster. */
export interface Site {
  readonly home: Home;
  readonly native: Native;
  readonly passwords: Passwords;
  readonly durable: boolean;
  readonly say: (line: string) => void;
  /** Turns false when the launcher stops. */
  readonly wanted: () => boolean;
}

const FIRST_WAIT_MS = 100;
/** Together 6.3 s: where orphans of a killed server cannot be found, they need a while to notice. */
const TRIES = 7;
const LAST_STOP_MS = 10_000;

/**
 * Adopts the server that already runs on the cluster, or starts one.
 *
 * @param choosePort asked before every try, as a port may be lost between the choice and the start
 */
export async function bringUp(site: Site, choosePort: () => Promise<number>): Promise<Running> {
  for (let attempt = 0; attempt < TRIES && site.wanted(); attempt += 1) {
    if (attempt > 0) await pause(FIRST_WAIT_MS * 2 ** (attempt - 1));
    const adopted = await adopt(site);
    if (adopted !== undefined) return adopted;
    const port = await choosePort();
    const started = { pid: spawnServer(site.home, site.native, port, site.durable), port };
    if (await becomesReady(started, site.passwords, site.wanted)) return started;
    if (!site.wanted()) await stopServer(started.pid);
  }
  throw new Error(`PostgreSQL does not start; it said last:\n${lastWords(site.home)}`);
}

export const fromPort = (preferred: number) => () => freePort(preferred);

/** For clients that know the port: it is waited for when somebody else has it. */
export const onPort = (port: number) => async (): Promise<number> => {
  if (await isFree(port)) return port;
  throw new Error(`Port ${port} is taken by another program.`);
};

async function adopt(site: Site): Promise<Running | undefined> {
  const found = await settledPidFile(site.home.cluster);
  if (found.kind !== 'running') {
    await endOrphans(site.home.cluster);
    clearPidFile(site.home.cluster, found);
    return undefined;
  }
  const { pid, port, stopping } = found;
  if (stopping || port === undefined) {
    await end(pid);
    return undefined;
  }
  site.say(`PostgreSQL already runs (process ${pid}, port ${port}); taking it over.`);
  return (await becomesReady({ pid, port }, site.passwords, site.wanted)) ? { pid, port } : undefined;
}

/** A server that has just started has its pid in the file, but not yet its port. */
async function settledPidFile(cluster: string) {
  for (let look = 0; look < 50; look += 1) {
    const found = readPidFile(cluster);
    if (found.kind !== 'running' || found.port !== undefined) return found;
    await pause(20);
  }
  return readPidFile(cluster);
}

/** Lets a server that is stopping do so. */
async function end(pid: number): Promise<void> {
  if (await endsWithin(pid, LAST_STOP_MS)) return;
  send(pid, 'SIGQUIT');
  await endsWithin(pid, 1_000);
}
