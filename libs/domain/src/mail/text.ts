import type { Language, Mail } from './mail.js';
import { wordingOf, type Wording } from './wording.js';

/** A mail set for sending: the same sentences as plain text and as HTML. */
export interface MailText {
  readonly subject: string;
  readonly text: string;
  readonly html: string;
  /** Why the receiver gets it; stands at the end of both. */
  readonly why: string;
}

/**
 * A mail in one language, as plain text and as HTML that loads nothing and runs nothing.
 *
 * @param mail its links must have passed {@link isMailLink}
 * @example mailText({ kind: 'sign-in-changed', what: 'password' }, 'en').subject // 'Your sign-in has changed'
 */
export function mailText(mail: Mail, language: Language): MailText {
  const wording = wordingOf(mail, language);
  const { subject, why } = wording;
  return Object.freeze({ subject, text: plain(wording), html: html(wording, language), why });
}

function plain({ lines, action, after, why }: Wording): string {
  const link = action === undefined ? [] : [`${action.label}:\n${action.link}`];
  return `${[...lines, ...link, ...after, `-- \nBistrøm\n${why}`].join('\n\n')}\n`;
}

const BODY = "margin:0;padding:24px;background:#fff;color:#1b1f23;font:16px/1.5 'Segoe UI',Arial,sans-serif";
const BUTTON =
  'display:inline-block;padding:10px 18px;border-radius:4px;background:#0b5c4a;color:#fff;text-decoration:none';
const SMALL = 'color:#57606a;font-size:14px';

function html({ subject, lines, action, after, why }: Wording, language: Language): string {
  const paragraph = (text: string): string => `<p>${escapeHtml(text)}</p>`;
  const link = action === undefined ? [] : linked(action.label, escapeHtml(action.link));
  return [
    `<!doctype html>\n<html lang="${language}">`,
    `<head><meta charset="utf-8"><title>${escapeHtml(subject)}</title></head>`,
    `<body style="${BODY}">`,
    `<h1 style="font-size:20px">${escapeHtml(subject)}</h1>`,
    ...lines.map(paragraph),
    ...link,
    ...after.map(paragraph),
    `<hr>\n<p style="${SMALL}">Bistrøm<br>${escapeHtml(why)}</p>`,
    '</body>\n</html>\n',
  ].join('\n');
}

/** The link is also written out: whoever does not trust a button, or cannot press it, sees where it leads. */
const linked = (label: string, href: string): string[] => [
  `<p><a href="${href}" style="${BUTTON}">${escapeHtml(label)}</a></p>`,
  `<p style="${SMALL};word-break:break-all">${href}</p>`,
];

const ESCAPES: Readonly<Record<string, string>> = Object.freeze({
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
});

/**
 * A text as it may stand in HTML, between tags and within quoted attributes.
 *
 * @example escapeHtml('Sag & <Høvel>') // 'Sag &amp; &lt;Høvel&gt;'
 */
export const escapeHtml = (text: string): string =>
  text.replaceAll(/[&<>"']/g, (sign) => ESCAPES[sign] ?? sign);
