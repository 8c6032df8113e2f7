import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { accept, deliver, propose, publish, pushed } from '../support/flow.js';
import { Running } from '../support/running.js';
import { buildPage } from './built-page.js';
import { findChromium, launch } from './chromium.js';
import { atTheApi, emailOf, PASSWORD } from './people.js';
import { Visit } from './visit.js';

const chromium = findChromium();
const PHONE = { width: 360, height: 740 };

let running: Running;
let browser: Browser;

/** An offer and a need of two firms of one municipality, and 40 t of the 60 that they agreed on. */
async function someDelivery(): Promise<void> {
  const [plant, buyer] = [await atTheApi(running, 'plant'), await atTheApi(running, 'buyer')];
  const need = await publish(buyer, 'NEED');
  const offer = await publish(plant, 'OFFER');
  const { match } = await pushed(buyer.client, need.cursor, offer.listing.id, need.listing.id);
  const agreementId = await accept(plant.client, await propose(buyer.client, match.id, '60'));
  await deliver(plant.client, agreementId, '40');
}

async function atTheMap(address = ''): Promise<Visit> {
  const visit = await Visit.open(browser, running.url, 'light');
  await visit.signIn(emailOf('staff'), PASSWORD);
  const menu = visit.page.getByRole('navigation', { name: 'Meny' });
  await menu.getByRole('link', { name: 'Kart', exact: true }).click();
  await visit.page.waitForURL('**/map*');
  if (address !== '') await visit.page.goto(`${visit.page.url()}${address}`);
  await visit.page.locator('.map-drawn[data-ready="true"] canvas').waitFor();
  return visit;
}

/** A driver without a graphics card says how slow it is. */
const ofThePage = (complaints: readonly string[]): readonly string[] =>
  complaints.filter((one) => !one.includes('GL Driver Message'));

if (chromium === undefined) {
  it('Chromium is not installed: the map is not tried', () => {
    process.stderr.write('The map is not tried: there is no chromium and no google-chrome on the PATH.\n');
    expect(findChromium()).toBeUndefined();
  });
} else {
  describe('the map of a cluster', () => {
    beforeAll(async () => {
      await buildPage();
      running = await Running.start();
      await running.demoPeople(PASSWORD);
      await someDelivery();
      browser = await launch(chromium);
    }, 180_000);
    afterAll(async () => {
      await browser.close();
      await running.stop();
    });

    it('is drawn from our own files alone, and says in words what it shows', async () => {
      const visit = await atTheMap();
      const { page, requests, complaints } = visit;
      const deliveries = page.getByRole('table', { name: /Hva som er levert/ });
      expect(await deliveries.getByRole('row').allInnerTexts()).toEqual([
        expect.stringMatching(/^Fra → til/),
        expect.stringMatching(/^Kongsvinger → Kongsvinger\s+\S.*\s+40 t\s+1 avtale$/s),
      ]);
      await page.getByRole('tab', { name: 'Anlegg (2)' }).click();
      expect(new URL(page.url()).search).toBe('?list=sites');
      const marks = page.locator('button.map-mark');
      const named = await Promise.all((await marks.all()).map((one) => one.getAttribute('aria-label')));
      expect([...named].sort()).toEqual([
        expect.stringMatching(/^Granvåk Trelast, .*: 1 tilbud, 0 behov$/),
        expect.stringMatching(/^Tjurmo Bioenergi, .*: 0 tilbud, 1 behov$/),
      ]);
      expect(await page.locator('.map-sites').getByRole('listitem').count()).toBe(2);
      await visit.sees('Kartverket');
      expect(await visit.barriers()).toEqual([]);
      expect([...new Set(requests.map((url) => new URL(url).host))]).toEqual([new URL(running.url).host]);
      expect(requests.some((url) => url.includes('maplibre-gl-worker'))).toBe(true);
      expect(ofThePage(complaints)).toEqual([]);
      await visit.close();
    }, 60_000);

    it('opens what a site has with the keyboard, and keeps it in the address', async () => {
      const visit = await atTheMap('?list=sites');
      const { page } = visit;
      await page
        .locator('.map-sites')
        .getByRole('button', { name: /^Granvåk Trelast/ })
        .focus();
      await page.keyboard.press('Enter');
      await page.getByRole('link', { name: 'Tørr flis fra høvleri' }).waitFor();
      expect(new URL(page.url()).searchParams.get('site')).not.toBeNull();
      expect(await page.evaluate('document.activeElement?.textContent')).toMatch(/^Granvåk Trelast/);
      await page.getByRole('button', { name: 'Lukk' }).press('Enter');
      await page.locator('.map-site').waitFor({ state: 'detached' });
      await page.goBack();
      await page.getByRole('link', { name: 'Tørr flis fra høvleri' }).waitFor();
      await visit.close();
    }, 60_000);

    it('fits a phone', async () => {
      const visit = await atTheMap();
      await visit.page.setViewportSize(PHONE);
      expect(await visit.page.evaluate('document.documentElement.scrollWidth')).toBe(PHONE.width);
      expect(await visit.barriers()).toEqual([]);
      await visit.close();
    }, 60_000);

    it('lets no script in but files of its own, on every page of it', async () => {
      const { headers } = await fetch(`${running.url}/cluster/any/map`);
      const policy = headers.get('content-security-policy') ?? '';
      expect(policy).toMatch(/script-src 'self';/);
      expect(policy).toMatch(/worker-src 'self';/);
      expect(policy).not.toMatch(/unsafe|blob:/);
    });
  });
}
