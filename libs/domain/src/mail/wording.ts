import type { ClusterRole, FirmRole } from '../access/roles.js';
import { assertNever } from '../problem.js';
import { inMail, type Language, type Mail } from './mail.js';

/** What a mail says, before it is set as text or HTML. */
export interface Wording {
  readonly subject: string;
  readonly lines: readonly string[];
  readonly action?: { readonly label: string; readonly link: string };
  readonly after: readonly string[];
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

/** The sentences of a mail in one language. */
export const wordingOf = (mail: Mail, language: Language): Wording =>
  language === 'nb' ? inBokmal(mail) : inEnglish(mail);

function inBokmal(mail: Mail): Wording {
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

function inEnglish(mail: Mail): Wording {
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
