import {
  annual,
  Decimal,
  fromBase,
  isLiveMatch,
  isRefused,
  linkWorth,
  ownBase,
  plantWorth,
  roadDistance,
  takesMaterial,
  type ListingFacts,
  type PlanCandidate,
  type PlanStreams,
  type Rules,
  type ValuedFlow,
} from '#domain';
import type { AgreementRow, PlacedPlantRow, PlanPair, PlanRow, StoredListing, Tx } from '#store';
import { breath } from './breath.js';
import { WIDENING } from './candidates.js';
import { isSettled } from './declines.js';
import { travelling } from './explain.js';
import { factsOf, find, withViews, yearlyUnits, type Finding } from './facts.js';
import { roadHints, type HintsOf } from './roads.js';
import { today, type Setting } from './setting.js';

/** Everything of the store that a plan rests on, seen at one moment. */
export interface PlanGround {
  readonly offers: readonly StoredListing[];
  readonly needs: readonly StoredListing[];
  /** What plants of the clusters' firms can treat. */
  readonly plants: readonly PlacedPlantRow[];
  readonly roads: ReadonlyMap<string, HintsOf>;
  readonly pairs: ReadonlyMap<string, readonly PlanPair[]>;
  readonly agreements: readonly AgreementRow[];
  /** Listings that agreements are about, whatever their state. */
  readonly agreed: ReadonlyMap<string, StoredListing>;
}

/** A pair that may be part of the plan. */
export interface FoundCandidate extends PlanCandidate {
  readonly unit: string;
  readonly treatment: string | null;
}

const pairKey = (offerId: string, needId: string): string => `${offerId} ${needId}`;

/** Reads what firms of the clusters have on the market in the year, and what runs between them today. */
export async function groundOf(tx: Tx, setting: Setting, plan: PlanRow): Promise<PlanGround> {
  const listings = await tx.listings.byIds(await tx.plans.listingIdsOf(plan.clusterIds, plan.year));
  const known = listings.filter((one) => setting.rules.materials.get(one.terms.materialCode) !== undefined);
  const offers = known.filter((one) => one.terms.side === 'OFFER');
  const needs = known.filter((one) => one.terms.side === 'NEED');
  const roads = new Map<string, HintsOf>();
  for (const offer of offers) roads.set(offer.id, await roadHints(tx, setting, offer, needs));
  const pairs = await tx.plans.pairs(
    offers.map((one) => one.id),
    needs.map((one) => one.id),
  );
  const ids = await tx.plans.agreementIdsOf(plan.clusterIds, today(setting));
  const agreements = await tx.agreements.byIds(ids);
  const agreed = await tx.listings.byIds(agreements.flatMap((one) => [one.offerId, one.needId]));
  return {
    offers,
    needs,
    plants: plan.withTreatment ? await tx.treatmentPlants.ofClusters(plan.clusterIds) : [],
    roads,
    pairs: byPair(pairs),
    agreements,
    agreed: new Map(agreed.map((one) => [one.id, one])),
  };
}

function byPair(pairs: readonly PlanPair[]): ReadonlyMap<string, readonly PlanPair[]> {
  const found = new Map<string, PlanPair[]>();
  for (const one of pairs) {
    const key = pairKey(one.offerId, one.needId);
    found.set(key, [...(found.get(key) ?? []), one]);
  }
  return found;
}

/** What remains of the listings for a year, in own units of their materials. */
export const streamsOf = ({ offers, needs }: PlanGround, { rules }: Setting): PlanStreams => ({
  supply: offers.map((one) => yearlyUnits(one, rules)),
  demand: needs.map((one) => yearlyUnits(one, rules)),
});

/**
 * Every pair of the plan that fits and that both sides would be told of, those beyond the best twenty of a listing too.
 *
 * @param step told after each offer how large a part is done; false ends it
 * @returns undefined when it was ended
 */
export async function candidatesOf(
  ground: PlanGround,
  setting: Setting,
  plan: PlanRow,
  step: (share: number) => Promise<boolean>,
): Promise<readonly FoundCandidate[] | undefined> {
  const found: FoundCandidate[] = [];
  for (const [at, offer] of ground.offers.entries()) {
    for (const [to, need] of ground.needs.entries()) {
      const finding = findingOf(ground, setting, offer, need);
      if (finding === undefined) continue;
      if (!plan.withTreatment && finding.exact.link.treatment !== 'none') continue;
      found.push(...waysOf(finding, ground.plants, setting, { offer: at, need: to }));
    }
    await breath();
    if (!(await step((at + 1) / ground.offers.length))) return undefined;
  }
  return found;
}

function findingOf(
  { roads, pairs }: PlanGround,
  setting: Setting,
  offer: StoredListing,
  need: StoredListing,
): Finding | undefined {
  const known = pairs.get(pairKey(offer.id, need.id)) ?? [];
  const live = known.find((one) => isLiveMatch(one.state));
  const hints = { ...roads.get(offer.id)?.(need), ...(live?.widened ? { widening: WIDENING } : {}) };
  const finding = find(offer, need, setting.rules, hints);
  if (finding === undefined || isRefused(finding.exact)) return undefined;
  return isToldToBoth(finding, known, live, setting) ? finding : undefined;
}

/** A firm that is told nothing of a pair, or has said no to it, can do nothing about it. */
function isToldToBoth(
  finding: Finding,
  known: readonly PlanPair[],
  live: PlanPair | undefined,
  setting: Setting,
): boolean {
  if (live !== undefined) return live.giverSees && live.takerSees;
  if (isSettled(known, finding, setting)) return false;
  const viewed = withViews(finding, setting.rules);
  return viewed !== undefined && viewed.giverSees && viewed.takerSees;
}

interface Ends {
  readonly offer: number;
  readonly need: number;
}

/**
 * The ways that a pair's stream can take: over each plant that is listed for its treatment, or as it is. Where no plant
 * is listed the treatment is a cost of the link, by the reference price and without a limit.
 */
function waysOf(
  finding: Finding,
  plants: readonly PlacedPlantRow[],
  setting: Setting,
  ends: Ends,
): readonly FoundCandidate[] {
  const { rules } = setting;
  const { exact, offer, need } = finding;
  const flow = flowOf(finding, setting);
  if (flow === undefined) return [];
  const treatment = exact.link.treatment === 'none' ? null : exact.link.treatment;
  const of = { ...ends, ratio: exact.link.ratio, unit: flow.byProduct.unit, treatment };
  const isListed = ({ terms }: PlacedPlantRow): boolean =>
    terms.treatment === treatment && takesMaterial(terms, exact.byProductCode, rules.materials);
  const listed = [...plants.entries()].filter(([, plant]) => isListed(plant));
  if (listed.length === 0) {
    const worth = linkWorth(flow, rules);
    return worth === undefined ? [] : [{ ...of, worth }];
  }
  return listed.flatMap(([plant, { place, terms }]) => {
    const to = roadDistance(offer.site, place, rules.detours);
    const on = roadDistance(place, need.site, rules.detours);
    const worth = plantWorth(flow, { to, on, costNokPerTonne: terms.costNokPerTonne }, rules);
    return worth === undefined ? [] : [{ ...of, worth, plant }];
  });
}

/** What would travel between the two, were they alone. */
function flowOf({ offer, need, exact, hints }: Finding, { rules }: Setting): ValuedFlow | undefined {
  const [byProduct, input] = [rules.materials.get(exact.byProductCode), rules.materials.get(exact.inputCode)];
  if (byProduct === undefined || input === undefined) return undefined;
  const [given, taken] = [factsOf(offer, rules), factsOf(need, rules)];
  const flow = travelling(given, taken, { byProduct, input, link: exact.link }, rules);
  const distances = { ...flow.distances, road: hints.road ?? flow.distances.road };
  return { ...flow, distances, yearlyBase: new Decimal(exact.yearlyBase.min) };
}

/** What runs today between firms of the clusters, valued as the plan is; amounts in own units, a year. */
export function agreedFlows(
  { agreements, agreed }: PlanGround,
  { rules }: Setting,
): { readonly links: readonly Pick<PlanCandidate, 'worth'>[]; readonly flows: readonly number[] } {
  const found = agreements.flatMap((agreement) => {
    const [offer, need] = [agreed.get(agreement.offerId), agreed.get(agreement.needId)];
    const flow = offer && need && agreedFlow(agreement, factsOf(offer, rules), factsOf(need, rules), rules);
    const worth = flow && linkWorth(flow, rules);
    return worth ? [{ worth, amount: fromBase(flow.yearlyBase, flow.byProduct.unit).toNumber() }] : [];
  });
  return { links: found, flows: found.map((one) => one.amount) };
}

function agreedFlow(
  { exchange, amount, per, unit }: AgreementRow,
  given: ListingFacts,
  taken: ListingFacts,
  rules: Rules,
): ValuedFlow | undefined {
  const byProduct = rules.materials.get(exchange.byProductCode);
  const input = rules.materials.get(exchange.inputCode);
  if (byProduct === undefined || input === undefined) return undefined;
  const yearlyBase = ownBase(annual(amount, per), unit, byProduct);
  const { ratio, treatment, displaces } = exchange;
  const link = { ratio, treatment, displaces, suitability: 1, limits: [], evidence: '' };
  return yearlyBase && { ...travelling(given, taken, { byProduct, input, link }, rules), yearlyBase };
}
