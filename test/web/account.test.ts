import { randomUUID } from 'node:crypto';
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { FlowClient } from '../../apps/local/src/flow/client.js';
import { SYSTEM } from '#market';
import { publish } from '../support/flow.js';
import { Running } from '../support/running.js';
import { totpOf } from '../support/totp.js';
import { buildPage } from './built-page.js';
import { findChromium, launch } from './chromium.js';
import { atTheApi, emailOf, PASSWORD } from './people.js';
import { Visit } from './visit.js';

const chromium = findChromium();
const ADMIN = 'admin@demo.bistrom.example';
const PHONE = { width: 360, height: 740 };
const READ = '{ viewer { firms { name } } }';

// The absence of a browser is told by the tests of the page.
if (chromium !== undefined) {
  describe("a person's own pages", () => {
    let running: Running;
    let browser: Browser;
    let visits: Visit[] = [];
    beforeAll(async () => {
      await buildPage();
      running = await Running.start();
      await running.demoPeople(PASSWORD);
      const { firmId } = await atTheApi(running, 'buyer');
      const firms = [{ firmId, role: 'firm_admin' as const }];
      const admin = { id: randomUUID(), name: 'Ada Nes', email: ADMIN, password: PASSWORD };
      await running.market.registry.addPerson(SYSTEM, { ...admin, firms, clusters: [] });
      browser = await launch(chromium);
    }, 240_000);
    afterEach(async () => {
      await Promise.all(visits.map((one) => one.close()));
      visits = [];
    });
    afterAll(async () => {
      await browser.close();
      await running.stop();
    });

    async function visitAs(email: string, path: string): Promise<Visit> {
      const opened = await Visit.open(browser, `${running.url}${path}`, 'light');
      visits.push(opened);
      await opened.signIn(email, PASSWORD);
      await opened.page.getByRole('button', { name: 'Logg ut' }).waitFor();
      return opened;
    }

    it('are found by the command menu, with the keyboard alone', async () => {
      const visit = await visitAs(emailOf('buyer'), '/');
      const { page } = visit;
      await page.keyboard.press('Control+K');
      const search = page.getByRole('combobox', { name: 'Søk og handlinger' });
      await search.waitFor();
      expect(await visit.barriers()).toEqual([]);
      await page.keyboard.type('min side');
      await page.keyboard.press('Enter');
      await page.getByRole('heading', { level: 1, name: 'Min side' }).waitFor();
      expect(await search.isVisible()).toBe(false);

      await page.keyboard.press('Control+K');
      await page.keyboard.type('ikke til å finne');
      await visit.sees('Fant ikke noe med det navnet.');
      await page.keyboard.press('Escape');
      await search.waitFor({ state: 'hidden' });
      expect(visit.complaints).toEqual([]);
    });

    it('keep language and dark appearance over a reload', async () => {
      const { page } = await visitAs(emailOf('buyer'), '/account');
      const scheme = () => page.evaluate('document.documentElement.dataset.colorScheme');
      await page.getByRole('radio', { name: 'Mørkt' }).check();
      expect(await scheme()).toBe('dark');
      await page.getByRole('radio', { name: 'English' }).check();
      await page.getByRole('heading', { level: 1, name: 'Your account' }).waitFor();
      await page.reload();
      await page.getByRole('heading', { level: 1, name: 'Your account' }).waitFor();
      expect(await scheme()).toBe('dark');
      expect(await page.getAttribute('html', 'lang')).toBe('en');
    });

    it('make a key, show its secret once, and revoke it', async () => {
      const visit = await visitAs(ADMIN, '/account?tab=keys');
      const { page } = visit;
      await running.database.query(
        `update auth."session" set "provedAt" = "provedAt" - make_interval(mins => 10)`,
      );
      await page.getByLabel('Hva den er til').fill('Veieprogram');
      await page.getByRole('button', { name: 'Lag nøkkel' }).click();
      const dialog = page.getByRole('dialog');
      await dialog.getByLabel('Passordet ditt').fill('not the password');
      await dialog.getByRole('button', { name: 'Bekreft' }).click();
      await visit.sees('Det stemte ikke. Prøv igjen.');
      await dialog.getByLabel('Passordet ditt').fill(PASSWORD);
      await dialog.getByRole('button', { name: 'Bekreft' }).click();
      const secret = await page.getByRole('region', { name: 'Nøkkel' }).innerText();
      expect(secret).toMatch(/^bis_/);
      expect(await visit.barriers()).toEqual([]);
      const program = FlowClient.signedIn(running.url, `Bearer ${secret}`);
      expect(await program.ask(READ)).toEqual({ viewer: { firms: [{ name: 'Tjurmo Bioenergi' }] } });

      await page.reload();
      await page.getByRole('button', { name: 'Trekk tilbake Veieprogram' }).waitFor();
      expect(await page.content()).not.toContain(secret);
      await page.getByRole('button', { name: 'Trekk tilbake Veieprogram' }).click();
      await page.getByRole('cell', { name: 'Trukket tilbake' }).waitFor();
      expect(await program.ask(READ)).toEqual({ viewer: null });
    });

    it('tell by themselves what is new, on a phone too, until it is read', async () => {
      const buyer = await atTheApi(running, 'buyer');
      await publish(buyer, 'NEED');
      const visit = await visitAs(emailOf('buyer'), '/inbox');
      const { page } = visit;
      await page.getByRole('heading', { name: 'Ingen varsler ennå' }).waitFor();
      await publish(await atTheApi(running, 'plant'), 'OFFER');
      await page.getByRole('link', { name: /^Varsler.*ett ulest/ }).waitFor();
      await page.setViewportSize(PHONE);
      await page.getByRole('listitem').filter({ hasText: 'Nytt treff' }).waitFor();
      expect(await visit.barriers()).toEqual([]);
      const width = await page.evaluate('document.documentElement.scrollWidth');
      expect(width).toBeLessThanOrEqual(PHONE.width);
      await page.getByRole('button', { name: 'Merk alt som lest' }).click();
      await visit.sees('Alt er lest.');
      await page.getByLabel('Bare uleste').check();
      await page.getByRole('heading', { name: 'Alt er lest' }).waitFor();
      expect(new URL(page.url()).search).toBe('?unread=true');
    });

    it('end a session elsewhere, and take an authenticator app into use', async () => {
      const elsewhere = await visitAs(emailOf('plant'), '/help');
      const visit = await visitAs(emailOf('plant'), '/account?tab=security');
      const { page } = visit;
      const other = page.getByRole('listitem').filter({ hasText: 'Chrome på Linux' });
      await other.getByRole('button', { name: 'Avslutt' }).click();
      await visit.sees('Økten er avsluttet.');
      await elsewhere.page.getByRole('link', { name: /^Varsler/ }).click();
      await elsewhere.sees('Økten er utløpt. Logg inn på nytt.');

      const app = page.getByRole('region', { name: 'Autentiseringsapp' });
      await app.getByLabel('Passordet ditt').fill(PASSWORD);
      await app.getByRole('button', { name: 'Sett opp app' }).click();
      const uri = await app.getByRole('link', { name: 'Åpne i autentiseringsappen' }).getAttribute('href');
      await app.getByLabel('Sekssifret kode').fill(totpOf(uri ?? ''));
      expect(await visit.barriers()).toEqual([]);
      await app.getByRole('button', { name: 'Ta i bruk' }).click();
      await app.getByText('Autentiseringsappen er i bruk.').waitFor();
      expect(visit.complaints).toEqual([]);
    });

    it('keep nobody out', async () => {
      const visit = await visitAs(ADMIN, '/account?tab=webhooks');
      for (const tab of ['Webhooks', 'Innsyn']) {
        await visit.page.getByRole('tab', { name: tab }).click();
        await visit.page.getByRole('tabpanel').getByRole('heading', { level: 2 }).first().waitFor();
        expect(await visit.barriers()).toEqual([]);
      }
      expect(visit.complaints).toEqual([]);
    });
  });
}
