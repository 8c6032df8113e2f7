import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { accept, propose, publish, pushed } from '../support/flow.js';
import { Running } from '../support/running.js';
import { buildPage } from './built-page.js';
import { findChromium, launch } from './chromium.js';
import { atTheApi, emailOf, PASSWORD } from './people.js';
import { Visit } from './visit.js';

type Person = Awaited<ReturnType<typeof atTheApi>>;

const chromium = findChromium();
const PHONE = { width: 390, height: 844 };

let running: Running;
let browser: Browser;
let visits: Visit[] = [];
let plant: Person;
let buyer: Person;

async function visitAs(who: 'buyer' | 'plant', path: string): Promise<Visit> {
  const visit = await Visit.open(browser, running.url, 'light');
  visits.push(visit);
  await visit.signIn(emailOf(who), PASSWORD);
  await visit.page.getByRole('button', { name: 'Logg ut' }).waitFor();
  await visit.page.goto(`${running.url}${path}`);
  await visit.page.getByRole('button', { name: 'Logg ut' }).waitFor();
  return visit;
}

/** An own pair of listings for each story: what one takes, the other does not miss. */
async function match(): Promise<string> {
  const need = await publish(buyer, 'NEED');
  const offer = await publish(plant, 'OFFER');
  return (await pushed(buyer.client, need.cursor, offer.listing.id, need.listing.id)).match.id;
}

const deed = (page: Page, name: string) => page.getByRole('button', { name, exact: true });

/** The whole of a negotiation's form, as one side fills it in. */
async function fillTerms(page: Page, amount: string, price: string): Promise<void> {
  await page.getByLabel('Mengde', { exact: true }).fill(amount);
  await page.getByLabel('Hvem betaler').selectOption('taker');
  await page.getByLabel('Pris per t').fill(price);
}

// The absence of a browser is told by the tests of the page.
if (chromium !== undefined) {
  describe('a trade in a real browser', () => {
    beforeAll(async () => {
      await buildPage();
      running = await Running.start();
      await running.demoPeople(PASSWORD);
      browser = await launch(chromium);
      [plant, buyer] = [await atTheApi(running, 'plant'), await atTheApi(running, 'buyer')];
    }, 240_000);
    afterEach(async () => {
      await Promise.all(visits.map((one) => one.close()));
      visits = [];
    });
    afterAll(async () => {
      await browser.close();
      await running.stop();
    });

    it('goes from a first word to a verified delivery, in two windows', async () => {
      const id = await match();
      const [buying, giving] = [
        await visitAs('buyer', `/matches/${id}`),
        await visitAs('plant', `/matches/${id}`),
      ];
      await deed(buying.page, 'Foreslå vilkår').click();
      await fillTerms(buying.page, '1000', '250');
      await deed(buying.page, 'Send forslaget').click();
      const amount = buying.page.getByLabel('Mengde', { exact: true });
      await buying.page.getByText('The offer has 100 t per year left').waitFor();
      expect(await amount.getAttribute('aria-invalid')).toBe('true');
      expect(await amount.inputValue()).toBe('1000');
      await amount.fill('60');
      await deed(buying.page, 'Send forslaget').click();
      await buying.sees('Venter på svar fra motparten');

      await giving.sees('Venter på svar fra dere');
      await deed(giving.page, 'Foreslå andre vilkår').click();
      await giving.page.getByLabel('Pris per t').fill('275,5');
      await deed(giving.page, 'Send forslaget').click();

      await buying.page.locator('mark', { hasText: '275,5 NOK per t, mottakeren betaler' }).waitFor();
      await buying.sees('Venter på svar fra dere');
      expect(await deed(buying.page, 'Trekk tilbake').count()).toBe(0);
      expect(await buying.barriers()).toEqual([]);
      await deed(buying.page, 'Godta').click();
      const dialog = buying.page.getByRole('dialog');
      await dialog.getByText('Igjen etterpå').waitFor();
      expect(await dialog.locator('dd').allInnerTexts()).toEqual(['60 t per år', '40 t per år']);
      await deed(buying.page, 'Godta og inngå avtale').click();
      await buying.page.getByRole('heading', { name: 'Leveranser', exact: true }).waitFor();
      await buying.page.getByText(`Fra ${plant.firmName}`).waitFor();
      await giving.page.getByText('Dere er enige, og avtalen er inngått.').waitFor();

      await deed(buying.page, 'Før en leveranse').click();
      await buying.page.getByLabel('Mengde', { exact: true }).fill('24,6');
      await buying.page.getByLabel('Veieseddel eller referanse').fill('V-1');
      await deed(buying.page, 'Før en leveranse').click();
      await buying.sees('Venter på at motparten bekrefter');
      await buying.sees('35,4 t');

      await giving.page.goto(`${running.url}/agreements?view=to-verify`);
      await giving.page.getByRole('cell').getByRole('link').click();
      await deed(giving.page, 'Bekreft').click();
      await giving.sees('Bekreftet av begge');
      await buying.sees('Bekreftet av begge');
      expect([...giving.complaints, ...buying.complaints]).toEqual([]);
    });

    it('takes in a weighbridge’s file, without the row that has a fault', async () => {
      const id = await match();
      const agreementId = await accept(plant.client, await propose(buyer.client, id, '80'));
      const today = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Oslo' }).format(new Date());
      const file = await visitAs('plant', `/deliveries/import?agreement=${agreementId}`);
      const { page } = file;
      await page.getByLabel('Velg en CSV- eller Excel-fil').waitFor();
      expect(await file.barriers()).toEqual([]);
      const rows = [`Dato;Vekt;Enhet;Veieseddel`, `${today};12,5;t;A1`, `${today};tolv;t;A2`];
      await page.getByLabel('Velg en CSV- eller Excel-fil').setInputFiles({
        name: 'juni.csv',
        mimeType: 'text/csv',
        buffer: Buffer.from(rows.join('\r\n')),
      });
      const wrong = page.getByRole('cell').filter({ hasText: 'tolv' });
      await wrong.waitFor();
      expect((await wrong.innerText()).split('\n').length).toBeGreaterThan(1);
      expect(await page.getByRole('row').filter({ hasText: 'A1' }).count()).toBe(0);
      expect(await file.barriers()).toEqual([]);
      await deed(page, 'Før leveransene').click();
      await file.sees('Filen er ført');
      await file.sees('1 rad er ført');
      expect(file.complaints).toEqual([]);
    });

    it('fits a phone, and refuses a file that is none in words of its own', async () => {
      const id = await match();
      const agreementId = await accept(plant.client, await propose(buyer.client, id, '80'));
      const phone = await visitAs('plant', '/agreements');
      const { page } = phone;
      await page.setViewportSize(PHONE);
      await page.locator(`a[href$="${agreementId}"]`).click();
      await page.getByRole('heading', { name: 'Leveranser', exact: true }).waitFor();
      expect(await phone.barriers()).toEqual([]);
      const isWider = 'document.documentElement.scrollWidth > document.documentElement.clientWidth';
      expect(await page.evaluate(isWider)).toBe(false);
      await page.getByRole('link', { name: 'Fra fil' }).click();
      await page.getByLabel('Velg en CSV- eller Excel-fil').setInputFiles({
        name: 'juni.csv',
        mimeType: 'text/csv',
        buffer: Buffer.from([0x25, 0x50, 0x44, 0x46, 0x2d, 0x31, 0x2e, 0x37, 0, 0, 1, 2]),
      });
      await page.getByRole('alert').getByText('Filen er ikke av et slag vi leser.').waitFor();
      expect(await page.evaluate(isWider)).toBe(false);
    });
  });
}
