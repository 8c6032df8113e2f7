import {
  calendarYear,
  can,
  exactFigure,
  foldFigures,
  foldIndicators,
  groupsOf,
  isByTime,
  isTooFine,
  periodsOf,
  publicYears,
  publishedFigures,
  seesExactFigures,
  staffIndicator,
  withheldFigure,
  withheldIndicator,
  type Actor,
  type Basis,
  type Breakdown,
  type Counted,
  type DaySpan,
  type FoldedFigure,
  type ShownFigure,
  type ShownIndicator,
} from '#domain';
import type { Tx } from '#store';
import { countingOfCluster, type Counting } from './counting.js';
import { recordLook } from './figures.js';
import { labelsOf } from './group-labels.js';
import { closeQuarters, namesOf, publicationOf } from './publication.js';
import { rulesUnder, type Setting } from './setting.js';

/** A report that was answered: which cluster, on which basis, for which days. */
export interface ReportedQuestion {
  readonly clusterId: string;
  readonly basis: Basis;
  readonly span: DaySpan;
  /** Another factor set than the one in use; for who sees exact figures. */
  readonly factorSet?: string | undefined;
}

/** One part of a breakdown; the figures of the report first, then the indicators. */
export interface FigureGroupView {
  readonly key: string;
  readonly label: string;
  /** Of a part of the period that part, else the whole. */
  readonly span: DaySpan;
  /** Several, with a comma, where what is published rests on several. */
  readonly factorSet: string;
  readonly figures: readonly ShownIndicator[];
}

/** What is told beside the figures of a cluster, and what they are made of. */
export class IndicatorsService {
  constructor(private readonly setting: Setting) {}

  /** Exact to the cluster's own staff and auditors, each look kept for the firms behind it; to others none is told. */
  async ofCluster(actor: Actor, question: ReportedQuestion): Promise<readonly ShownIndicator[]> {
    const { clusterId, basis, span } = question;
    if (!seesExactFigures(actor, clusterId)) return neverPublished(basis, this.setting);
    return this.exactly(actor, question, async ({ countedIn, sinceFirst, rules }) => {
      const of = foldIndicators(await countedIn(span), basis, rules, sinceFirst);
      return of.map((one) => staffIndicator(one, isWhole(span)));
    });
  }

  /** 'too fine' where the period has more parts than one answer holds. */
  async breakdown(
    actor: Actor,
    question: ReportedQuestion,
    by: Breakdown,
  ): Promise<readonly FigureGroupView[] | 'too fine'> {
    if (isByTime(by) && isTooFine(question.span, by)) return 'too fine';
    if (!seesExactFigures(actor, question.clusterId)) return this.publishedBreakdown(actor, question, by);
    return this.exactly(actor, question, async (counting, tx) => {
      const parts = await partsOf(counting, question.span, by);
      const labels = await labelsOf(
        tx,
        this.setting,
        by,
        parts.map((one) => one.key),
      );
      return parts.map(({ key, span, counted }) => ({
        key,
        span,
        label: labels.get(key) ?? key,
        factorSet: counting.rules.rules.factors.id,
        figures: staffNumbers(counted, question.basis, counting),
      }));
    });
  }

  private exactly<T>(
    actor: Actor,
    question: ReportedQuestion,
    shown: (counting: Counting, tx: Tx) => Promise<T>,
  ): Promise<T> {
    const work = async (tx: Tx): Promise<T> => {
      const rules = await rulesUnder(tx, this.setting, question.factorSet);
      if (rules === undefined) throw new Error(`There is no factor set ${question.factorSet}`);
      const counting = await countingOfCluster(tx, rules, question);
      await recordLook(tx, actor, question.clusterId, question.span, counting.firmIds);
      return shown(counting, tx);
    };
    return this.setting.store.transaction(actor, work, 'bistrom_figures');
  }

  /** By years what is published of each of them: the same sums of parcels as in the report of that year. */
  private async publishedBreakdown(
    actor: Actor,
    { clusterId, basis, span }: ReportedQuestion,
    by: Breakdown,
  ): Promise<readonly FigureGroupView[]> {
    if (!can(actor, { action: 'read figures', clusterId })) return [];
    if (by !== 'YEAR' || basis === 'POTENTIAL') return [];
    const publishedUntil = await closeQuarters(this.setting);
    const work = async (tx: Tx): Promise<readonly FigureGroupView[]> => {
      const groups: FigureGroupView[] = [];
      for (const year of publicYears(span)) {
        const { factorSets, ...publication } = await publicationOf(
          tx,
          clusterId,
          basis,
          calendarYear(year),
          publishedUntil,
        );
        const figures = publishedFigures(publication, basis);
        const factorSet = namesOf(factorSets, this.setting.rules.factors.id);
        groups.push({ key: `${year}`, label: `${year}`, span: calendarYear(year), factorSet, figures });
      }
      return groups;
    };
    return this.setting.store.transaction(actor, work, 'bistrom_figures');
  }
}

const neverPublished = (basis: Basis, { rules }: Setting): readonly ShownIndicator[] =>
  foldIndicators([], basis, { rules, traits: new Map() }, []).map((one) =>
    withheldIndicator(one, 'NEVER_PUBLISHED'),
  );

interface CountedPart {
  readonly key: string;
  readonly span: DaySpan;
  readonly counted: readonly Counted[];
}

/** One after the other: they share one connection. */
export async function partsOf(
  { countedIn, rules }: Counting,
  span: DaySpan,
  by: Breakdown,
): Promise<readonly CountedPart[]> {
  if (!isByTime(by)) return groupsOf(await countedIn(span), by, rules).map((group) => ({ ...group, span }));
  const parts: CountedPart[] = [];
  for (const part of periodsOf(span, by)) parts.push({ ...part, counted: await countedIn(part.span) });
  return parts;
}

/** Money of a part is sealed, whatever part it is: the parts of a year would be subtracted from one another. */
const staffNumbers = (
  counted: readonly Counted[],
  basis: Basis,
  { rules }: Counting,
): readonly ShownIndicator[] =>
  together(
    foldFigures(counted, basis).map(staffFigure),
    foldIndicators(counted, basis, rules).map((one) => staffIndicator(one, false)),
  );

/** Figures and indicators, each name once: the indicator tells how uncertain it is. */
export function together(
  figures: readonly ShownIndicator[],
  indicators: readonly ShownIndicator[],
): readonly ShownIndicator[] {
  const told = new Set(indicators.map((one) => one.name));
  return [...figures.filter((one) => !told.has(one.name)), ...indicators];
}

const staffFigure = (figure: FoldedFigure): ShownFigure =>
  figure.name === 'salesValue' ? withheldFigure(figure, 'SEALED') : exactFigure(figure);

/** Money is told for whole calendar years alone. */
const isWhole = ({ from, to }: DaySpan): boolean => from.endsWith('-01-01') && to.endsWith('-12-31');
