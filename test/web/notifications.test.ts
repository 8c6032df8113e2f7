import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { Running } from '../support/running.js';
import { buildPage } from './built-page.js';
import { findChromium, launch } from './chromium.js';
import { atTheApi, emailOf, PASSWORD } from './people.js';
import { Visit } from './visit.js';

const chromium = findChromium();

interface Settings {
  readonly viewer: { readonly notificationSettings: readonly { topic: string; rhythm: string }[] };
}

// The absence of a browser is told by the tests of the page.
if (chromium !== undefined) {
  describe('the settings that a notification links to', () => {
    let running: Running;
    let browser: Browser;
    beforeAll(async () => {
      await buildPage();
      running = await Running.start({}, ['api']);
      await running.demoPeople(PASSWORD);
      browser = await launch(chromium);
    }, 240_000);
    afterAll(async () => {
      await browser.close();
      await running.stop();
    });

    it('stand open after signing in, can be used by everybody, and are kept', async () => {
      const visit = await Visit.open(browser, `${running.url}/notifications`, 'dark');
      await visit.signIn(emailOf('buyer'), PASSWORD);
      const matches = visit.page.getByRole('combobox', { name: 'Treff' });
      await matches.waitFor();
      expect(await matches.inputValue()).toBe('DAILY');
      await matches.selectOption('WEEKLY');
      await visit.sees('Lagret.');
      expect(await matches.inputValue()).toBe('WEEKLY');
      expect(await visit.barriers()).toEqual([]);
      expect(visit.complaints).toEqual([]);
      const { client } = await atTheApi(running, 'buyer');
      const { viewer } = await client.ask<Settings>(
        '{ viewer { notificationSettings { topic rhythm } } }',
        {},
      );
      expect(viewer.notificationSettings[0]).toEqual({ topic: 'MATCHES', rhythm: 'WEEKLY' });
      await visit.close();
    }, 60_000);
  });
}
