import { createHash } from 'node:crypto';
import type { Decimal } from '#domain';
import { escapeHtml } from '../escape-html.js';
import type { Language } from './words.js';

/** Stands in the page itself, so that a page that was saved or printed looks the same; its hash alone is let in. */
const STYLE = `@page { size: A4; margin: 14mm }
body { max-width: 46rem; margin: 1.5rem auto; padding: 0 1rem; color: #1b1f23; font: 15px/1.45 system-ui, sans-serif }
h1 { margin: 0 0 0.25rem; font-size: 1.5rem } h2 { margin: 1.2rem 0 0.3rem; font-size: 1.1rem }
table { width: 100%; border-collapse: collapse; font-size: 0.9rem } caption { padding: 0.2rem 0; text-align: left; color: #57606a }
th, td { padding: 0.2rem 0.5rem 0.2rem 0; border-bottom: 1px solid #c9d1d9; text-align: left; vertical-align: top }
.number { text-align: right; white-space: nowrap } .withheld { color: #57606a; font-style: italic }
.small, dl { font-size: 0.8rem } .small { color: #57606a } dt { font-weight: 600 } dd { margin: 0 0 0.3rem } code { overflow-wrap: anywhere }
@media print { body { max-width: none; margin: 0; padding: 0; font-size: 9.5pt; line-height: 1.3 } nav { display: none } tr, dd { break-inside: avoid } }
`;
const STYLE_HASH = `'sha256-${createHash('sha256').update(STYLE).digest('base64')}'`;
const POLICY = `default-src 'none'; style-src ${STYLE_HASH}; base-uri 'none'; form-action 'none'`;

/** What a page of figures may load: nothing but its own style. */
export const DOCUMENT_HEADERS = Object.freeze({
  'content-type': 'text/html; charset=utf-8',
  'content-security-policy': `${POLICY}; frame-ancestors 'none'`,
});

/** @param body HTML, every text in it escaped */
export const documentOf = (language: Language, title: string, body: readonly string[]): string =>
  [
    `<!doctype html>\n<html lang="${language}">`,
    '<head><meta charset="utf-8"><meta name="viewport" content="width=device-width">',
    `<meta http-equiv="Content-Security-Policy" content="${escapeHtml(POLICY)}">`,
    `<title>${escapeHtml(title)} – Bistrøm</title><style>${STYLE}</style></head>`,
    '<body>\n<main>',
    ...body,
    '</main>\n</body>\n</html>\n',
  ].join('\n');

/** A table that a screen reader can follow: headings of columns and of rows. */
export const tableOf = (
  caption: string,
  heads: readonly string[],
  rows: readonly (readonly string[])[],
): string =>
  [
    `<table><caption>${escapeHtml(caption)}</caption>`,
    `<thead><tr>${heads.map((head) => `<th scope="col">${escapeHtml(head)}</th>`).join('')}</tr></thead>`,
    '<tbody>',
    ...rows.map(([first = '', ...cells]) => `<tr><th scope="row">${first}</th>${cells.join('')}</tr>`),
    '</tbody></table>',
  ].join('\n');

export const listOf = (items: readonly { readonly topic: string; readonly text: string }[]): string =>
  `<dl>${items.map(({ topic, text }) => `<dt>${escapeHtml(topic)}</dt><dd>${escapeHtml(text)}</dd>`).join('')}</dl>`;

const PLACES = 3;
const GROUPS = /\B(?=(\d{3})+(?!\d))/g;

/** For people, at most three decimals: 1234567.8912 as 1 234 567,891 or 1,234,567.891. */
export function shownNumber(value: Decimal, language: Language): string {
  const rounded = value.toDecimalPlaces(PLACES);
  const [whole = '', decimals] = rounded.abs().toFixed().split('.');
  const [between, point] = language === 'nb' ? ['\u00a0', ','] : [',', '.'];
  const sign = rounded.isNegative() && !rounded.isZero() ? '−' : '';
  return `${sign}${whole.replaceAll(GROUPS, between)}${decimals === undefined ? '' : `${point}${decimals}`}`;
}
