import {
  Decimal,
  plain,
  plantHint,
  priceHint,
  problem,
  toldAmount,
  type Actor,
  type PlanObjective,
  type PriceHintKind,
} from '#domain';
import type {
  PlanFlowRecord,
  PlanHintRow,
  PlanListingRecord,
  PlanRow,
  PlanSuggestionRow,
  PlantHintRow,
  StoredListing,
  Tx,
} from '#store';
import { levelsBetween, yearlyUnits } from './facts.js';
import type { MatchesService } from './matches.js';
import { once } from './once.js';
import { conflict, done, invalid, notFound, type Outcome } from './outcome.js';
import type { Planned } from './plans.js';
import { isInMarket } from './standing.js';
import type { Setting } from './setting.js';
import { worksFor } from './workbench.js';

/** A part of a plan, as both firms of a match are told of it. */
export interface SuggestionView {
  readonly matchId: string;
  /** Plain notation. */
  readonly amount: string;
  readonly unit: string;
  readonly per: 'YEAR' | 'ONCE';
  readonly suggestedAt: Date;
}

/** What a firm is told of its own listing in a plan. */
export interface PlanHintView {
  readonly listingId: string;
  readonly kind: PriceHintKind;
  readonly objective: PlanObjective;
  /** Per unit; plain notation. */
  readonly least: string;
  readonly most: string;
  readonly unit: string;
  readonly toldAt: Date;
}

interface SuggestInput {
  readonly planId: string;
  readonly flowIds: readonly string[];
}

const ROLE = 'bistrom_workbench';
const MOST_FLOWS = 100;
/** What is stored of a float has lost its last digits. */
const CLOSE = 1 - 1e-9;

/**
 * Parts of a plan for firms to decide on. Staff suggest; the terms are then proposed by one of the two firms and
 * accepted by the other, as any terms are, and nothing binds before.
 */
export class PlanSuggestionsService {
  constructor(
    private readonly setting: Setting,
    private readonly matches: MatchesService,
  ) {}

  /** Tells both firms of each flow, and every firm of the plan how its own listing stands in it. */
  async suggest(actor: Actor, input: SuggestInput, idempotencyKey?: string): Promise<Outcome<Planned>> {
    const { store } = this.setting;
    const plan = await store.read(actor, (tx) => tx.plans.byId(input.planId), ROLE);
    if (!plan?.clusterIds.every((one) => worksFor(actor, one))) return notFound('plan');
    const call = { operation: 'suggestPlanFlows', key: idempotencyKey, input };
    const prepared = await this.prepare(actor, plan, [...new Set(input.flowIds)]);
    return store.transaction(
      actor,
      (tx) =>
        once(tx, actor, call, async () => {
          if (!prepared.ok) return prepared;
          const fresh = new Set(await tx.plans.suggest(prepared.value));
          const told = prepared.value.filter((one) => fresh.has(one.flowId));
          await tx.events.appendAll(told.flatMap(tellingBoth));
          await tx.plans.tell(this.hintsOf(plan));
          await tx.treatmentPlants.tell(this.plantHintsOf(plan));
          return done({ planId: plan.id });
        }),
      ROLE,
    );
  }

  /** The latest on each of the matches, to their own firms. */
  async ofMatches(actor: Actor, matchIds: readonly string[]): Promise<readonly SuggestionView[]> {
    const rows = await this.setting.store.read(actor, (tx) => tx.plans.suggestionsOn(matchIds));
    return rows.map(({ matchId, amount, unit, per, suggestedAt }) => ({
      matchId,
      amount: plain(new Decimal(amount)),
      unit,
      per,
      suggestedAt,
    }));
  }

  /** The latest on each of the firm's own listings, while it is the version that the plan took. */
  async hintsOn(actor: Actor, listings: readonly ListingAsked[]): Promise<readonly PlanHintView[]> {
    const versions = new Map(listings.map((one) => [one.id, one.version]));
    const rows = await this.setting.store.read(actor, (tx) => tx.plans.hintsOn([...versions.keys()]));
    return rows
      .filter((row) => versions.get(row.listingId) === row.listingVersion)
      .map(({ listingId, kind, objective, least, most, unit, toldAt }) => ({
        listingId,
        kind,
        objective,
        least: plain(new Decimal(least)),
        most: plain(new Decimal(most)),
        unit,
        toldAt,
      }));
  }

  /** The flows as they may be told, each with a live match that both sides see. */
  private async prepare(
    actor: Actor,
    { id, result, state }: PlanRow,
    flowIds: readonly string[],
  ): Promise<Outcome<readonly PlanSuggestionRow[]>> {
    if (result === null)
      return conflict(`The plan is ${state}; only one that is DONE can be suggested from.`);
    if (flowIds.length === 0 || flowIds.length > MOST_FLOWS)
      return invalid([problem('input.flowIds', `Name from 1 to ${MOST_FLOWS} flows.`)]);
    const flows = flowIds.map((one) => result.flows.find((flow) => flow.id === one));
    const unknown = flows.findIndex((one) => one === undefined);
    if (unknown >= 0) return invalid([problem(`input.flowIds.${unknown}`, 'The plan has no such flow.')]);
    const known = flows.filter((one) => one !== undefined);
    const taken = new Map(result.listings.map((one) => [one.id, one]));
    const work = async (tx: Tx): Promise<Outcome<readonly PlanSuggestionRow[]>> => {
      await tx.listings.lock(known.flatMap((one) => [one.offerId, one.needId]).sort());
      const rows: PlanSuggestionRow[] = [];
      for (const [at, flow] of known.entries()) {
        const made = await this.suggestionOf(tx, flow, taken);
        if (made === undefined) return conflict(STALE, `input.flowIds.${at}`);
        const by = { suggestedBy: actor.personId, suggestedAt: this.setting.clock() };
        rows.push({ ...made, ...by, planId: id, flowId: flow.id });
      }
      return done(rows);
    };
    return this.setting.store.transaction(actor, work, 'bistrom_matching');
  }

  private async suggestionOf(
    tx: Tx,
    flow: PlanFlowRecord,
    taken: ReadonlyMap<string, PlanListingRecord>,
  ): Promise<Omit<PlanSuggestionRow, 'planId' | 'flowId' | 'suggestedBy' | 'suggestedAt'> | undefined> {
    const [offer, need] = await tx.listings.byIds([flow.offerId, flow.needId]);
    if (offer === undefined || need === undefined) return undefined;
    if (![offer, need].every((one) => this.isAsTaken(one, taken.get(one.id)))) return undefined;
    const match = await this.matches.connect(tx, offer, need);
    if (match === undefined) return undefined;
    const bothExact =
      levelsBetween(offer, need).AMOUNT === 'EXACT' && levelsBetween(need, offer).AMOUNT === 'EXACT';
    const isLot = [offer, need].some((one) => one.terms.quantity.per === 'ONCE');
    return {
      matchId: match.id,
      offerFirmId: match.offerFirmId,
      needFirmId: match.needFirmId,
      amount: plain(new Decimal(toldAmount(flow.amount, bothExact))),
      unit: flow.unit,
      per: isLot ? 'ONCE' : 'YEAR',
    };
  }

  /** Whether a listing still is what the plan took it for, with as much of it left. */
  private isAsTaken(listing: StoredListing, taken: PlanListingRecord | undefined): boolean {
    if (taken?.version !== listing.version || !isInMarket(listing)) return false;
    return yearlyUnits(listing, this.setting.rules) >= taken.used * CLOSE;
  }

  private hintsOf({ id, objective, result }: PlanRow): readonly PlanHintRow[] {
    return (result?.listings ?? []).flatMap((listing) => {
      const hint = priceHint({ ...listing, outbidBy: listing.outbidBy ?? undefined });
      if (hint === undefined) return [];
      return [
        {
          planId: id,
          listingId: listing.id,
          listingVersion: listing.version,
          firmId: listing.firmId,
          kind: hint.kind,
          least: String(hint.by.min),
          most: String(hint.by.max),
          objective,
          unit: listing.unit,
          toldAt: this.setting.clock(),
        },
      ];
    });
  }

  private plantHintsOf({ id, objective, result }: PlanRow): readonly PlantHintRow[] {
    return (result?.plants ?? []).flatMap((plant) => {
      const by = plantHint(plant.worth);
      if (by === undefined) return [];
      return [
        {
          planId: id,
          plantId: plant.id,
          plantVersion: plant.version,
          firmId: plant.firmId,
          least: String(by.min),
          most: String(by.max),
          objective,
          toldAt: this.setting.clock(),
        },
      ];
    });
  }
}

const tellingBoth = ({ matchId, offerFirmId, needFirmId }: PlanSuggestionRow) =>
  [offerFirmId, needFirmId].map((firmId) => ({ type: 'planSuggested', firmId, matchId }));

interface ListingAsked {
  readonly id: string;
  readonly version: number;
}

const STALE = 'One of the two listings is not what the plan took it for any more; make a new plan.';
