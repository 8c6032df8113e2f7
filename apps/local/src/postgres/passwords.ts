import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { writeWhole } from '../write-whole.js';
import type { Home } from './home.js';

/** Login of api and worker: it owns nothing and may do nothing but become the roles of the database. */
export const PROGRAMS = 'bistrom_programs';

/** The users of the private database: the one that sets it up, the one that owns it, and the one that the programs are. */
export interface Passwords {
  readonly postgres: string;
  readonly bistrom: string;
  readonly programs: string;
}

/** Made before the cluster and kept with it, since a cluster without its passwords is locked. */
export function keptPasswords({ folder, cluster }: Home): Passwords {
  const file = join(folder, 'passwords.json');
  if (existsSync(file)) return completed(file);
  if (existsSync(cluster))
    throw new Error(`${file} is missing. Put it back, or delete ${folder} to start afresh.`);
  const made = Object.freeze({ postgres: newPassword(), bistrom: newPassword(), programs: newPassword() });
  writeWhole(file, JSON.stringify(made));
  return made;
}

/** In a folder from before the programs had a login of their own, its password is made now. */
function completed(file: string): Passwords {
  const kept = JSON.parse(readFileSync(file, 'utf8')) as Omit<Passwords, 'programs'> & Partial<Passwords>;
  if (kept.programs !== undefined) return Object.freeze({ ...kept, programs: kept.programs });
  const made = Object.freeze({ ...kept, programs: newPassword() });
  writeWhole(file, JSON.stringify(made));
  return made;
}

/** Safe in a URL as it is. */
const newPassword = (): string => randomBytes(24).toString('base64url');
