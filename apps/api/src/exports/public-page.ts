import { calendarYear, type Factor } from '#domain';
import type { PublicPage } from '#market';
import { escapeHtml } from '../escape-html.js';
import { documentOf, listOf, shownNumber, tableOf } from './document.js';
import { cell, figureHeads, figureRows } from './figure-cells.js';
import { methodNotes } from './method-notes.js';
import { figureJson } from './report-tables.js';
import { WORDS, type Language } from './words.js';

const LEAD: Readonly<Record<Language, string>> = {
  nb: 'Tall som klyngen har valgt å vise, i summer som ikke peker på noen bedrift. Bidrag fra utvekslinger av sidestrømmer; aldri hele utslippet eller omsetningen til noen.',
  en: 'Figures that the cluster has chosen to show, in sums that point at no firm. Contributions of exchanges of side streams; never the whole emissions or turnover of anybody.',
};
const OTHER: Readonly<Record<Language, { readonly language: Language; readonly name: string }>> = {
  nb: { language: 'en', name: 'English' },
  en: { language: 'nb', name: 'Norsk' },
};

const linkTo = (path: string, language: Language, name: string, lang?: Language): string =>
  `<a href="${path}?language=${language}"${lang === undefined ? '' : ` hreflang="${lang}" lang="${lang}"`}>${name}</a>`;

/** What everybody sees of a cluster. */
export function publicPage(page: PublicPage, language: Language): string {
  const words = WORDS[language];
  const { name, slug, years, publishedUntil, chainHead, chosenAt } = page;
  const other = OTHER[language];
  const title = `${words.figures}: ${name}`;
  return documentOf(language, title, [
    `<nav>${linkTo(`/p/${slug}`, other.language, other.name, other.language)} · <a href="/p/${slug}.json">JSON</a></nav>`,
    `<h1>${escapeHtml(title)}</h1>`,
    `<p>${escapeHtml(LEAD[language])} ${words.publishedUntil}: ${publishedUntil ?? '–'}.</p>`,
    ...years.map(({ year, basis, factorSet, figures }) =>
      tableOf(
        `${year}: ${words.bases[basis]}`,
        figureHeads(language),
        figureRows(figures, factorSet, language),
      ),
    ),
    `<p class="small">${linkTo('/p/method.html', language, words.method)}. ${words.chosenAt}: ${chosenAt.toISOString().slice(0, 10)}. ${escapeHtml(words.chainHead)}: ${chainHead === undefined ? '–' : `<code>${chainHead}</code>`}.</p>`,
  ]);
}

/** The same for programs. */
export const publicJson = (page: PublicPage): object => ({
  cluster: { name: page.name, slug: page.slug },
  publishedUntil: page.publishedUntil ?? null,
  chosenAt: page.chosenAt.toISOString(),
  chainHead: page.chainHead ?? null,
  methodVersion: page.methodVersion,
  method: '/p/method.html',
  years: page.years.map(({ year, basis, factorSet, figures }) => ({
    year,
    basis,
    period: calendarYear(year),
    figures: figures.map((one) => figureJson(one, factorSet)),
  })),
});

/** How the figures come about, with every factor and its source: the same for all clusters. */
export function methodPage(
  {
    factors,
    factorSet,
    methodVersion,
  }: {
    readonly factors: readonly Factor[];
    readonly factorSet: string;
    readonly methodVersion: string;
  },
  language: Language,
): string {
  const words = WORDS[language];
  const other = OTHER[language];
  const notes = methodNotes(
    { from: '…', to: '…', publishedUntil: '…', factorSet, methodVersion },
    ['AGREED', 'DELIVERED', 'VERIFIED'],
    language,
  );
  return documentOf(language, words.method, [
    `<nav>${linkTo('/p/method.html', other.language, other.name, other.language)}</nav>`,
    `<h1>${words.method}</h1>`,
    listOf(notes),
    tableOf(
      `${words.factors}: ${factorSet}`,
      [words.key, words.value, words.low, words.high, words.unit, words.year, words.source],
      factors.map(({ key, value, low, high, unit, year, source }) => [
        escapeHtml(key),
        ...[value, low, high].map((one) => `<td class="number">${shownNumber(one, language)}</td>`),
        cell(unit),
        cell(String(year)),
        cell(source),
      ]),
    ),
  ]);
}

/** One answer for a cluster that is not, and for one that shows nothing. */
export const nothingHere = documentOf('nb', 'Finnes ikke', [
  '<h1>Finnes ikke</h1>',
  '<p>Her vises ingenting. <span lang="en">Nothing is shown here.</span></p>',
]);
