import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { readConfig } from '#config';
import { Market, SYSTEM } from '#market';
import { migrate, Store } from '#store';

const USAGE = `npm run factors:load [-- FILE.csv --id 2027-1 [--note TEXT] [--from 2027-01-01]]
npm run factors:load -- --id 2027-1 --from 2027-01-01

Brings a factor set out of a file of the form of those in data/factors/, whole or not at all, and says from which day it
is the one that new matches and entries are reckoned with. Without --from it is only compared with. What earlier sets
gave stays as it was. Without anything it lists the sets. Reads DATABASE_URL.`;

const RESTART =
  'Start api and worker anew before that day: they know the sets that were there when they started.\n';

interface Asked {
  readonly file: string | undefined;
  readonly id: string | undefined;
  readonly note: string | undefined;
  readonly from: string | undefined;
}

try {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      id: { type: 'string' },
      note: { type: 'string' },
      from: { type: 'string' },
      help: { type: 'boolean', default: false },
    },
  });
  const { id, note, from, help } = values;
  if (help) process.stdout.write(`${USAGE}\n`);
  else if (positionals.length > 1) throw new Error(`One file at a time.\n${USAGE}`);
  else await run({ file: positionals[0], id, note, from });
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
}

async function run(asked: Asked): Promise<void> {
  const work = workOf(asked);
  const { databaseUrl } = readConfig();
  await migrate(databaseUrl);
  const store = await Store.open(databaseUrl, 2);
  try {
    const { factorSets } = await Market.open(store);
    process.stdout.write(await work(factorSets));
  } finally {
    await store.close();
  }
}

type Sets = Market['factorSets'];

/** @throws Error before anything is opened, where what is asked for is not whole */
function workOf({ file, id, note, from }: Asked): (sets: Sets) => Promise<string> {
  if (file === undefined && id === undefined) return listed;
  if (id === undefined) throw new Error(`--id: missing; say what the set is to be called, such as 2027-1.`);
  if (file !== undefined) {
    const bytes = readFileSync(file);
    return (sets) => loaded(sets, { file, id, bytes, note: note ?? '', usedFrom: from });
  }
  if (from === undefined) throw new Error('--from: missing; say the day, or a file that is to be the set.');
  return async (sets) => {
    await sets.useFrom(SYSTEM, id, from);
    return `From ${from} on, new matches and entries are reckoned with ${id}. ${RESTART}`;
  };
}

async function listed(sets: Sets): Promise<string> {
  const lines = (await sets.all()).map(({ id, usedFrom, inUse, factors, note }) =>
    [id.padEnd(12), (usedFrom ?? 'not used').padEnd(10), `${factors.length} factors`, note]
      .concat(inUse ? ['(in use)'] : [])
      .join('  '),
  );
  return `${lines.join('\n')}\n`;
}

async function loaded(
  sets: Sets,
  { file, ...input }: Parameters<Sets['load']>[1] & { readonly file: string },
): Promise<string> {
  const result = await sets.load(SYSTEM, input);
  if (result.outcome === 'refused') {
    const lines = result.faults.map(({ line, reason }) =>
      line === undefined ? `${file}: ${reason}` : `${file}:${line}: ${reason}`,
    );
    throw new Error(`Nothing is loaded:\n${lines.join('\n')}`);
  }
  const { id, usedFrom } = input;
  const compared = `npm run figures:verify -- --change ${result.replaces}:${id}`;
  const use =
    usedFrom === undefined
      ? `It is not used yet: ${compared} says what it would move, --from sets its day.\n`
      : `It is used from ${usedFrom} on. ${RESTART}`;
  return `${id}: ${result.factors} factors, beside ${result.replaces}. ${use}`;
}
