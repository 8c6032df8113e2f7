import { linkSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { birthOf, isAlive } from './process-life.js';

/** The launcher that holds a data folder. */
export interface Holder {
  readonly pid: number;
  /** Tells a living holder from a stranger who got the same pid later. */
  readonly birth: string;
  readonly since: string;
}

/**
 * Takes the lock for this process, also from a dead holder.
 *
 * @returns the living holder when there is one, else undefined
 */
export function takeLock(file: string): Holder | undefined {
  const own: Holder = { pid: process.pid, birth: birthOf(process.pid), since: new Date().toISOString() };
  for (let attempt = 0; attempt < 10; attempt += 1) {
    if (place(file, own)) return undefined;
    const found = readLock(file);
    if (found !== undefined && isHeld(found)) return found;
    clearStale(file, found);
  }
  throw new Error(`The lock ${file} changes hands faster than it can be taken.`);
}

/** Gives the lock back, if it is still ours. */
export function releaseLock(file: string): void {
  if (readLock(file)?.pid === process.pid) rmSync(file, { force: true });
}

/** A hard link appears with its whole content or fails, so nobody ever reads half a lock. */
function place(file: string, own: Holder): boolean {
  const draft = `${file}.${own.pid}`;
  const text = JSON.stringify(own);
  writeFileSync(draft, text);
  try {
    linkSync(draft, file);
    return true;
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'EEXIST') return false;
    if (code === 'EPERM' || code === 'ENOTSUP') return placeWithoutLinks(file, text);
    throw error;
  } finally {
    rmSync(draft, { force: true });
  }
}

function placeWithoutLinks(file: string, text: string): boolean {
  try {
    writeFileSync(file, text, { flag: 'wx' });
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  }
}

/** Moves before it deletes: of two launchers that found the same stale lock, only one can move it away. */
function clearStale(file: string, stale: Holder | undefined): void {
  const aside = `${file}.stale-${process.pid}`;
  try {
    renameSync(file, aside);
  } catch {
    return;
  }
  const moved = readLock(aside);
  if (moved !== undefined && moved.birth !== stale?.birth && isHeld(moved)) restore(aside, file);
  rmSync(aside, { force: true });
}

function restore(aside: string, file: string): void {
  try {
    linkSync(aside, file);
  } catch {
    // A third launcher was quicker; it holds the folder now.
  }
}

function readLock(file: string): Holder | undefined {
  try {
    const read = JSON.parse(readFileSync(file, 'utf8')) as Partial<Holder> | null;
    if (!Number.isInteger(read?.pid)) return undefined;
    return { pid: Number(read?.pid), birth: String(read?.birth ?? ''), since: String(read?.since ?? '') };
  } catch {
    return undefined;
  }
}

const isHeld = ({ pid, birth }: Holder): boolean => isAlive(pid) && birthOf(pid) === birth;
