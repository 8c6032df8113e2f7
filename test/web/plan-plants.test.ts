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

async function visitAs(who: 'plant' | 'staff', path: string): Promise<Visit> {
  const tab = await Visit.open(browser, running.url, 'light');
  visits.push(tab);
  await tab.signInTo(`${running.url}${path}`, emailOf(who), PASSWORD);
  return tab;
}

if (chromium === undefined) {
  it('Chromium is not installed: the page of plants is not tried', () => {
    expect(findChromium()).toBeUndefined();
  });
} else {
  describe('a treatment plant', () => {
    beforeAll(async () => {
      await buildPage();
      running = await Running.start();
      await running.demoPeople(PASSWORD);
      const [plant, buyer] = [await atTheApi(running, 'plant'), await atTheApi(running, 'buyer')];
      const need = await publish(buyer, 'NEED', { materialId: 'aggregate', title: 'Pukk' });
      const rock = { materialId: 'waste-rock', title: 'Sprengstein' };
      const offer = await publish(plant, 'OFFER', rock);
      await pushed(buyer.client, need.cursor, offer.listing.id, need.listing.id);
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

    it('is listed by its firm, gone through by the plan, and told what more of it is worth', async () => {
      const plant = await visitAs('plant', '/listings');
      await plant.page.getByRole('link', { name: 'Behandlingsanlegg' }).click();
      await plant.sees('Ingen anlegg er meldt inn');
      await plant.page.getByRole('button', { name: 'Meld inn anlegg' }).click();
      await plant.page.getByRole('button', { name: 'Lagre' }).click();
      await plant.sees('Skriv tonn i året, for eksempel 5 000.');
      await plant.page.getByLabel('Behandling').selectOption({ label: 'Knusing' });
      await plant.page.getByLabel('Søk etter materiale').fill('sprengstein');
      await plant.page.getByRole('button', { name: /^Gråberg/ }).click();
      await plant.page.getByLabel(/^Kapasitet/).fill('40');
      await plant.page.getByLabel(/^Pris/).fill('30');
      expect(await plant.barriers()).toEqual([]);
      await plant.page.getByRole('button', { name: 'Lagre' }).click();
      await plant.page.getByText(/^40 tonn i året, 30 kr per tonn/).waitFor();

      const staff = await visitAs('staff', `/cluster/scenario-${running.clusterId}/plans`);
      await staff.page.getByLabel(/tonnkilometer på vei/).fill('1 000 000');
      await staff.page.getByRole('button', { name: 'Lag plan' }).click();
      await staff.sees('Hva planen gir');
      await staff.page.getByText(/^Grensen for transport er vid nok/).waitFor();
      await staff.page.getByText(/^behandles hos /).waitFor();
      // 40 t of 40: the plant is full
      const row = staff.page.getByRole('row', { name: /^Knusing, / });
      expect(await row.getByRole('cell').allTextContents()).toEqual([
        '40',
        '40',
        expect.stringMatching(/^[1-9]/),
      ]);
      expect(await staff.barriers()).toEqual([]);
      await staff.page.getByRole('checkbox', { name: /^Anbefal / }).check();
      await staff.page.getByRole('button', { name: 'Anbefal 1 for bedriftene' }).click();
      await staff.page.getByText('Anbefalt', { exact: true }).waitFor();

      await plant.page.setViewportSize(PHONE);
      await plant.page.reload();
      await plant.page.getByText(/^I klyngens plan ville ett tonn mer i året her gi/).waitFor();
      expect(await plant.barriers()).toEqual([]);
      await plant.page.goto(`${running.url}/inbox`);
      await plant.page.getByText(/^Klyngens plan anbefaler dette/).waitFor();
      expect([...staff.complaints, ...plant.complaints]).toEqual([]);
    }, 120_000);
  });
}
