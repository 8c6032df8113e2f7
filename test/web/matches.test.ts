import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { publish, pushed } from '../support/flow.js';
import { Running } from '../support/running.js';
import { buildPage } from './built-page.js';
import { findChromium, launch } from './chromium.js';
import { atTheApi, emailOf, PASSWORD } from './people.js';
import { Visit } from './visit.js';

const chromium = findChromium();
const TITLE = 'Tørr flis fra høvleri';
/** What the product promises from publication to toast. */
const PROMISED_MS = 2000;

let running: Running;
let browser: Browser;
let visits: Visit[] = [];

type Member = Awaited<ReturnType<typeof atTheApi>>;
let plant: Member;
let buyer: Member;

async function visitAs(who: 'buyer' | 'plant', path: string): Promise<Visit> {
  const opened = await Visit.open(browser, `${running.url}${path}`, 'light');
  visits.push(opened);
  await opened.signIn(emailOf(who), PASSWORD);
  await opened.sees('Direkte');
  return opened;
}

/** A match of the buyer's own, as both sides have it. */
async function match(title = TITLE): Promise<string> {
  const need = await publish(buyer, 'NEED');
  const offer = await publish(plant, 'OFFER', { title });
  return (await pushed(buyer.client, need.cursor, offer.listing.id, need.listing.id)).match.id;
}

if (chromium === undefined) {
  it('Chromium is not installed: the matches are not tried', () => {
    process.stderr.write(
      'The matches are not tried: there is no chromium and no google-chrome on the PATH.\n',
    );
    expect(findChromium()).toBeUndefined();
  });
} else {
  describe('the matches in a real browser', () => {
    beforeAll(async () => {
      await buildPage();
      running = await Running.start();
      await running.demoPeople(PASSWORD);
      browser = await launch(chromium);
      plant = await atTheApi(running, 'plant');
      buyer = await atTheApi(running, 'buyer');
    }, 120_000);
    afterEach(async () => {
      await Promise.all(visits.map((one) => one.close()));
      visits = [];
    });
    afterAll(async () => {
      await browser.close();
      await running.stop();
    });

    // Before any other story lists something: the page has to be empty at first.
    it("brings a plant manager's offer to the buyer within two seconds, and not whose it is", async () => {
      await publish(buyer, 'NEED');
      const { page, complaints } = await visitAs('buyer', '/matches');
      await page.getByText('Ingen åpne treff ennå').waitFor();
      await page.evaluate('globalThis.isSamePage = true');

      await publish(plant, 'OFFER', { title: TITLE });
      const since = Date.now();
      await page.locator('.toasts').getByText('Nytt treff').waitFor();
      expect(Date.now() - since).toBeLessThan(PROMISED_MS);

      const found = page.locator('.match').first();
      await found.getByText('Ny', { exact: true }).waitFor();
      expect(await found.innerText()).toMatch(/Poeng\s+[1-9]\d?,\d\s%/);
      expect(await found.innerText()).toContain('Bedriften vises når begge parter er enige om det');
      const checks = found.getByRole('list', { name: 'Vilkår' }).getByRole('listitem');
      expect(await checks.allInnerTexts()).toContainEqual(expect.stringMatching(/^Mengde\s+oppfylt$/));
      const everything = await page.content();
      expect(everything).not.toContain(plant.firmName);
      expect(everything).not.toContain(TITLE);
      expect(await page.evaluate('globalThis.isSamePage')).toBe(true);
      expect(complaints).toEqual([]);
    });

    it('shows what came while the network was away', async () => {
      const tab = await visitAs('buyer', '/matches');
      await tab.page.context().setOffline(true);
      await tab.sees('Uten nett. Fortsetter når nettet er tilbake.');
      const id = await match();
      await tab.page.context().setOffline(false);
      // Each listing comes onto the lists of those before it too: more than two at once are told as a number.
      await tab.page
        .locator('.toasts')
        .getByText(/Nytt treff|nye treff/)
        .first()
        .waitFor();
      await tab.page.locator(`.match a[href="/matches/${id}"]`).first().waitFor();
      await tab.sees('Direkte');
    });

    it('explains a match, and asks the other side for what is hidden', async () => {
      const id = await match();
      const tab = await visitAs('buyer', `/matches/${id}`);
      const { page } = tab;
      for (const part of ['Hvorfor akkurat dette treffet', 'Vilkår', 'Penger og klima i et år'])
        await page.getByRole('region', { name: part }).waitFor();
      const shown = page.getByRole('region', { name: 'Hva motparten viser' });
      expect(await shown.innerText()).toMatch(/Hvem\s+Skjult/);
      await shown.getByRole('button', { name: 'Be om å få vite mer' }).click();
      await shown.getByRole('button', { name: 'Send forespørselen' }).click();
      await shown.getByText('Velg minst én ting.').waitFor();
      await shown.getByRole('checkbox', { name: 'Hvem' }).check();
      expect(await tab.barriers()).toEqual([]);
      await shown.getByRole('button', { name: 'Send forespørselen' }).click();
      await shown.getByText('venter på svar').waitFor();

      const other = await visitAs('plant', `/matches/${id}`);
      await other.page.getByRole('button', { name: 'Vis det valgte' }).click();
      await other.page.getByText('Dere viser').waitFor();
      await page.reload();
      await page.getByText(plant.firmName).first().waitFor();
    });

    it('declines with a reason, on a phone', async () => {
      const id = await match();
      const tab = await visitAs('buyer', '/matches');
      const { page } = tab;
      await page.setViewportSize({ width: 360, height: 740 });
      const card = page.locator('.match', { has: page.locator(`a[href="/matches/${id}"]`) });
      await card.getByRole('button', { name: 'Avslå' }).click();
      const dialog = page.getByRole('dialog');
      await dialog.getByRole('button', { name: 'Avslå treffet' }).click();
      await dialog.getByText('Velg en grunn.', { exact: true }).waitFor();
      await dialog.getByLabel('Grunn').selectOption('PRICE');
      await dialog.getByRole('button', { name: 'Avslå treffet' }).click();
      await card.waitFor({ state: 'detached' });
      expect(await tab.barriers()).toEqual([]);
      expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(360);
      await page.getByRole('tab', { name: 'Avsluttet' }).click();
      await card.waitFor();
      expect(page.url()).toContain('view=closed');
    });

    it('keeps a watch: made by search, shown with its area, paused and removed', async () => {
      const tab = await visitAs('buyer', '/watches');
      const { page } = tab;
      await page.getByRole('button', { name: 'Nytt søkevarsel' }).first().click();
      await page.getByRole('button', { name: 'Lagre' }).click();
      await page.getByText('Velg minst ett materiale.').waitFor();
      await page.getByLabel('Navn').fill('Flis i nærheten');
      await page.getByLabel('Søk etter materiale').fill('flis');
      await page
        .getByRole('button', { name: /^Treflis|^Alt under/ })
        .first()
        .click();
      expect(await tab.barriers()).toEqual([]);
      await page.getByRole('button', { name: 'Lagre' }).click();
      const card = page.getByRole('listitem').filter({ hasText: 'Flis i nærheten' }).first();
      await card.getByText('Ingen funn ennå.').waitFor();
      await publish(plant, 'OFFER', { title: TITLE });
      await page.locator('.toasts').getByText('Flis i nærheten: nytt funn').waitFor();
      await card.getByText('1 funn').waitFor();
      await card.getByRole('button', { name: 'Sett på pause' }).click();
      await card.getByText('På pause', { exact: true }).waitFor();
      expect(await tab.barriers()).toEqual([]);
      await card.getByRole('button', { name: 'Slett' }).click();
      await page.getByRole('dialog').getByRole('button', { name: 'Slett' }).click();
      await tab.sees('Ingen søkevarsler ennå');
    });
  });
}
