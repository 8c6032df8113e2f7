import type { Measured, Say } from '../command.js';
import { InputError } from '../input-error.js';
import { atLeast, atMost, exactly, figure, shown, table, type Figure } from '../report.js';
import { withServer } from '../temporary-server.js';
import type { Attack } from './attack.js';
import { BODIES_AND_REQUESTS } from './bodies.js';
import { DOCUMENTS } from './documents.js';
import { FRAMES } from './frames.js';
import { send, type Victim } from './send.js';
import { SlowClients } from './slow.js';
import { Target } from './target.js';

const ATTACKS: readonly Attack[] = [...DOCUMENTS, ...BODIES_AND_REQUESTS, ...FRAMES];

/** Rounds before the measured ones: caches fill, and the compiler has seen everything once. */
const WARM_UP = 3;
const MOST_MS = 50;
/** Held for good by a few hundred hostile requests: caches move a little, a leak would not stop. */
const MOST_MEGABYTES = 16;
const MOST_PEAK = 768;

interface Row {
  readonly name: string;
  readonly expects: string;
  readonly got: string;
  /** Median of the tries. */
  readonly ms: number | undefined;
}

/** `npm run attack:api`: every attack on both transports, answered as it should be, at once, by processes that live on. */
export async function attackApi(values: Readonly<Record<string, unknown>>, say: Say): Promise<Measured> {
  const tries = Number(values['tries'] ?? 5);
  if (!Number.isInteger(tries) || tries < 1) throw new InputError('--tries must be a whole number above 0.');
  return withServer({ durable: false }, async (server) => {
    const target = await Target.start(await server.database());
    try {
      return await attacked(target, tries, say);
    } finally {
      await target.stop();
    }
  });
}

async function attacked(target: Target, tries: number, say: Say): Promise<Measured> {
  for (let round = 0; round < WARM_UP; round += 1) await roundOf(target.victim);
  const before = await target.memory();
  const slow = new SlowClients(target.port);
  const rounds: (readonly Tried[])[] = [];
  for (let round = 0; round < tries; round += 1) rounds.push(await roundOf(target.victim));
  const ends = (await slow.outcomes()).map(({ name, isEnded }) => ({
    name,
    expects: 'ended',
    got: isEnded ? 'ended' : 'still open',
    ms: undefined,
  }));
  const rows = [
    ...ATTACKS.map((attack, at) =>
      rowOf(
        attack,
        rounds.map((round) => round[at] as Tried),
      ),
    ),
    ...ends,
  ];
  const isAlive = await target.isAlive();
  const { held, peak } = await target.memory();
  tell(rows, say);
  const grown = Math.max(0, held - before.held);
  return { runs: tries, figures: figuresOf(rows, { grown, peak, surprises: target.surprises, isAlive }) };
}

interface Tried {
  readonly mark: string;
  readonly ms: number;
}

/** One after the other: what is measured is the server, not the queue before it. */
async function roundOf(victim: Victim): Promise<readonly Tried[]> {
  const tried: Tried[] = [];
  for (const attack of ATTACKS) {
    const { mark, ms } = await send(victim, attack);
    tried.push({ mark, ms });
  }
  return tried;
}

function rowOf({ name, expects }: Attack, tried: readonly Tried[]): Row {
  const wrong = tried.find(({ mark }) => mark !== expects);
  return { name, expects, got: wrong?.mark ?? expects, ms: median(tried.map(({ ms }) => ms)) };
}

function median(values: readonly number[]): number {
  const sorted = [...values].sort((one, other) => one - other);
  return sorted[Math.floor((sorted.length - 1) / 2)] ?? 0;
}

function tell(rows: readonly Row[], say: Say): void {
  const cells = rows.map(({ name, expects, got, ms }) => [
    name,
    got === expects ? got : `${got}, not ${expects}`,
    ms === undefined ? '' : shown(Number(ms.toFixed(1))),
  ]);
  say(table(['attack', 'answer', 'ms'], cells));
}

interface Health {
  readonly grown: number;
  readonly peak: number;
  readonly surprises: number;
  readonly isAlive: boolean;
}

function figuresOf(rows: readonly Row[], { grown, peak, surprises, isAlive }: Health): readonly Figure[] {
  const asExpected = rows.filter(({ got, expects }) => got === expects).length;
  return [
    figure({ name: 'attacks', value: rows.length, unit: '', target: atLeast(40) }),
    figure({ name: 'refused', value: asExpected / rows.length, unit: '', target: exactly(1) }),
    figure({
      name: 'slowest',
      value: Math.max(...rows.map(({ ms }) => ms ?? 0)),
      unit: 'ms',
      target: atMost(MOST_MS, ' ms'),
    }),
    figure({ name: 'memoryGrowth', value: grown, unit: 'MB', target: atMost(MOST_MEGABYTES, ' MB') }),
    figure({ name: 'memoryPeak', value: peak, unit: 'MB', target: atMost(MOST_PEAK, ' MB') }),
    figure({ name: 'surprises', value: surprises, unit: '', target: exactly(0) }),
    figure({ name: 'alive', value: isAlive ? 1 : 0, unit: '', target: exactly(1) }),
  ];
}
