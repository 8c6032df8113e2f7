import {
  leastPerTonneKm,
  lessLimits,
  listingPrices,
  planQuestion,
  plannable,
  planStatesBefore,
  planTotals,
  RULE_SET,
  sharedLimits,
  SYSTEM,
  type Actor,
  type LimitedPlan,
  type LimitedQuestion,
  type ListingPrice,
  type Plan,
} from '#domain';
import { isUnavailable, type PlanFlowRecord, type PlanListingRecord, type PlanResult } from '#store';
import type { PlanPlantRecord, PlanRow, StoredListing, Tx } from '#store';
import { materialOf } from './facts.js';
import { agreedFlows, candidatesOf, groundOf, streamsOf } from './plan-candidates.js';
import type { FoundCandidate, PlanGround } from './plan-candidates.js';
import { mustRun } from './permit.js';
import type { Setting } from './setting.js';

/** The best answer to a question, and what somebody would come to who takes the best link first. */
export interface PlanAnswers {
  readonly best: LimitedPlan;
  readonly greedy: Pick<Plan, 'flow' | 'total'>;
}

/** Works a question out where it holds nobody up. */
export type PlanSolve = (question: LimitedQuestion) => Promise<PlanAnswers>;

/** How far a plan is, of 100: read, pairs judged, solved. */
const READ = 5;
const JUDGED = 80;
/** Nobody is told of less. */
const STEP = 5;
/** Own units, of amounts that are told to six digits. */
const DIGITS = 1e6;
const LOST_MS = 600_000;
const KEPT_MS = 90 * 86_400_000;

/** Makes the plans that staff asked for; in the worker. */
export class PlanMakingService {
  constructor(private readonly setting: Setting) {}

  /** Safe to run twice: what is done, failed or called off stays so. */
  async make(actor: Actor, planId: string, solve: PlanSolve): Promise<void> {
    mustRun(actor);
    const plan = await this.begin(planId);
    if (plan === undefined) return;
    try {
      const result = await this.answer(plan, solve);
      if (result === undefined) return;
      await this.write((tx, at) => tx.plans.finish(planId, planStatesBefore('DONE'), result, at));
    } catch (error) {
      // The same work may go well in a moment: the queue tries again, and the plan still runs.
      if (isUnavailable(error)) throw error;
      const failure = error instanceof Error ? error.name : 'Error';
      await this.write((tx, at) => tx.plans.fail(planId, planStatesBefore('FAILED'), failure, at));
      throw error;
    }
  }

  /** Ends plans that nobody has worked on for long: their job is lost or failed for good. */
  async endLost(actor: Actor): Promise<void> {
    mustRun(actor);
    await this.write((tx, at) => tx.plans.failLost(new Date(at.getTime() - LOST_MS), at));
  }

  /** Forgets those past keeping, for they hold amounts of many firms. */
  async forget(actor: Actor): Promise<void> {
    mustRun(actor);
    await this.write((tx, at) => tx.plans.forgetBefore(new Date(at.getTime() - KEPT_MS)));
  }

  private begin(planId: string): Promise<PlanRow | undefined> {
    return this.write(async (tx, at) =>
      (await tx.plans.begin(planId, planStatesBefore('RUNNING'), at)) ? tx.plans.byId(planId) : undefined,
    );
  }

  private async answer(plan: PlanRow, solve: PlanSolve): Promise<PlanResult | undefined> {
    const ground = await this.setting.store.snapshot(SYSTEM, (tx) => groundOf(tx, this.setting, plan));
    const step = this.stepOf(plan.id);
    if (!(await step(READ))) return undefined;
    const judged = (share: number): Promise<boolean> => step(READ + share * (JUDGED - READ));
    const found = await candidatesOf(ground, this.setting, plan, judged);
    if (found === undefined) return undefined;
    const links = plannable(found, plan.objective) as readonly FoundCandidate[];
    const fixedNok = Number(plan.fixedCostNok);
    const mostTonneKm = plan.mostTonneKm === null ? undefined : Number(plan.mostTonneKm);
    const plants = ground.plants.map(({ terms }) => terms.capacityTonnes.toNumber());
    const question = {
      ...planQuestion(plan.objective, streamsOf(ground, this.setting), links, fixedNok),
      limits: sharedLimits(links, { plants, mostTonneKm }),
    };
    const answers = await solve(question);
    const pairs = new Set(found.map(({ offer, need }) => `${offer} ${need}`)).size;
    return this.resultOf({ ground, links, pairs, question, fixedNok }, answers);
  }

  /** Writes how far a plan is, a step at a time. */
  private stepOf(planId: string): (progress: number) => Promise<boolean> {
    let told = 0;
    return async (progress) => {
      if (progress < told + STEP) return true;
      told = Math.floor(progress);
      return this.write((tx, at) => tx.plans.progress(planId, told, at));
    };
  }

  private resultOf(asked: Asked, { best, greedy }: PlanAnswers): PlanResult {
    const { ground, links, question, fixedNok } = asked;
    const { rules } = this.setting;
    const today = agreedFlows(ground, this.setting);
    return {
      flows: links.flatMap((link, at) => flowOf(ground, link, best.flow[at] ?? 0, fixedNok)),
      listings: listingsOf(ground, question, best, (one) => materialOf(one, rules).unit),
      plants: plantsOf(ground, question, best),
      plan: planTotals(links, best.flow, fixedNok),
      greedy: planTotals(links, greedy.flow, fixedNok),
      today: planTotals(today.links, today.flows, 0),
      total: best.total,
      bound: best.bound,
      // below 0 only by the last digits of floats
      gap: Math.max(0, best.gap),
      greedyTotal: greedy.total,
      candidates: asked.pairs,
      leastPerTonneKm: leastPerTonneKm(links, best.flow) ?? null,
      // that of transport stands after those of the plants
      worthPerTonneKm: best.limitPrices[ground.plants.length],
      solver: best.solver,
      iterations: best.iterations,
      missing: [...new Set(links.flatMap((one) => one.worth.missing))].sort(),
      ruleSet: RULE_SET,
      factorSet: rules.factors.id,
      priceSet: rules.prices.id,
    };
  }

  private write<T>(work: (tx: Tx, at: Date) => Promise<T>): Promise<T> {
    const { store, clock } = this.setting;
    return store.transaction(SYSTEM, (tx) => work(tx, clock()));
  }
}

interface Asked {
  readonly ground: PlanGround;
  readonly links: readonly FoundCandidate[];
  /** How many fit, over whichever way. */
  readonly pairs: number;
  readonly question: LimitedQuestion;
  readonly fixedNok: number;
}

/** The id of a flow is that of its pair and its plant in this plan: a plan that is made twice has the same. */
function flowOf(
  { offers, needs, plants }: PlanGround,
  { offer, need, worth, unit, treatment, plant }: FoundCandidate,
  flow: number,
  fixedNok: number,
): readonly PlanFlowRecord[] {
  const [from, to] = [offers[offer], needs[need]];
  const amount = Math.floor(flow * DIGITS) / DIGITS;
  if (from === undefined || to === undefined || amount <= 0) return [];
  const { nok, co2eKg, km, mode } = worth;
  const plantId = plant === undefined ? undefined : plants[plant]?.id;
  return [
    {
      id: [from.id, to.id, ...(plantId === undefined ? [] : [plantId])].join('.'),
      offerId: from.id,
      needId: to.id,
      amount,
      unit,
      nok: nok * amount - worth.fixedNok - fixedNok,
      co2eKg: co2eKg * amount,
      km,
      mode,
      treatment,
      plantId,
    },
  ];
}

/** What of each plant the plan uses, and what one more tonne of it would bring. */
const plantsOf = (
  { plants }: PlanGround,
  { limits }: LimitedQuestion,
  { flow, limitPrices }: LimitedPlan,
): readonly PlanPlantRecord[] =>
  plants.map(({ id, version, firmId, siteId, terms }, at) => ({
    id,
    version,
    firmId,
    siteId,
    treatment: terms.treatment,
    capacity: terms.capacityTonnes.toNumber(),
    used: (limits[at]?.use ?? []).reduce((sum, per, link) => sum + per * (flow[link] ?? 0), 0),
    worth: limitPrices[at] ?? 0,
  }));

function listingsOf(
  { offers, needs }: PlanGround,
  question: LimitedQuestion,
  best: LimitedPlan,
  unitOf: (listing: StoredListing) => string,
): readonly PlanListingRecord[] {
  const prices = listingPrices(lessLimits(question, best.limitPrices), best);
  const recordsOf = (
    listings: readonly StoredListing[],
    amounts: readonly number[],
    said: readonly ListingPrice[],
  ): readonly PlanListingRecord[] =>
    listings.map((listing, at) => ({
      id: listing.id,
      version: listing.version,
      firmId: listing.firm.id,
      siteId: listing.site.id,
      side: listing.terms.side,
      unit: unitOf(listing),
      amount: amounts[at] ?? 0,
      used: said[at]?.used ?? 0,
      worth: said[at]?.worth ?? 0,
      outbidBy: said[at]?.outbidBy ?? null,
    }));
  return [
    ...recordsOf(offers, question.supply, prices.offers),
    ...recordsOf(needs, question.demand, prices.needs),
  ];
}
