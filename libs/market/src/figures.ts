import {
  can,
  countedIn,
  Decimal,
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
  kindOf,
  calendarYear,
  type Actor,
  type Basis,
  type Day,
  type DaySpan,
  type FactorSet,
  type FigureName,
  type Goal,
  type GoalProgress,
  type NewEntry,
  type ShownFigure,
  type ShownFlow,
} from '#domain';
import type { GoalRow, PotentialRow, Tx } from '#store';
import { fromPlain, toPlain, type Folded, type PlainFolded } from './figure-cache.js';
import { closeQuarters, publicationOf, publishAfter } from './publication.js';
import { mustRun } from './permit.js';
import { today, type Setting } from './setting.js';

export interface CircularityView {
  readonly clusterId: string;
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
}

/** What is folded from the ledger; potential is not. */
export const LEDGER_BASES: readonly Exclude<Basis, 'POTENTIAL'>[] = ['AGREED', 'DELIVERED', 'VERIFIED'];

/** Folds the ledger into figures; what each viewer gets of them is the domain's rule. */
export class FiguresService {
  constructor(private readonly setting: Setting) {}

  /** Undefined when there is no such cluster or the viewer may not ask; 'no days' when nothing lies between the two instants. */
  async report(
    actor: Actor,
    question: CircularityQuestion,
  ): Promise<CircularityView | 'no days' | undefined> {
    if (!can(actor, { action: 'read figures', clusterId: question.clusterId })) return undefined;
    const span = spanOf(question.from, question.to);
    if (span === undefined) return 'no days';
    // In a transaction of its own, which no reader's rights bear upon.
    const publishedUntil = await closeQuarters(this.setting);
    const work = async (tx: Tx): Promise<CircularityView | undefined> => {
      const [cluster] = await tx.firms.clustersByIds([question.clusterId]);
      if (cluster === undefined) return undefined;
      const shown = seesExactFigures(actor, cluster.id)
        ? await this.showExact(tx, actor, question, span, publishedUntil)
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

  private async keepAll(tx: Tx, clusterId: string, factors = this.setting.rules.factors): Promise<void> {
    for (const basis of LEDGER_BASES) {
      // Asked before the entries: one that commits in between makes the cache unused, never wrong.
      const ledgerState = await tx.ledger.state();
      const entries = await tx.ledger.ofCluster(clusterId, basis);
      const first = entries.reduce(
        (year, entry) => Math.min(year, yearOf(entry.occurredOn)),
        this.thisYear(),
      );
      for (let year = first; year <= this.thisYear(); year += 1) {
        const span = calendarYear(year);
        const report = toPlain(this.fold(entries, basis, span, factors));
        await tx.figures.keep(clusterId, basis, span, { ledgerState, factorSet: versionOf(factors), report });
      }
    }
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

  private async folded(tx: Tx, clusterId: string, basis: Basis, span: DaySpan): Promise<Folded> {
    const { rules } = this.setting;
    if (basis === 'POTENTIAL') return this.potential(tx, clusterId, span);
    const cached = await tx.figures.cached(clusterId, basis, span.from, span.to, versionOf(rules.factors));
    if (cached !== undefined && cached.ledgerState === (await tx.ledger.state()))
      return fromPlain(cached.report as PlainFolded);
    return this.fold(await tx.ledger.ofCluster(clusterId, basis), basis, span);
  }

  private fold(
    entries: readonly NewEntry[],
    basis: Basis,
    span: DaySpan,
    factors = this.setting.rules.factors,
  ): Folded {
    const counted = countedIn(entries, basis, span, { ...this.setting.rules, factors });
    return { figures: foldFigures(counted, basis), flows: foldFlows(counted) };
  }

  private async potential(tx: Tx, clusterId: string, span: DaySpan): Promise<Folded> {
    const rows = await tx.matches.potentialOf(clusterId);
    const entries = rows.map((row) => this.potentialEntry(row, span));
    const counted = countedIn(entries, 'AGREED', span, this.setting.rules);
    return { figures: foldFigures(counted, 'POTENTIAL'), flows: foldFlows(counted) };
  }

  /** A match as if it were agreed for the whole period. */
  private potentialEntry(row: PotentialRow, span: DaySpan): NewEntry {
    const material = this.setting.rules.materials.get(row.by_product_code);
    const { ratio, treatment, displaces } = row.link;
    return {
      exchange: {
        agreementId: row.id,
        giverFirmId: row.offer_firm_id,
        takerFirmId: row.need_firm_id,
        giverDivision: row.giver_division,
        takerDivision: row.taker_division,
        offerId: row.offer_id,
        offerVersion: row.offer_version,
        needId: row.need_id,
        needVersion: row.need_version,
        byProductCode: row.by_product_code,
        inputCode: row.input_code,
        ratio,
        treatment,
        displaces,
        ruleSet: row.rule_set,
        factorSet: row.factor_set,
      },
      kind: 'agreed',
      basis: 'AGREED',
      unitKind: kindOf(material?.unit ?? 't'),
      amountBase: new Decimal(row.yearly_base),
      roadKm: new Decimal(row.road_km.toFixed(1)),
      occurredOn: span.from,
      yearly: true,
      endsOn: span.to,
      methodVersion: METHOD_VERSION,
    };
  }

  /** Every amount as it is now, and a look kept for each firm whose entries it opened. Money as outsiders get it. */
  private async showExact(
    tx: Tx,
    actor: Actor,
    question: CircularityQuestion,
    span: DaySpan,
    publishedUntil: Day,
  ): Promise<Shown> {
    const { figures, flows } = await this.folded(tx, question.clusterId, question.basis, span);
    await recordLook(tx, actor, question.clusterId, span, firmsIn({ figures, flows }));
    const published = await this.showPublished(tx, question, span, publishedUntil);
    const sealed = new Map(published.figures.filter(isSealed).map((one) => [one.name, one]));
    return {
      period: span,
      publishedUntil: undefined,
      figures: figures.map((one) => {
        if (!isSealed(one)) return exactFigure(one);
        return (isWhole(span) && sealed.get(one.name)) || withheldFigure(one, 'SEALED');
      }),
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
    const period = { from: `${years[0]}-01-01`, to: `${years.at(-1)}-12-31` };
    if (basis === 'POTENTIAL') {
      const figures = foldFigures([], basis).map((one) => withheldFigure(one, 'NEVER_PUBLISHED'));
      return { period, publishedUntil, figures, flows: [] };
    }
    const publication = await publicationOf(tx, clusterId, basis, span, publishedUntil);
    const figures = publishedFigures(publication, basis);
    return { period, publishedUntil, figures, flows: publishedFlows(publication) };
  }

  private async view(tx: Tx, clusterId: string, shown: Shown): Promise<CircularityView> {
    const goals = await tx.firms.goalsOf(clusterId);
    const divisions = shown.flows
      .flatMap((flow) => [flow.fromDivision, flow.toDivision])
      .filter((one) => one !== undefined);
    return {
      ...shown,
      clusterId,
      factorSet: this.setting.rules.factors.id,
      goals: goals.map((goal) => progressOf(goalOf(goal), shown.figures)),
      divisionTitles: await tx.reference.divisionTitles([...new Set(divisions)]),
    };
  }
}

type Shown = Pick<CircularityView, 'period' | 'publishedUntil' | 'figures' | 'flows'>;

/** Factor set and method together: a cached figure of other ones is not used. */
const versionOf = ({ id }: FactorSet): string => `${id}/${METHOD_VERSION}`;

/** Money stays sealed for the cluster's own staff too: only what is published leaves the firms. */
const SEALED: ReadonlySet<FigureName> = new Set(['salesValue']);
const isSealed = ({ name }: { readonly name: FigureName }): boolean => SEALED.has(name);

/** Days would be subtracted from one another: money goes by calendar years alone. */
const isWhole = ({ from, to }: DaySpan): boolean => from.endsWith('-01-01') && to.endsWith('-12-31');

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

const goalOf = (row: GoalRow): Goal => ({ ...row, figure: row.figure as FigureName });
