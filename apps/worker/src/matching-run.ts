import { parseArgs } from 'node:util';
import { readConfig } from '#config';
import { Market, SYSTEM, type MatchingRunView } from '#market';
import { migrate, Store } from '#store';

const USAGE = `npm run matching:run [-- --status|--pause|--resume|--again]

Says how the latest run through all listings is doing, which new rules and new reference data begin by themselves.
--pause stops it within a second or two, --resume lets it go on, --again begins one whatever the rules; the one that
was under way is over then. The work is done by whatever workers run. Reads DATABASE_URL.`;

const DEEDS = ['status', 'pause', 'resume', 'again'] as const;
type Deed = (typeof DEEDS)[number];
type Runs = Market['matchingRuns'];

try {
  const flag = { type: 'boolean', default: false } as const;
  const { values } = parseArgs({
    options: { status: flag, pause: flag, resume: flag, again: flag, help: flag },
  });
  if (values.help) process.stdout.write(`${USAGE}\n`);
  else await run(oneOf(DEEDS.filter((deed) => values[deed])));
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
}

function oneOf(deeds: readonly Deed[]): Deed {
  if (deeds.length > 1) throw new Error(`Say one of ${DEEDS.map((deed) => `--${deed}`).join(', ')}.`);
  return deeds[0] ?? 'status';
}

async function run(deed: Deed): Promise<void> {
  const { databaseUrl } = readConfig();
  await migrate(databaseUrl);
  const store = await Store.open(databaseUrl, 2);
  try {
    const { matchingRuns } = await Market.open(store);
    await DO[deed](matchingRuns);
    process.stdout.write(told(await matchingRuns.latest(SYSTEM)));
  } finally {
    await store.close();
  }
}

const DO: Readonly<Record<Deed, (runs: Runs) => Promise<unknown>>> = {
  status: () => Promise.resolve(),
  pause: async (runs) => {
    if (!(await runs.pause(SYSTEM))) throw new Error('--pause: no run is going on.');
  },
  resume: async (runs) => {
    if (!(await runs.resume(SYSTEM))) throw new Error('--resume: no run is paused.');
  },
  again: (runs) => runs.again(SYSTEM),
};

function told(view: MatchingRunView | undefined): string {
  if (view === undefined) return 'Nothing has had to be matched again yet.\n';
  const { state, ruleSet, listings, done, startedAt, finishedAt, expectedEnd } = view;
  const lines = [
    ['state', state],
    ['rules', ruleSet],
    ['matched', `${done} of ${listings} listings`],
    ['begun', startedAt.toISOString()],
    ...(finishedAt === undefined ? [] : [['ended', finishedAt.toISOString()]]),
    ...(expectedEnd === undefined ? [] : [['expected end', expectedEnd.toISOString()]]),
  ];
  return `${lines.map(([name = '', value = '']) => `${name.padEnd(14)}${value}`).join('\n')}\n`;
}
