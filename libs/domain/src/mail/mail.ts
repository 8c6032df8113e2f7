import type { ClusterRole, FirmRole } from '../access/roles.js';
import type { Day } from '../calendar/day.js';
import type { NoticeCount, SendingRhythm } from '../notification/notification.js';

/** What mails are written in: Norwegian bokmål or English. */
export type Language = 'nb' | 'en';

/**
 * A mail by what it is about. It carries names at most, and links: what is confidential is read behind the link, by
 * whoever is signed in there. The link of the first three is a credential: whoever holds it can use it.
 */
export type Mail =
  | { readonly kind: 'verify-address'; readonly link: string }
  | { readonly kind: 'reset-password'; readonly link: string }
  | {
      readonly kind: 'invitation';
      readonly link: string;
      /** The firm or cluster, as it is entered. */
      readonly organisation: string;
      /** The person's name, as it is entered. */
      readonly invitedBy: string;
      readonly role: FirmRole | ClusterRole;
    }
  | { readonly kind: 'sign-in-changed'; readonly what: 'password' | 'passkey' | 'totp' | 'address' }
  | {
      readonly kind: 'webhook-disabled';
      /** The firm, and the endpoint as its people describe it; never its address. */
      readonly organisation: string;
      readonly endpoint: string;
      /** It asked for no more, every try of a message failed, or nothing has reached it for days. */
      readonly reason: 'GONE' | 'FAILED' | 'SILENT';
    }
  | Digest;

/**
 * What is new and unread for one firm. It says how many of what kind and nothing else: no material, name or amount, for
 * a mail lies with others' servers and is passed on, and streams are trade secrets.
 */
export interface Digest {
  readonly kind: 'digest';
  readonly rhythm: SendingRhythm;
  readonly counts: readonly NoticeCount[];
  /** For each listing that fades: its last day, and a link that keeps it for whoever holds it, and does nothing else. */
  readonly confirmations: readonly { readonly dueOn: Day; readonly link: string }[];
  /** Where it is read, by whoever is signed in. */
  readonly link: string;
  readonly settingsLink: string;
  /** Turns off what this mail tells of, for whoever holds it, and does nothing else (RFC 8058). */
  readonly unsubscribeLink: string;
}

/**
 * Every link of a mail.
 *
 * @example linksOf({ kind: 'sign-in-changed', what: 'password' }) // []
 */
export function linksOf(mail: Mail): readonly string[] {
  if (mail.kind === 'digest')
    return [
      ...mail.confirmations.map(({ link }) => link),
      mail.link,
      mail.settingsLink,
      mail.unsubscribeLink,
    ];
  return 'link' in mail ? [mail.link] : [];
}

/** RFC 5321, 4.5.3.1: 64 octets before the @, 255 after it, 256 with the brackets around the whole path. */
const LONGEST_LOCAL_PART = 64;
const LONGEST_ADDRESS = 254;

/** One word of letters, digits and the signs of RFC 5322's atom, dotted; no quotes, comments, lists or blanks. */
const LOCAL_PART = /^[\p{L}\p{N}!#$%&'*+/=?^_`{|}~-]+(?:\.[\p{L}\p{N}!#$%&'*+/=?^_`{|}~-]+)*$/u;
const HOST = /^(?=.{1,253}$)(?:[\p{L}\p{N}](?:[\p{L}\p{N}-]{0,61}[\p{L}\p{N}])?\.)+\p{L}[\p{L}\p{N}-]*$/u;

/**
 * Whether a text is one e-mail address that a mail can be sent to: dotted words, @, a host name with a dot. Narrower
 * than RFC 5322 on purpose: quotes, comments, lists and line breaks, which a header could be forged with, are none.
 *
 * @example isMailAddress('kari@granvåk.example') // true
 */
export function isMailAddress(text: string): boolean {
  const at = text.indexOf('@');
  const [local, host] = [text.slice(0, at), text.slice(at + 1)];
  return (
    at > 0 &&
    text.length <= LONGEST_ADDRESS &&
    local.length <= LONGEST_LOCAL_PART &&
    LOCAL_PART.test(local) &&
    HOST.test(host)
  );
}

/**
 * Whether a text is a link that a mail may carry: an http or https address, whole, without blanks or brackets.
 *
 * @example isMailLink('https://bistrom.example/invitation?token=x') // true
 */
export const isMailLink = (text: string): boolean => /^https?:\/\/[^\s<>"'\\\p{Cc}]+$/u.test(text);

const LONGEST_NAME = 80;

/**
 * A name that others chose, as it may stand in a subject or a sentence: on one line, at most 80 characters, and
 * nothing in it that a mail program would make a link of, for an invitation must not carry a stranger's address in
 * our name.
 *
 * @param name as it was entered
 * @example inMail('Granvåk\r\nBcc: all@x.example') // 'Granvåk Bcc all x. example'
 */
export function inMail(name: string): string {
  const plain = name
    .normalize('NFC')
    .replaceAll(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}@:/\\<>]+/gu, ' ')
    .replaceAll(/\.(?=[\p{L}\p{N}])/gu, '. ')
    .replaceAll(/\s+/gu, ' ')
    .trim();
  const letters = [...plain];
  return letters.length <= LONGEST_NAME
    ? plain
    : `${letters
        .slice(0, LONGEST_NAME - 1)
        .join('')
        .trimEnd()}…`;
}
