import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { mailsTo } from '../support/mailed.js';
import { Running } from '../support/running.js';
import { buildPage } from './built-page.js';
import { findChromium, launch } from './chromium.js';

const chromium = findChromium();
const INVITE =
  'mutation ($input: InviteStaffInput!) { inviteStaff(input: $input) { __typename ... on UserError { message } } }';
const EMAIL = 'ny@test.example';

// The absence of a browser is told by the tests of the page.
if (chromium !== undefined) {
  describe('the link of an invitation', () => {
    let running: Running;
    let browser: Browser;
    beforeAll(async () => {
      await buildPage();
      // Without a worker the mail waits, and its link with it.
      running = await Running.start({}, ['api']);
      browser = await launch(chromium);
    }, 240_000);
    afterAll(async () => {
      await browser.close();
      await running.stop();
    });

    it('makes an account in a browser, once, and signs it in', async () => {
      const staff = await running.staff();
      const input = { clusterId: running.clusterId, email: EMAIL, role: 'AUDITOR', language: 'NB' };
      const { inviteStaff } = await staff.ask<{ inviteStaff: { __typename: string } }>(INVITE, { input });
      expect(inviteStaff.__typename).toBe('InvitationSent');
      const [mail] = await mailsTo(running.database, EMAIL, 1);
      const link = mail?.link ?? '';

      const page = await browser.newPage();
      const complaints: string[] = [];
      page.on('pageerror', (error) => complaints.push(error.message));
      await page.goto(link);
      await page.getByText('Scenario inviterer deg inn i Bistrøm som revisor.').waitFor();
      expect(await page.getByLabel('E-post').inputValue()).toBe(EMAIL);
      await page.getByLabel('Navnet ditt').fill('Ny Revisor');
      await page.getByLabel('Velg et passord, minst 12 tegn').fill('et langt og godt passord');
      await page.getByRole('button', { name: 'Bli med' }).click();
      await page.getByRole('button', { name: 'Logg ut' }).waitFor();
      await page.getByText('Ny Revisor').first().waitFor();
      expect(complaints).toEqual([]);
      await page.close();

      const second = await browser.newPage();
      await second.goto(link);
      await second.getByText('Invitasjonen finnes ikke, er brukt, trukket tilbake eller utløpt.').waitFor();
      await second.close();
    });
  });
}
