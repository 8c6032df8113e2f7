import type { Language, Mail } from './mail.js';
import { wordingOf, type Wording } from './wording.js';

/** A mail in words: as plain text, and as the sentences of which HTML is made. */
export interface MailText extends Wording {
  readonly text: string;
}

/**
 * A mail in one language. Whoever sets it as HTML takes the same sentences.
 *
 * @param mail its links must have passed {@link isMailLink}
 * @example mailText({ kind: 'sign-in-changed', what: 'password' }, 'en').subject // 'Your sign-in has changed'
 */
export function mailText(mail: Mail, language: Language): MailText {
  const wording = wordingOf(mail, language);
  return Object.freeze({ ...wording, text: plain(wording) });
}

function plain({ lines, action, after, choices, why }: Wording): string {
  const linked = (action === undefined ? [] : [action]).map(({ label, link }) => `${label}:\n${link}`);
  const last = choices.map(({ label, link }) => `${label}: ${link}`);
  return `${[...lines, ...linked, ...after, ['-- \nBistrøm', ...last, why].join('\n')].join('\n\n')}\n`;
}
