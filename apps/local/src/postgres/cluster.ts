import { execFile } from 'node:child_process';
import { existsSync, readdirSync, renameSync, rmSync, rmdirSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { writeWhole } from '../write-whole.js';
import type { Home } from './home.js';
import type { Native } from './native.js';
import { asOwner, give } from './owner.js';
import type { Passwords } from './passwords.js';

const run = promisify(execFile);

/** ICU sorts; this is for the letters of trigrams and text search, which under plain C are ASCII alone. */
const LOCALES = ['C.UTF-8', 'en_US.UTF-8', 'C'] as const;

/** Makes the cluster where there is none. It gets its name when it is complete, so half of one is never taken. */
export async function makeCluster(
  home: Home,
  native: Native,
  passwords: Passwords,
  durable: boolean,
): Promise<void> {
  clearEmpty(home.cluster);
  if (existsSync(home.cluster)) return;
  const passwordFile = join(home.folder, 'initdb.password');
  writeWhole(passwordFile, `${passwords.postgres}\n`);
  if (home.owner !== undefined) give(passwordFile, home.owner);
  try {
    clearDrafts(home);
    renameSync(await initdb(home, native, passwordFile, durable), home.cluster);
  } finally {
    rmSync(passwordFile, { force: true });
  }
}

/** Named after the launcher: an initdb that outlived a killed one still writes into its own. */
const draftOf = ({ cluster }: Home): string => `${cluster}.new.${process.pid}`;

function clearDrafts({ folder }: Home): void {
  for (const name of readdirSync(folder).filter((one) => one.startsWith('cluster.new'))) {
    rmSync(join(folder, name), { recursive: true, force: true, maxRetries: 10 });
  }
}

async function initdb(home: Home, native: Native, passwordFile: string, durable: boolean): Promise<string> {
  const refusals: string[] = [];
  const draft = draftOf(home);
  for (const locale of LOCALES) {
    const words = wordsFor(draft, locale, passwordFile, durable);
    try {
      await run(native.initdb, words, asOwner(home.owner));
      return draft;
    } catch (error) {
      const { stderr, message } = error as Error & { stderr?: string };
      if (!/locale/i.test(stderr ?? '')) {
        throw new Error(`The database could not be made: ${stderr || message}`, { cause: error });
      }
      refusals.push(stderr?.trim() ?? '');
    }
  }
  throw new Error(`The database could not be made in any locale: ${refusals.join('; ')}`);
}

const wordsFor = (
  folder: string,
  locale: string,
  passwordFile: string,
  durable: boolean,
): readonly string[] => [
  `--pgdata=${folder}`,
  '--username=postgres',
  `--pwfile=${passwordFile}`,
  '--auth=scram-sha-256',
  '--encoding=UTF8',
  `--locale=${locale}`,
  '--lc-messages=C',
  '--locale-provider=icu',
  '--icu-locale=und',
  ...(durable ? [] : ['--no-sync']),
];

/** A folder made beforehand, as a mount point may be, holds no data; one that is not empty is left alone. */
function clearEmpty(folder: string): void {
  try {
    rmdirSync(folder);
  } catch {
    // Not there, or somebody's data.
  }
}
