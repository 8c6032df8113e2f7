import { dayInOslo, SYSTEM, type Kernel, type Look, type LookRules } from '#domain';
import { Store } from '#store';
import { listingsOf, type GeneratedListing } from '../../../support/market-generator.js';
import { settlements } from '../../../support/settlements.js';
import type { Say } from '../../command.js';
import { atLeast, atMost, exactly, figure, type Figure } from '../../report.js';
import { withClient, type TemporaryServer } from '../../temporary-server.js';
import { BruteForce, lookFor } from '../brute-force.js';
import { plainSearch, preparePlain, type Bounded } from '../plain-search.js';
import { POSTGIS, postgisSearch, preparePostgis } from '../postgis-search.js';
import { median, middleOf, timed, timingOf, type Timing } from '../timing.js';
import { fullMatch, LISTED, type FullMatch } from './full-match.js';
import { fillSearch, loadKernel, readSearch } from './search-rows.js';

const THREADS = 2;
const ROUNDS = 3;
const LOOKS = 400;
/** The plain search takes long in a large market. */
const PLAIN_LOOKS = 40;
const COMPARED = 60;
/** Of a full run on one thread, every so many-th chunk is timed in a market from this size on. */
const SAMPLED_FROM = 500_000;
const SAMPLE = 6;
const PAGE = { first: LISTED, skip: 0 };
const GIST = 'gist(material, point)';
const PLAIN = 'covering btree(material, side) + haversine';

/** What one size of market came to. Times in ms, but those of the full match in s. */
interface Sized {
  readonly listings: number;
  readonly kernel: Timing;
  readonly gist: Timing;
  readonly plain: Timing;
  /** Where the server has it. */
  readonly postgis: Timing | undefined;
  readonly roundTrip: number;
  /** One thread, in the order of a full run. */
  readonly perListing: number;
  readonly equal: number;
  readonly full: FullMatch;
}

/** The kernel beside the searches in the database, in made-up markets of growing size. */
export async function benchKernel(
  server: TemporaryServer,
  sizes: readonly number[],
  seed: number,
  say: Say,
): Promise<readonly Figure[]> {
  const all: Sized[] = [];
  for (const listings of sizes) {
    say(`A market of ${listings} listings …`);
    const sized = await sizedMarket(await server.database(), listings, seed, say);
    say(JSON.stringify(sized));
    all.push(sized);
  }
  return figuresOf(all);
}

async function sizedMarket(url: string, listings: number, seed: number, say: Say): Promise<Sized> {
  const store = await Store.open(url, 1);
  try {
    const rules = await store.read(SYSTEM, async (tx) => ({
      materials: await tx.reference.materials(),
      prices: await tx.reference.priceSet(),
    }));
    const asking = await filled(url, rules, listings, seed);
    const looks = asking.map((one) => lookFor(one, rules));
    say('Timing searches …');
    const kernel = await withClient(url, loadKernel);
    const times = await searchTimes(url, store, kernel, looks);
    say('Comparing with brute force …');
    const equal = await equalShare(url, kernel, looks.slice(0, COMPARED));
    say('Matching everything …');
    const perListing = oneThread(kernel, rules, listings);
    const fulls: FullMatch[] = [];
    for (let round = 0; round < ROUNDS; round += 1) fulls.push(await fullMatch(url, THREADS));
    const full = fulls.sort((a, b) => a.total - b.total)[Math.floor(ROUNDS / 2)];
    if (full === undefined) throw new Error('Nothing was matched.');
    return { listings, ...times, equal, perListing, full };
  } finally {
    await store.close();
  }
}

/** Fills the database; those generated beyond the market ask the questions. */
async function filled(
  url: string,
  { materials }: LookRules,
  listings: number,
  seed: number,
): Promise<readonly GeneratedListing[]> {
  const today = dayInOslo(new Date());
  const plan = { seed, listings: listings + LOOKS, materials, settlements: settlements(), today };
  const generated = listingsOf(plan);
  const market = function* (): Generator<GeneratedListing> {
    for (let count = 0; count < listings; count += 1) {
      const next = generated.next();
      if (next.done !== true) yield next.value;
    }
  };
  await withClient(url, async (client) => {
    await fillSearch(client, market());
    await preparePlain(client);
  });
  return [...generated];
}

/** All ways in turn in each round, so that all meet the same weather. */
async function searchTimes(url: string, store: Store, kernel: Kernel, looks: readonly Look[]) {
  const [ours, gist, plain, empty]: [Timing[], Timing[], Timing[], Timing[]] = [[], [], [], []];
  const postgis: Timing[] = [];
  const hasPostgis = await withClient(url, preparePostgis);
  for (let round = 0; round < ROUNDS; round += 1) {
    for (const look of looks) kernel.candidates(look, [], PAGE);
    ours.push(timingOf(looks.map((look) => timedNow(() => kernel.candidates(look, [], PAGE)))));
    gist.push(
      await store.read(SYSTEM, (tx) => timedEach(looks, (look) => tx.search.candidates(look, [], PAGE))),
    );
    await withClient(url, async (client) => {
      const few = looks.slice(0, PLAIN_LOOKS);
      const ask = (name: string, [text, values]: Asked) =>
        client.query<Bounded>({ name, text, values: [...values] });
      empty.push(await timedEach(few, () => ask('empty', ['select 1', []])));
      plain.push(await timedEach(few, (look) => ask('plain', plainSearch(look, [], PAGE))));
      if (hasPostgis) postgis.push(await timedEach(few, (look) => ask('postgis', postgisSearch(look, PAGE))));
    });
  }
  return {
    kernel: middleOf(ours),
    gist: middleOf(gist),
    plain: middleOf(plain),
    postgis: hasPostgis ? middleOf(postgis) : undefined,
    roundTrip: middleOf(empty).p50,
  };
}

type Asked = readonly [text: string, values: readonly unknown[]];

async function timedEach(looks: readonly Look[], work: (look: Look) => Promise<unknown>): Promise<Timing> {
  const times: number[] = [];
  for (const look of looks) times.push(await timed(() => work(look)));
  return timingOf(times);
}

function timedNow(work: () => unknown): number {
  const start = performance.now();
  work();
  return performance.now() - start;
}

/** Of the answers, how many are the same as brute force gives: ids, order and bounds to the last digit. */
async function equalShare(url: string, kernel: Kernel, looks: readonly Look[]): Promise<number> {
  const brute = new BruteForce([]);
  await withClient(url, (client) => readSearch(client, (row) => brute.addRow(row)));
  const isEqual = (look: Look): boolean => {
    const wanted = brute.candidates(look).slice(0, LISTED);
    const found = kernel.candidates(look, [], PAGE);
    return (
      found.length === wanted.length &&
      found.every((one, at) => one.id === wanted[at]?.id && one.bound === wanted[at].bound)
    );
  };
  return looks.filter(isEqual).length / looks.length;
}

/** Time for each listing in the order of a full run, ms. */
function oneThread(kernel: Kernel, rules: LookRules, listings: number): number {
  const run = kernel.fullRun(rules, LISTED);
  const chunks = run.chunks().filter((_, at) => listings < SAMPLED_FROM || at % SAMPLE === 0);
  const times = Array.from({ length: ROUNDS }, () => {
    let matched = 0;
    const start = performance.now();
    for (const chunk of chunks) run.match(chunk, () => (matched += 1));
    return (performance.now() - start) / matched;
  });
  return median(times);
}

function figuresOf(all: readonly Sized[]): readonly Figure[] {
  const largest = all.at(-1);
  if (largest === undefined) return [];
  const before = all.at(-2);
  return [
    ...all.slice(0, -1).flatMap((one) => sizeFigures(one, ` at ${one.listings}`)),
    ...sizeFigures(largest, ''),
    ...(before === undefined ? [] : [exponentOf(before, largest)]),
    figure({
      name: 'T7 equal share',
      value: Math.min(...all.map((one) => one.equal)),
      unit: '',
      target: exactly(1),
    }),
  ];
}

function sizeFigures(one: Sized, at: string): readonly Figure[] {
  const { gist, plain, postgis, kernel, full, perListing } = one;
  const held = at === '';
  const sql = Math.min(gist.mean, plain.mean, postgis?.mean ?? Infinity) - one.roundTrip;
  return [
    figure({
      name: `T1 gist ratio${at}`,
      value: gist.p50 / kernel.p50,
      unit: '×',
      baseline: { name: `ms p50 ${GIST}`, value: gist.p50 },
      target: held ? atLeast(35) : undefined,
    }),
    figure({
      name: `T1 plain ratio${at}`,
      value: plain.p50 / kernel.p50,
      unit: '×',
      baseline: { name: `ms p50 ${PLAIN}`, value: plain.p50 },
    }),
    ...(postgis === undefined
      ? []
      : [
          figure({
            name: `T1 postgis ratio${at}`,
            value: postgis.p50 / kernel.p50,
            unit: '×',
            baseline: { name: `ms p50 ${POSTGIS}`, value: postgis.p50 },
          }),
        ]),
    figure({ name: `T1 p50 us${at}`, value: kernel.p50 * 1000, unit: 'µs' }),
    figure({
      name: `T1 p99 us${at}`,
      value: kernel.p99 * 1000,
      unit: 'µs',
      target: held ? atMost(200) : undefined,
    }),
    figure({ name: `T2 seconds${at}`, value: full.total, unit: 's', target: held ? atMost(20) : undefined }),
    figure({ name: `T2 load seconds${at}`, value: full.load, unit: 's' }),
    figure({ name: `T2 match seconds${at}`, value: full.match, unit: 's' }),
    figure({ name: `T2 matches${at}`, value: full.matches, unit: `in ${full.lists} lists` }),
    figure({ name: `T2 us per listing${at}`, value: perListing * 1000, unit: 'µs' }),
    figure({
      name: `T2 sql ratio${at}`,
      value: sql / perListing,
      unit: '×',
      baseline: { name: 'ms mean, best SQL', value: sql },
      target: held ? atLeast(50) : undefined,
    }),
  ];
}

/** Growth of the match alone: 1 were linear, the pairs grow with the square. */
function exponentOf(small: Sized, large: Sized): Figure {
  const growth = (large.perListing * large.listings) / (small.perListing * small.listings);
  return figure({
    name: 'T3 exponent',
    value: Math.log(growth) / Math.log(large.listings / small.listings),
    unit: '',
    target: atMost(1.5),
  });
}
