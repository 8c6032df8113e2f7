import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { pino } from 'pino';
import type { Mail } from '#domain';
import { SYSTEM, type MailMessage } from '#market';
import {
  sendMail,
  tendMails,
  warnOfWaiting,
  wayOf,
  type MailParts,
  type Way,
} from '../../apps/worker/src/mail/send.js';
import { openSmtp } from '../../apps/worker/src/mail/smtp.js';
import { readConfig } from '#config';
import { MailServer } from '../support/mail-server.js';
import { World } from '../support/world.js';

const FROM = { name: 'Bistrøm på Østlandet', address: 'post@bistrom.example' };
/** Longer than a line of mail may be, with signs that quoted-printable and HTML write otherwise. */
const LINK = `https://bistrom.example/reset?token=${'s3cret='.repeat(30)}&x=1`;
const RESET: Mail = { kind: 'reset-password', link: LINK };

let world: World;
let server: MailServer;
const logged: string[] = [];
const log = pino({ level: 'trace' }, { write: (line) => void logged.push(line) });

beforeAll(async () => {
  world = await World.open();
});
afterAll(() => world.close());
beforeEach(async () => {
  server = await MailServer.start();
  logged.length = 0;
  await world.database.query('delete from mail');
  await world.database.query('delete from job_request');
});
afterEach(() => server.stop());

const parts = (way: Way = openSmtp({ url: server.url, from: FROM })): MailParts => ({
  market: world.market,
  way,
  webUrl: 'https://bistrom.example',
  log,
});

/** Queues a mail. @returns its id */
async function queued(over: Partial<MailMessage> = {}): Promise<string> {
  await world.market.mails.queue(SYSTEM, {
    to: 'kåre@granvåk.example',
    language: 'nb',
    mail: RESET,
    ...over,
  });
  const [row] = await world.database.query<{ id: string }>(
    'select id from mail order by asked_at desc limit 1',
  );
  return row?.id ?? '';
}

interface Row {
  readonly state: string;
  readonly facts: unknown;
  readonly reason: string | null;
  readonly tries: number;
  readonly sent: boolean;
}
async function rowOf(id: string): Promise<Row | undefined> {
  const rows = await world.database.query<Row>(
    'select state, facts, reason, tries, sent_at is not null as sent from mail where id = $1',
    [id],
  );
  return rows[0];
}
const jobs = async (): Promise<number> =>
  (await world.database.query(`select from job_request where name = 'send-mail' and done_at is null`)).length;
/** As if the time of its next try had come. */
const letBeDue = (id: string) =>
  world.database.query('update mail set due_at = clock_timestamp() where id = $1', [id]);

describe('a mail as it is received', () => {
  it('has both parts, whole links, æøå, and the headers of a mail that nobody is to answer', async () => {
    const id = await queued({ to: 'kaare@granvaak.example' });
    await sendMail(parts(), id);
    const [received] = server.received;
    const mail = received?.mail;
    const header = (key: string) =>
      mail?.headers.filter((one) => one.key === key).map((one) => one.value) ?? [];
    expect(received?.to).toEqual(['kaare@granvaak.example']);
    expect(mail).toMatchObject({
      from: FROM,
      to: [{ address: 'kaare@granvaak.example' }],
      subject: 'Velg nytt passord',
      messageId: `<${id}@bistrom.example>`,
    });
    expect(mail?.text?.split('\n')).toContain(LINK);
    expect(mail?.text).toContain('Du får denne e-posten fordi');
    expect(mail?.html).toContain(`href="${LINK.replaceAll('&', '&amp;')}"`);
    expect(mail?.html).toContain('Du får denne e-posten fordi');
    expect(header('auto-submitted')).toEqual(['auto-generated']);
    expect(header('content-language')).toEqual(['nb']);
    expect(header('list-unsubscribe')).toEqual([]);
    expect(header('content-type').join()).toMatch(/^multipart\/alternative/);
    // RFC 5322, 2.1.1: a line is at most 998 octets long
    expect(
      Math.max(...(received?.raw.split('\r\n') ?? []).map((line) => Buffer.byteLength(line))),
    ).toBeLessThan(998);
  });

  it('is written in the language asked for', async () => {
    await sendMail(parts(), await queued({ language: 'en', to: 'a@b.example' }));
    expect(server.received[0]?.mail.subject).toBe('Choose a new password');
    expect(server.received[0]?.mail.html).toMatch(/<html[^>]* lang="en"/);
  });

  it('reaches addresses with æøå, before and after the @', async () => {
    await sendMail(parts(), await queued({ to: 'kåre@granvåk.example' }));
    expect(server.received[0]?.to).toEqual(['kåre@granvåk.example']);
  });

  it('cannot be given a header or a receiver by a name', async () => {
    const mail: Mail = {
      kind: 'invitation',
      link: 'https://bistrom.example/i',
      organisation: 'Ås\r\nBcc: all@x.example\r\n\r\n<script>alert(1)</script>',
      invitedBy: 'Kåre\nReply-To: evil@x.example',
      role: 'buyer',
    };
    await sendMail(parts(), await queued({ to: 'a@b.example', mail }));
    const [received] = server.received;
    expect(received?.to).toEqual(['a@b.example']);
    const keys = received?.mail.headers.map((one) => one.key);
    expect(keys).not.toContain('bcc');
    expect(keys).not.toContain('reply-to');
    expect(received?.mail.subject).toMatch(/^Invitasjon til Ås Bcc all x. example script/);
    expect(received?.mail.html).not.toContain('<script');
  });

  it.each(['a@b.example\r\nBcc: c@d.example', 'a@b.example, c@d.example', 'A <a@b.example>', ''])(
    'is not queued to %j',
    async (to) => {
      await expect(queued({ to })).rejects.toThrow('this is none');
    },
  );

  it('is not queued with a link that leads to no page, and the error does not quote it', async () => {
    const mail: Mail = { kind: 'reset-password', link: 'javascript:s3cret' };
    await expect(queued({ mail })).rejects.toThrow(/^(?!.*s3cret).*http/);
  });
});

describe('sending', () => {
  it('forgets the facts once the server has accepted, and never sends again', async () => {
    const id = await queued();
    await sendMail(parts(), id);
    expect(await rowOf(id)).toEqual({ state: 'SENT', facts: null, reason: null, tries: 1, sent: true });
    await sendMail(parts(), id);
    expect(server.received).toHaveLength(1);
  });

  it('is one mail when two workers have the job at once', async () => {
    const id = await queued();
    const both = await Promise.allSettled([sendMail(parts(), id), sendMail(parts(), id)]);
    expect(both.map((one) => one.status).sort()).toEqual(['fulfilled', 'rejected']);
    expect(server.received).toHaveLength(1);
  });

  it('tries again after a 451, and then sends once', async () => {
    server.answers.push({ at: 'DATA', code: 451, text: '4.3.0 Try again later' });
    const id = await queued();
    await expect(sendMail(parts(), id)).rejects.toThrow('451 4.3.0 at DATA');
    expect(await rowOf(id)).toMatchObject({
      state: 'WAITING',
      facts: RESET,
      tries: 1,
      reason: '451 4.3.0 at DATA',
    });
    await sendMail(parts(), id);
    expect(server.received).toHaveLength(1);
    expect(await rowOf(id)).toMatchObject({ state: 'SENT', facts: null, tries: 2 });
  });

  it('gives up at a 550, with a reason that quotes neither server nor mail', async () => {
    server.answers.push({ at: 'RCPT TO', code: 550, text: `5.1.1 No such user, see ${LINK}` });
    const id = await queued();
    await sendMail(parts(), id);
    expect(await rowOf(id)).toEqual({
      state: 'FAILED',
      facts: null,
      reason: '550 5.1.1 at RCPT TO',
      tries: 1,
      sent: false,
    });
    expect(await world.market.mails.counts(SYSTEM)).toEqual({ waiting: 0, failed: 1 });
    await sendMail(parts(), id);
    expect(server.received).toHaveLength(0);
    expect(logged.join('')).toContain('550 5.1.1');
    expect(logged.join('')).not.toMatch(/s3cret|granvåk/);
  });

  it('sends the very same message again when it was not noted that it went', async () => {
    const id = await queued();
    const { mails } = world.market;
    const way = openSmtp({ url: server.url, from: FROM });
    const taken = await mails.take(SYSTEM, id);
    if (typeof taken === 'string') throw new Error(`Should be taken, is ${taken}.`);
    // The worker dies here.
    await way(taken);
    await expect(sendMail(parts(way), id)).rejects.toThrow('somebody else');
    await letBeDue(id);
    await sendMail(parts(way), id);
    const [first, second] = server.received.map(({ mail }) => mail);
    expect(server.received).toHaveLength(2);
    expect(second?.messageId).toBe(`<${id}@bistrom.example>`);
    expect([second?.messageId, second?.date, second?.text]).toEqual([
      first?.messageId,
      first?.date,
      first?.text,
    ]);
  });
});

describe('a server that is not well', () => {
  it('is asked again in minutes after the fifth try, by the clock and not by the queue', async () => {
    const id = await queued();
    server.answers.push(
      ...Array.from({ length: 5 }, () => ({ at: 'RCPT TO', code: 450, text: 'Grey' }) as const),
    );
    for (let tries = 1; tries < 5; tries += 1) {
      await expect(sendMail(parts(), id)).rejects.toThrow('450 at RCPT TO');
    }
    await sendMail(parts(), id);
    expect(await rowOf(id)).toMatchObject({ state: 'WAITING', tries: 5 });
    await world.database.query('update job_request set done_at = now()');
    await tendMails(parts());
    expect(await jobs()).toBe(0);
    const [{ seconds } = { seconds: 0 }] = await world.database.query<{ seconds: number }>(
      'select extract(epoch from due_at - clock_timestamp())::float8 as seconds from mail',
    );
    // 240 · 2⁰, less the moments since
    expect(seconds).toBeGreaterThan(180);
    expect(seconds).toBeLessThanOrEqual(240);
    await letBeDue(id);
    await tendMails(parts());
    await tendMails(parts());
    expect(await jobs()).toBe(1);
    await sendMail(parts(), id);
    expect(await rowOf(id)).toMatchObject({ state: 'SENT', tries: 6 });
  });

  it('is given up after three days, and the link with it', async () => {
    const id = await queued();
    server.answers.push({ at: 'DATA', code: 421, text: '4.3.2 Going down' });
    await expect(sendMail(parts(), id)).rejects.toThrow('421');
    await world.database.query(`update mail set asked_at = now() - interval '73 hours'`);
    await tendMails(parts());
    expect(await rowOf(id)).toMatchObject({ state: 'FAILED', facts: null, reason: '421 4.3.2 at DATA' });
    await world.database.query(`update mail set asked_at = now() - interval '31 days'`);
    await tendMails(parts());
    expect(await rowOf(id)).toBeUndefined();
  });

  it('is not waited for beyond the lease when it says nothing', async () => {
    server.beforeAnswer = () => new Promise((resolve) => setTimeout(resolve, 1500));
    const id = await queued();
    const way = openSmtp({ url: server.url, from: FROM }, 300);
    await expect(sendMail(parts(way), id)).rejects.toThrow('EABORT');
    expect(await rowOf(id)).toMatchObject({ state: 'WAITING', tries: 1 });
  });

  it('costs no mail when it refuses our password, and the password is not told', async () => {
    const guarded = await MailServer.start({ password: 'right' });
    const id = await queued();
    const url = guarded.url.replace('smtp://', 'smtp://bistrom:hunter2@');
    await expect(sendMail(parts(openSmtp({ url, from: FROM })), id)).rejects.toThrow(/^535 at AUTH/);
    await sendMail(parts(openSmtp({ url: url.replace('hunter2', 'right'), from: FROM })), id);
    expect(guarded.received).toHaveLength(1);
    expect(logged.join('')).not.toMatch(/hunter2/);
    await guarded.stop();
  });

  it('gets nothing in the clear unless it is on this machine, or the operator says so', async () => {
    const elsewhere = await MailServer.start({ host: '127.0.0.2' });
    const id = await queued();
    await expect(sendMail(parts(openSmtp({ url: elsewhere.url, from: FROM })), id)).rejects.toThrow(
      /ETLS|STARTTLS/,
    );
    expect(elsewhere.received).toHaveLength(0);
    await sendMail(parts(openSmtp({ url: `${elsewhere.url}?ignoreTLS=true`, from: FROM })), id);
    expect(elsewhere.received).toHaveLength(1);
    await elsewhere.stop();
  });
});

describe('where mails go', () => {
  const config = { DATABASE_URL: 'postgres://x' };
  const demo = JSON.stringify({ password: 'x', logins: [] });

  it('is a server where one is set, else the local mailbox, else nowhere', () => {
    const smtp = { SMTP_URL: server.url, MAIL_FROM: 'a@b.example' };
    expect(typeof wayOf(readConfig({ ...config, ...smtp, BISTROM_DEMO: demo }))).toBe('function');
    expect(wayOf(readConfig({ ...config, BISTROM_DEMO: demo }))).toBe('mailbox');
    expect(wayOf(readConfig(config))).toBe('wait');
  });

  it('nowhere: mails wait, the start says so, none is kept for show; once there is a server, they go', async () => {
    const id = await queued();
    await sendMail(parts('wait'), id);
    await world.database.query('update job_request set done_at = now()');
    await tendMails(parts('wait'));
    expect(await jobs()).toBe(0);
    await warnOfWaiting(parts('wait'));
    expect(JSON.parse(logged[0] ?? '{}')).toMatchObject({
      waiting: 1,
      msg: expect.stringContaining('SMTP_URL'),
    });
    expect(await world.market.mails.mailbox(SYSTEM)).toEqual([]);
    await tendMails(parts());
    expect(await jobs()).toBe(1);
    await sendMail(parts(), id);
    expect(server.received).toHaveLength(1);
  });
});
