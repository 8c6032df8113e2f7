import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { Market } from '#market';
import { Store } from '#store';
import { FlowClient } from '../../../apps/local/src/flow/client.js';
import { publish } from '../../support/flow.js';
import { findChromium, launch } from '../../web/chromium.js';
import { emailOf, openCluster, PASSWORD, personOf } from '../chaos/cast.js';
import { Stage } from '../chaos/stage.js';
import type { Measured, Say } from '../command.js';
import { MissingToolError } from '../missing-tool-error.js';
import { atMost, exactly, figure, type Figure } from '../report.js';
import { withClient } from '../temporary-server.js';
import { wholeNumber } from '../whole-number.js';
import { withBarePage } from './bare.js';
import { timeFirstListing, type NewUser } from './first-listing.js';
import { opened, scrolled, type PageAsked, type Scrolled } from './opened.js';

export const USAGE = 'npm run bench:web [-- --runs N] [--listings N] [--json FILE]';

const RUNS = 5;
const LISTINGS = 10_000;
const READY_MS = 1_500;
const LONG_MS = 100;
const FIRST_LISTING_S = 120;
const BARE = 'bare page of the kit';

/** Copies of one listing with its version, each with a name of its own; nothing matches them and nothing is told of them. */
const COPIES = `
create temporary table copy as select gen_random_uuid() as id, n from generate_series(2, $2::int) n;
insert into listing select (jsonb_populate_record(one, jsonb_build_object('id', copy.id))).* from listing one, copy where one.id = $1;
insert into listing_version select (jsonb_populate_record(one, jsonb_build_object('listing_id', copy.id, 'title', 'Flis ' || copy.n))).*
from listing_version one, copy where one.listing_id = $1;`;

/** `npm run bench:web`: what the first load weighs and takes, and whether a long list scrolls, in a real browser. */
export async function benchWeb(values: Readonly<Record<string, unknown>>, say: Say): Promise<Measured> {
  const [runs, listings] = [wholeNumber(values, 'runs', RUNS), wholeNumber(values, 'listings', LISTINGS)];
  const chromium = findChromium();
  if (chromium === undefined)
    throw new MissingToolError('There is no chromium and no google-chrome on the PATH.');
  const folder = mkdtempSync(join(tmpdir(), 'bistrom-web-'));
  const browser = await launch(chromium);
  try {
    return await Stage.with({ backend: 'postgres', of: 1, proxied: false }, async (stage) => {
      const url = stage.apis[0]?.ownUrl ?? '';
      say(`${listings} listings of one firm …`);
      const { token, personId } = await fill(stage, url, listings);
      return withBarePage(folder, async (bareUrl) => {
        const bare = { url: bareUrl, ready: 'tr' };
        const front = { url, ready: 'form, .login-card' };
        const list = { url: `${url}/listings`, ready: ROW, token };
        const figures = [
          ...(await loads(browser, { name: 'front page', page: front, bare, runs }, say)),
          ...(await loads(browser, { name: 'list, signed in', page: list, bare, runs }, say)),
          ...(await scrolls(browser, list, bare, listings, say)),
          await firstListing(browser, { url, email: emailOf(personId), password: PASSWORD }, say),
        ];
        return { runs, figures };
      });
    });
  } finally {
    await browser.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

/** A row of the list of listings, on a wide screen. */
const ROW = 'main tbody tr:has(a)';

interface Filled {
  /** The bearer token of a person whose firm has so many. */
  readonly token: string;
  /** Of a person whose firm has none. */
  readonly personId: string;
}

async function fill(stage: Stage, url: string, listings: number): Promise<Filled> {
  const store = await Store.open(stage.databaseUrl, 2);
  try {
    const { registry } = await Market.open(store);
    await openCluster(registry);
    const { siteId, authorization } = await personOf(stage, registry, '16.10', 60);
    const { listing } = await publish({ client: FlowClient.signedIn(url, authorization), siteId }, 'OFFER');
    await withClient(stage.databaseUrl, async (client) => {
      for (const statement of COPIES.split(';').filter((one) => one.trim() !== ''))
        await client.query(statement.replaceAll('$1', `'${listing.id}'`).replaceAll('$2', String(listings)));
      await client.query('vacuum analyze');
    });
    const { personId } = await personOf(stage, registry, '16.10', 63);
    return { token: authorization.replace(/^Bearer /, ''), personId };
  } finally {
    await store.close();
  }
}

interface Loads {
  readonly name: string;
  readonly page: PageAsked;
  readonly bare: PageAsked;
  readonly runs: number;
}

async function loads(
  browser: Browser,
  { name, page, bare, runs }: Loads,
  say: Say,
): Promise<readonly Figure[]> {
  say(`${name}, opened ${runs} times by a browser that knows nothing …`);
  const [ours, others]: [Numbers[], Numbers[]] = [[], []];
  for (let run = 0; run < runs; run += 1) {
    ours.push(await opened(browser, page, async (_page, one) => one));
    others.push(await opened(browser, bare, async (_page, one) => one));
  }
  const median = (all: readonly Numbers[], of: keyof Numbers): number =>
    all.map((one) => one[of]).sort((a, b) => a - b)[Math.floor(all.length / 2)] ?? NaN;
  return [
    figure({
      name: `${name}: bytes`,
      value: median(ours, 'bytes') / 1000,
      unit: 'kB',
      baseline: { name: `kB ${BARE}`, value: median(others, 'bytes') / 1000 },
    }),
    figure({
      name: `${name}: ready, median`,
      value: median(ours, 'ready'),
      unit: 'ms',
      baseline: { name: `ms ${BARE}`, value: median(others, 'ready') },
      target: atMost(READY_MS, ' ms'),
    }),
  ];
}

interface Numbers {
  readonly bytes: number;
  readonly ready: number;
}

async function firstListing(browser: Browser, user: NewUser, say: Say): Promise<Figure> {
  say('a new user lists a first stream, at the speed of a person …');
  return figure({
    name: 'first listing of a new user',
    value: await timeFirstListing(browser, user),
    unit: 's',
    baseline: { name: 's allowed', value: FIRST_LISTING_S },
    target: atMost(FIRST_LISTING_S, ' s'),
  });
}

async function scrolls(
  browser: Browser,
  list: PageAsked,
  bare: PageAsked,
  listings: number,
  say: Say,
): Promise<readonly Figure[]> {
  say('the whole list is scrolled …');
  const ours = await opened(browser, list, (page) => scrolled(page, ROW, listings));
  const others = await opened(browser, bare, (page) => scrolled(page, 'tr', listings));
  const longest = ({ longTasks }: Scrolled): number => Math.max(0, ...longTasks);
  const over = ({ longTasks }: Scrolled): number => longTasks.filter((ms) => ms > LONG_MS).length;
  return [
    figure({ name: 'rows seen while scrolling', value: ours.rows, unit: '', target: exactly(listings) }),
    figure({
      name: 'longest task while scrolling',
      value: longest(ours),
      unit: 'ms',
      baseline: { name: `ms ${BARE}`, value: longest(others) },
    }),
    figure({
      name: `tasks over ${LONG_MS} ms while scrolling`,
      value: over(ours),
      unit: '',
      baseline: { name: BARE, value: over(others) },
      target: exactly(0),
    }),
  ];
}
