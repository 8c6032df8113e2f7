import {
  areWholeYears,
  can,
  countedIn,
  exactFigure,
  exactFlow,
  foldFigures,
  foldFlows,
  METHOD_VERSION,
  progressOf,
  publicYears,
  publishedFigures,
  publishedFlows,
  seesExactFigures,
  spanOf,
  SYSTEM,
  withheldFigure,
  yearOf,
  calendarYear,
  type Actor,
  type Basis,
  type Counted,
  type Day,
  type DaySpan,
  type FactorSet,
  type FigureName,
  type GoalProgress,
  type ShownFigure,
  type ShownFlow,
} from '#domain';
import type { LedgerSums, Tx } from '#store';
import { countedFrom } from './counting.js';
import { goalOf } from './goal-view.js';
import { fromPlain, toPlain, type Folded, type PlainFolded } from './figure-cache.js';
import { closeQuarters, namesOf, publicationOf, publishAfter } from './publication.js';
import { mustRun } from './permit.js';
import { possibleEntries } from './possible.js';
import { rulesUnder, today, type Setting } from './setting.js';

export interface CircularityView {
  readonly clusterId: string;
  /** Several, one after the other, where parcels of several are summed. */
  readonly factorSet: string;
  /** The days actually covered: outsiders get whole calendar years. */
  readonly period: DaySpan;
  /** Last day of what is published; undefined for who sees everything as it is now. */
  readonly publishedUntil: Day | undefined;
  readonly figures: readonly ShownFigure[];
  readonly flows: readonly ShownFlow[];
  readonly goals: readonly GoalProgress[];
  /** English titles of the NACE divisions in the flows. */
  readonly divisionTitles: ReadonlyMap<string, string>;
}

export interface CircularityQuestion {
  readonly clusterId: string;
  readonly from: Date;
  readonly to: Date;
  readonly basis: Basis;
  /** Another set than the one in use; for who sees exact figures. Others get what was published, with what it was. */
  readonly factorSet?: string | undefined;
}

type LedgerBasis = Exclude<Basis, 'POTENTIAL'>;

/** What is folded from the ledger; potential is not. */
export const LEDGER_BASES: readonly LedgerBasis[] = ['AGREED', 'DELIVERED', 'VERIFIED'];

/** Folds the ledger into figures; what each viewer gets of them is the domain's rule. */
export class FiguresService {
  constructor(private readonly setting: Setting) {}

  /**
   * Undefined when there is no such cluster or the viewer may not ask; 'no days' when nothing lies between the two
   * instants; 'no set' when no factor set has that name.
   */
  report(
    actor: Actor,
    question: CircularityQuestion & { readonly factorSet?: undefined },
  ): Promise<CircularityView | 'no days' | undefined>;
  report(
    actor: Actor,
    question: CircularityQuestion,
  ): Promise<CircularityView | 'no days' | 'no set' | undefined>;
  async report(
    actor: Actor,
    question: CircularityQuestion,
  ): Promise<CircularityView | 'no days' | 'no set' | undefined> {
    if (!can(actor, { action: 'read figures', clusterId: question.clusterId })) return undefined;
    const span = spanOf(question.from, question.to);
    if (span === undefined) return 'no days';
    // In a transaction of its own, which no reader's rights bear upon.
    const publishedUntil = await closeQuarters(this.setting);
    const work = async (tx: Tx): Promise<CircularityView | 'no set' | undefined> => {
      const [cluster] = await tx.firms.clustersByIds([question.clusterId]);
      if (cluster === undefined) return undefined;
      const factors = (await rulesUnder(tx, this.setting, question.factorSet))?.factors;
      if (factors === undefined) return 'no set';
      const shown = seesExactFigures(actor, cluster.id)
        ? await this.showExact(tx, actor, question, { span, publishedUntil, factors })
        : await this.showPublished(tx, question, span, publishedUntil);
      return this.view(tx, cluster.id, shown);
    };
    return this.setting.store.transaction(actor, work, 'bistrom_figures');
  }

  /** Whether there is such a cluster and the viewer may ever be told of its figures. */
  async isToldOf(actor: Actor, clusterId: string): Promise<boolean> {
    if (!can(actor, { action: 'read figures', clusterId })) return false;
    const found = await this.setting.store.read(actor, (tx) => tx.firms.clustersByIds([clusterId]));
    return found.length > 0;
  }

  /** Fills the cache of every calendar year that the cluster's ledger touches; run by the worker. */
  async refresh(clusterId: string): Promise<void> {
    const work = async (tx: Tx): Promise<void> => {
      await this.keepAll(tx, clusterId);
      await tx.events.appendForCluster({ type: 'figuresRefreshed', clusterId });
    };
    await this.setting.store.transaction(SYSTEM, work, 'bistrom_figures');
  }

  /** Fills the cache of every cluster within a transaction of the installation, with the factors said. */
  async fill(tx: Tx, factors: FactorSet): Promise<void> {
    for (const clusterId of await tx.firms.clusterIds()) await this.keepAll(tx, clusterId, factors);
  }

  /** Folds the years in which something was entered since they were folded last. */
  private async keepAll(tx: Tx, clusterId: string, factors = this.setting.rules.factors): Promise<void> {
    const factorSet = versionOf(factors);
    for (const basis of LEDGER_BASES) {
      const first = await tx.ledger.firstDay(clusterId, basis);
      const last = this.thisYear();
      for (let year = Math.min(last, first === undefined ? last : yearOf(first)); year <= last; year += 1) {
        const span = calendarYear(year);
        if ((await this.kept(tx, clusterId, basis, span, factors)) !== undefined) continue;
        const sums = await tx.ledger.sumsOf(clusterId, basis, span);
        const report = toPlain(this.fold(sums, basis, span, factors));
        await tx.figures.keep(clusterId, basis, span, { ledgerState: sums.position, factorSet, report });
      }
    }
  }

  /** What was folded of a period, unless something that counts in it was entered since. */
  private async kept(
    tx: Tx,
    clusterId: string,
    basis: LedgerBasis,
    span: DaySpan,
    factors: FactorSet,
  ): Promise<PlainFolded | undefined> {
    const cached = await tx.figures.cached(clusterId, basis, span.from, span.to, versionOf(factors));
    if (cached === undefined) return undefined;
    const changedAt = await tx.ledger.changedAt(clusterId, basis, span);
    return changedAt <= BigInt(cached.ledgerState) ? (cached.report as PlainFolded) : undefined;
  }

  /**
   * Closes the quarters that are over; run by the worker, so that no reader waits for it. Where the worker is late the
   * first reader does it, because all answers between two closings must be the same.
   *
   * @returns last day of what is published
   */
  closeQuarters(): Promise<Day> {
    return closeQuarters(this.setting);
  }

  /** Only what is recorded after the quarter before the day is published, until another day is set. */
  publishAfter(actor: Actor, day: Day): Promise<void> {
    mustRun(actor);
    return publishAfter(this.setting, day);
  }

  private thisYear(): number {
    return yearOf(today(this.setting));
  }

  private async folded(
    tx: Tx,
    { clusterId, basis }: CircularityQuestion,
    span: DaySpan,
    factors: FactorSet,
  ): Promise<Folded> {
    if (basis === 'POTENTIAL') return this.potential(tx, clusterId, span, factors);
    const kept = await this.kept(tx, clusterId, basis, span, factors);
    if (kept !== undefined) return fromPlain(kept);
    return this.fold(await tx.ledger.sumsOf(clusterId, basis, span), basis, span, factors);
  }

  private fold(sums: LedgerSums, basis: LedgerBasis, span: DaySpan, factors: FactorSet): Folded {
    return foldedOf(countedFrom(sums, basis, span, { ...this.setting.rules, factors }), basis);
  }

  private async potential(tx: Tx, clusterId: string, span: DaySpan, factors: FactorSet): Promise<Folded> {
    const rules = { ...this.setting.rules, factors };
    const entries = await possibleEntries(tx, clusterId, span, rules);
    return foldedOf(countedIn(entries, 'AGREED', span, rules), 'POTENTIAL');
  }

  /** Every amount as it is now, and a look kept for each firm whose entries it opened. Money as outsiders get it. */
  private async showExact(
    tx: Tx,
    actor: Actor,
    question: CircularityQuestion,
    { span, publishedUntil, factors }: ExactQuestion,
  ): Promise<Shown> {
    const { figures, flows } = await this.folded(tx, question, span, factors);
    await recordLook(tx, actor, question.clusterId, span, firmsIn({ figures, flows }));
    // Days would be subtracted from one another: money goes by calendar years alone.
    const published = areWholeYears(span)
      ? (await this.showPublished(tx, question, span, publishedUntil)).figures
      : [];
    const sealed = new Map(published.filter(isSealed).map((one) => [one.name, one]));
    return {
      factorSet: factors.id,
      period: span,
      publishedUntil: undefined,
      figures: figures.map((one) =>
        isSealed(one) ? (sealed.get(one.name) ?? withheldFigure(one, 'SEALED')) : exactFigure(one),
      ),
      flows: flows.map(exactFlow),
    };
  }

  /** Whole calendar years, in sums of parcels: see decision 0022. */
  private async showPublished(
    tx: Tx,
    { clusterId, basis }: CircularityQuestion,
    span: DaySpan,
    publishedUntil: Day,
  ): Promise<Shown> {
    const years = publicYears(span);
    const inUse = this.setting.rules.factors.id;
    const period = { from: `${years[0]}-01-01`, to: `${years.at(-1)}-12-31` };
    if (basis === 'POTENTIAL') {
      const figures = foldFigures([], basis).map((one) => withheldFigure(one, 'NEVER_PUBLISHED'));
      return { factorSet: inUse, period, publishedUntil, figures, flows: [] };
    }
    const { factorSets, ...publication } = await publicationOf(tx, clusterId, basis, span, publishedUntil);
    const figures = publishedFigures(publication, basis);
    const factorSet = namesOf(factorSets, inUse);
    return { factorSet, period, publishedUntil, figures, flows: publishedFlows(publication) };
  }

  private async view(tx: Tx, clusterId: string, shown: Shown): Promise<CircularityView> {
    const goals = await tx.goals.ofCluster(clusterId);
    const divisions = shown.flows
      .flatMap((flow) => [flow.fromDivision, flow.toDivision])
      .filter((one) => one !== undefined);
    return {
      ...shown,
      clusterId,
      goals: goals.map((goal) => progressOf(goalOf(goal), shown.figures)),
      divisionTitles: await tx.reference.divisionTitles([...new Set(divisions)]),
    };
  }
}

type Shown = Pick<CircularityView, 'factorSet' | 'period' | 'publishedUntil' | 'figures' | 'flows'>;

interface ExactQuestion {
  readonly span: DaySpan;
  readonly publishedUntil: Day;
  readonly factors: FactorSet;
}

/** Factor set and method together: a cached figure of other ones is not used. */
const versionOf = ({ id }: FactorSet): string => `${id}/${METHOD_VERSION}`;

/** Money stays sealed for the cluster's own staff too: only what is published leaves the firms. */
const SEALED: ReadonlySet<FigureName> = new Set(['salesValue']);
export const isSealed = ({ name }: { readonly name: FigureName }): boolean => SEALED.has(name);

const foldedOf = (counted: readonly Counted[], basis: Basis): Folded => ({
  figures: foldFigures(counted, basis),
  flows: foldFlows(counted),
});

const firmsIn = ({ figures, flows }: Folded): readonly string[] => [
  ...new Set([...figures, ...flows].flatMap((one) => [...one.shares.keys()])),
];

/** One row of the look itself, and one for each firm that it told of. */
export async function recordLook(
  tx: Tx,
  { personId, clusters }: Actor,
  clusterId: string,
  span: DaySpan,
  firmIds: readonly string[],
): Promise<void> {
  const role = clusters.find((one) => one.clusterId === clusterId)?.role;
  const look = { personId, what: `figures ${span.from}..${span.to}`, subjectId: clusterId, role, clusterId };
  await tx.looks.record(look);
  await tx.looks.recordForAll(firmIds, look);
}
