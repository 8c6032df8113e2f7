import { randomUUID } from 'node:crypto';
import {
  Decimal,
  plain,
  planRequestProblems,
  planStatesBefore,
  yearOf,
  type Actor,
  type PlanRequest,
  type PlanState,
  type PlanTotals,
  type Point,
} from '#domain';
import type {
  PageRow,
  PlanFlowRecord,
  PlanListingRecord,
  PlanPlantRecord,
  PlanResult,
  PlanRow,
  Tx,
} from '#store';
import { makePlan } from './jobs.js';
import { once } from './once.js';
import { conflict, done, invalid, notFound, type Outcome } from './outcome.js';
import type { Page } from './reading.js';
import { today, type Setting } from './setting.js';
import { worksFor } from './workbench.js';

/** A plan as it was asked for, and how far it is. */
export interface PlanView extends Omit<PlanRequest, 'fixedCostNok' | 'mostTonneKm'> {
  readonly id: string;
  /** Plain notation. */
  readonly fixedCostNok: string;
  readonly mostTonneKm: string | undefined;
  readonly state: PlanState;
  /** 0 to 100. */
  readonly progress: number;
  readonly failure: string | undefined;
  readonly requestedAt: Date;
  readonly endedAt: Date | undefined;
}

/** What became of a flow that was suggested: TOLD to both firms, TALKED over, AGREED, or LAPSED. */
export const SUGGESTION_STATES = Object.freeze(['TOLD', 'PROPOSED', 'AGREED', 'LAPSED'] as const);
export type SuggestionState = (typeof SUGGESTION_STATES)[number];

export interface PlanFlowView extends Pick<
  PlanFlowRecord,
  'id' | 'offerId' | 'needId' | 'unit' | 'mode' | 'km' | 'plantId'
> {
  /** Own units of the by-product, a year; plain notation, as all amounts. */
  readonly amount: string;
  readonly nok: string;
  readonly co2eKg: string;
  readonly treatment: string | undefined;
  readonly suggested: SuggestionState | undefined;
}

interface PlanListingView extends Pick<PlanListingRecord, 'id' | 'side' | 'unit' | 'siteId'> {
  readonly amount: string;
  readonly used: string;
  /** What one more unit would bring, in what the plan aims at. */
  readonly worth: string;
  /** How much more another is worth, where some is left and something could take it. */
  readonly outbidBy: string | undefined;
}

/** A plant of a firm of the clusters, and what the plan does with it; tonnes a year in plain notation. */
export interface PlanPlantView extends Pick<PlanPlantRecord, 'id' | 'treatment'> {
  /** Undefined where the firm is not in the viewer's clusters any more. */
  readonly firm: string | undefined;
  readonly site: PlantSite | undefined;
  readonly capacity: string;
  readonly used: string;
  /** What one more tonne a year would bring, in what the plan aims at. */
  readonly worth: string;
}

interface PlantSite extends Point {
  readonly name: string;
}

interface PlanTotalsView {
  readonly nok: string;
  readonly co2eKg: string;
  readonly tonnes: string;
  readonly tonneKm: string;
  readonly links: number;
}

export interface PlanResultView {
  readonly flows: readonly PlanFlowView[];
  readonly listings: readonly PlanListingView[];
  readonly plants: readonly PlanPlantView[];
  readonly planned: PlanTotalsView;
  readonly greedy: PlanTotalsView;
  readonly today: PlanTotalsView;
  /** In what the plan aims at. */
  readonly total: string;
  readonly bound: string;
  readonly greedyTotal: string;
  /** Share of the bound, 0 to 1. */
  readonly gap: number;
  readonly candidates: number;
  readonly leastPerTonneKm: string | undefined;
  /** What one more tonne-kilometre would bring where they are limited, in what the plan aims at. */
  readonly worthPerTonneKm: string | undefined;
  readonly solver: string;
  readonly missing: readonly string[];
  readonly factorSet: string;
  readonly priceSet: string;
}

export interface Planned {
  readonly planId: string;
}

const ROLE = 'bistrom_workbench';

/** Whether the actor is staff of every cluster of a plan: it tells amounts of all of them. */
const mayPlan = (actor: Actor, clusterIds: readonly string[]): boolean =>
  clusterIds.every((one) => worksFor(actor, one));

/** What staff ask of plans and read of them. To who is not staff of all clusters of one there is none. */
export class PlansService {
  constructor(private readonly setting: Setting) {}

  async request(actor: Actor, input: PlanRequest, idempotencyKey?: string): Promise<Outcome<Planned>> {
    if (!mayPlan(actor, input.clusterIds)) return notFound('cluster');
    const clusterIds = [...new Set(input.clusterIds)].sort();
    const problems = planRequestProblems({ ...input, clusterIds }, Number(yearOf(today(this.setting))));
    if (problems.length > 0) return invalid(problems);
    const call = { operation: 'requestPlan', key: idempotencyKey, input };
    return this.setting.store.transaction(
      actor,
      (tx) =>
        once(tx, actor, call, async () => {
          if (await tx.plans.isUnderWay(clusterIds))
            return conflict('A plan of one of these clusters is being made; wait for it, or cancel it.');
          const id = randomUUID();
          await tx.plans.insert({
            ...input,
            id,
            clusterIds,
            fixedCostNok: plain(input.fixedCostNok),
            mostTonneKm: input.mostTonneKm === undefined ? null : plain(input.mostTonneKm),
            requestedBy: actor.personId,
            requestedAt: this.setting.clock(),
          });
          await tx.jobs.request([makePlan(id)]);
          return done({ planId: id });
        }),
      ROLE,
    );
  }

  cancel(actor: Actor, id: string, idempotencyKey?: string): Promise<Outcome<Planned>> {
    const call = { operation: 'cancelPlan', key: idempotencyKey, input: { id } };
    return this.setting.store.transaction(
      actor,
      (tx) =>
        once(tx, actor, call, async () => {
          const plan = await tx.plans.byId(id);
          if (plan === undefined || !mayPlan(actor, plan.clusterIds)) return notFound('plan');
          const ended = await tx.plans.cancel(id, planStatesBefore('CANCELLED'), this.setting.clock());
          return ended
            ? done({ planId: id })
            : conflict(`The plan is ${plan.state} and cannot be cancelled any more.`);
        }),
      ROLE,
    );
  }

  async plan(actor: Actor, id: string): Promise<PlanView | undefined> {
    const row = await this.setting.store.read(actor, (tx) => tx.plans.byId(id), ROLE);
    return row && mayPlan(actor, row.clusterIds) ? planView(row) : undefined;
  }

  /** Newest first; of several clusters only to who is staff of all. */
  async plans(actor: Actor, clusterId: string, first: number, after?: PageRow): Promise<Page<PlanView>> {
    if (!worksFor(actor, clusterId)) return { rows: [], hasNext: false };
    const read = this.setting.store.read(
      actor,
      (tx) => tx.plans.ofCluster(clusterId, first + 1, after),
      ROLE,
    );
    const found = (await read).filter((row) => mayPlan(actor, row.clusterIds));
    const rows = found.slice(0, first).map((row) => ({ node: planView(row), key: row }));
    return { rows, hasNext: found.length > first };
  }

  /** What came of a plan; a look is kept for each firm whose amounts are in it, as for figures. */
  async result(actor: Actor, id: string): Promise<PlanResultView | undefined> {
    const { store } = this.setting;
    const found = await store.transaction(
      actor,
      async (tx) => {
        const plan = await tx.plans.byId(id);
        if (!plan?.result || !mayPlan(actor, plan.clusterIds)) return undefined;
        const suggested = await tx.plans.suggestedOf(id);
        const states = new Map(suggested.map((one) => [one.flowId, SUGGESTED[one.state] ?? 'LAPSED']));
        for (const clusterId of plan.clusterIds) {
          const look = { personId: actor.personId, subjectId: clusterId, role: 'cluster_staff', clusterId };
          const { listings, plants = [] } = plan.result;
          const firmIds = [...new Set([...listings, ...plants].map((one) => one.firmId))];
          await tx.looks.recordForAll(firmIds, { ...look, what: `figures plan ${today(this.setting)}` });
        }
        return { result: plan.result, states };
      },
      ROLE,
    );
    if (found === undefined) return undefined;
    const plants = await store.read(actor, (tx) => plantViews(tx, found.result.plants ?? []));
    return resultView(found.result, found.states, plants);
  }
}

/** With the names of those that the actor may know. */
async function plantViews(tx: Tx, plants: readonly PlanPlantRecord[]): Promise<readonly PlanPlantView[]> {
  const firms = await tx.firms.byIds([...new Set(plants.map((one) => one.firmId))]);
  const sites = await tx.firms.sitesByIds([...new Set(plants.map((one) => one.siteId))]);
  const names = new Map(firms.map(({ id, name }) => [id, name]));
  const places = new Map(
    sites.map(({ id, name, latitude, longitude }) => [id, { name, latitude, longitude }]),
  );
  return plants.map((one) => ({
    id: one.id,
    treatment: one.treatment,
    firm: names.get(one.firmId),
    site: places.get(one.siteId),
    capacity: rounded(one.capacity, 3),
    used: rounded(one.used, 3),
    worth: rounded(one.worth, 2),
  }));
}

const SUGGESTED: Readonly<Partial<Record<string, SuggestionState>>> = {
  OPEN: 'TOLD',
  NEGOTIATING: 'PROPOSED',
  AGREED: 'AGREED',
};

const planView = ({ failure, endedAt, ...row }: PlanRow): PlanView => ({
  id: row.id,
  clusterIds: row.clusterIds,
  objective: row.objective,
  withTreatment: row.withTreatment,
  fixedCostNok: row.fixedCostNok,
  mostTonneKm: row.mostTonneKm ?? undefined,
  year: row.year,
  state: row.state,
  progress: row.progress,
  failure: failure ?? undefined,
  requestedAt: row.requestedAt,
  endedAt: endedAt ?? undefined,
});

/** Floats of the solver as people read them. */
const rounded = (value: number, digits: number): string => plain(new Decimal(value).toDecimalPlaces(digits));

const totalsView = ({ nok, co2eKg, tonnes, tonneKm, links }: PlanTotals): PlanTotalsView => ({
  nok: rounded(nok, 0),
  co2eKg: rounded(co2eKg, 0),
  tonnes: rounded(tonnes, 3),
  tonneKm: rounded(tonneKm, 0),
  links,
});

const resultView = (
  result: PlanResult,
  states: ReadonlyMap<string, SuggestionState>,
  plants: readonly PlanPlantView[],
): PlanResultView => ({
  plants,
  flows: result.flows.map((flow) => flowView(flow, states.get(flow.id))),
  listings: result.listings.map(listingView),
  planned: totalsView(result.plan),
  greedy: totalsView(result.greedy),
  today: totalsView(result.today),
  total: rounded(result.total, 0),
  bound: rounded(result.bound, 0),
  greedyTotal: rounded(result.greedyTotal, 0),
  gap: result.gap,
  candidates: result.candidates,
  leastPerTonneKm: result.leastPerTonneKm === null ? undefined : rounded(result.leastPerTonneKm, 2),
  worthPerTonneKm: result.worthPerTonneKm === undefined ? undefined : rounded(result.worthPerTonneKm, 4),
  solver: result.solver,
  missing: result.missing,
  factorSet: result.factorSet,
  priceSet: result.priceSet,
});

const flowView = (flow: PlanFlowRecord, suggested: SuggestionState | undefined): PlanFlowView => ({
  id: flow.id,
  offerId: flow.offerId,
  needId: flow.needId,
  unit: flow.unit,
  mode: flow.mode,
  km: Number(flow.km.toFixed(1)),
  amount: rounded(flow.amount, 3),
  nok: rounded(flow.nok, 0),
  co2eKg: rounded(flow.co2eKg, 0),
  treatment: flow.treatment ?? undefined,
  plantId: flow.plantId,
  suggested,
});

const listingView = (one: PlanListingRecord): PlanListingView => ({
  id: one.id,
  side: one.side,
  unit: one.unit,
  siteId: one.siteId,
  amount: rounded(one.amount, 3),
  used: rounded(one.used, 3),
  worth: rounded(one.worth, 2),
  outbidBy: one.outbidBy === null ? undefined : rounded(one.outbidBy, 2),
});
