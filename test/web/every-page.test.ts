import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { remove, temporaryFolder } from '../local/temporary-folder.js';
import { launch as launchDemo, stop, type Launched } from '../support/launched.js';
import { buildPage } from './built-page.js';
import { findChromium, launch } from './chromium.js';
import { Visit, type Look } from './visit.js';

const chromium = findChromium();
const PASSWORD = 'a password for every page';
const PHONE = { width: 360, height: 780 };
/** Beyond its frame a page may stick out by as much as a browser rounds. */
const ROUNDED_PX = 1;

interface Walk {
  readonly who: string;
  readonly look: Look;
  readonly isPhone: boolean;
}

/** Each role once; both looks and the narrowest screen among them. */
const WALKS: readonly Walk[] = [
  { who: 'Kari', look: 'light', isPhone: false },
  { who: 'Jonas', look: 'dark', isPhone: true },
  { who: 'Ingrid', look: 'light', isPhone: true },
];

let folder: string;
let demo: Launched;
let browser: Browser;

if (chromium === undefined) {
  it('Chromium is not installed: the pages of the demo are not tried', () => {
    process.stderr.write('The pages of the demo are not tried: there is no chromium on the PATH.\n');
    expect(findChromium()).toBeUndefined();
  });
} else {
  describe('every page of the demo, as npm start shows it', () => {
    beforeAll(async () => {
      await buildPage();
      folder = temporaryFolder();
      demo = await launchDemo(folder, PASSWORD);
      browser = await launch(chromium);
    }, 240_000);
    afterAll(async () => {
      await browser.close();
      await stop(demo);
      remove(folder);
    });

    // All at once: most of the time goes by in waiting for pages.
    it('is in order for every role: no barrier, nothing beside the screen, no other host', async () => {
      const found = await Promise.all(WALKS.map((walk) => walked(walk)));
      expect(found.map(({ pages }) => pages > WALKS.length)).toEqual(WALKS.map(() => true));
      expect(found.flatMap(({ faults }) => faults)).toEqual([]);
      expect(new Set(found.flatMap(({ hosts }) => hosts))).toEqual(new Set([new URL(demo.url).host]));
      expect(found.flatMap(({ complaints }) => complaints)).toEqual([]);
    }, 240_000);
  });
}

interface Walked {
  readonly pages: number;
  /** What is wrong with which page. */
  readonly faults: readonly string[];
  readonly hosts: readonly string[];
  readonly complaints: readonly string[];
}

/** Signs in as one of the demo and opens every page that the menu leads to. */
async function walked({ who, look, isPhone }: Walk): Promise<Walked> {
  const tab = await Visit.openFront(browser, demo.url, look, isPhone ? PHONE : undefined);
  const { page } = tab;
  await page.locator('.login-card').filter({ hasText: who }).getByRole('button').click();
  await page.locator('.frame-head').waitFor();
  const hrefs = [...(await page.locator('.frame-head nav a').evaluateAll(HREFS)), '/account'];
  const faults: string[] = [];
  for (const href of hrefs) {
    await page.goto(new URL(href, demo.url).href);
    await page.locator('main h1').first().waitFor();
    await page.locator('.loading').first().waitFor({ state: 'detached' });
    const barriers = await tab.barriers();
    const beside = await page.evaluate<number>(BESIDE);
    faults.push(...barriers.map((one) => `${who} ${href}: ${one}`));
    if (beside > ROUNDED_PX) faults.push(`${who} ${href}: ${beside} px beside the screen`);
  }
  const hosts = tab.requests.filter(isOverTheNet).map((url) => new URL(url).host);
  const { complaints } = tab;
  await tab.close();
  return { pages: hrefs.length, faults, hosts, complaints };
}

const BESIDE = 'document.documentElement.scrollWidth - document.documentElement.clientWidth';

const HREFS = (links: readonly { getAttribute(name: string): string | null }[]): string[] =>
  links.map((one) => one.getAttribute('href') ?? '');

const isOverTheNet = (url: string): boolean => /^(https?|wss?):/.test(url);
