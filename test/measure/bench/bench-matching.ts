import { randomUUID } from 'node:crypto';
import { dayInOslo, SYSTEM } from '#domain';
import { Store } from '#store';
import { generateMarket, type GeneratedListing } from '../../support/market-generator.js';
import { settlements } from '../../support/settlements.js';
import type { Measured, Say } from '../command.js';
import { InputError } from '../input-error.js';
import { atMost, exactly, figure, type Figure, type Target } from '../report.js';
import { withClient, withServer } from '../temporary-server.js';
import { wholeNumber } from '../whole-number.js';
import { BruteForce, isSame, lookFor } from './brute-force.js';
import { benchKernel } from './kernel/bench-kernel.js';
import { loadMarket } from './load.js';
import { preparePlain } from './plain-search.js';
import { Publishing } from './publishing.js';
import { benchStoring } from './storing.js';
import type { Both, Timing } from './timing.js';

const DEFAULT_SIZES = [10_000, 100_000, 1_000_000];
const DEFAULT_LISTINGS = 100_000;
const DEFAULT_RUNS = 60;
/** Listings beside the market that are published into it, for each run both ways in both measurements and to spare. */
const SPARE_A_RUN = 8;
/** Publications whose storing is timed, for each run of the rest: it takes little time once the market is loaded. */
const STORED_A_RUN = 5;
const COMPARED = 100;
/** As many as matching asks for at a time. */
const PAGE = 60;
const COMMIT_TO_STORED_MS = 10;
const PLAIN = 'covering btree(material, side) + haversine';

/** Times what follows a publication in a market of many listings, against the same search without a spatial index. */
export async function benchMatching(values: Readonly<Record<string, unknown>>, say: Say): Promise<Measured> {
  const [listings, seed, runs] = [
    wholeNumber(values, 'listings', DEFAULT_LISTINGS),
    wholeNumber(values, 'seed', 1),
    wholeNumber(values, 'runs', DEFAULT_RUNS),
  ];
  const sizes = sizesOf(values['sizes']);
  const storing = { listings: sizes.at(-1) ?? listings, seed, runs: runs * STORED_A_RUN };
  return withServer({ durable: true, url: addressOf(values['server']) }, async (server) => {
    if (isOnly(values['only']))
      return { runs: storing.runs, figures: await benchStoring(server, storing, say) };
    const kernel = await benchKernel(server, sizes, seed, say);
    const stored = await benchStoring(server, storing, say);
    const url = await server.database();
    const { market, spare } = await madeMarket(url, { listings, seed, spare: runs * SPARE_A_RUN + 200 });
    const clusterId = randomUUID();
    say(`Loading ${market.length} listings …`);
    await withClient(url, async (client) => {
      await loadMarket(client, clusterId, market, spare);
      await preparePlain(client);
    });
    const publishing = await Publishing.open(url, clusterId, spare);
    try {
      return {
        runs,
        figures: [...kernel, ...stored, ...(await figuresOf(publishing, market, spare, runs, say))],
      };
    } finally {
      await publishing.close();
    }
  });
}

function isOnly(stated: unknown): boolean {
  if (stated === undefined || stated === 'T4') return stated === 'T4';
  throw new InputError('--only must be T4.');
}

/** Of a server with more than ours has, such as PostGIS. */
function addressOf(stated: unknown): string | undefined {
  if (stated === undefined) return undefined;
  if (typeof stated === 'string' && /^postgres(ql)?:\/\//.test(stated)) return stated;
  throw new InputError('--server must be postgres://… of somebody who may create databases there.');
}

/** Sizes of the markets that the kernel is measured in, listings, smallest first. */
function sizesOf(stated: unknown): readonly number[] {
  if (typeof stated !== 'string') return DEFAULT_SIZES;
  return stated
    .split(',')
    .map((size) => wholeNumber({ sizes: size.trim() }, 'sizes', 1))
    .sort((a, b) => a - b);
}

export async function madeMarket(
  url: string,
  plan: { readonly listings: number; readonly seed: number; readonly spare: number },
): Promise<{ readonly market: readonly GeneratedListing[]; readonly spare: readonly GeneratedListing[] }> {
  const store = await Store.open(url, 1);
  try {
    const materials = await store.read(SYSTEM, (tx) => tx.reference.materials());
    const all = generateMarket({
      seed: plan.seed,
      listings: plan.listings + plan.spare,
      materials,
      settlements: settlements(),
      today: dayInOslo(new Date()),
    });
    return { market: all.slice(0, plan.listings), spare: all.slice(plan.listings) };
  } finally {
    await store.close();
  }
}

async function figuresOf(
  publishing: Publishing,
  market: readonly GeneratedListing[],
  spare: readonly GeneratedListing[],
  runs: number,
  say: Say,
): Promise<readonly Figure[]> {
  const { rules } = publishing.market.setting;
  const looks = spare.slice(0, Math.max(COMPARED, runs)).map((one) => lookFor(one, rules));
  say(`Comparing ${COMPARED} searches with brute force …`);
  const brute = new BruteForce(market);
  let different = 0;
  let found = 0;
  for (const look of looks.slice(0, COMPARED)) {
    const wanted = brute.candidates(look);
    found += wanted.length;
    if (!isSame(await publishing.all(look), wanted)) different += 1;
  }
  say('Timing searches, matchings and publications …');
  const searches = await publishing.searches(looks, PAGE);
  const refreshes = await publishing.refreshes(runs);
  const commits = await publishing.commits(runs);
  return [
    ...timeFigures('commitToStored', commits, atMost(COMMIT_TO_STORED_MS, ' ms')),
    ...timeFigures('refresh', refreshes),
    ...timeFigures('candidates', searches),
    figure({ name: 'candidatesDifferent', value: different, unit: `of ${COMPARED}`, target: exactly(0) }),
    figure({ name: 'candidatesFound', value: found / COMPARED, unit: 'a search' }),
    figure({ name: 'searchesARefresh', value: refreshes.searchesEach, unit: '' }),
    figure({ name: 'listings', value: market.length, unit: '' }),
  ];
}

const timeFigures = (name: string, { ours, plain }: Both<Timing>, target?: Target): readonly Figure[] => [
  figure({
    name: `${name} p50`,
    value: ours.p50,
    unit: 'ms',
    baseline: { name: PLAIN, value: plain.p50 },
    target,
  }),
  figure({ name: `${name} p99`, value: ours.p99, unit: 'ms', baseline: { name: PLAIN, value: plain.p99 } }),
];
