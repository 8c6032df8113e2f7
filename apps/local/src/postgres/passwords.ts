import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { writeWhole } from '../write-whole.js';
import type { Home } from './home.js';

/** The two users of the private database: the one that sets it up, and the one that the programs are. */
export interface Passwords {
  readonly postgres: string;
  readonly bistrom: string;
}

/** Made before the cluster and kept with it, since a cluster without its passwords is locked. */
export function keptPasswords({ folder, cluster }: Home): Passwords {
  const file = join(folder, 'passwords.json');
  if (existsSync(file)) return Object.freeze(JSON.parse(readFileSync(file, 'utf8')) as Passwords);
  if (existsSync(cluster))
    throw new Error(`${file} is missing. Put it back, or delete ${folder} to start afresh.`);
  const made = Object.freeze({ postgres: newPassword(), bistrom: newPassword() });
  writeWhole(file, JSON.stringify(made));
  return made;
}

/** Safe in a URL as it is. */
const newPassword = (): string => randomBytes(24).toString('base64url');
