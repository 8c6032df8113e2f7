import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { accept, deliver, propose, publish, pushed } from '../support/flow.js';
import { Running } from '../support/running.js';
import { buildPage } from './built-page.js';
import { findChromium, launch } from './chromium.js';
import { atTheApi, emailOf, PASSWORD } from './people.js';
import { Visit, type Look } from './visit.js';

const chromium = findChromium();
const YEAR = new Date().getUTCFullYear();

let running: Running;
let browser: Browser;
let visits: Visit[] = [];

async function visitAs(who: 'buyer' | 'staff', path: string, look: Look = 'light'): Promise<Visit> {
  const opened = await Visit.open(browser, `${running.url}${path}`, look);
  visits.push(opened);
  await opened.signIn(emailOf(who), PASSWORD);
  await opened.page.getByRole('button', { name: 'Logg ut' }).waitFor();
  return opened;
}

const ofCluster = (page: 'board' | 'reports'): string => `/cluster/scenario-${running.clusterId}/${page}`;

/** 12.5 and 7.5 t of chips, delivered this year. */
async function delivered(): Promise<void> {
  const [plant, buyer] = [await atTheApi(running, 'plant'), await atTheApi(running, 'buyer')];
  const need = await publish(buyer, 'NEED');
  const offer = await publish(plant, 'OFFER');
  const { match } = await pushed(buyer.client, need.cursor, offer.listing.id, need.listing.id);
  const agreementId = await accept(plant.client, await propose(buyer.client, match.id, '60'));
  for (const amount of ['12.5', '7.5']) await deliver(plant.client, agreementId, amount);
}

// The absence of a browser is told by the tests of the page.
if (chromium !== undefined) {
  describe('the board of a cluster', () => {
    beforeAll(async () => {
      await buildPage();
      running = await Running.start();
      await running.demoPeople(PASSWORD);
      await delivered();
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

    it('opens the entries behind a number, and draws flows with the same numbers as a table', async () => {
      const tab = await visitAs('staff', ofCluster('board'));
      const { page } = tab;
      await page.getByRole('button', { name: /^Materialer flyttet: 20 t/ }).click();
      const drawer = page.getByRole('dialog', { name: 'Bak tallet: Materialer flyttet' });
      await drawer.getByRole('cell', { name: '12,5 t' }).first().waitFor();
      expect(await drawer.getByRole('row').count()).toBe(3);
      await drawer.getByText('Oppslaget ditt registreres').waitFor();
      await drawer.getByRole('button', { name: 'Lukk' }).click();
      await page
        .getByRole('img', { name: /^Bånd fra bransjene/ })
        .locator('svg')
        .waitFor();
      await page.getByText('Strømmer i t, som tabell').click();
      expect(
        await page
          .getByRole('row', { name: /Flis|trevirke/i })
          .first()
          .innerText(),
      ).toMatch(/20 t/);
      expect(await tab.barriers()).toEqual([]);
      expect(tab.complaints).toEqual([]);
    }, 60_000);

    it('says why a number is withheld from others, and keeps its state in the address', async () => {
      const tab = await visitAs('buyer', `${ofCluster('board')}?period=${YEAR}-Q1`);
      await tab.page.getByText('Holdt tilbake').first().waitFor();
      expect(await tab.page.locator('.board-withheld').first().innerText()).toMatch(/bedrift|kvartal/);
      expect(await tab.page.getByRole('button', { name: /Vis \d+ regnskapspost/ }).count()).toBe(0);
      await tab.page.getByRole('tab', { name: 'Marked og varme' }).click();
      await tab.sees('Vises bare til klyngens egne ansatte og revisorer.');
      expect(tab.page.url()).toContain('view=market');
    }, 60_000);

    it.each<Look>(['light', 'dark'])(
      'keeps nobody out, on a phone too, in %s',
      async (look) => {
        const tab = await visitAs('staff', `${ofCluster('board')}?view=parts`, look);
        await tab.page.setViewportSize({ width: 360, height: 740 });
        await tab.page
          .getByRole('img', { name: /Materialer flyttet etter/ })
          .locator('svg')
          .waitFor();
        await tab.sees('Avfallshierarkiet');
        expect(await tab.barriers()).toEqual([]);
        await tab.page.getByRole('tab', { name: 'Marked og varme' }).click();
        await tab.page.getByRole('img', { name: /^Varmekart/ }).waitFor();
        await tab.sees('Fra oppføring til verifisert leveranse');
        expect(await tab.barriers()).toEqual([]);
        expect(await tab.page.evaluate('document.documentElement.scrollWidth')).toBe(360);
        expect(tab.complaints).toEqual([]);
      },
      60_000,
    );

    it('lets staff carry the report away and choose what everybody sees, each with a proof', async () => {
      const tab = await visitAs('staff', ofCluster('reports'));
      const { page } = tab;
      await page.getByRole('heading', { name: 'Rapporten som fil' }).waitFor();
      expect(await tab.barriers()).toEqual([]);
      const saving = page.waitForEvent('download');
      await page.getByRole('button', { name: 'Lagre fil' }).first().click();
      await prove(tab);
      expect((await saving).suggestedFilename()).toMatch(/\.xlsx$/);
      await page.getByText(/\.xlsx er lagret/).waitFor();
      await page.getByRole('link', { name: 'Åpne siden' }).click();
      await page.getByRole('heading', { name: `Sirkularitetsrapport ${YEAR}` }).waitFor();
      await page.getByRole('link', { name: 'Tilbake til rapportene' }).click();
      await page.getByRole('tab', { name: 'Offentlig side' }).click();
      await page.getByRole('checkbox', { name: String(YEAR), exact: true }).check();
      await page
        .getByRole('cell', { name: /Holdt tilbake/ })
        .first()
        .waitFor();
      expect(await tab.barriers()).toEqual([]);
      await page.getByRole('button', { name: 'Vis dette for alle' }).click();
      await page.getByRole('link', { name: 'Åpne den offentlige siden' }).waitFor();
      expect((await fetch(`${running.url}/p/scenario-${running.clusterId}`)).status).toBe(200);
      // The report's own style is refused in it, which the browser says; everything else is quiet.
      expect(tab.complaints.filter((one) => !one.startsWith('Applying inline style'))).toEqual([]);
    }, 60_000);

    it("shows a firm's people what it gave and took, for them alone", async () => {
      const tab = await visitAs('buyer', '/figures');
      const { page } = tab;
      await page.getByRole('radio', { name: 'Tatt imot' }).check({ force: true });
      await page.getByRole('button', { name: /^Materialer flyttet: 20 t/ }).click();
      await page.getByRole('dialog').getByRole('cell', { name: '7,5 t' }).first().waitFor();
      expect(await page.getByRole('dialog').getByText('Oppslaget ditt registreres').count()).toBe(0);
      expect(await tab.barriers()).toEqual([]);
    }, 60_000);
  });
}

/** Asked for once in ten minutes; a new sign-in counts as one. */
async function prove({ page }: Visit): Promise<void> {
  const dialog = page.getByRole('dialog', { name: 'Bekreft at det er deg' });
  const saved = page.getByText(/er lagret/);
  await dialog.or(saved).first().waitFor();
  if (!(await dialog.isVisible())) return;
  await dialog.getByLabel('Passord').fill(PASSWORD);
  await dialog.getByRole('button', { name: 'Bekreft' }).click();
}
