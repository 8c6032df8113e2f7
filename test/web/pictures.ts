import { mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { remove, temporaryFolder } from '../local/temporary-folder.js';
import { launch as launchDemo, stop } from '../support/launched.js';
import { findChromium, launch } from './chromium.js';

const PASSWORD = 'a password for the pictures';
const FOLDER = resolve('docs/pictures');
const WIDE = { width: 1280, height: 860 };
const PHONE = { width: 390, height: 844 };
const SETTLED_MS = 1_500;

interface Picture {
  readonly name: string;
  readonly who: 'plant' | 'buyer' | 'staff';
  /** Where it is taken; a function looks for the way there. */
  readonly at: string | ((page: Page) => Promise<void>);
  readonly size?: typeof WIDE;
  readonly dark?: boolean;
}

const firstLink = (list: string, link: RegExp) => async (page: Page) => {
  await page.goto(new URL(list, page.url()).href);
  await page.locator('main').getByRole('link', { name: link }).first().click();
};

const board = '/cluster/greenheart/board';
const PICTURES: readonly Picture[] = [
  { name: 'start', who: 'plant', at: '/' },
  { name: 'new-listing', who: 'plant', at: '/listings/new' },
  { name: 'listings', who: 'plant', at: '/listings' },
  { name: 'matches', who: 'buyer', at: '/matches' },
  { name: 'match', who: 'buyer', at: firstLink('/matches', /./) },
  { name: 'matches-phone', who: 'buyer', at: '/matches', size: PHONE, dark: true },
  { name: 'agreements', who: 'buyer', at: '/agreements' },
  { name: 'board', who: 'staff', at: board },
  { name: 'board-dark', who: 'staff', at: board, dark: true },
  { name: 'map', who: 'staff', at: '/cluster/greenheart/map' },
  { name: 'workbench', who: 'staff', at: '/cluster/greenheart/workbench' },
];

/** `npm run pictures`: the pages of the demo as they are, for README and docs. */
async function takeAll(): Promise<void> {
  const chromium = findChromium();
  if (chromium === undefined) throw new Error('There is no chromium and no google-chrome on the PATH.');
  mkdirSync(FOLDER, { recursive: true });
  const folder = temporaryFolder();
  const demo = await launchDemo(folder, PASSWORD);
  const browser = await launch(chromium);
  try {
    for (const picture of PICTURES) await take(browser, demo.url, picture);
  } finally {
    await browser.close();
    await stop(demo);
    remove(folder);
  }
}

async function take(browser: Browser, url: string, { name, who, at, size = WIDE, dark }: Picture) {
  const colorScheme = dark === true ? 'dark' : 'light';
  const context = await browser.newContext({ viewport: size, colorScheme, reducedMotion: 'reduce' });
  const page = await context.newPage();
  await page.goto(url);
  await page.locator('.login-card').filter({ hasText: NAMES[who] }).getByRole('button').click();
  await page.locator('.frame-head').waitFor();
  if (typeof at === 'string') await page.goto(new URL(at, url).href);
  else await at(page);
  await page.locator('main h1').first().waitFor();
  await page.waitForTimeout(SETTLED_MS);
  await page.screenshot({ path: join(FOLDER, `${name}.png`) });
  await context.close();
}

const NAMES = { plant: 'Kari', buyer: 'Jonas', staff: 'Ingrid' } as const;

await takeAll();
