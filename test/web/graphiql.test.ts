import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { buildSchema, parse, validate } from 'graphql';
import type { Browser } from 'playwright-core';
import { EXAMPLES } from '../../apps/web/src/graphiql/examples.js';
import { Running } from '../support/running.js';
import { buildGraphiql, buildPage } from './built-page.js';
import { findChromium, launch } from './chromium.js';
import { emailOf, PASSWORD } from './people.js';
import { Visit, type Look } from './visit.js';

const chromium = findChromium();

describe('the examples of GraphiQL', () => {
  it('are valid', () => {
    const text = readFileSync(new URL('../../apps/api/schema.graphql', import.meta.url), 'utf8');
    for (const example of EXAMPLES) expect(validate(buildSchema(text), parse(example))).toEqual([]);
  });
});

if (chromium !== undefined) {
  describe('GraphiQL in a real browser', () => {
    let running: Running;
    let browser: Browser;
    let tabs: Visit[] = [];
    beforeAll(async () => {
      await Promise.all([buildPage(), buildGraphiql()]);
      running = await Running.start({ BISTROM_DOCUMENTS: 'any' });
      await running.demoPeople(PASSWORD);
      browser = await launch(chromium);
    }, 240_000);
    const open = async (look: Look): Promise<Visit> => {
      const tab = await Visit.open(browser, running.url, look);
      tabs.push(tab);
      return tab;
    };
    afterEach(async () => {
      await Promise.all(tabs.map((one) => one.close()));
      tabs = [];
    });
    afterAll(async () => {
      await browser.close();
      await running.stop();
    });

    it('asks as whoever is signed in on the page, and loads nothing from elsewhere', async () => {
      const tab = await open('light');
      const { page, requests, complaints } = tab;
      await tab.signIn(emailOf('buyer'), PASSWORD);
      await page.getByRole('button', { name: 'Logg ut' }).waitFor();
      await page.goto(`${running.url}/graphql`);
      expect(new URL(page.url()).pathname).toBe('/graphiql/');
      // The editor takes its text after the page is there; without one there is nothing to execute.
      await page.locator('.graphiql-query-editor').getByText('query').first().waitFor();
      await page.getByRole('button', { name: 'Execute query' }).click();
      await page.locator('.graphiql-response').getByText('Tjurmo Bioenergi').waitFor();
      expect(new Set(requests.map((url) => new URL(url).host))).toEqual(new Set([new URL(running.url).host]));
      expect(complaints).toEqual([]);
    });

    it('says where to sign in when nobody is', async () => {
      const tab = await open('dark');
      await tab.page.goto(`${running.url}/graphiql/`);
      await tab.page.getByRole('status').getByRole('link', { name: 'Sign in on the page' }).click();
      await tab.page.getByLabel('E-post').waitFor();
      expect(tab.complaints).toEqual([]);
    });
  });
}
