import { spawn } from 'node:child_process';
import { closeSync, existsSync, openSync, readFileSync, renameSync, statSync } from 'node:fs';
import { endsWithin } from '../process-life.js';
import type { Home } from './home.js';
import type { Native } from './native.js';
import { asOwner } from './owner.js';

const LARGEST_LOG = 10 * 1024 * 1024;
const FAST_STOP_MS = 4_000;

const SETTINGS: Readonly<Record<string, string>> = {
  listen_addresses: '127.0.0.1',
  unix_socket_directories: '',
  max_connections: '200',
  jit: 'off',
  deadlock_timeout: '100ms',
  timezone: 'UTC',
  log_timezone: 'UTC',
  log_checkpoints: 'off',
};

const FORGETFUL: Readonly<Record<string, string>> = {
  fsync: 'off',
  synchronous_commit: 'off',
  full_page_writes: 'off',
};

/** Spawns the server and does not wait for it. */
export function spawnServer(home: Home, native: Native, port: number, durable: boolean): number {
  const settings = Object.entries({ ...SETTINGS, ...(durable ? {} : FORGETFUL) });
  const words = [
    '-D',
    home.cluster,
    '-p',
    String(port),
    ...settings.flatMap(([key, value]) => ['-c', `${key}=${value}`]),
  ];
  const log = openLog(home.log);
  // Detached: a Ctrl-C in the terminal must not reach the database before the programs have let go of it.
  const child = spawn(native.postgres, words, {
    ...asOwner(home.owner),
    stdio: ['ignore', log, log],
    detached: true,
  });
  closeSync(log);
  child.on('error', () => undefined);
  child.unref();
  if (child.pid === undefined) throw new Error(`PostgreSQL could not be started from ${native.postgres}.`);
  return child.pid;
}

/** A file, not a pipe: a pipe whose reader is gone would end a server that outlives the launcher. */
function openLog(file: string): number {
  if (existsSync(file) && statSync(file).size > LARGEST_LOG) renameSync(file, `${file}.1`);
  return openSync(file, 'a', 0o600);
}

/** Stops the server as soon as its clients are cut off; one that hangs is made to recover on its next start. */
export async function stopServer(pid: number): Promise<void> {
  if (!send(pid, 'SIGINT') || (await endsWithin(pid, FAST_STOP_MS))) return;
  send(pid, 'SIGQUIT');
  await endsWithin(pid, 1_000);
}

/** False when there is no such process any more. */
export function send(pid: number, signal: NodeJS.Signals): boolean {
  try {
    return process.kill(pid, signal);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ESRCH') return false;
    throw error;
  }
}

/** What the server said last, for a message about a failed start. */
export const lastWords = ({ log }: Home): string =>
  existsSync(log) ? readFileSync(log, 'utf8').trimEnd().split('\n').slice(-5).join('\n') : '';
