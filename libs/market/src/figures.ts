import {
  can,
  countedIn,
  Decimal,
  differenceOf,
  foldFigures,
  foldFlows,
  METHOD_VERSION,
  pointsAtFirm,
  progressOf,
  publicYears,
  seesExactFigures,
  showFigure,
  showFlows,
  spanOf,
  SYSTEM,
  yearOf,
  kindOf,
  type Actor,
  type Basis,
  type DaySpan,
  type FigureName,
  type FoldedFigure,
  type FoldedFlow,
  type Goal,
  type GoalProgress,
  type NewEntry,
  type ShownFigure,
  type ShownFlow,
} from '#domain';
import type { GoalRow, PotentialRow, Tx } from '#store';
import { fromPlain, toPlain, type Folded, type PlainFolded } from './figure-cache.js';
import { today, type Setting } from './setting.js';

export interface CircularityView {
  readonly clusterId: string;
  readonly factorSet: string;
  /** The days actually covered: outsiders get whole calendar years. */
  readonly period: DaySpan;
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

const CACHED_BASES: readonly Exclude<Basis, 'POTENTIAL'>[] = ['AGREED', 'DELIVERED', 'VERIFIED'];

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
    const work = async (tx: Tx): Promise<CircularityView | undefined> => {
      const [cluster] = await tx.firms.clustersByIds([question.clusterId]);
      if (cluster === undefined) return undefined;
      const exact = seesExactFigures(actor, cluster.id);
      if (exact)
        await tx.looks.record({
          personId: actor.personId,
          what: `figures ${span.from}..${span.to}`,
          subjectId: cluster.id,
        });
      const shown = exact
        ? showExact(span, await this.folded(tx, cluster.id, question.basis, span))
        : await this.showPublic(tx, question, span);
      return this.view(tx, cluster.id, shown);
    };
    return this.setting.store.transaction(actor, work, 'bistrom_figures');
  }

  /** Fills the cache of every calendar year that the cluster's ledger touches; run by the worker. */
  async refresh(clusterId: string): Promise<void> {
    const work = async (tx: Tx): Promise<void> => {
      for (const basis of CACHED_BASES) {
        // Asked before the entries: one that commits in between makes the cache unused, never wrong.
        const ledgerState = await tx.ledger.state();
        const entries = await tx.ledger.ofCluster(clusterId, basis);
        const first = entries.reduce(
          (year, entry) => Math.min(year, yearOf(entry.occurredOn)),
          this.thisYear(),
        );
        for (let year = first; year <= this.thisYear(); year += 1) {
          const span = calendarYear(year);
          const report = toPlain(this.fold(entries, basis, span));
          await tx.figures.keep(clusterId, basis, span, { ledgerState, factorSet: this.version(), report });
        }
      }
    };
    await this.setting.store.transaction(SYSTEM, work, 'bistrom_figures');
  }

  private thisYear(): number {
    return yearOf(today(this.setting));
  }

  /** Factor set and method together: a cached figure of other ones is not used. */
  private version(): string {
    return `${this.setting.rules.factors.id}/${METHOD_VERSION}`;
  }

  private async folded(tx: Tx, clusterId: string, basis: Basis, span: DaySpan): Promise<Folded> {
    if (basis === 'POTENTIAL') return this.potential(tx, clusterId, span);
    const cached = await tx.figures.cached(clusterId, basis, span.from, span.to);
    if (cached?.factorSet === this.version() && cached.ledgerState === (await tx.ledger.state())) {
      return fromPlain(cached.report as PlainFolded);
    }
    return this.fold(await tx.ledger.ofCluster(clusterId, basis), basis, span);
  }

  private fold(entries: readonly NewEntry[], basis: Basis, span: DaySpan): Folded {
    const counted = countedIn(entries, basis, span, this.setting.rules);
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

  /** Whole calendar years, each number of which stands on the rule by itself, so that none is found by subtraction. */
  private async showPublic(tx: Tx, question: CircularityQuestion, span: DaySpan): Promise<Shown> {
    const years = publicYears(span);
    const whole = { from: years[0]?.from ?? span.from, to: years.at(-1)?.to ?? span.to };
    const total = await this.folded(tx, question.clusterId, question.basis, whole);
    const parts = new Map([[whole, total]]);
    if (years.length > 1) {
      for (const year of years)
        parts.set(year, await this.folded(tx, question.clusterId, question.basis, year));
    }
    const closed = await this.closedIn(tx, question, parts);
    return {
      period: whole,
      figures: total.figures.map((one) => showFigure(one, false, closed.has(one.name))),
      flows: showFlows(total.flows, false, (flow) => closed.has(flowKey(flow))),
    };
  }

  /** Names of figures and flows that point at a firm in one of the periods, or by what is delivered but not yet verified. */
  private async closedIn(
    tx: Tx,
    { clusterId, basis }: CircularityQuestion,
    parts: ReadonlyMap<DaySpan, Folded>,
  ): Promise<ReadonlySet<string>> {
    const closed = new Set<string>();
    for (const [span, folded] of parts) {
      const part = numbersOf(folded);
      const whole =
        basis === 'VERIFIED' ? numbersOf(await this.folded(tx, clusterId, 'DELIVERED', span)) : part;
      for (const [name, shared] of part) {
        const wider = whole.get(name) ?? shared;
        if (pointsAtFirm(shared) || pointsAtFirm(differenceOf(wider, shared))) closed.add(name);
      }
    }
    return closed;
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

interface Shown {
  readonly period: DaySpan;
  readonly figures: readonly ShownFigure[];
  readonly flows: readonly ShownFlow[];
}

/** Money stays sealed for the cluster's own staff too: only a sum that points at no firm leaves the firms. */
const SEALED: ReadonlySet<FigureName> = new Set(['salesValue']);

const showExact = (period: DaySpan, { figures, flows }: Folded): Shown => ({
  period,
  figures: figures.map((one) => showFigure(one, !SEALED.has(one.name))),
  flows: showFlows(flows, true),
});

/** Sums and flows by name. Counts are left out: they tell how many, and no amount. */
const numbersOf = ({ figures, flows }: Folded): ReadonlyMap<string, FoldedFigure | FoldedFlow> =>
  new Map<string, FoldedFigure | FoldedFlow>([
    ...figures.filter((one) => one.unit !== '1').map((one) => [one.name, one] as const),
    ...flows.map((flow) => [flowKey(flow), flow] as const),
  ]);

const calendarYear = (year: number): DaySpan => ({ from: `${year}-01-01`, to: `${year}-12-31` });
const flowKey = (flow: FoldedFlow): string =>
  [flow.fromDivision, flow.toDivision, flow.materialCode, flow.unit].join('|');
const goalOf = (row: GoalRow): Goal => ({ ...row, figure: row.figure as FigureName });
