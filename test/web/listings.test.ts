import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { Running } from '../support/running.js';
import { buildPage } from './built-page.js';
import { findChromium, launch } from './chromium.js';
import { emailOf, PASSWORD } from './people.js';
import { Visit } from './visit.js';

const chromium = findChromium();
const TEXT = 'Tørr flis fra høvleri, 270 tonn i året, 12 % fukt';
const TITLE = 'Tørr flis fra høvleri, 270 tonn i året, 12 % fukt';
const PHONE = { width: 360, height: 740 };

let running: Running;
let browser: Browser;
let visits: Visit[] = [];

async function plantManager(): Promise<Visit> {
  const visit = await Visit.open(browser, running.url, 'light');
  visits.push(visit);
  await visit.signIn(emailOf('plant'), PASSWORD);
  await visit.page.getByRole('button', { name: 'Logg ut' }).waitFor();
  return visit;
}

if (chromium === undefined) {
  it('Chromium is not installed: the pages of streams are not tried', () => {
    expect(findChromium()).toBeUndefined();
  });
} else {
  describe("a plant manager's streams", () => {
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

    it('one is listed by its words, and looked at as others see it', async () => {
      const visit = await plantManager();
      const { page } = visit;
      await page.getByRole('link', { name: 'Legg ut en strøm' }).first().click();
      await page.getByRole('heading', { name: 'Legg ut en strøm', level: 1 }).waitFor();
      await page.getByLabel('Hva har dere til overs?').fill(TEXT);
      await page.getByRole('radio', { name: 'Treflis' }).first().check();

      // An amount is missing: said beside its field, and nothing that was typed is lost, not even by a reload.
      await page.getByRole('button', { name: 'Publiser strømmen' }).press('Enter');
      const amount = page.getByLabel('Mengde', { exact: true });
      await page.getByText('Skriv et tall, for eksempel 200 eller 12,5.').first().waitFor();
      expect(await amount.getAttribute('aria-invalid')).toBe('true');
      await page.reload();
      await page.getByLabel('Hva har dere til overs?').waitFor();
      expect(await page.getByLabel('Hva har dere til overs?').inputValue()).toBe(TEXT);

      await page.getByRole('button', { name: /^Ta med 270 t/ }).press('Enter');
      expect(await amount.inputValue()).toBe('270');
      await page.getByRole('button', { name: /^Ta med .*12 %/ }).press('Enter');
      expect(await visit.barriers()).toEqual([]);
      await page.getByRole('button', { name: 'Publiser strømmen' }).press('Enter');

      await page.getByRole('heading', { name: TITLE, level: 1 }).waitFor();
      const preview = page.locator('.listings-preview');
      await preview.getByRole('heading', { name: 'Treflis' }).waitFor();
      expect(await preview.innerText()).toContain('Verken bedrift eller anlegg vises.');
      expect(await preview.innerText()).not.toContain('høvleri');
      await page.getByLabel('Se den som').selectOption('PARTNER');
      await preview.getByRole('heading', { name: TITLE }).waitFor();
      await page.getByLabel('Se den som').selectOption('PUBLIC');
      await preview.getByText('De får ikke vite at den finnes.').waitFor();
      await page.getByRole('button', { name: `${TITLE} stemmer fortsatt` }).click();
      await visit.sees('Takk. Den står videre på markedet.');
      expect(await visit.barriers()).toEqual([]);
    }, 60_000);

    it('is found in the list on a phone, paused there, and on the start page nothing is in the way', async () => {
      const visit = await plantManager();
      const { page } = visit;
      await page.setViewportSize(PHONE);
      await page.getByRole('heading', { level: 2 }).first().waitFor();
      expect(await visit.barriers()).toEqual([]);
      await page.goto(`${running.url}/listings?q=h%C3%B8vleri`);
      await page.getByRole('link', { name: TITLE }).waitFor();
      const width = await page.evaluate('document.documentElement.scrollWidth');
      expect(width).toBeLessThanOrEqual(PHONE.width);
      expect(await visit.barriers()).toEqual([]);
      await page.getByRole('button', { name: `Sett ${TITLE} på pause` }).click();
      await page.getByText('På pause', { exact: true }).locator('visible=true').first().waitFor();
      await page.getByLabel('Søk i tittel, tekst og avfallskode').fill('finnes ikke');
      await visit.sees('Ingen passer med filteret');
      expect(page.url()).toContain('q=finnes');
    }, 60_000);
  });
}
