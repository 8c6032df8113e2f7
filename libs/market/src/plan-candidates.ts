import {
  annual,
  Decimal,
  fromBase,
  isLiveMatch,
  isRefused,
  linkWorth,
  ownBase,
  type ListingFacts,
  type PlanCandidate,
  type PlanStreams,
  type Rules,
  type ValuedFlow,
} from '#domain';
import type { AgreementRow, PlanPair, PlanRow, StoredListing, Tx } from '#store';
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
      const candidate = candidateOf(finding, setting, { offer: at, need: to });
      if (candidate !== undefined) found.push(candidate);
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

function candidateOf(
  { offer, need, exact, hints }: Finding,
  { rules }: Setting,
  ends: { readonly offer: number; readonly need: number },
): FoundCandidate | undefined {
  const [byProduct, input] = [rules.materials.get(exact.byProductCode), rules.materials.get(exact.inputCode)];
  if (byProduct === undefined || input === undefined) return undefined;
  const [given, taken] = [factsOf(offer, rules), factsOf(need, rules)];
  const flow = travelling(given, taken, { byProduct, input, link: exact.link }, rules);
  const distances = { ...flow.distances, road: hints.road ?? flow.distances.road };
  const yearlyBase = new Decimal(exact.yearlyBase.min);
  const worth = linkWorth({ ...flow, distances, yearlyBase }, rules);
  const treatment = exact.link.treatment === 'none' ? null : exact.link.treatment;
  return worth && { ...ends, ratio: exact.link.ratio, worth, unit: byProduct.unit, treatment };
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
