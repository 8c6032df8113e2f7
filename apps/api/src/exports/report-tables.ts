import {
  plain,
  sheetByUnit,
  type Factor,
  type GoalProgress,
  type Sheet,
  type ShownIndicator,
  type ShownFlow,
} from '#domain';
import type { ReportExport } from '#market';
import { methodNotes, type MethodNote } from './method-notes.js';
import { nameOf, WORDS, type Language } from './words.js';

/** The report as tables: what it tells comes by itself, whatever figures there are. */
export function reportSheets(of: ReportExport, language: Language): readonly Sheet[] {
  const { view } = of;
  return [
    figureSheet('figures', view.figures, view.factorSet, language),
    figureSheet('indicators', of.indicators, view.factorSet, language),
    flowSheet(view.flows, view.divisionTitles, language),
    goalSheet(view.goals, language),
    methodSheet(of, language),
    factorSheet(of.factors, language),
  ];
}

function figureSheet(
  name: 'figures' | 'indicators',
  figures: readonly ShownIndicator[],
  factorSet: string,
  language: Language,
): Sheet {
  const words = WORDS[language];
  return sheetByUnit(
    {
      name,
      before: [{ title: words.figure }, { title: words.basis }],
      titles: [words.value, words.low, words.high],
      after: [
        { title: words.entries },
        { title: words.factorSet },
        { title: words.withheld },
        { title: words.why },
      ],
    },
    figures.map(({ name: figure, basis, unit, value, low, high, entryCount, withheld, reason }) => ({
      before: [nameOf(figure, language), words.bases[basis]],
      unit,
      values: [value, low, high],
      after: [entryCount, factorSet, withheldOf({ withheld, reason }), reason && words.reasons[reason]],
    })),
  );
}

function flowSheet(
  flows: readonly ShownFlow[],
  titles: ReadonlyMap<string, string>,
  language: Language,
): Sheet {
  const words = WORDS[language];
  const industry = (division: string | undefined): string =>
    division === undefined ? words.other : `${division} ${titles.get(division) ?? ''}`.trim();
  return sheetByUnit(
    {
      name: 'flows',
      before: [{ title: words.from }, { title: words.to }, { title: words.material }],
      titles: [words.value],
      after: [{ title: words.withheld }, { title: words.why }],
    },
    flows.map(({ fromDivision, toDivision, materialCode, unit, value, withheld, reason }) => ({
      before: [industry(fromDivision), industry(toDivision), materialCode],
      unit,
      values: [value],
      after: [withheldOf({ withheld, reason }), reason && words.reasons[reason]],
    })),
  );
}

function goalSheet(goals: readonly GoalProgress[], language: Language): Sheet {
  const words = WORDS[language];
  return sheetByUnit(
    {
      name: 'goals',
      before: [{ title: words.goal }, { title: words.scope }, { title: words.dueOn }],
      titles: [words.baseline, words.target, words.contribution],
      after: [{ title: words.share, unit: '1' }, { title: words.withheld }, { title: words.why }],
    },
    goals.map(({ goal, target, contribution, share, withheld, reason }) => ({
      before: [goal.name, goal.scope, goal.dueOn],
      unit: goal.unit,
      values: [goal.baseline, target, contribution],
      after: [share, withheldOf({ withheld, reason }), reason && words.reasons[reason]],
    })),
  );
}

function methodSheet(of: ReportExport, language: Language): Sheet {
  const words = WORDS[language];
  return {
    name: 'method',
    columns: [{ title: words.note }, { title: words.text }],
    rows: notesOf(of, language).map(({ topic, text }) => [topic, text]),
  };
}

function factorSheet(factors: readonly Factor[], language: Language): Sheet {
  const words = WORDS[language];
  return {
    name: 'factors',
    columns: [words.key, words.unit, words.value, words.low, words.high, words.year, words.source].map(
      (title) => ({ title }),
    ),
    rows: factors.map(({ key, unit, value, low, high, year, source }) => [
      key,
      unit,
      value,
      low,
      high,
      year,
      source,
    ]),
  };
}

interface Told {
  readonly withheld: boolean;
  readonly reason: ShownIndicator['reason'];
}

/** ALL, PART or nothing. */
const withheldOf = ({ withheld, reason }: Told): 'ALL' | 'PART' | undefined => {
  if (withheld) return 'ALL';
  return reason === undefined ? undefined : 'PART';
};

const notesOf = ({ basis, view, methodVersion }: ReportExport, language: Language): readonly MethodNote[] =>
  methodNotes(
    { ...view.period, publishedUntil: view.publishedUntil, factorSet: view.factorSet, methodVersion },
    [basis],
    language,
  );

/** The report for programs: numbers as decimal text, to the last digit, and what they rest on beside them. */
export function reportJson(of: ReportExport, language: Language): object {
  const { cluster, basis, view, factors, methodVersion, chainHead, madeAt } = of;
  return {
    cluster,
    basis,
    period: view.period,
    publishedUntil: view.publishedUntil ?? null,
    madeAt: madeAt.toISOString(),
    figures: view.figures.map((one) => figureJson(one, view.factorSet)),
    indicators: of.indicators.map((one) => indicatorJson(one, view.factorSet)),
    flows: view.flows.map((one) => ({
      fromDivision: one.fromDivision ?? null,
      toDivision: one.toDivision ?? null,
      material: one.materialCode ?? null,
      unit: one.unit,
      value: one.value === undefined ? null : plain(one.value),
      ...toldJson(one),
    })),
    goals: view.goals.map(goalJson),
    method: {
      version: methodVersion,
      factorSet: view.factorSet,
      notes: notesOf(of, language),
      sources: factors.map(({ key, unit, value, low, high, year, source, trust }) => ({
        key,
        unit,
        value: plain(value),
        low: plain(low),
        high: plain(high),
        year,
        source,
        trust,
      })),
    },
    chainHead: chainHead ?? null,
  };
}

const indicatorJson = (one: ShownIndicator, factorSet: string): object => ({
  ...figureJson(one, factorSet),
  low: one.low === undefined ? null : plain(one.low),
  high: one.high === undefined ? null : plain(one.high),
  missingFactors: one.missing ?? [],
});

export const figureJson = (one: ShownIndicator, factorSet: string): object => ({
  name: one.name,
  basis: one.basis,
  unit: one.unit,
  value: one.value === undefined ? null : plain(one.value),
  entryCount: one.entryCount ?? null,
  factorSet,
  ...toldJson(one),
});

const toldJson = (one: Told): object => ({
  withheld: withheldOf(one) ?? null,
  withheldReason: one.reason ?? null,
});

const goalJson = ({ goal, target, contribution, share, ...told }: GoalProgress): object => ({
  name: goal.name,
  figure: goal.figure,
  scope: goal.scope,
  dueOn: goal.dueOn,
  unit: goal.unit,
  baseline: plain(goal.baseline),
  target: plain(target),
  contribution: contribution === undefined ? null : plain(contribution),
  share: share ?? null,
  ...toldJson(told),
});
