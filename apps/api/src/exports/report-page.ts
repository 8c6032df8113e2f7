import type { GoalProgress, ShownFlow } from '#domain';
import type { ReportExport } from '#market';
import { escapeHtml } from '../escape-html.js';
import { documentOf, listOf, shownNumber, tableOf } from './document.js';
import { cell, figureHeads, figureRows, valueCell } from './figure-cells.js';
import { methodNotes } from './method-notes.js';
import { WORDS, type Language } from './words.js';

/** So that it stays one page. */
const MOST_FLOWS = 8;

const VERIFY: Readonly<Record<Language, string>> = {
  nb: 'Be klyngen om revisjonspakken for perioden og kjør node verify.mjs i den: kjeden og summene regnes ut på nytt, og enden av kjeden må være den som står her. Den som driver installasjonen, kjører npm run figures:verify -- --head med denne enden. Tallene på siden er avrundet til tre desimaler; CSV og JSON har alle.',
  en: 'Ask the cluster for the audit bundle of the period and run node verify.mjs in it: chain and sums are reckoned anew, and the end of the chain must be the one that stands here. Who runs the installation runs npm run figures:verify -- --head with this end. Numbers on this page are rounded to three decimals; CSV and JSON have all of them.',
};

/** A year of a cluster on one sheet of paper. */
export function reportPage(of: ReportExport, year: number, language: Language): string {
  const { cluster, basis, view, methodVersion, madeAt } = of;
  const words = WORDS[language];
  const title = `${words.report} ${year}: ${cluster.name}`;
  const until = view.publishedUntil;
  const notes = methodNotes(
    { ...view.period, publishedUntil: until, factorSet: view.factorSet, methodVersion },
    [basis],
    language,
  );
  return documentOf(language, title, [
    `<h1>${escapeHtml(title)}</h1>`,
    `<p class="small">${words.basis}: ${words.bases[basis]}. ${words.period}: ${view.period.from}–${view.period.to}. ${words.publishedUntil}: ${until ?? words.asItIsNow}. ${madeAt.toISOString().slice(0, 16)}Z.</p>`,
    tableOf(words.figures, figureHeads(language), figureRows(view.figures, view.factorSet, language)),
    ...flows(view.flows, view.divisionTitles, language),
    ...goals(view.goals, language),
    `<h2>${words.method}</h2>`,
    listOf(notes.filter(({ topic }) => !topic.startsWith(`${words.withheld}:`))),
    ...chain(of.chainHead, language),
  ]);
}

function flows(
  all: readonly ShownFlow[],
  titles: ReadonlyMap<string, string>,
  language: Language,
): readonly string[] {
  const words = WORDS[language];
  if (all.length === 0) return [];
  const industry = (division: string | undefined): string =>
    division === undefined ? words.other : `${division} ${titles.get(division) ?? ''}`.trim();
  const caption = all.length > MOST_FLOWS ? `${words.flows} (${MOST_FLOWS} / ${all.length})` : words.flows;
  const rows = all
    .slice(0, MOST_FLOWS)
    .map((flow) => [
      escapeHtml(industry(flow.fromDivision)),
      cell(industry(flow.toDivision)),
      cell(flow.materialCode ?? words.other),
      valueCell(flow, language),
      cell(flow.unit),
    ]);
  return [tableOf(caption, [words.from, words.to, words.material, words.value, words.unit], rows)];
}

function goals(all: readonly GoalProgress[], language: Language): readonly string[] {
  const words = WORDS[language];
  if (all.length === 0) return [];
  const rows = all.map(({ goal, target, contribution, share, ...told }) => [
    escapeHtml(goal.name),
    valueCell({ ...told, value: contribution }, language),
    `<td class="number">${shownNumber(target, language)}</td>`,
    cell(goal.unit),
    `<td class="number">${share === undefined ? '–' : `${(share * 100).toFixed(1).replace('.', language === 'nb' ? ',' : '.')} %`}</td>`,
    cell(goal.dueOn),
    cell(goal.scope),
  ]);
  const heads = [
    words.goal,
    words.contribution,
    words.target,
    words.unit,
    words.share,
    words.dueOn,
    words.scope,
  ];
  return [tableOf(words.goals, heads, rows)];
}

function chain(head: ReportExport['chainHead'], language: Language): readonly string[] {
  const words = WORDS[language];
  const shown =
    head === undefined
      ? `<span class="small">${escapeHtml(words.chainHeadHidden)}</span>`
      : `<code>${head.hash}</code> (${head.length})`;
  return [
    `<h2>${escapeHtml(words.howToVerify)}</h2>`,
    `<p class="small">${escapeHtml(words.chainHead)}: ${shown}. ${escapeHtml(VERIFY[language])}</p>`,
  ];
}
