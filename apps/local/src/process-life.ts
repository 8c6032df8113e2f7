import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';

/** Whether the process runs. A zombie does not: where pid 1 reaps nobody, it would seem alive for ever. */
export function isAlive(pid: number): boolean {
  return answersSignals(pid) && stateOf(pid) !== 'Z';
}

/** The command line, with blanks between the words; empty when the process is gone or hidden. */
export function commandOf(pid: number): string {
  const words = fromProc(pid, 'cmdline');
  if (words !== undefined) return words.split('\0').join(' ').trim();
  return hasProc() ? '' : askPs(pid, 'args=');
}

/**
 * What tells this process from a later one with the same pid: its start, and on Linux also the boot.
 * Empty when the machine does not say.
 */
export function birthOf(pid: number): string {
  const started = statFields(pid)?.[19];
  if (started !== undefined) return `${started}@${bootId()}`;
  return hasProc() ? '' : askPs(pid, 'lstart=');
}

/** Waits until the process is gone; false when it still runs after the time given. */
export async function endsWithin(pid: number, milliseconds: number): Promise<boolean> {
  const deadline = Date.now() + milliseconds;
  while (isAlive(pid)) {
    if (Date.now() > deadline) return false;
    await pause(20);
  }
  return true;
}

/** @param hold `'unref'` when the wait alone must not keep this process running */
export const pause = (milliseconds: number, hold?: 'unref'): Promise<void> =>
  new Promise((resolve) => {
    const timer = setTimeout(resolve, milliseconds);
    if (hold === 'unref') timer.unref();
  });

function answersSignals(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

/** The fields of `stat` after the program's name, which may itself hold blanks and brackets. */
function statFields(pid: number): readonly string[] | undefined {
  const stat = fromProc(pid, 'stat');
  return stat?.slice(stat.lastIndexOf(')') + 2).split(' ');
}

const stateOf = (pid: number): string | undefined => statFields(pid)?.[0];

function fromProc(pid: number, file: string): string | undefined {
  try {
    return readFileSync(`/proc/${pid}/${file}`, 'utf8');
  } catch {
    return undefined;
  }
}

const hasProc = (): boolean => existsSync('/proc/self/stat');

function bootId(): string {
  try {
    return readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim();
  } catch {
    return '';
  }
}

const askPs = (pid: number, column: string): string =>
  (spawnSync('ps', ['-ww', '-p', String(pid), '-o', column], { encoding: 'utf8' }).stdout ?? '').trim();
