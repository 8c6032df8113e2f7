import { randomBytes, scryptSync, timingSafeEqual } from 'node:crypto';
import { SYSTEM, type ListingInput, type Market } from '#market';
import type { Store } from '#store';
import { addMonths, FIRM_ROLE_NAMES, FIRM_ROLES, type Actor, type Day } from '#domain';
import { pause } from '../process-life.js';
import { playExchange, valueOf } from './exchange.js';
import { demoId } from './plan.js';
import {
  readDemo,
  type Demo,
  type DemoCluster,
  type DemoFirm,
  type DemoListing,
  type DemoPerson,
} from './read.js';

export interface DemoOptions {
  readonly market: Market;
  readonly store: Store;
  /** Of every person of the demo. */
  readonly password: string;
  readonly say: (line: string) => void;
}

/** Who to sign in as, one for each side of the story. */
export const DEMO_LOGINS = Object.freeze([
  {
    email: 'plant@demo.bistrom.example',
    name: 'Kari Tangerud',
    role: 'plant manager',
    of: 'Granvåk Trelast',
  },
  { email: 'buyer@demo.bistrom.example', name: 'Jonas Myrvang', role: 'buyer', of: 'Tjurmo Bioenergi' },
  {
    email: 'staff@demo.bistrom.example',
    name: 'Ingrid Solhaug',
    role: 'cluster staff',
    of: 'GreenHeart Industry',
  },
]);

/** What happens at the same time: enough to keep the database busy, and room for the worker beside it. */
const AT_ONCE = 6;
const LOOK_EVERY_MS = 50;
const STUCK_AFTER_MS = 90_000;

/** No delivery of the demo is older. */
const MONTHS_OF_PAST = 60;
const MARK = Object.freeze({
  whole: 'demo',
  anchor: 'demo-anchor',
  people: 'demo-people',
  password: 'demo-password',
});

/**
 * Fills an installation with the demo of data/demo/, through the same use cases that people go through. Does
 * nothing when the demo is complete; goes on where an interrupted call stopped, since every step has a name under
 * which it happens once. Needs a running worker, which finds the matches.
 *
 * @throws Error naming the entry whose step was refused, or that nobody does the matching
 */
export async function seedDemo(options: DemoOptions): Promise<void> {
  const { market, say } = options;
  if ((await market.registry.mark(SYSTEM, MARK.whole)) === 'complete') return;
  const demo = readDemo();
  const anchor = await anchorOf(market);
  // Its past is published once it is whole, by the quarters in which it was recorded.
  await market.figures.publishAfter(SYSTEM, anchor);
  await register(options, demo);
  const actorOf = await actorsOf(market, demo, () => true);
  const listerOf = await actorsOf(market, demo, listsOffers);
  say(`Demo: ${demo.listings.length} listings of ${demo.firms.length} invented firms …`);
  const listingIds = await publish(market, demo, anchor, (listing) =>
    (listing.side === 'OFFER' ? listerOf : actorOf)(listing.firm),
  );
  await untilMatched(options);
  say(`Demo: ${demo.exchanges.length} exchanges with their deliveries …`);
  const stage = { market, store: options.store, demo, anchor, actorOf, listingIds };
  await inParallel(demo.exchanges, (exchange) => playExchange(stage, exchange));
  await market.figures.publishAfter(SYSTEM, addMonths(anchor, -MONTHS_OF_PAST));
  await market.registry.setMark(SYSTEM, MARK.whole, 'complete');
}

/** Gives the people of the demo another password and ends their sessions; does nothing when it is the one they have. */
export async function setDemoPassword({ market, password }: DemoOptions): Promise<void> {
  const kept = await market.registry.mark(SYSTEM, MARK.password);
  if (kept === undefined || isDigestOf(password, kept)) return;
  await inParallel(readDemo().people, ({ email }) =>
    market.registry.setPassword(SYSTEM, demoId(email), password),
  );
  await market.registry.setMark(SYSTEM, MARK.password, digestOf(password));
}

/** The day that everything of the demo is counted from: the first one, also when a seeding goes on the day after. */
async function anchorOf({ registry }: Market): Promise<Day> {
  const kept = await registry.mark(SYSTEM, MARK.anchor);
  if (kept !== undefined) return kept;
  const today = registry.today();
  await registry.setMark(SYSTEM, MARK.anchor, today);
  return today;
}

async function register(options: DemoOptions, demo: Demo): Promise<void> {
  const { market, password } = options;
  await registerClusters(options, demo.clusters);
  await registerFirms(options, demo.firms);
  if ((await market.registry.mark(SYSTEM, MARK.people)) !== undefined) return setDemoPassword(options);
  await inParallel(demo.people, (person) => market.registry.addPerson(SYSTEM, memberOf(person, password)));
  await market.registry.setMark(SYSTEM, MARK.password, digestOf(password));
  await market.registry.setMark(SYSTEM, MARK.people, 'complete');
}

async function registerClusters(
  { market, store }: DemoOptions,
  clusters: readonly DemoCluster[],
): Promise<void> {
  const present = await store.read(SYSTEM, (tx) =>
    tx.firms.clustersByIds(clusters.map(({ key }) => clusterId(key))),
  );
  const missing = clusters.filter(({ key }) => !present.some((row) => row.id === clusterId(key)));
  for (const { key, goals, ...cluster } of missing) {
    const wishes = goals.map(({ key: name, change, baseline, ...goal }) => ({
      ...goal,
      id: demoId(`goal/${key}/${name}`),
      change: change.toFixed(),
      baseline: baseline.toFixed(),
    }));
    await market.registry.addCluster(SYSTEM, { ...cluster, id: clusterId(key), demo: true, goals: wishes });
  }
}

async function registerFirms({ market, store }: DemoOptions, firms: readonly DemoFirm[]): Promise<void> {
  const present = await store.read(SYSTEM, (tx) => tx.firms.byIds(firms.map(({ key }) => firmId(key))));
  const missing = firms.filter(({ key }) => !present.some((row) => row.id === firmId(key)));
  await inParallel(missing, ({ key, clusters, sites, name, naceCode }) =>
    market.registry.addFirm(SYSTEM, {
      id: firmId(key),
      name,
      naceCode,
      demo: true,
      clusterIds: clusters.map(clusterId),
      sites: sites.map(({ key: siteKey, ...site }) => ({ ...site, id: siteId(siteKey) })),
    }),
  );
}

function memberOf({ email, name, role, firm, clusters }: DemoPerson, password: string) {
  const id = demoId(email);
  if (role === 'cluster_staff' || role === 'auditor') {
    const places = (clusters ?? []).map((key) => ({ clusterId: clusterId(key), role }));
    return { id, name, email, password, firms: [], clusters: places };
  }
  const firms = firm === undefined ? [] : [{ firmId: firmId(firm), role }];
  return { id, name, email, password, firms, clusters: [] };
}

const listsOffers = ({ role }: DemoPerson): boolean =>
  FIRM_ROLE_NAMES.some((one) => one === role && FIRM_ROLES[one].includes('list offer'));

/** For each firm the first of its people in people.json who fits. */
async function actorsOf(
  market: Market,
  { firms, people }: Demo,
  fits: (person: DemoPerson) => boolean,
): Promise<(firm: string) => Actor> {
  const actors = new Map<string, Actor>();
  await inParallel(firms, async ({ key }) => {
    const person = people.find((one) => one.firm === key && fits(one));
    if (person !== undefined) actors.set(key, await market.registry.actor(demoId(person.email), person.name));
  });
  return (key) => {
    const actor = actors.get(key);
    if (actor === undefined) throw new Error(`Nobody of the demo acts for "${key}".`);
    return actor;
  };
}

async function publish(
  market: Market,
  { firms, listings }: Demo,
  anchor: Day,
  actorOf: (listing: DemoListing) => Actor,
): Promise<ReadonlyMap<string, string>> {
  const ids = new Map<string, string>();
  await inParallel(listings, async (listing) => {
    const site = listing.site ?? firms.find(({ key }) => key === listing.firm)?.sites[0]?.key ?? '';
    const input = inputOf(listing, siteId(site), anchor);
    const outcome = await market.listings.publish(actorOf(listing), input, `demo-${listing.key}`);
    ids.set(listing.key, valueOf(outcome, `listing "${listing.key}" was not published`).listingId);
  });
  return ids;
}

function inputOf(listing: DemoListing, site: string, anchor: Day): ListingInput {
  const {
    key: _key,
    firm: _firm,
    site: _site,
    material,
    availableInMonths,
    availableForMonths,
    ...terms
  } = listing;
  return {
    ...terms,
    siteId: site,
    materialCode: material,
    currency: 'NOK',
    availableFrom: availableInMonths === undefined ? undefined : addMonths(anchor, availableInMonths),
    availableUntil: availableForMonths === undefined ? undefined : addMonths(anchor, availableForMonths),
  };
}

/** Waits for the worker to have done all that was asked of it. */
async function untilMatched({ store }: DemoOptions): Promise<void> {
  let last: number | undefined;
  let changedAt = Date.now();
  for (;;) {
    const left = await store.read(SYSTEM, async (tx) => (await tx.jobs.counts()).undone);
    if (left === 0) return;
    if (left !== last) changedAt = Date.now();
    if (Date.now() - changedAt > STUCK_AFTER_MS) {
      throw new Error(
        `${left} jobs have waited for ${STUCK_AFTER_MS / 1000} s: the worker does not run, or they fail. See its log.`,
      );
    }
    last = left;
    await pause(LOOK_EVERY_MS);
  }
}

async function inParallel<T>(all: readonly T[], work: (one: T) => Promise<unknown>): Promise<void> {
  const waiting = [...all];
  const runner = async (): Promise<void> => {
    for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) await work(next);
  };
  await Promise.all(Array.from({ length: AT_ONCE }, runner));
}

const clusterId = (key: string): string => demoId(`cluster/${key}`);
const firmId = (key: string): string => demoId(`firm/${key}`);
const siteId = (key: string): string => demoId(`site/${key}`);

/** Enough to tell whether a password is the one that was set, and as slow to guess from as sign-in's own. */
function digestOf(password: string, salt = randomBytes(16).toString('hex')): string {
  return `${salt}:${scryptSync(password, salt, 32).toString('hex')}`;
}

function isDigestOf(password: string, kept: string): boolean {
  const again = digestOf(password, kept.split(':')[0] ?? '');
  return again.length === kept.length && timingSafeEqual(Buffer.from(again), Buffer.from(kept));
}
