import { linksOf, mailText } from '#domain';
import type { KeptMail } from '#market';
import { escapeHtml } from '../escape-html.js';

/** In a file of its own: the content security policy lets no style stand in the page. */
export const MAILBOX_STYLE = `body { max-width: 46rem; margin: 2rem auto; padding: 0 1rem; color: #1b1f23; font: 16px/1.5 system-ui, sans-serif }
article { margin: 1.5rem 0; padding: 1rem 1.25rem; border: 1px solid #c9d1d9; border-radius: 6px }
h2 { margin: 0; font-size: 1.1rem }
.to { margin: 0; color: #57606a; font-size: 0.9rem }
.text { margin: 0.75rem 0 0; font-family: inherit; white-space: pre-wrap; overflow-wrap: anywhere }
`;

const MOMENT = new Intl.DateTimeFormat('nb', {
  dateStyle: 'medium',
  timeStyle: 'medium',
  timeZone: 'Europe/Oslo',
});

/** The mailbox of a local installation, in the words of its plain-text parts. */
export function mailboxPage(mails: readonly KeptMail[]): string {
  const shown = mails.length === 0 ? ['<p>Ingen e-post ennå. No mail yet.</p>'] : mails.map(article);
  return [
    '<!doctype html>\n<html lang="nb">',
    '<head><meta charset="utf-8"><meta name="viewport" content="width=device-width">',
    '<title>E-post – Bistrøm</title><link rel="stylesheet" href="/mailbox/style.css"></head>',
    '<body>\n<h1>E-post</h1>',
    '<p>Lokal installasjon: dette ville vært sendt. <span lang="en">Local installation: this would have gone out.</span></p>',
    ...shown,
    '</body>\n</html>\n',
  ].join('\n');
}

function article({ recipient, language, askedAt, mail }: KeptMail): string {
  const { subject, text } = mailText(mail, language);
  return [
    `<article lang="${language}">`,
    `<h2>${escapeHtml(subject)}</h2>`,
    `<p class="to">${escapeHtml(recipient)} · <time datetime="${askedAt.toISOString()}">${MOMENT.format(askedAt)}</time></p>`,
    `<p class="text">${withLinks(text, linksOf(mail))}</p>`,
    '</article>',
  ].join('\n');
}

/** The longest first, so that none is taken for the beginning of another. */
function withLinks(text: string, links: readonly string[]): string {
  const [link, ...rest] = [...links].sort((a, b) => b.length - a.length);
  if (link === undefined) return escapeHtml(text);
  const href = escapeHtml(link);
  const parts = text.split(link).map((part) => withLinks(part, rest));
  return parts.join(`<a href="${href}" rel="noreferrer">${href}</a>`);
}
