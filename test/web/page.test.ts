import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { Running } from '../support/running.js';
import { buildPage } from './built-page.js';
import { findChromium, launch } from './chromium.js';
import { emailOf, PASSWORD } from './people.js';
import { Visit, type Look } from './visit.js';

const chromium = findChromium();

interface Ways {
  readonly who: 'buyer' | 'staff';
  readonly ways: readonly { readonly link: string; readonly title: string }[];
}

/** Through the menu, to what each is here for. */
const WAYS: readonly Ways[] = [
  { who: 'buyer', ways: [{ link: 'Treff', title: 'Treff' }] },
  {
    who: 'staff',
    ways: [
      { link: 'Sirkularitet', title: 'Tall for Scenario' },
      { link: 'Arbeidsbenk', title: 'Arbeidsbenk' },
    ],
  },
];

let running: Running;
let browser: Browser;
let visits: Visit[] = [];

async function visit(look: Look = 'light'): Promise<Visit> {
  const opened = await Visit.open(browser, running.url, look);
  visits.push(opened);
  return opened;
}

async function visitAs(who: 'buyer' | 'staff', look: Look = 'light'): Promise<Visit> {
  const opened = await visit(look);
  await opened.signIn(emailOf(who), PASSWORD);
  await opened.page.getByRole('button', { name: 'Logg ut' }).waitFor();
  return opened;
}

if (chromium === undefined) {
  it('Chromium is not installed: the page is not tried', () => {
    process.stderr.write('The page is not tried: there is no chromium and no google-chrome on the PATH.\n');
    expect(findChromium()).toBeUndefined();
  });
} else {
  describe('the page in a real browser', () => {
    beforeAll(async () => {
      await buildPage();
      running = await Running.start();
      await running.demoPeople(PASSWORD);
      browser = await launch(chromium);
    }, 120_000);
    afterEach(async () => {
      await Promise.all(visits.map((one) => one.close()));
      visits = [];
    });
    afterAll(async () => {
      await browser.close();
      await running.stop();
    });

    it('says beside the form that the password is wrong', async () => {
      const tab = await visit();
      await tab.signIn(emailOf('buyer'), 'another password');
      const trouble = tab.page.locator('form').getByRole('alert');
      await trouble.filter({ hasText: 'E-post eller passord er feil.' }).waitFor();
      expect(await tab.page.getByLabel('Passord').getAttribute('aria-invalid')).toBe('true');
    });

    it.each<Look>(['light', 'dark'])('keeps nobody out before the sign-in, in %s', async (look) => {
      const outside = await visit(look);
      expect(await outside.barriers()).toEqual([]);
    });

    it('leads staff to the figures of their cluster, all of them told or said to be withheld', async () => {
      const { page } = await visitAs('staff');
      await page.getByRole('link', { name: 'Åpne tavlen' }).click();
      await page.getByRole('heading', { level: 1, name: 'Tall for Scenario' }).waitFor();
      await page.locator('.board-card').first().waitFor();
      const figures = await page.locator('.board-value').allInnerTexts();
      expect(figures).toHaveLength(12);
      for (const figure of figures) expect(figure).toMatch(/^(\d|[−–-]\d|Holdt tilbake)/);
    });

    it.each(WAYS)('asks its own server alone, and the console stays empty: $who', async ({ who, ways }) => {
      const { page, requests, complaints } = await visitAs(who);
      for (const { link, title } of ways) {
        await page.getByRole('navigation', { name: 'Meny' }).getByRole('link', { name: link }).click();
        await page.getByRole('heading', { level: 1, name: title }).waitFor();
        await page.locator('.loading').first().waitFor({ state: 'detached' });
      }
      await page.getByRole('button', { name: 'English' }).click();
      await page.getByRole('button', { name: 'Sign out' }).click();
      await page.getByLabel('E-mail').waitFor();
      const hosts = new Set(requests.map((url) => new URL(url).host));
      expect([...hosts]).toEqual([new URL(running.url).host]);
      expect(complaints).toEqual([]);
    });

    it('can be entered with the keyboard alone', async () => {
      const tab = await visit();
      const { keyboard } = tab.page;
      const tabTo = async (name: string): Promise<void> => {
        for (let steps = 0; steps < 10 && (await tab.focused()) !== name; steps++)
          await keyboard.press('Tab');
        expect(await tab.focused()).toBe(name);
      };
      await tabTo('email');
      await keyboard.type(emailOf('staff'));
      await tabTo('password');
      await keyboard.type(PASSWORD);
      await keyboard.press('Enter');
      await tab.page.getByRole('heading', { level: 1, name: /^Hei, / }).waitFor();
    });
  });
}
