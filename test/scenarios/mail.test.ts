import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { SYSTEM } from '#market';
import { MailServer } from '../support/mail-server.js';
import { Running } from '../support/running.js';

const INVITATION = {
  kind: 'invitation',
  link: 'https://bistrom.example/invitation?token=abc&x=1',
  organisation: 'Sag & Høvel <script>alert(1)</script>',
  invitedBy: 'Kåre',
  role: 'buyer',
} as const;

describe('a mail from the outbox to the mail server', () => {
  let server: MailServer;
  let running: Running;
  beforeAll(async () => {
    server = await MailServer.start();
    running = await Running.start({ SMTP_URL: server.url, MAIL_FROM: 'Bistrøm <post@bistrom.example>' });
  }, 60_000);
  afterAll(async () => {
    await running.stop();
    await server.stop();
  });

  const states = () =>
    running.database.query<{ state: string; facts: unknown }>(
      'select state, facts from mail order by asked_at',
    );
  const allSent = async (): Promise<void> => {
    while ((await states()).some((one) => one.state !== 'SENT'))
      await new Promise((next) => setTimeout(next, 50));
  };

  it('is sent by the worker, after a 451 too', async () => {
    server.answers.push({ at: 'DATA', code: 451, text: '4.3.0 Try again later' });
    await running.market.mails.queue(SYSTEM, { to: 'a@b.example', language: 'nb', mail: INVITATION });
    const [received] = await server.have(1);
    expect(received?.mail.subject).toBe('Invitasjon til Sag & Høvel script alert(1) script på Bistrøm');
    await allSent();
    expect(server.received).toHaveLength(1);
    expect(await states()).toEqual([{ state: 'SENT', facts: null }]);
  }, 60_000);

  it('is the same message again when the worker is killed before it could note that it went', async () => {
    server.beforeAnswer = async () => {
      server.beforeAnswer = () => Promise.resolve();
      await running.kill('worker');
    };
    await running.market.mails.queue(SYSTEM, { to: 'c@d.example', language: 'en', mail: INVITATION });
    await server.have(2);
    await running.run('worker');
    const [, first, second] = await server.have(3);
    expect(second?.mail.messageId).toBe(first?.mail.messageId);
    await allSent();
    expect(server.received).toHaveLength(3);
  }, 120_000);

  it('is shown nowhere: there is no mailbox page', async () => {
    expect((await fetch(`${running.url}/mailbox`)).status).toBe(404);
    expect((await fetch(`${running.url}/mailbox/style.css`)).status).toBe(404);
  });
});

describe('the mailbox of a local installation', () => {
  let running: Running;
  beforeAll(async () => {
    running = await Running.start({ BISTROM_DEMO: JSON.stringify({ password: 'for a test', logins: [] }) });
  }, 60_000);
  afterAll(() => running.stop());

  it('shows what would have gone out, with the link to follow, and nothing of a name as HTML', async () => {
    await running.market.mails.queue(SYSTEM, { to: "o'neil@b.example", language: 'nb', mail: INVITATION });
    let page = '';
    while (!page.includes('<article')) page = await (await fetch(`${running.url}/mailbox`)).text();
    expect(page).toContain('Invitasjon til Sag &amp; Høvel script alert(1) script på Bistrøm');
    expect(page).toContain('o&#39;neil@b.example');
    expect(page).toContain(
      '<a href="https://bistrom.example/invitation?token=abc&amp;x=1" rel="noreferrer">',
    );
    expect(page).not.toMatch(/<script|style=/);
  }, 60_000);

  it('is kept by no browser and runs nothing', async () => {
    const { headers } = await fetch(`${running.url}/mailbox`);
    expect(headers.get('cache-control')).toBe('no-store');
    expect(headers.get('content-type')).toBe('text/html; charset=utf-8');
    expect(headers.get('content-security-policy')).toContain("default-src 'none'");
    expect(headers.get('content-security-policy')).not.toContain('unsafe-inline');
    const style = await fetch(`${running.url}/mailbox/style.css`);
    expect(style.headers.get('content-type')).toBe('text/css; charset=utf-8');
  });
});
