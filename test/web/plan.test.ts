import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { publish, pushed } from '../support/flow.js';
import { Running } from '../support/running.js';
import { buildPage } from './built-page.js';
import { findChromium, launch } from './chromium.js';
import { atTheApi, emailOf, PASSWORD } from './people.js';
import { Visit } from './visit.js';

const chromium = findChromium();
const PHONE = { width: 360, height: 740 };

let running: Running;
let browser: Browser;
let visits: Visit[] = [];
let matchId: string;
let needId: string;

async function visitAs(who: 'plant' | 'buyer' | 'staff', path: string): Promise<Visit> {
  const tab = await Visit.open(browser, running.url, 'light');
  visits.push(tab);
  await tab.signInTo(`${running.url}${path}`, emailOf(who), PASSWORD);
  return tab;
}

if (chromium === undefined) {
  it('Chromium is not installed: the page of plans is not tried', () => {
    expect(findChromium()).toBeUndefined();
  });
} else {
  describe('the plan of a cluster', () => {
    beforeAll(async () => {
      await buildPage();
      running = await Running.start();
      await running.demoPeople(PASSWORD);
      const [plant, buyer] = [await atTheApi(running, 'plant'), await atTheApi(running, 'buyer')];
      const need = await publish(buyer, 'NEED');
      const offer = await publish(plant, 'OFFER');
      needId = need.listing.id;
      matchId = (await pushed(buyer.client, need.cursor, offer.listing.id, needId)).match.id;
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

    it('is made and suggested by staff, sent by one firm and accepted by the other', async () => {
      const staff = await visitAs('staff', `/cluster/scenario-${running.clusterId}/plans`);
      await staff.sees('Ingen plan er laget ennå');
      await staff.page.getByRole('button', { name: 'Lag plan' }).click();
      await staff.sees('Hva planen gir');
      expect(await staff.page.getByRole('row', { name: /I tillegg: planen/ }).count()).toBe(1);
      await staff.page.getByRole('checkbox', { name: /^Anbefal / }).check();
      expect(await staff.barriers()).toEqual([]);
      await staff.page.getByRole('button', { name: 'Anbefal 1 for bedriftene' }).click();
      await staff.sees('Anbefalt');

      const plant = await visitAs('plant', `/matches/${matchId}`);
      await plant.sees('Anbefalt i klyngens plan');
      await plant.page.getByRole('button', { name: 'Send som forslag' }).click();
      await plant.sees('Forslaget er sendt.');

      const buyer = await visitAs('buyer', `/matches/${matchId}`);
      await buyer.page.getByRole('button', { name: 'Godta' }).first().click();
      await buyer.page.getByRole('button', { name: 'Godta og inngå avtale' }).click();
      await buyer.page.waitForURL('**/agreements/*');

      await staff.page.reload();
      await staff.sees('Avtalt');
      expect([...staff.complaints, ...plant.complaints, ...buyer.complaints]).toEqual([]);
    }, 120_000);

    it('tells a firm how its own listing stands, also on a phone', async () => {
      const buyer = await visitAs('buyer', `/listings/${needId}`);
      await buyer.page.setViewportSize(PHONE);
      await buyer.page.getByText(/^I klyngens plan ville én t til av dette gi/).waitFor();
      expect(await buyer.barriers()).toEqual([]);
    }, 60_000);
  });
}
