import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { Language, Mail } from './mail.js';
import { escapeHtml, mailText } from './text.js';

const LINK = 'https://bistrom.example/x?token=abc&y=1';
const invitation = {
  kind: 'invitation',
  link: LINK,
  organisation: 'Granvåk Trelast AS',
  invitedBy: 'Kari Tangerud',
  role: 'plant_manager',
} as const satisfies Mail;

/** One of each kind; the compiler asks for a new one when there is a new kind. */
const KINDS: { readonly [K in Mail['kind']]: readonly Extract<Mail, { kind: K }>[] } = {
  'verify-address': [{ kind: 'verify-address', link: LINK }],
  'reset-password': [{ kind: 'reset-password', link: LINK }],
  invitation: (['firm_admin', 'plant_manager', 'buyer', 'cluster_staff', 'auditor'] as const).map((role) => ({
    ...invitation,
    role,
  })),
  'sign-in-changed': (['password', 'passkey', 'totp', 'address'] as const).map((what) => ({
    kind: 'sign-in-changed',
    what,
  })),
  'webhook-disabled': (['GONE', 'FAILED', 'SILENT'] as const).map((reason) => ({
    kind: 'webhook-disabled',
    organisation: 'Granvåk Trelast AS',
    endpoint: 'Vekt på Ås',
    reason,
  })),
};
const MAILS: readonly Mail[] = Object.values(KINDS).flat();
const LANGUAGES: readonly Language[] = ['nb', 'en'];

describe('mailText', () => {
  it('example: a sign-in that has changed', () => {
    expect(mailText({ kind: 'sign-in-changed', what: 'password' }, 'en').subject).toBe(
      'Your sign-in has changed',
    );
  });

  it.each(
    MAILS.flatMap((mail) => LANGUAGES.map((language) => [JSON.stringify(mail), language, mail] as const)),
  )('%s in %s says what it is and why, in both parts', (_name, language, mail) => {
    const { subject, text, html, why } = mailText(mail, language);
    expect(subject).not.toBe('');
    expect(why).toMatch(
      language === 'nb' ? /^Du får denne e-posten fordi / : /^You get this e-mail because /,
    );
    expect(text.trimEnd().endsWith(why)).toBe(true);
    expect(html).toContain(escapeHtml(why));
    expect(html).toContain(`<html lang="${language}">`);
    expect(`${subject}${text}${html}`).not.toMatch(/undefined|null|\[object/);
    if (!('link' in mail)) return;
    expect(text.split('\n')).toContain(mail.link);
    expect(html).toContain(`href="${escapeHtml(mail.link)}"`);
  });

  it('is written in one language alone: no sentence of a kind is the same in both', () => {
    for (const mail of MAILS) {
      const [nb, en] = LANGUAGES.map((language) => mailText(mail, language));
      const common = nb?.text.split('\n').filter((line) => en?.text.split('\n').includes(line));
      expect(common?.filter((line) => !['', '-- ', 'Bistrøm', LINK].includes(line))).toEqual([]);
    }
  });

  it('tells who invites to what, as what', () => {
    expect(mailText(invitation, 'nb')).toMatchObject({
      subject: 'Invitasjon til Granvåk Trelast AS på Bistrøm',
      text: expect.stringContaining(
        'Kari Tangerud inviterer deg til Bistrøm for Granvåk Trelast AS, som driftsleder.',
      ),
    });
  });

  it('stays one subject line and one well-formed page, whatever names people choose', () => {
    const tags = (html: string): string[] => html.match(/<[^>]*>/g) ?? [];
    const expected = tags(mailText(invitation, 'en').html);
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.string({ unit: 'binary' }), (organisation, invitedBy) => {
        const { subject, html } = mailText({ ...invitation, organisation, invitedBy }, 'en');
        expect(subject).not.toMatch(/\p{Cc}/u);
        expect(tags(html)).toEqual(expected);
      }),
    );
  });
});

describe('escapeHtml', () => {
  it('example: the signs of a tag', () => {
    expect(escapeHtml('Sag & <Høvel>')).toBe('Sag &amp; &lt;Høvel&gt;');
  });

  it('leaves no sign that ends a text or a quoted attribute', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        expect(escapeHtml(text).replaceAll(/&(amp|lt|gt|quot|#39);/g, '')).not.toMatch(/[<>"'&]/);
      }),
    );
  });
});
