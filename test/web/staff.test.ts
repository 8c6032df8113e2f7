import { randomUUID } from 'node:crypto';
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { FlowClient } from '../../apps/local/src/flow/client.js';
import { SYSTEM } from '#market';
import { publish, pushed } from '../support/flow.js';
import { Running } from '../support/running.js';
import { buildPage } from './built-page.js';
import { findChromium, launch } from './chromium.js';
import { atTheApi, emailOf, PASSWORD } from './people.js';
import { Visit } from './visit.js';

const chromium = findChromium();
const TABLET = { width: 1024, height: 768 };
const PHONE = { width: 360, height: 740 };
const ADMIN = 'admin@demo.bistrom.example';
const DRAFTS = `mutation ($clusterId: ID!) { letStaffDraft(clusterId: $clusterId, allowed: true) { __typename } }`;

let running: Running;
let browser: Browser;
let visits: Visit[] = [];

const page = (path: string): string => `${running.url}/cluster/scenario-${running.clusterId}/${path}`;

const nextMonth = (): string => new Date(Date.now() + 30 * 86_400_000).toISOString().slice(0, 10);

async function visitAs(email: string, url: string): Promise<Visit> {
  const tab = await Visit.open(browser, running.url, 'light');
  visits.push(tab);
  await tab.signInTo(url, email, PASSWORD);
  return tab;
}

/** A match that waits for an answer since more than a month. */
async function oldMatch(): Promise<void> {
  const [plant, buyer] = [await atTheApi(running, 'plant'), await atTheApi(running, 'buyer')];
  const need = await publish(buyer, 'NEED');
  const offer = await publish(plant, 'OFFER');
  await pushed(buyer.client, need.cursor, offer.listing.id, need.listing.id);
  await running.database.query(`update match set created_at = now() - interval '31 days'`);
}

/** Of the firm that offers; it lets staff begin drafts. */
async function administrator(): Promise<void> {
  const { firmId } = await atTheApi(running, 'plant');
  await running.market.registry.addPerson(SYSTEM, {
    id: randomUUID(),
    name: 'Anne',
    email: ADMIN,
    password: PASSWORD,
    firms: [{ firmId, role: 'firm_admin' }],
    clusters: [],
  });
  const client = await FlowClient.signIn(running.url, ADMIN, PASSWORD);
  await client.ask(DRAFTS, { clusterId: running.clusterId });
}

if (chromium === undefined) {
  it('Chromium is not installed: the pages of staff are not tried', () => {
    expect(findChromium()).toBeUndefined();
  });
} else {
  describe('the pages of staff', () => {
    beforeAll(async () => {
      await buildPage();
      running = await Running.start();
      await running.demoPeople(PASSWORD);
      await Promise.all([oldMatch(), administrator()]);
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

    it('follow a match that waits, from a next step to its end', async () => {
      const tab = await visitAs(emailOf('staff'), page('workbench?tab=unanswered'));
      await tab.page.getByText('Oppfølging: 0 notater, ingen neste steg').click();
      await tab.page.getByRole('textbox', { name: 'Nytt notat' }).fill('Begge vil ha prøver');
      await tab.page.getByRole('button', { name: 'Lagre notat' }).click();
      await tab.sees('Begge vil ha prøver');
      await tab.page.getByRole('button', { name: 'Sett neste steg' }).click();
      await tab.sees('Velg en dag fra i dag av og høyst tre år fram.');
      await tab.page.getByRole('textbox', { name: 'Neste steg' }).fill('Ring Granvåk');
      await tab.page.getByLabel('Innen').fill(nextMonth());
      await tab.page.getByRole('button', { name: 'Sett neste steg' }).click();
      await tab.sees('Oppfølging: 1 notat, ett neste steg');
      expect(await tab.barriers()).toEqual([]);

      await tab.page.getByRole('tab', { name: 'Neste steg' }).click();
      await tab.page.getByRole('heading', { name: 'Ring Granvåk' }).waitFor();
      await tab.page.getByRole('button', { name: 'Gjort: Ring Granvåk' }).first().click();
      await tab.sees('Ingenting venter på dere.');
      expect(tab.page.url()).toContain('tab=tasks');
    });

    it('show how far streams come, what stands in their way, and what is stale', async () => {
      const tab = await visitAs(emailOf('staff'), page('workbench?tab=funnel'));
      await tab.page.getByRole('heading', { name: 'Hvor langt strømmene kommer' }).waitFor();
      expect(await tab.page.getByRole('row', { name: /^Treff/ }).innerText()).toMatch(/^Treff\s+1/);
      await tab.page.getByRole('tab', { name: 'Hva skal til' }).click();
      await tab.sees('Kongsvinger');
      await tab.page.getByRole('tab', { name: 'Hindringer' }).click();
      await tab.sees('Ingen har sagt nei i denne tiden.');
      await tab.page.goto(page('workbench?tab=stale&days=0'));
      await tab.sees('Bedriften lar ikke klyngen redigere. Be den bekrefte selv.');
      expect(await tab.barriers()).toEqual([]);
    });

    it('import a list without its wrong row, and invite the firm that it names', async () => {
      const tab = await visitAs(emailOf('staff'), page('hints?tab=import'));
      const buffer = Buffer.from(
        'Bedrift;Side;Materiale;Kilde\r\nNordsag;har;Tørr treflis;Samtale\r\nTjurmo;?;Bark;\r\n',
      );
      await tab.page.getByLabel('Fil').setInputFiles({ name: 'liste.csv', mimeType: 'text/csv', buffer });
      await tab.page.getByRole('button', { name: 'Se hva filen sier' }).click();
      await tab.sees('1 nytt hint, 0 fra før, 1 rad med feil.');
      await tab.sees('B3');
      expect(await tab.barriers()).toEqual([]);
      await tab.page.getByRole('button', { name: 'Les inn 1 hint' }).click();
      await tab.page.getByRole('link', { name: 'Se hintene' }).click();
      await tab.sees('Tørr treflis');

      await tab.page.getByRole('button', { name: 'Inviter bedriften' }).click();
      const dialog = tab.page.getByRole('dialog');
      expect(await dialog.getByLabel('Bedriftens navn').inputValue()).toBe('Nordsag');
      await dialog.getByLabel('Organisasjonsnummer').fill('914 778 270');
      await dialog.getByLabel('Næringskode').fill('16.10');
      await dialog.getByLabel('Første anlegg').fill('Saga');
      await dialog.getByLabel('Kommunenummer').fill('3401');
      await dialog.getByLabel('E-post til første administrator').fill('kari@nordsag.example');
      await dialog.getByRole('button', { name: 'Send invitasjon' }).click();
      await dialog.getByText('Ni siffer, der det siste er et kontrollsiffer som må stemme.').waitFor();
      await dialog.getByLabel('Organisasjonsnummer').fill('914 778 271');
      await dialog.getByRole('button', { name: 'Send invitasjon' }).click();
      await tab.sees('Invitasjonen til Nordsag er på vei.');
    });

    it('write cards at a meeting, which become drafts, also over a short loss of the net', async () => {
      const tab = await visitAs(emailOf('staff'), page('hints?tab=workshops'));
      await tab.page.setViewportSize(TABLET);
      await tab.page.getByLabel('Navn').fill('Verksted i Kongsvinger');
      await tab.page.getByLabel('Dag').fill('2026-06-15');
      await tab.page.getByRole('button', { name: 'Åpne verkstedet' }).click();
      const text = tab.page.getByLabel('Hva har de?');
      await tab.page.getByLabel('Bedrift').fill('granvåk trelast');
      await text.fill('Tørr treflis');
      await text.press('Enter');
      await tab.sees('«Tørr treflis» ble et utkast hos Granvåk Trelast.');
      await tab.sees('Utkast hos bedriften');

      await tab.page.context().setOffline(true);
      await text.fill('Bark');
      await text.press('Enter');
      await tab.sees('Ikke sendt ennå');
      await tab.page.context().setOffline(false);
      await tab.sees('«Bark» ble et utkast hos Granvåk Trelast.');
      expect(await tab.page.getByText('Ikke sendt ennå').count()).toBe(0);
      expect(await tab.barriers()).toEqual([]);
    });

    it('let an administrator invite a colleague on a phone, and keep the last one', async () => {
      const tab = await visitAs(ADMIN, `${running.url}/members`);
      await tab.page.setViewportSize(PHONE);
      await tab.page.getByLabel('Rollen til Anne').selectOption('Innkjøper');
      await tab.sees('Noen må styre hvem som er med. Gi en annen rollen først.');
      await tab.page.getByRole('textbox', { name: 'E-post' }).fill('ola@granvak.example');
      await tab.page.getByRole('button', { name: 'Send invitasjon' }).click();
      await tab.sees('1 invitasjon venter på svar');
      expect(await tab.barriers()).toEqual([]);

      await tab.page.goto(`${running.url}/hints`);
      const drafts = tab.page.getByRole('switch', { name: 'Scenario får begynne utkast for oss' });
      await drafts.waitFor();
      expect(await drafts.isChecked()).toBe(true);
      expect(await tab.barriers()).toEqual([]);
      expect(await tab.page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(
        PHONE.width,
      );
    });
  });
}
