import { spawnSync } from 'node:child_process';
import { chownSync, lchownSync, lstatSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

/** The user that PostgreSQL runs as when the launcher is root, whom PostgreSQL refuses. */
export interface Owner {
  readonly uid: number;
  readonly gid: number;
}

const NAMES = ['postgres', 'nobody'] as const;

/** Nothing of our own environment: a stray PGPORT or LC_ALL would change the cluster. */
const ENV = Object.freeze({ PATH: '/usr/local/bin:/usr/bin:/bin', LC_ALL: 'C', TZ: 'UTC' });

/** How to spawn as the owner; from `/`, because the owner may not be let into our own folder. */
export const asOwner = (owner: Owner | undefined) => ({ ...owner, cwd: '/', env: ENV });

export const isRoot = (): boolean => process.getuid?.() === 0;

/** A user that the machine knows by name, because initdb fails for any other. */
export function findOwner(): Owner {
  for (const name of NAMES) {
    const uid = idOf('-u', name);
    const gid = idOf('-g', name);
    if (uid !== undefined && gid !== undefined) return Object.freeze({ uid, gid });
  }
  throw new Error(
    `PostgreSQL does not run as root, and there is no user ${NAMES.join(' or ')} to run it as.`,
  );
}

function idOf(flag: '-u' | '-g', name: string): number | undefined {
  const { status, stdout } = spawnSync('id', [flag, name], { env: ENV, encoding: 'utf8' });
  return status === 0 ? Number(stdout) : undefined;
}

/** Tried, not computed from modes: access lists and mounts have a say too. */
export const canWork = (owner: Owner, folder: string): boolean =>
  spawnSync('test', ['-w', folder, '-a', '-x', folder], asOwner(owner)).status === 0;

export function give(path: string, { uid, gid }: Owner): void {
  chownSync(path, uid, gid);
}

/** Links are given, not followed. */
export function giveAll(path: string, owner: Owner): void {
  lchownSync(path, owner.uid, owner.gid);
  if (!lstatSync(path).isDirectory()) return;
  for (const name of readdirSync(path)) giveAll(join(path, name), owner);
}
