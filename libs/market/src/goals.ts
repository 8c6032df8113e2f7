import { randomUUID } from 'node:crypto';
import {
  baselineSourceOf,
  clusterEvidence,
  forecastOf,
  forecastReadings,
  GOAL_PRESETS,
  GOAL_UNITS,
  goalProblems,
  ownEvidence,
  problem,
  progressOf,
  seesExactFigures,
  spanOf,
  yearUpTo,
  type Actor,
  type Basis,
  type Day,
  type DaySpan,
  type ForecastReadings,
  type Goal,
  type GoalEvidence,
  type GoalProgress,
  type GoalWish,
  type LedgerReading,
  type NewEntry,
  type Problem,
  type Rules,
  type WithheldReason,
} from '#domain';
import type { GoalRow, Place, Tx } from '#store';
import { baselineFor, type Baseline } from './baselines.js';
import type { FiguresService } from './figures.js';
import { goalOf, type FirmGoalView, type GoalView } from './goal-view.js';
import { managedPlace } from './managed.js';
import { once, type Once } from './once.js';
import { done, invalid, notFound, type Outcome } from './outcome.js';
import { actingFirm } from './permit.js';
import { rulesUnder, today, type Setting } from './setting.js';

/** Whose goal is set, and how a retry of it is known. */
interface Call {
  /** The firm acted for where none is named. */
  readonly clusterId?: string | undefined;
  readonly key?: string | undefined;
}

/** A goal as it is asked for; without a baseline it is taken from what is stated of the year. */
export interface GoalRequest extends Omit<GoalWish, 'baseline'> {
  readonly baseline?: GoalWish['baseline'] | undefined;
  /** The goal in whose place it stands from now on. */
  readonly replaces?: string | undefined;
}

export interface PresetRequest {
  readonly baselineYear: number;
  readonly dueOn: Day;
  readonly scope: string;
}

interface GoalQuestion {
  readonly clusterId: string;
  readonly from: Date;
  readonly to: Date;
  /** Another factor set than the one in use; for who sees exact figures. */
  readonly factorSet?: string | undefined;
}

const PAST_BASIS = 'DELIVERED';
/** Of these staff get what is published, or nothing: see decision 0022. */
const MONEY: ReadonlySet<string> = new Set(['salesValue', 'costSaved']);

/** Goals of clusters and firms, and what exchanges add to them; see docs/decisions/0036. */
export class GoalsService {
  constructor(
    private readonly setting: Setting,
    private readonly figures: FiguresService,
  ) {}

  /** One goal, by the staff of the cluster named or the administrators of the firm acted for. */
  async set(
    actor: Actor,
    request: GoalRequest,
    { clusterId, key }: Call,
  ): Promise<Outcome<readonly GoalRow[]>> {
    const place = managedPlace(actor, clusterId, 'state totals');
    if (!place.ok) return place;
    return this.change(
      actor,
      place.value,
      { operation: 'setGoal', key, input: { clusterId, ...request } },
      async (tx) => oneRow(await this.rowOf(tx, actor, place.value, request)),
    );
  }

  /** The clusters' own three goals with baselines taken, or none; each in the place of a goal of its figure. */
  async setPresets(
    actor: Actor,
    request: PresetRequest,
    { clusterId, key }: Call,
  ): Promise<Outcome<readonly GoalRow[]>> {
    const place = managedPlace(actor, clusterId, 'state totals');
    if (!place.ok) return place;
    const call = { operation: 'setPresetGoals', key, input: { clusterId, ...request } };
    return this.change(actor, place.value, call, async (tx) => {
      const standing = await standingOf(tx, place.value);
      const rows: GoalRow[] = [];
      const problems: Problem[] = [];
      for (const preset of GOAL_PRESETS) {
        const replaces = standing.find((one) => one.figure === preset.figure)?.id;
        const wish = { ...preset, ...request, unit: GOAL_UNITS[preset.figure], replaces };
        const row = await this.rowOf(tx, actor, place.value, wish);
        if (row.ok) rows.push(row.value);
        else if (row.refusal.kind === 'validation') problems.push(...row.refusal.problems);
        else return row;
      }
      return problems.length === 0 ? done(rows) : invalid(uniqueProblems(problems));
    });
  }

  /** Goals of the firm acted for that stand, with what its exchanges between two instants add to them. */
  async ofFirm(actor: Actor, from: Date, to: Date): Promise<Outcome<readonly FirmGoalView[]>> {
    const firm = actingFirm(actor, 'read');
    if (!firm.ok) return firm;
    const firmId = firm.value;
    const span = spanOf(from, to);
    if (span === undefined) return invalid([problem('to', 'Later than from by at least a day.')]);
    const rows = await this.setting.store.read(actor, (tx) => tx.goals.ofFirm(firmId));
    const names = await this.namesOf(actor, rows);
    return this.setting.store.read(actor, async (tx) => {
      const read = (basis: ReadingBasis, period: DaySpan) => tx.ledger.ofFirms([firmId], basis, period);
      const evidence = (reading: LedgerReading) => ownEvidence(firmId, reading, this.setting.rules);
      const during = async (basis: 'DELIVERED' | 'VERIFIED') =>
        evidence({ entries: await read(basis, span), basis, period: span });
      const [delivered, verified] = [await during('DELIVERED'), await during('VERIFIED')];
      const forecasts = await this.forecasts(rows.map(goalOf), read, evidence);
      const views = rows.map((row, at): FirmGoalView => {
        const goal = goalOf(row);
        return {
          ...told(row, names),
          goal,
          delivered: progressOf(goal, delivered),
          verified: progressOf(goal, verified),
          forecast: forecasts[at],
        };
      });
      return done(views);
    });
  }

  /**
   * What delivered and verified exchanges of a period add to a cluster's goals, and what they will by the due date. Staff
   * get it exactly, money as it is published; others what is published, and no forecast.
   */
  async ofCluster(actor: Actor, question: GoalQuestion): Promise<ReadonlyMap<string, GoalView>> {
    const { clusterId } = question;
    const exact = seesExactFigures(actor, clusterId);
    const { store } = this.setting;
    const { rows, rules } = await store.read(
      actor,
      async (tx) => ({
        rows: await tx.goals.ofCluster(clusterId),
        rules: (await rulesUnder(tx, this.setting, question.factorSet)) ?? this.setting.rules,
      }),
      'bistrom_figures',
    );
    const delivered = await this.evidenceOf(actor, question, 'DELIVERED', rules);
    const verified = await this.evidenceOf(actor, question, 'VERIFIED', rules);
    const names = exact ? await this.namesOf(actor, rows) : new Map<string, string>();
    const goals = rows.map(goalOf);
    const evidence = (reading: LedgerReading) => sealed(clusterEvidence(reading, rules));
    const forecasts = exact
      ? await store.read(
          actor,
          (tx) =>
            this.forecasts(goals, (basis, days) => tx.ledger.ofCluster(clusterId, basis, days), evidence),
          'bistrom_figures',
        )
      : goals.map((goal) => unforetold(goal, today(this.setting)));
    return new Map(
      rows.map((row, at): [string, GoalView] => {
        const goal = goalOf(row);
        const view = {
          ...told(row, names),
          delivered: progressOf(goal, delivered),
          verified: progressOf(goal, verified),
          forecast: forecasts[at],
        };
        return [row.id, view];
      }),
    );
  }

  /** Figures as the viewer may see them; to the cluster's own with the indicators beside them, but for money. */
  private async evidenceOf(
    actor: Actor,
    question: GoalQuestion,
    basis: 'DELIVERED' | 'VERIFIED',
    rules: Rules,
  ): Promise<readonly GoalEvidence[]> {
    const { clusterId } = question;
    const report = await this.figures.report(actor, { ...question, basis });
    if (typeof report !== 'object') return [];
    if (!seesExactFigures(actor, clusterId)) return report.figures;
    const reading = await this.setting.store.transaction(
      actor,
      async (tx): Promise<LedgerReading> => {
        const entries = await tx.ledger.ofCluster(clusterId, basis, report.period);
        return { entries, basis, period: report.period };
      },
      'bistrom_figures',
    );
    const beside = clusterEvidence(reading, rules).filter(({ name }) => !MONEY.has(name));
    return [...beside, ...report.figures.filter(({ name }) => MONEY.has(name))];
  }

  /** Of each goal what will have been added by its due date; undefined of one that is due. */
  private async forecasts(
    goals: readonly Goal[],
    read: ReadLedger,
    evidence: (reading: LedgerReading) => readonly GoalEvidence[],
  ): Promise<readonly (GoalProgress | undefined)[]> {
    const now = today(this.setting);
    const year = yearUpTo(now);
    const isAhead = ({ dueOn }: Goal): boolean => dueOn > now;
    const past = goals.some(isAhead) ? await read(PAST_BASIS, year) : [];
    const forecastFor = async (goal: Goal): Promise<GoalProgress | undefined> => {
      if (!isAhead(goal)) return undefined;
      const { dueOn } = goal;
      const agreed = await read('AGREED', { from: year.from, to: dueOn });
      const days = { dueOn, today: now };
      const readings = forecastReadings([...agreed, ...past], PAST_BASIS, days, this.setting.rules);
      return forecastOf(goal, eachOf(readings, evidence));
    };
    const forecasts: (GoalProgress | undefined)[] = [];
    // One after the other: they share one connection.
    for (const goal of goals) forecasts.push(await forecastFor(goal));
    return forecasts;
  }

  private async change(
    actor: Actor,
    place: Place,
    call: Once,
    rowsOf: (tx: Tx) => Promise<Outcome<readonly GoalRow[]>>,
  ): Promise<Outcome<readonly GoalRow[]>> {
    const { store } = this.setting;
    const kept = await store.transaction(actor, (tx) =>
      once(tx, actor, call, async () => {
        await tx.goals.lock('clusterId' in place ? place.clusterId : place.firmId);
        const rows = await rowsOf(tx);
        if (!rows.ok) return rows;
        for (const row of rows.value) await tx.goals.insert(row);
        return done({ ids: rows.value.map((row) => row.id) });
      }),
    );
    if (!kept.ok) return kept;
    const rows = await store.read(actor, async (tx) => {
      const found: (GoalRow | null)[] = [];
      for (const id of kept.value.ids) found.push(await tx.goals.byId(id));
      return found;
    });
    return done(rows.flatMap((row) => row ?? []));
  }

  /** The goal as it would stand. */
  private async rowOf(
    tx: Tx,
    actor: Actor,
    place: Place,
    { replaces, baseline: stated, ...wish }: GoalRequest,
  ): Promise<Outcome<GoalRow>> {
    if (replaces !== undefined && !(await standingOf(tx, place)).some((one) => one.id === replaces))
      return notFound('goal');
    const source = baselineSourceOf(wish.figure);
    const { value: baseline, scope }: Baseline =
      stated === undefined
        ? await baselineFor(tx, place, source, wish.baselineYear)
        : { value: stated, scope: '' };
    if (baseline === undefined)
      return invalid([problem('input.baseline', `State a baseline for ${wish.name.trim()}: ${scope}`)]);
    const problems = goalProblems({ ...wish, baseline }, today(this.setting));
    if (problems.length > 0) return invalid(problems);
    return done({
      ...wish,
      id: randomUUID(),
      name: wish.name.trim(),
      scope: `${wish.scope.trim()} ${scope}`.trim(),
      baseline,
      clusterId: 'clusterId' in place ? place.clusterId : null,
      firmId: 'firmId' in place ? place.firmId : null,
      setBy: actor.personId,
      setAt: this.setting.clock(),
      replaces: replaces ?? null,
    });
  }

  /** Who set the goals, as far as the actor may know them by name. */
  private async namesOf(actor: Actor, rows: readonly GoalRow[]): Promise<ReadonlyMap<string, string>> {
    const ids = [...new Set(rows.flatMap((row) => row.setBy ?? []))];
    if (ids.length === 0) return new Map();
    return this.setting.store.read(actor, (tx) => tx.goals.namesOf(ids), 'bistrom_members');
  }
}

const oneRow = (row: Outcome<GoalRow>): Outcome<readonly GoalRow[]> => (row.ok ? done([row.value]) : row);

type ReadingBasis = Exclude<Basis, 'POTENTIAL'>;
type ReadLedger = (basis: ReadingBasis, days: DaySpan) => Promise<readonly NewEntry[]>;

const standingOf = (tx: Tx, place: Place): Promise<readonly GoalRow[]> =>
  'clusterId' in place ? tx.goals.ofCluster(place.clusterId) : tx.goals.ofFirm(place.firmId);

const told = (
  row: GoalRow,
  names: ReadonlyMap<string, string>,
): Pick<GoalView, 'setAt' | 'setBy' | 'replaces'> => ({
  setAt: row.setAt,
  setBy: names.get(row.setBy ?? ''),
  replaces: row.replaces ?? undefined,
});

const eachOf = (
  { promised, kept, lots }: ForecastReadings,
  evidence: (reading: LedgerReading) => readonly GoalEvidence[],
) => ({ promised: evidence(promised), kept: evidence(kept), lots: evidence(lots) });

const hide = (one: GoalEvidence, reason: WithheldReason): GoalEvidence => ({
  name: one.name,
  value: undefined,
  withheld: true,
  reason,
});

const sealed = (all: readonly GoalEvidence[]): readonly GoalEvidence[] =>
  all.map((one) => (MONEY.has(one.name) ? hide(one, 'SEALED') : one));

/** What agreements promise changes with each of them, and is never published. */
const unforetold = (goal: Goal, now: Day): GoalProgress | undefined => {
  if (goal.dueOn <= now) return undefined;
  const nothing = { contribution: undefined, low: undefined, high: undefined, share: undefined };
  return { ...progressOf(goal, []), ...nothing, withheld: true, reason: 'NEVER_PUBLISHED', missing: [] };
};

/** What all three goals share is wrong in each of them, and told once. */
const uniqueProblems = (problems: readonly Problem[]): readonly Problem[] => [
  ...new Map(problems.map((one) => [`${one.path.join('.')} ${one.message}`, one])).values(),
];
