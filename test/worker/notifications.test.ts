import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { pino } from 'pino';
import type { Email } from 'postal-mime';
import { readConfig } from '#config';
import { SYSTEM } from '#market';
import { sendMail, sendNotifications, type MailParts, type Way } from '../../apps/worker/src/mail/send.js';
import { openSmtp } from '../../apps/worker/src/mail/smtp.js';
import { MailServer } from '../support/mail-server.js';
import { ok, tonnes, World, type WorldFirm } from '../support/world.js';

const FROM = { name: 'Bistrøm', address: 'post@bistrom.example' };
/** What nobody may read in a mail: all of it is known to the person it goes to. */
const CANARIES = /Magnor|flis|wood-chips|137[.,]1379|Granvåk|Tjurmo|ønskelisten|Kongsvinger|22 47 11/i;

let world: World;
let server: MailServer;
let giver: WorldFirm;
let watcher: WorldFirm;
beforeEach(async () => {
  server = await MailServer.start();
  world = await World.open();
  world.now = new Date();
  giver = await world.firm({ name: 'Granvåk Trelast', naceCode: '16.10' });
  watcher = await world.firm({ name: 'Tjurmo Bioenergi', naceCode: '35.30' });
  const terms = {
    name: 'ønskelisten',
    side: 'OFFER',
    materialCodes: ['wood-chips'],
    areas: [],
    properties: [],
  };
  ok(await world.market.watches.save(watcher.actor, { ...terms, side: 'OFFER', crossIndustryOnly: false }));
  await world.publish(giver, 'OFFER', {
    title: 'Tørr flis fra Magnor',
    description: 'Kontakt Granvåk på 22 47 11 00',
    quantity: tonnes('137.1379'),
  });
  await world.work();
});
afterEach(async () => {
  await world.close();
  await server.stop();
});

const parts = (way: Way = openSmtp({ url: server.url, from: FROM })): MailParts => ({
  market: world.market,
  way,
  webUrl: 'https://bistrøm.example/',
  log: pino({ enabled: false }),
});
const queued = () => world.database.query<{ id: string }>(`select id from mail where kind = 'digest'`);
async function received(): Promise<Email> {
  await sendNotifications(parts());
  for (const { id } of await queued()) await sendMail(parts(), id);
  const [mail, ...others] = server.received;
  expect(others).toEqual([]);
  if (mail === undefined) throw new Error('No mail came.');
  return mail.mail;
}
const header = (mail: Email, key: string): readonly string[] =>
  mail.headers.filter((one) => one.key === key).map((one) => one.value);

describe('a notification as it is received', () => {
  it('can be turned off by one click, says why it came, and leads to the settings', async () => {
    const mail = await received();
    expect(mail.subject).toBe('Nytt i innboksen din på Bistrøm');
    const [link = ''] = header(mail, 'list-unsubscribe');
    // ø is not written in a header, and the same host in Punycode (RFC 3492) is
    expect(link).toMatch(/^<https:\/\/xn--bistrm-fya\.example\/unsubscribe\/[\w-]{43}>$/);
    expect(header(mail, 'list-unsubscribe-post')).toEqual(['List-Unsubscribe=One-Click']);
    expect(header(mail, 'auto-submitted')).toEqual(['auto-generated']);
    const why =
      'Du får denne e-posten fordi varsler om overvåkinger kommer til deg med en gang, for en bedrift du handler for.';
    for (const part of [mail.text ?? '', mail.html ?? '']) {
      expect(part).toContain(why);
      expect(part).toContain('1 nytt funn fra overvåkingene dine');
      expect(part).toContain('https://bistrøm.example/notifications');
      expect(part).toContain(new URL(link.slice(1, -1)).pathname);
    }
  });

  it('is in English for whom that is chosen', async () => {
    await world.database.query(`update auth."user" set "language" = 'en'`);
    const mail = await received();
    expect(mail.subject).toBe('News in your inbox on Bistrøm');
    expect(mail.text).toContain('1 new find of your watches');
    expect(mail.html).toMatch(/<html[^>]* lang="en"/);
    expect(header(mail, 'content-language')).toEqual(['en']);
  });

  it('holds no word, name or amount of what it tells of, in no header and no part', async () => {
    await received();
    const [{ raw, mail } = { raw: '', mail: undefined }] = server.received;
    expect(`${raw}${mail?.subject}${mail?.text}${mail?.html}`).not.toMatch(CANARIES);
    const kept = await world.database.query(
      'select to_jsonb(m) as mail from mail m union all select to_jsonb(n) from notification n',
    );
    expect(JSON.stringify(kept)).not.toMatch(CANARIES);
    expect(kept).toHaveLength(2);
  });

  it('is not made where mails have nowhere to go, so that nothing stale is sent later', async () => {
    const nowhere = readConfig({ DATABASE_URL: 'postgres://x' });
    expect(nowhere.mail).toBeUndefined();
    await sendNotifications(parts('wait'));
    expect(await queued()).toEqual([]);
    expect(await world.market.mails.counts(SYSTEM)).toEqual({ waiting: 0, failed: 0 });
  });
});
