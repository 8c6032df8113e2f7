import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { Running } from '../support/running.js';
import { buildPage } from './built-page.js';
import { findChromium, launch } from './chromium.js';
import { emailOf, PASSWORD } from './people.js';
import { Visit, type Look } from './visit.js';

const chromium = findChromium();

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

    it('shows the figures to the staff of the cluster', async () => {
      const { page } = await visitAs('staff');
      await page.getByRole('heading', { name: 'Sirkularitet: Scenario' }).waitFor();
      await page.locator('.figure').first().waitFor();
      const figures = await page.locator('.figure').allInnerTexts();
      expect(figures).toHaveLength(12);
      for (const figure of figures) expect(figure).toMatch(/^.+\s+(\d|Holdt tilbake)/);
    });

    it.each<Look>(['light', 'dark'])('keeps nobody out, in %s', async (look) => {
      const outside = await visit(look);
      expect(await outside.barriers()).toEqual([]);
      const buyer = await visitAs('buyer', look);
      await buyer.page.locator('.page').waitFor();
      expect(await buyer.barriers()).toEqual([]);
      const staff = await visitAs('staff', look);
      await staff.page.locator('.figure').first().waitFor();
      expect(await staff.barriers()).toEqual([]);
    });

    it('asks its own server alone, and the console stays empty', async () => {
      for (const who of ['buyer', 'staff'] as const) {
        const { page, requests, complaints } = await visitAs(who);
        await page.locator('.page').first().waitFor();
        await page.getByRole('button', { name: 'English' }).click();
        await page.getByRole('button', { name: 'Sign out' }).click();
        await page.getByLabel('E-mail').waitFor();
        const hosts = new Set(requests.map((url) => new URL(url).host));
        expect([...hosts]).toEqual([new URL(running.url).host]);
        expect(complaints).toEqual([]);
      }
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
      await tab.page.getByRole('heading', { name: 'Sirkularitet' }).waitFor();
    });
  });
}
