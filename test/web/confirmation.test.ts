import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { publish } from '../support/flow.js';
import { Running } from '../support/running.js';
import { buildPage } from './built-page.js';
import { findChromium, launch } from './chromium.js';
import { linkToConfirm } from '../support/confirmation.js';

const chromium = findChromium();

// The absence of a browser is told by the tests of the page.
if (chromium !== undefined) {
  describe("the link of a reminder's mail", () => {
    let running: Running;
    let browser: Browser;
    beforeAll(async () => {
      await buildPage();
      running = await Running.start({}, ['api']);
      browser = await launch(chromium);
    }, 240_000);
    afterAll(async () => {
      await browser.close();
      await running.stop();
    });

    it('confirms by one click in a browser that is not signed in, and by nothing less', async () => {
      const member = await running.member('16.10', { latitude: 60.2, longitude: 12.0 });
      const { id } = (await publish(member, 'OFFER', { title: 'Tørr flis fra Magnor' })).listing;
      await running.database.query(`update listing set confirm_by = '2026-12-24' where id = $1`, [id]);
      const stands = async (): Promise<string | undefined> =>
        (
          await running.database.query<{ day: string }>(
            'select confirm_by::text as day from listing where id = $1',
            [id],
          )
        )[0]?.day;
      const link = (await linkToConfirm(running.market, id, running.url)) ?? '';

      const page = await browser.newPage();
      const complaints: string[] = [];
      page.on('pageerror', (error) => complaints.push(error.message));
      await page.goto(link);
      await page.getByRole('heading', { name: 'Tørr flis fra Magnor' }).waitFor();
      await page.getByText('Uten svar tas tilbudet av markedet etter 24. des. 2026.').waitFor();
      expect(page.url()).not.toContain('#');
      expect(await stands()).toBe('2026-12-24');
      await page.getByRole('button', { name: 'Ja, det stemmer fortsatt' }).click();
      await page.getByText('Takk. Oppføringen er bekreftet').waitFor();
      expect(await stands()).not.toBe('2026-12-24');
      expect(complaints).toEqual([]);
      await page.close();

      const second = await browser.newPage();
      await second.goto(`${running.url}/confirm-listing#${'A'.repeat(43)}`);
      await second.getByText('Lenken gjelder ikke lenger.').waitFor();
      await second.close();
    });
  });
}
