import type { ClusterRole, FirmRole } from '../access/roles.js';
import {
  NOTICES,
  topicsOf,
  type NotificationTopic,
  type SendingRhythm,
} from '../notification/notification.js';
import { assertNever } from '../problem.js';
import { inMail, type Digest, type Language, type Mail } from './mail.js';

export interface LabelledLink {
  readonly label: string;
  readonly link: string;
}

/** What a mail says, before it is set as text or HTML. */
export interface Wording {
  readonly subject: string;
  readonly lines: readonly string[];
  readonly action?: LabelledLink;
  readonly after: readonly string[];
  /** What can be done about getting such mails; none where they cannot be turned off. */
  readonly choices: readonly LabelledLink[];
  /** Why the receiver gets this mail, and what to do when it was not meant for him or her. */
  readonly why: string;
}

type Disabled = Extract<Mail, { kind: 'webhook-disabled' }>['reason'];
type Changed = Extract<Mail, { kind: 'sign-in-changed' }>['what'];

const ROLES: Readonly<Record<Language, Readonly<Record<FirmRole | ClusterRole, string>>>> = Object.freeze({
  nb: {
    firm_admin: 'administrator',
    plant_manager: 'driftsleder',
    buyer: 'innkjøper',
    cluster_staff: 'klyngeansatt',
    auditor: 'revisor',
  },
  en: {
    firm_admin: 'administrator',
    plant_manager: 'plant manager',
    buyer: 'buyer',
    cluster_staff: 'cluster staff',
    auditor: 'auditor',
  },
});

const CHANGED: Readonly<Record<Language, Readonly<Record<Changed, string>>>> = Object.freeze({
  nb: {
    password: 'Passordet ditt på Bistrøm er endret.',
    passkey: 'Passnøklene dine på Bistrøm er endret: en er lagt til eller fjernet.',
    totp: 'Engangskoder ved innlogging på Bistrøm er slått på eller av.',
    address: 'E-postadressen du logger inn med på Bistrøm, er endret.',
  },
  en: {
    password: 'Your password on Bistrøm has been changed.',
    passkey: 'Your passkeys on Bistrøm have changed: one was added or removed.',
    totp: 'One-time codes at sign-in on Bistrøm have been turned on or off.',
    address: 'The e-mail address that you sign in to Bistrøm with has been changed.',
  },
});

const DISABLED: Readonly<Record<Language, Readonly<Record<Disabled, string>>>> = Object.freeze({
  nb: {
    GONE: 'Mottakeren svarte at den ikke finnes lenger (410).',
    FAILED: 'En melding nådde ikke fram, selv etter ti forsøk.',
    SILENT: 'Ingen melding har nådd fram på fem dager.',
  },
  en: {
    GONE: 'The receiver answered that it is gone (410).',
    FAILED: 'A message did not arrive, not even at the tenth try.',
    SILENT: 'No message has arrived for five days.',
  },
});

const TOPICS: Readonly<Record<Language, Readonly<Record<NotificationTopic, string>>>> = Object.freeze({
  nb: {
    MATCHES: 'treff',
    WATCHES: 'overvåkinger',
    NEGOTIATION: 'forslag og avtaler',
    REMINDERS: 'påminnelser',
  },
  en: {
    MATCHES: 'matches',
    WATCHES: 'watches',
    NEGOTIATION: 'proposals and agreements',
    REMINDERS: 'reminders',
  },
});

const RHYTHMS: Readonly<Record<Language, Readonly<Record<SendingRhythm, string>>>> = Object.freeze({
  nb: { INSTANT: 'med en gang', DAILY: 'hver dag', WEEKLY: 'hver uke' },
  en: { INSTANT: 'at once', DAILY: 'every day', WEEKLY: 'every week' },
});

/** The sentences of a mail in one language. */
export function wordingOf(mail: Mail, language: Language): Wording {
  if (mail.kind === 'digest') return language === 'nb' ? digestInBokmal(mail) : digestInEnglish(mail);
  return { ...(language === 'nb' ? inBokmal(mail) : inEnglish(mail)), choices: [] };
}

const counted = ({ counts }: Digest, language: Language): readonly string[] =>
  counts.map(({ kind, count }) => `${count} ${NOTICES[kind][language][count === 1 ? 0 : 1]}`);

const topicsIn = ({ counts }: Digest, language: Language): string =>
  topicsOf(counts)
    .map((topic) => TOPICS[language][topic])
    .join(', ');

function digestInBokmal(mail: Digest): Wording {
  return {
    subject: 'Nytt i innboksen din på Bistrøm',
    lines: ['Nytt og ulest i innboksen din på Bistrøm:', ...counted(mail, 'nb')],
    action: { label: 'Åpne Bistrøm', link: mail.link },
    after: ['Hva det gjelder, ser du når du er logget inn.'],
    choices: [
      ...mail.confirmations.map(({ dueOn, link }) => ({
        label: `Gjelder den fortsatt? Bekreft oppføringen som ellers utløper ${dueOn}`,
        link,
      })),
      { label: 'Slå av disse varslene på e-post', link: mail.unsubscribeLink },
      { label: 'Velg hva du får på e-post, og når', link: mail.settingsLink },
    ],
    why: `Du får denne e-posten fordi varsler om ${topicsIn(mail, 'nb')} kommer til deg ${RHYTHMS.nb[mail.rhythm]}, for en bedrift du handler for.`,
  };
}

function digestInEnglish(mail: Digest): Wording {
  return {
    subject: 'News in your inbox on Bistrøm',
    lines: ['New and unread in your inbox on Bistrøm:', ...counted(mail, 'en')],
    action: { label: 'Open Bistrøm', link: mail.link },
    after: ['What it is about, you see once you are signed in.'],
    choices: [
      ...mail.confirmations.map(({ dueOn, link }) => ({
        label: `Still true? Confirm the listing that otherwise ends on ${dueOn}`,
        link,
      })),
      { label: 'Turn these notices by e-mail off', link: mail.unsubscribeLink },
      { label: 'Choose what you get by e-mail, and when', link: mail.settingsLink },
    ],
    why: `You get this e-mail because notices of ${topicsIn(mail, 'en')} come to you ${RHYTHMS.en[mail.rhythm]}, for a firm that you act for.`,
  };
}

type Sentences = Omit<Wording, 'choices'>;
type OfAccounts = Exclude<Mail, Digest>;

function inBokmal(mail: OfAccounts): Sentences {
  switch (mail.kind) {
    case 'verify-address':
      return {
        subject: 'Bekreft e-postadressen din',
        lines: ['Bekreft at denne adressen er din, så kan du logge inn på Bistrøm med den.'],
        action: { label: 'Bekreft adressen', link: mail.link },
        after: ['Lenken gjelder bare en begrenset tid.'],
        why: 'Du får denne e-posten fordi adressen din ble oppgitt på Bistrøm. Var det ikke deg, kan du se bort fra den.',
      };
    case 'reset-password':
      return {
        subject: 'Velg nytt passord',
        lines: ['Noen har bedt om nytt passord for kontoen din på Bistrøm.'],
        action: { label: 'Velg nytt passord', link: mail.link },
        after: [
          'Lenken gjelder bare en begrenset tid. Gi den ikke videre: den som har den, kan velge passordet.',
        ],
        why: 'Du får denne e-posten fordi det ble bedt om nytt passord for adressen din. Var det ikke deg, trenger du ikke gjøre noe: passordet er det samme som før.',
      };
    case 'invitation': {
      const [organisation, invitedBy] = [inMail(mail.organisation), inMail(mail.invitedBy)];
      return {
        subject: `Invitasjon til ${organisation} på Bistrøm`,
        lines: [`${invitedBy} inviterer deg til Bistrøm for ${organisation}, som ${ROLES.nb[mail.role]}.`],
        action: { label: 'Se invitasjonen', link: mail.link },
        after: ['Lenken gjelder bare en begrenset tid, og bare for denne adressen. Gi den ikke videre.'],
        why: `Du får denne e-posten fordi ${invitedBy} oppga adressen din. Venter du ingen invitasjon, kan du se bort fra den.`,
      };
    }
    case 'sign-in-changed':
      return {
        subject: 'Innloggingen din er endret',
        lines: [CHANGED.nb[mail.what]],
        after: [
          'Var det ikke deg, velg nytt passord med en gang, og si fra til administratoren i bedriften din.',
        ],
        why: 'Du får denne e-posten fordi innloggingen til kontoen din ble endret. Slike varsler kan ikke slås av.',
      };
    case 'webhook-disabled': {
      const [endpoint, organisation] = [inMail(mail.endpoint), inMail(mail.organisation)];
      return {
        subject: `Webhook slått av: ${endpoint}`,
        lines: [
          `Bistrøm sender ikke lenger webhooks til «${endpoint}» for ${organisation}.`,
          DISABLED.nb[mail.reason],
        ],
        after: [
          'Hva som hendte ved hvert forsøk, står ved webhooken. Rett feilen og slå den på igjen; det som skjer imens, sendes ikke.',
        ],
        why: `Du får denne e-posten fordi du er administrator for ${organisation}.`,
      };
    }
    default:
      return assertNever(mail);
  }
}

function inEnglish(mail: OfAccounts): Sentences {
  switch (mail.kind) {
    case 'verify-address':
      return {
        subject: 'Confirm your e-mail address',
        lines: ['Confirm that this address is yours, and you can sign in to Bistrøm with it.'],
        action: { label: 'Confirm the address', link: mail.link },
        after: ['The link works for a limited time only.'],
        why: 'You get this e-mail because your address was given on Bistrøm. If that was not you, you can ignore it.',
      };
    case 'reset-password':
      return {
        subject: 'Choose a new password',
        lines: ['Somebody has asked for a new password for your account on Bistrøm.'],
        action: { label: 'Choose a new password', link: mail.link },
        after: [
          'The link works for a limited time only. Do not pass it on: whoever has it can choose the password.',
        ],
        why: 'You get this e-mail because a new password was asked for at your address. If that was not you, there is nothing to do: the password is what it was.',
      };
    case 'invitation': {
      const [organisation, invitedBy] = [inMail(mail.organisation), inMail(mail.invitedBy)];
      return {
        subject: `Invitation to ${organisation} on Bistrøm`,
        lines: [`${invitedBy} invites you to Bistrøm for ${organisation}, as ${ROLES.en[mail.role]}.`],
        action: { label: 'See the invitation', link: mail.link },
        after: ['The link works for a limited time only, and for this address only. Do not pass it on.'],
        why: `You get this e-mail because ${invitedBy} gave your address. If you expect no invitation, you can ignore it.`,
      };
    }
    case 'sign-in-changed':
      return {
        subject: 'Your sign-in has changed',
        lines: [CHANGED.en[mail.what]],
        after: [
          'If that was not you, choose a new password at once, and tell the administrator of your firm.',
        ],
        why: 'You get this e-mail because the sign-in of your account was changed. These notices cannot be turned off.',
      };
    case 'webhook-disabled': {
      const [endpoint, organisation] = [inMail(mail.endpoint), inMail(mail.organisation)];
      return {
        subject: `Webhook disabled: ${endpoint}`,
        lines: [
          `Bistrøm no longer sends webhooks to “${endpoint}” for ${organisation}.`,
          DISABLED.en[mail.reason],
        ],
        after: [
          'How each try went stands with the webhook. Mend the receiver and enable it again; what happens meanwhile is not sent.',
        ],
        why: `You get this e-mail because you are an administrator of ${organisation}.`,
      };
    }
    default:
      return assertNever(mail);
  }
}
