import {
  areWholeYears,
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
import { isSealed, recordLook } from './figures.js';
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
      return of.map((one) => staffIndicator(one, areWholeYears(span)));
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
    return this.exactly(actor, question, (counting, tx) =>
      groupViews(tx, counting, { by, span: question.span }, (counted) =>
        staffNumbers(counted, question.basis, counting),
      ),
    );
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

/** The parts of a period or of what is counted in it, with their labels and the numbers of each. */
export async function groupViews(
  tx: Tx,
  counting: Counting,
  { by, span }: { readonly by: Breakdown; readonly span: DaySpan },
  numbers: (counted: readonly Counted[]) => readonly ShownIndicator[],
): Promise<readonly FigureGroupView[]> {
  const { rules } = counting.rules;
  const parts = await partsOf(counting, span, by);
  const keys = parts.map((one) => one.key);
  const labels = await labelsOf(tx, rules, by, keys);
  return parts.map((part) => ({
    key: part.key,
    span: part.span,
    label: labels.get(part.key) ?? part.key,
    factorSet: rules.factors.id,
    figures: numbers(part.counted),
  }));
}

/** One after the other: they share one connection. */
async function partsOf(
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
  isSealed(figure) ? withheldFigure(figure, 'SEALED') : exactFigure(figure);
