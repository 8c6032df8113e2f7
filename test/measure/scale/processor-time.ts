import { readdirSync, readFileSync } from 'node:fs';
import { MissingToolError } from '../missing-tool-error.js';

/** The kernel counts in ticks; Linux has 100 of them in a second on all machines that Node runs on. */
const TICKS_A_SECOND = 100;

/** Processor time that a process has used, seconds, its ended children's included. */
export function processorSeconds(pid: number): number {
  const fields = statOf(pid);
  // proc(5): 14 utime, 15 stime, 16 cutime, 17 cstime; the second field was cut away with its brackets.
  return [11, 12, 13, 14].reduce((sum, at) => sum + Number(fields[at] ?? 0), 0) / TICKS_A_SECOND;
}

/** The same of a process and all that it started: a database server and its sessions. */
export const familySeconds = (pid: number): number =>
  [pid, ...childrenOf(pid)].reduce((sum, one) => sum + secondsOrNone(one), 0);

export const parentOf = (pid: number): number => Number(statOf(pid)[1]);

function childrenOf(pid: number): readonly number[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map(Number)
    .filter((one) => {
      try {
        return parentOf(one) === pid;
      } catch {
        return false;
      }
    });
}

/** One that has ended meanwhile is counted with its parent. */
function secondsOrNone(pid: number): number {
  try {
    return processorSeconds(pid);
  } catch {
    return 0;
  }
}

function statOf(pid: number): readonly string[] {
  if (process.platform !== 'linux')
    throw new MissingToolError('Processor time is read from /proc: run this on Linux.');
  const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
  return stat.slice(stat.lastIndexOf(')') + 2).split(' ');
}
