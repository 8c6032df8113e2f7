import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { mailText, NOTICE_KINDS, noticeCounts, type Language, type Mail } from '#domain';
import { mailHtml } from './html.js';

const LINK = 'https://bistrom.example/x?token=abc&y=1';
const invitation = {
  kind: 'invitation',
  link: LINK,
  organisation: 'Granvåk Trelast AS',
  invitedBy: 'Kari Tangerud',
  role: 'plant_manager',
} as const satisfies Mail;
const digest: Mail = {
  kind: 'digest',
  rhythm: 'DAILY',
  counts: noticeCounts(NOTICE_KINDS),
  confirmations: [{ dueOn: '2026-12-12', link: 'https://bistrom.example/confirm-listing#abc' }],
  link: 'https://bistrom.example/',
  settingsLink: 'https://bistrom.example/notifications',
  unsubscribeLink: 'https://bistrom.example/unsubscribe/abc',
};
const MAILS: readonly Mail[] = [
  invitation,
  digest,
  { kind: 'verify-address', link: LINK },
  { kind: 'reset-password', link: LINK },
  { kind: 'sign-in-changed', what: 'totp' },
];
const htmlOf = (mail: Mail, language: Language): Promise<string> =>
  mailHtml(mailText(mail, language), language);
const tags = (html: string): readonly string[] => html.match(/<[^>]*>/g) ?? [];
/** What a reader sees, with single blanks; React writes the rest of its signs as they are. */
const read = (html: string): string =>
  html
    .replaceAll(/<[^>]*>/g, ' ')
    .replaceAll('&amp;', '&')
    .replaceAll(/&#x27;/g, "'")
    .replaceAll(/\s+/g, ' ');

describe('a mail as HTML', () => {
  it.each(
    MAILS.flatMap((mail) => (['nb', 'en'] as const).map((language) => [mail.kind, language, mail] as const)),
  )(
    '%s in %s says every sentence of its plain text, and links where that does',
    async (_kind, language, mail) => {
      const said = mailText(mail, language);
      const html = await htmlOf(mail, language);
      expect(html).toContain(`lang="${language}"`);
      for (const sentence of [said.subject, ...said.lines, ...said.after, said.why])
        expect(read(html)).toContain(sentence);
      for (const { label, link } of [...said.choices, ...(said.action === undefined ? [] : [said.action])]) {
        expect(read(html)).toContain(label);
        expect(html).toContain(`href="${link.replaceAll('&', '&amp;')}"`);
      }
    },
  );

  it('loads nothing and runs nothing', async () => {
    for (const mail of MAILS) {
      const html = await htmlOf(mail, 'nb');
      expect(html).not.toMatch(
        /<(script|img|link|iframe|object|video|form)\b|\bsrc=|url\(|@import|@font-face|\bon\w+=/i,
      );
    }
  });

  it('stays one page of the same tags, whatever names people choose', async () => {
    const expected = tags(await htmlOf(invitation, 'en'));
    await fc.assert(
      fc.asyncProperty(
        fc.string({ unit: 'binary' }),
        fc.string({ unit: 'binary' }),
        async (organisation, invitedBy) => {
          const html = await htmlOf({ ...invitation, organisation, invitedBy }, 'en');
          expect(tags(html)).toEqual(expected);
        },
      ),
      { numRuns: 40 },
    );
  });
});
