import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { accept, propose, publish, pushed } from '../support/flow.js';
import { Running, type Member } from '../support/running.js';
import { buildPage } from './built-page.js';
import { findChromium, launch } from './chromium.js';
import { emailOf, PASSWORD } from './people.js';
import { Visit } from './visit.js';

const chromium = findChromium();
const PHONE = { width: 360, height: 740 };
/** What members that tests make sign in with. */
const MEMBER_PASSWORD = 'a password for tests';

let running: Running;
let browser: Browser;
let visits: Visit[] = [];
let north: Member;
let south: Member;

async function visitAs(email: string, password: string, path: string): Promise<Visit> {
  const tab = await Visit.open(browser, running.url, 'light');
  visits.push(tab);
  await tab.signInTo(`${running.url}${path}`, email, password);
  return tab;
}

/** A load of chips from one member to another. */
async function agreed(from: Member, to: Member): Promise<void> {
  const need = await publish(to, 'NEED');
  const offer = await publish(from, 'OFFER');
  const { match } = await pushed(to.client, need.cursor, offer.listing.id, need.listing.id);
  await accept(from.client, await propose(to.client, match.id, '60'));
}

if (chromium === undefined) {
  it('Chromium is not installed: the pages of joint transport are not tried', () => {
    expect(findChromium()).toBeUndefined();
  });
} else {
  describe('joint transport', () => {
    beforeAll(async () => {
      await buildPage();
      running = await Running.start();
      await running.demoPeople(PASSWORD);
      const member = (naceCode: string, latitude: number): Promise<Member> =>
        running.member(naceCode, { latitude, longitude: 11 });
      north = await member('16.10', 59.9);
      await agreed(north, await member('35.30', 60.5));
      south = await member('16.10', 60.51);
      await agreed(south, await member('35.30', 59.91));
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

    it('is found and offered by staff, answered by both, and then each knows the other', async () => {
      const staff = await visitAs(
        emailOf('staff'),
        PASSWORD,
        `/cluster/scenario-${running.clusterId}/return-loads`,
      );
      await staff.page.getByText(/^1 par kan til sammen spare/).waitFor();
      expect(await staff.barriers()).toEqual([]);
      await staff.page.getByRole('button', { name: 'Tilby begge å dele bil' }).click();
      await staff.page.getByText('Tilbudt', { exact: true }).waitFor();

      const first = await visitAs(north.email, MEMBER_PASSWORD, '/inbox');
      const news = first.page.getByRole('listitem').filter({ hasText: 'Nytt om felles transport' });
      await news.getByRole('link').click();
      await first.sees('Venter på svar');
      expect(await first.barriers()).toEqual([]);
      await first.page.getByRole('button', { name: 'Ja, del bil' }).click();
      await first.sees('Dere har sagt ja');

      const second = await visitAs(south.email, MEMBER_PASSWORD, '/joint-transport');
      await second.page.setViewportSize(PHONE);
      await second.sees('Den andre har sagt ja');
      await second.page.getByRole('button', { name: 'Ja, del bil' }).click();
      await second.page.getByText(/^Dere kjenner hverandre nå/).waitFor();
      expect(await second.barriers()).toEqual([]);

      await first.page.reload();
      await first.page.getByText(/^Dere kjenner hverandre nå/).waitFor();
      expect([...staff.complaints, ...first.complaints, ...second.complaints]).toEqual([]);
    }, 120_000);
  });
}
