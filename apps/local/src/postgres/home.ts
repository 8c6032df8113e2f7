import { createHash } from 'node:crypto';
import { chmodSync, existsSync, lstatSync, mkdirSync, readFileSync, renameSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { makeFolder } from '../make-folder.js';
import { writeWhole } from '../write-whole.js';
import { canWork, findOwner, give, giveAll, isRoot, type Owner } from './owner.js';

/** Where the database lives. */
export interface Home {
  /** The data folder, or the folder that stands in for it. */
  readonly base: string;
  /** Belongs to the owner. */
  readonly folder: string;
  /** There only when complete. */
  readonly cluster: string;
  readonly log: string;
  readonly owner: Owner | undefined;
}

const STAND_INS = '/var/tmp';

/** Settles where the database lives, and that its owner can work there. */
export function settleHome(dataFolder: string, say: (line: string) => void): Home {
  const base = resolve(dataFolder);
  makeFolder(base);
  if (!isRoot()) return homeOfOwnUser(base);
  const mark = join(base, 'postgres.elsewhere');
  const elsewhere = markedFolder(mark);
  if (elsewhere !== undefined) return demandHome(elsewhere);
  const inside = homeOfOther(base);
  if (inside !== undefined) return inside;
  if (existsSync(homeIn(base, undefined).cluster)) {
    throw new Error(
      `The database in ${base} can no longer be reached by its user: a folder above it is closed.`,
    );
  }
  return moveOut(base, mark, say);
}

const homeIn = (base: string, owner: Owner | undefined): Home => {
  const folder = join(base, 'postgres');
  return Object.freeze({
    base,
    folder,
    cluster: join(folder, 'cluster'),
    log: join(folder, 'server.log'),
    owner,
  });
};

function homeOfOwnUser(base: string): Home {
  const home = homeIn(base, undefined);
  mkdirSync(home.folder, { recursive: true, mode: 0o700 });
  if (statSync(home.folder).uid === process.getuid?.()) return home;
  throw new Error(`${home.folder} belongs to another user. Start as that user, or use another data folder.`);
}

/** Undefined when the owner cannot reach the folder, or it cannot be given to it. */
function homeOfOther(base: string): Home | undefined {
  const { folder, cluster } = homeIn(base, undefined);
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const owner = ownerOf(cluster) ?? findOwner();
  try {
    if (isForeign(cluster, owner)) giveAll(folder, owner);
    if (isForeign(folder, owner)) give(folder, owner);
  } catch {
    return undefined;
  }
  return canWork(owner, folder) ? homeIn(base, owner) : undefined;
}

/** A cluster keeps the user it was made by, such as the one who started the launcher before root did. */
function ownerOf(cluster: string): Owner | undefined {
  const found = statSync(cluster, { throwIfNoEntry: false });
  return found === undefined || found.uid === 0 ? undefined : { uid: found.uid, gid: found.gid };
}

const isForeign = (path: string, owner: Owner): boolean =>
  existsSync(path) && statSync(path).uid !== owner.uid;

function demandHome(base: string): Home {
  const home = homeOfOther(base);
  if (home === undefined) throw new Error(`The user of the database cannot work in ${base}.`);
  return home;
}

function markedFolder(mark: string): string | undefined {
  const base = existsSync(mark) ? readFileSync(mark, 'utf8').trim() : '';
  return base !== '' && existsSync(base) ? base : undefined;
}

function moveOut(base: string, mark: string, say: (line: string) => void): Home {
  const name = createHash('sha256').update(base).digest('hex').slice(0, 12);
  const standIn = join(STAND_INS, `bistrom-${name}`);
  putAsideLeftover(standIn, say);
  makeOwnFolder(standIn);
  const home = demandHome(standIn);
  writeWhole(mark, `${standIn}\n`);
  say(`The user of the database cannot reach ${base}; the database lives in ${standIn}.`);
  return home;
}

/** Whoever deletes the data folder starts afresh, and does not get the old data back from elsewhere. */
function putAsideLeftover(standIn: string, say: (line: string) => void): void {
  if (!existsSync(homeIn(standIn, undefined).cluster)) return;
  const aside = `${standIn}-old-${Date.now()}`;
  renameSync(standIn, aside);
  say(`Put the database of a deleted data folder aside: ${aside}`);
}

/** Anybody may write beside it and the name can be guessed: what is there must be a folder, and ours. */
function makeOwnFolder(path: string): void {
  mkdirSync(path, { recursive: true });
  const found = lstatSync(path);
  if (!found.isDirectory() || found.uid !== process.getuid?.())
    throw new Error(`${path} belongs to somebody else.`);
  chmodSync(path, 0o711);
}
