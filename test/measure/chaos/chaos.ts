import { Chance } from '../../support/chance.js';
import type { Measured, Say } from '../command.js';
import { InputError } from '../input-error.js';
import { matchingPath, type MatchingPath } from '../matching-path.js';
import { MissingToolError } from '../missing-tool-error.js';
import { atLeast, atMost, exactly, figure, table, type Figure } from '../report.js';
import { withClient } from '../temporary-server.js';
import { wholeNumber } from '../whole-number.js';
import { gather, type Cast } from './cast.js';
import { becomeQuiet, check, type Fault } from './checker.js';
import { keepFullRuns } from './full-run.js';
import { playRound } from './group.js';
import { Nemesis } from './nemesis.js';
import { Outages } from './outages.js';
import { pause } from './program.js';
import { OwnRedis } from './redis.js';
import { Stage, type QueueBackend } from './stage.js';

const KILLS = 50;
/** So many mutations are acknowledged for each kill: 2,000 with the usual number of them. */
const ACKNOWLEDGED_A_KILL = 40;
const GROUPS = 4;
const MOST_OUTAGE_S = 5;
/** A job that was lost is handed out again after five minutes at most, by a clock that looks every minute. */
const QUIET_MS = 7 * 60_000;
const LOOK_MS = 100;
/** Of each kind of fault so many are told in full. */
const TOLD = 10;

export interface Trouble {
  readonly backend: QueueBackend;
  /** Where the workers look for candidates. */
  readonly index?: MatchingPath;
  readonly kills: number;
  readonly seed: number;
  readonly groups: number;
  readonly acknowledgedAKill: number;
  /** Whether everything is matched again all the while. */
  readonly fullRun?: boolean;
  /** Folder with the package and what was built of it. */
  readonly root?: string;
}

/** What a run came to. */
export interface Aftermath {
  readonly acknowledged: number;
  readonly kills: number;
  readonly faults: readonly Fault[];
  /** Seconds, the longest of all apis and faults. */
  readonly longestOutage: number;
}

/**
 * What a run was told.
 *
 * @throws InputError for what it does not know
 */
export function troubleOf(values: Readonly<Record<string, unknown>>): Trouble {
  const backend = values['backend'] ?? 'postgres';
  if (backend !== 'postgres' && backend !== 'redis')
    throw new InputError('--backend must be postgres or redis.');
  return {
    backend,
    index: matchingPath(values['index']),
    kills: wholeNumber(values, 'kills', KILLS),
    seed: wholeNumber(values, 'seed', 1 + Math.floor(Math.random() * 2 ** 31)),
    groups: GROUPS,
    acknowledgedAKill: ACKNOWLEDGED_A_KILL,
    fullRun: values['full-run'] === true,
  };
}

/** `npm run chaos`: whatever is killed and cut, what was acknowledged is there, once and whole. */
export async function chaos(values: Readonly<Record<string, unknown>>, say: Say): Promise<Measured> {
  const trouble = troubleOf(values);
  const { backend, index = 'sql', kills, seed, fullRun } = trouble;
  if (backend === 'redis' && !OwnRedis.isThere())
    throw new MissingToolError(
      'There is no redis-server on the PATH: install Redis 7 to run with --backend redis.',
    );
  say(`seed ${seed}, queue on ${backend}, index: ${index}${fullRun ? ', a full run under way' : ''}`);
  return Stage.with(trouble, async (stage) => {
    const cast = await gather(stage, GROUPS, new Chance(seed));
    const aftermath = await survive(stage, cast, trouble, say);
    tell(aftermath.faults, cast, say);
    return { runs: 1, figures: figuresOf(aftermath, kills) };
  });
}

/** Lets the nemesis loose on a cast that trades, and checks what is left when all is quiet. */
export async function survive(stage: Stage, cast: Cast, trouble: Trouble, say: Say): Promise<Aftermath> {
  const { kills, seed, acknowledgedAKill } = trouble;
  const chance = new Chance(seed + 1);
  const outages = new Outages(cast.firms[0]?.client.person.authorization ?? '', stage.databaseLife);
  const { history } = cast;
  const isAt = async (count: number): Promise<void> => {
    while (history.length < count && !given.isUp) await pause(LOOK_MS);
  };
  const given = { isUp: false };
  const gaveUp: Fault[] = [];
  let goesOn = true;
  const players = Promise.all(
    cast.groups.map(async (group) => {
      while (goesOn) await playRound(group, chance, () => goesOn);
    }),
  ).catch((error: unknown) => {
    given.isUp = true;
    gaveUp.push({ kind: 'invariant', says: (error as Error).message });
  });
  const fullRuns = trouble.fullRun ? await keepFullRuns(stage.databaseUrl) : undefined;
  const nemesis = new Nemesis(stage, {
    kills,
    chance,
    outages,
    say,
    pace: (at) => isAt(at * acknowledgedAKill),
  });
  const killed = await nemesis.rage();
  await isAt(kills * acknowledgedAKill);
  nemesis.heal();
  goesOn = false;
  await players;
  say(`${history.length} mutations acknowledged; waiting until all is quiet`);
  await outages.settled();
  await allUp(stage);
  const runs = await fullRuns?.end(QUIET_MS);
  if (runs !== undefined) say(`${runs.begun} runs through all listings`);
  await becomeQuiet(stage.databaseUrl, inboxesOf(cast), QUIET_MS);
  const found = await withClient(stage.databaseUrl, (client) => check(client, history, inboxesOf(cast)));
  const faults = [...found, ...gaveUp, ...ends(stage), ...(runs?.faults ?? [])];
  await Promise.all(cast.firms.map(({ inbox }) => inbox.stop()));
  for (const { after, api, ms, said } of outages.all)
    say(
      `${api} answered ${Math.round(ms)} ms after ${after} was over; before: ${said.join(', ') || 'nothing'}`,
    );
  const longestOutage = Math.max(0, ...outages.all.map(({ ms }) => ms)) / 1000;
  return { acknowledged: history.length, kills: killed, faults, longestOutage };
}

export const inboxesOf = ({ firms }: Cast) => firms.map(({ inbox }) => inbox);

async function allUp(stage: Stage): Promise<void> {
  while (stage.programs.some(({ program }) => !program.isUp)) await pause(LOOK_MS);
}

/** Nobody killed them, and yet they ended: a fault of the product, whatever the clients got. */
const ends = (stage: Stage): readonly Fault[] =>
  stage.programs
    .filter(({ program }) => program.ownEnds > 0)
    .map(({ program }) => ({
      kind: 'invariant',
      says: `${program.label} ended by itself ${program.ownEnds} times; it said last: ${program.lastWords}`,
    }));

function tell(faults: readonly Fault[], { troubles, firms }: Cast, say: Say): void {
  const rows = [...troubles].sort(([, a], [, b]) => b - a).map(([what, count]) => [what, String(count)]);
  say(`\n${table(['attempts without an answer', ''], rows)}`);
  const [breaks, repeats] = [
    firms.reduce((sum, { inbox }) => sum + inbox.breaks, 0),
    firms.reduce((sum, { inbox }) => sum + inbox.repeats, 0),
  ];
  say(`\nsubscriptions broken off ${breaks} times, events pushed again ${repeats} times`);
  for (const kind of new Set(faults.map((fault) => fault.kind))) {
    const of = faults.filter((fault) => fault.kind === kind);
    say(`\n${kind}: ${of.length}`);
    for (const { says } of of.slice(0, TOLD)) say(`  ${says}`);
  }
}

function figuresOf(aftermath: Aftermath, kills: number): readonly Figure[] {
  const { acknowledged, faults, longestOutage } = aftermath;
  const none = (name: string, kind: Fault['kind']): Figure =>
    figure({
      name,
      value: faults.filter((fault) => fault.kind === kind).length,
      unit: '',
      target: exactly(0),
    });
  const least = atLeast(kills * ACKNOWLEDGED_A_KILL);
  return [
    figure({ name: 'acknowledged', value: acknowledged, unit: '', target: least }),
    none('missing', 'missing'),
    none('doubled', 'doubled'),
    none('half-done', 'half-done'),
    none('push gaps', 'push gap'),
    none('invariants broken', 'invariant'),
    figure({
      name: 'longest outage',
      value: longestOutage,
      unit: 's',
      target: atMost(MOST_OUTAGE_S, ' s'),
    }),
    figure({ name: 'kills', value: aftermath.kills, unit: '', target: exactly(kills) }),
  ];
}
