import { existsSync, readFileSync, renameSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { newDemoPassword } from './demo-password.js';
import { releaseLock, takeLock } from './launcher-lock.js';
import { makeFolder } from './make-folder.js';
import { writeWhole } from './write-whole.js';

/** What is made up on the first start and kept from then on. */
export interface LocalState {
  readonly demoPassword: string;
}

/** Returned when the folder is ours until `release`. */
export interface OpenFolder {
  readonly kind: 'open';
  readonly path: string;
  readonly stateFile: string;
  readonly state: LocalState;
  release(): void;
}

/** Returned when another launcher runs on the folder. */
export interface HeldFolder {
  readonly kind: 'held';
  readonly path: string;
  readonly pid: number;
  readonly message: string;
}

/** Makes the folder where it is missing, and takes it for this launcher. */
export function openDataFolder(folder: string): OpenFolder | HeldFolder {
  const path = resolve(folder);
  makeFolder(path);
  const lock = join(path, 'launcher.lock');
  const holder = takeLock(lock);
  if (holder !== undefined) {
    const message = `Another launcher (process ${holder.pid}, since ${holder.since}) runs on ${path}. Stop it first.`;
    return Object.freeze({ kind: 'held', path, pid: holder.pid, message });
  }
  const stateFile = join(path, 'state.json');
  return Object.freeze({
    kind: 'open',
    path,
    stateFile,
    state: keptState(stateFile),
    release: () => releaseLock(lock),
  });
}

function keptState(file: string): LocalState {
  const kept = readState(file);
  const state: LocalState = Object.freeze({
    demoPassword: kept.demoPassword ?? newDemoPassword(),
  });
  if (kept.demoPassword === undefined) {
    writeWhole(file, `${JSON.stringify({ ...kept, ...state }, null, 2)}\n`);
  }
  return state;
}

/** A file that cannot be read as state is put aside, not overwritten: somebody may have edited it by hand. */
function readState(file: string): Partial<LocalState> {
  if (!existsSync(file)) return {};
  const text = readFileSync(file, 'utf8');
  try {
    return textFields(JSON.parse(text));
  } catch {
    renameSync(file, `${file}.damaged`);
    return {};
  }
}

function textFields(read: unknown): Partial<LocalState> {
  if (typeof read !== 'object' || read === null) throw new TypeError('The state is an object.');
  return Object.fromEntries(
    Object.entries(read).filter(([, value]) => typeof value === 'string' && value !== ''),
  );
}
