import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { NOTICE_KINDS, noticeCounts, NOTICES } from '../notification/notification.js';
import { linksOf, type Digest, type Language, type Mail } from './mail.js';
import { mailText } from './text.js';

const LINK = 'https://bistrom.example/x?token=abc&y=1';
const invitation = {
  kind: 'invitation',
  link: LINK,
  organisation: 'Granvåk Trelast AS',
  invitedBy: 'Kari Tangerud',
  role: 'plant_manager',
} as const satisfies Mail;

const DIGEST: Digest = {
  kind: 'digest',
  rhythm: 'WEEKLY',
  counts: [{ kind: 'MATCH_FOUND', count: 1 }],
  confirmations: [{ dueOn: '2026-12-12', link: 'https://bistrom.example/confirm-listing#abc' }],
  link: LINK,
  settingsLink: 'https://bistrom.example/notifications',
  unsubscribeLink: 'https://bistrom.example/unsubscribe/abc',
};

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
  digest: [{ ...DIGEST, counts: noticeCounts([...NOTICE_KINDS, ...NOTICE_KINDS]) }, DIGEST],
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
  )('%s in %s says what it is and why', (_name, language, mail) => {
    const { subject, text, why } = mailText(mail, language);
    expect(subject).not.toBe('');
    expect(why).toMatch(
      language === 'nb' ? /^Du får denne e-posten fordi / : /^You get this e-mail because /,
    );
    expect(text.trimEnd().endsWith(why)).toBe(true);
    expect(`${subject}${text}`).not.toMatch(/undefined|null|\[object/);
    for (const link of linksOf(mail)) expect(text).toContain(link);
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

  it('stays one subject line, whatever names people choose', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.string({ unit: 'binary' }), (organisation, invitedBy) => {
        const { subject } = mailText({ ...invitation, organisation, invitedBy }, 'en');
        expect(subject).not.toMatch(/\p{Cc}/u);
      }),
    );
  });
});

describe('a digest', () => {
  it('says how many of what kind, one and several', () => {
    const counts = noticeCounts(['WATCH_FOUND', 'MATCH_FOUND', 'WATCH_FOUND']);
    expect(mailText({ ...DIGEST, counts }, 'nb')).toMatchObject({
      subject: 'Nytt i innboksen din på Bistrøm',
      lines: [
        'Nytt og ulest i innboksen din på Bistrøm:',
        '1 nytt treff',
        '2 nye funn fra overvåkingene dine',
      ],
      why: 'Du får denne e-posten fordi varsler om treff, overvåkinger kommer til deg hver uke, for en bedrift du handler for.',
    });
  });

  it('carries nothing but counts, kinds, rhythm and links: the rest of it is the same for everybody', () => {
    const kinds = fc.array(fc.constantFrom(...NOTICE_KINDS), { minLength: 1 });
    fc.assert(
      fc.property(kinds, fc.constantFrom('nb' as const, 'en' as const), (all, language) => {
        const counts = noticeCounts(all);
        const { text } = mailText({ ...DIGEST, counts }, language);
        const said = counts.map(
          ({ kind, count }) => `${count} ${NOTICES[kind][language][count === 1 ? 0 : 1]}`,
        );
        const rest = text.split('\n').filter((line) => !said.includes(line));
        const other = mailText({ ...DIGEST, counts: [] }, language).text.split('\n');
        const isNew = (line: string): boolean => !other.includes(line) && !/^(Du får|You get) /.test(line);
        expect(rest.filter(isNew)).toEqual([]);
      }),
    );
  });

  it('can be turned off, and leads to where it was chosen; what is about an account cannot', () => {
    expect(mailText(DIGEST, 'en').choices.map(({ link }) => link)).toEqual([
      ...DIGEST.confirmations.map(({ link }) => link),
      DIGEST.unsubscribeLink,
      DIGEST.settingsLink,
    ]);
    expect(mailText(invitation, 'en').choices).toEqual([]);
  });
});
