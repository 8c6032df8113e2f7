import { readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { commandOf, isAlive } from '../process-life.js';

/** What `postmaster.pid` says about the server of a cluster. */
export type PidFile =
  | { readonly kind: 'none' }
  /** The server runs; the port is written a moment after the pid. */
  | { readonly kind: 'running'; readonly pid: number; readonly port?: number; readonly stopping: boolean }
  /** Its process is gone; the pid may by now be another program's. */
  | { readonly kind: 'left'; readonly lines: readonly string[] }
  /** Empty or cut short by a crash. */
  | { readonly kind: 'broken' };

export function readPidFile(cluster: string): PidFile {
  const text = readText(pidFileOf(cluster));
  if (text === undefined) return { kind: 'none' };
  const lines = text.split('\n');
  const pid = Number(lines[0]);
  const folder = lines[1];
  if (!Number.isInteger(pid) || pid <= 0 || folder === undefined) return { kind: 'broken' };
  if (!isAlive(pid) || !isServer(pid, folder, cluster)) return { kind: 'left', lines };
  const port = Number(lines[3]);
  return { kind: 'running', pid, ...(port > 0 && { port }), stopping: lines[7]?.trim() === 'stopping' };
}

/** PostgreSQL refuses to start on an empty file, and on one whose pid answers, be it a zombie's or a stranger's. */
export function clearPidFile(cluster: string, found: PidFile): void {
  if (found.kind === 'broken') rmSync(pidFileOf(cluster), { force: true });
  // Not deleted: the file also says which shared memory orphans of the old server may still write through.
  // PostgreSQL looks there and then takes the file over, as long as the pid is that of its own parent: ours.
  if (found.kind === 'left') {
    writeFileSync(pidFileOf(cluster), [process.pid, ...found.lines.slice(1)].join('\n'));
  }
}

const pidFileOf = (cluster: string): string => join(cluster, 'postmaster.pid');

function readText(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
}

/** A copied data folder names the one it was copied from, whose server is not ours. */
function isServer(pid: number, folder: string, cluster: string): boolean {
  return samePlace(folder, cluster) && `${commandOf(pid)} `.includes(`postgres -D ${folder} `);
}

function samePlace(one: string, other: string): boolean {
  try {
    return realpathSync(one) === realpathSync(other);
  } catch {
    return false;
  }
}
