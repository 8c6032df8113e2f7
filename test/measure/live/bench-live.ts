import { MATCH_FOUND } from '../../../apps/local/src/flow/documents.js';
import { OwnRedis } from '../chaos/redis.js';
import { Stage, type QueueBackend } from '../chaos/stage.js';
import type { Measured, Say } from '../command.js';
import { InputError } from '../input-error.js';
import { MissingToolError } from '../missing-tool-error.js';
import { atMost, exactly, figure, shown, type Figure, type Target } from '../report.js';
import { withBare } from './bare.js';
import { ours } from './ours.js';
import { bareStorm, round, storm, type Storm } from './rounds.js';
import { percentile, type Tally } from './tally.js';

const MOST_SOCKETS = 2_000;
const SOME_SOCKETS = 200;
const EVENTS = 30;
const BARE = 'bare graphql-ws';
/** With all sockets; reconnecting included, see docs/operations.md. */
const MOST_P95_MS = 500;
const MOST_STORM_S = 30;
/** With some sockets, beside the server that reads nothing and asks nobody. */
const TIMES_BARE = 3;

/** `npm run bench:live`: from a publication that was sent to the frame on every socket that must hear of it. */
export async function benchLive(values: Readonly<Record<string, unknown>>, say: Say): Promise<Measured> {
  const [sockets, events] = [whole(values, 'sockets', MOST_SOCKETS), whole(values, 'events', EVENTS)];
  const rounds = [...new Set([1, Math.min(SOME_SOCKETS, sockets), sockets])];
  const figures: Figure[] = [];
  for (const backend of backendsOf(values['backend'] ?? 'both', say))
    figures.push(...(await onBackend(backend, rounds, events, say)));
  return { runs: events, figures };
}

function backendsOf(wanted: unknown, say: Say): readonly QueueBackend[] {
  if (wanted !== 'postgres' && wanted !== 'redis' && wanted !== 'both')
    throw new InputError('--backend must be postgres, redis or both.');
  const isThere = wanted !== 'postgres' && OwnRedis.isThere();
  if (wanted === 'redis' && !isThere)
    throw new MissingToolError(
      'There is no redis-server on the PATH: install Redis 7 to run with --backend redis.',
    );
  if (wanted === 'both' && !isThere)
    say('There is no redis-server on the PATH: measured with the queue on PostgreSQL alone.');
  return wanted === 'both' ? (isThere ? ['postgres', 'redis'] : ['postgres']) : [wanted];
}

function onBackend(
  backend: QueueBackend,
  rounds: readonly number[],
  events: number,
  say: Say,
): Promise<readonly Figure[]> {
  return Stage.with({ backend, proxied: false }, async (stage) => {
    const side = await ours(stage);
    const figures: Figure[] = [];
    let event = '';
    for (const sockets of rounds) {
      say(`queue on ${backend}, ${sockets} sockets, ${events} publications …`);
      const { tally, sample } = await round(side, MATCH_FOUND, sockets, events);
      event = sample;
      const bare = await withBare(sample, (one) => round(one, MATCH_FOUND, sockets, events));
      say(`  ours ${told(tally)}; bare ${told(bare.tally)}`);
      figures.push(...roundFigures(`${backend}, ${sockets} sockets`, sockets, tally, bare.tally));
    }
    const all = Math.max(...rounds);
    say(`queue on ${backend}, ${all} sockets dropped at once …`);
    const ourStorm = await storm(side, MATCH_FOUND, all);
    const bareConnected = await withBare(event, (one) => bareStorm(one, MATCH_FOUND, all));
    return [...figures, ...stormFigures(`${backend}, storm of ${all}`, ourStorm, bareConnected)];
  });
}

const told = ({ delays, lost }: Tally): string =>
  `p50 ${shown(percentile(delays, 0.5))} ms, p95 ${shown(percentile(delays, 0.95))} ms, ${lost} lost`;

function roundFigures(name: string, sockets: number, tally: Tally, bare: Tally): readonly Figure[] {
  const at = (part: number, target?: Target): Figure => {
    const baseline = { name: BARE, value: percentile(bare.delays, part) };
    const value = percentile(tally.delays, part);
    return figure({ name: `${name}: p${part * 100}`, value, unit: 'ms', baseline, target });
  };
  return [
    at(0.5),
    at(0.95, targetOf(sockets, percentile(bare.delays, 0.95))),
    at(0.99),
    ...countFigures(name, tally),
  ];
}

function targetOf(sockets: number, bareP95: number): Target | undefined {
  if (sockets === SOME_SOCKETS)
    return {
      text: `<= ${TIMES_BARE} × ${BARE}`,
      keeps: (value) => value <= TIMES_BARE * bareP95,
    };
  return sockets === MOST_SOCKETS ? atMost(MOST_P95_MS, ' ms') : undefined;
}

function countFigures(name: string, { pushes, lost, doubled, fewest, most }: Tally): readonly Figure[] {
  const each = fewest === most ? `${shown(most)} a socket` : `${shown(fewest)} to ${shown(most)} a socket`;
  return [
    figure({ name: `${name}: pushed (${each})`, value: pushes, unit: '' }),
    figure({ name: `${name}: lost`, value: lost, unit: '', target: exactly(0) }),
    figure({ name: `${name}: doubled`, value: doubled, unit: '', target: exactly(0) }),
  ];
}

function stormFigures(name: string, ourStorm: Storm, bareConnected: number): readonly Figure[] {
  const { tally, connected, served, retries } = ourStorm;
  const baseline = { name: BARE, value: bareConnected / 1000 };
  return [
    figure({ name: `${name}: all subscribed`, value: connected / 1000, unit: 's', baseline }),
    figure({
      name: `${name}: all served`,
      value: served / 1000,
      unit: 's',
      target: atMost(MOST_STORM_S, ' s'),
    }),
    figure({ name: `${name}: tried again`, value: retries, unit: '' }),
    ...countFigures(name, tally),
  ];
}

function whole(values: Readonly<Record<string, unknown>>, name: string, otherwise: number): number {
  const written = values[name];
  if (written === undefined) return otherwise;
  if (typeof written === 'string' && /^\d{1,5}$/.test(written) && Number(written) > 0) return Number(written);
  throw new InputError(`--${name} takes a whole number above 0.`);
}
