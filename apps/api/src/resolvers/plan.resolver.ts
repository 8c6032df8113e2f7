import { UseInterceptors } from '@nestjs/common';
import { Args, ID, Int, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { isLiveMatch, type Actor } from '#domain';
import type { Market } from '#market';
import { connectionOf, pageKey, pageSize } from '../connection.js';
import { CurrentActor, Loaders, type GraphContext } from '../context.js';
import { knownId } from '../ids.js';
import { PlanInput, planInput, SuggestPlanFlowsInput } from '../inputs/plan.input.js';
import { listingModel, ListingModel } from '../models/listing.model.js';
import { MatchModel } from '../models/match.model.js';
import {
  PlanConnectionModel,
  PlanFlowModel,
  planHintModel,
  PlanHintModel,
  PlanListingModel,
  planModel,
  PlanModel,
  planResultModel,
  PlanResultModel,
  suggestionModel,
  PlanSuggestionModel,
} from '../models/plan.model.js';
import {
  CancelPlanResult,
  planned,
  RequestPlanResult,
  SuggestPlanFlowsResult,
} from '../outcomes/plan-results.js';
import { InjectMarket } from '../tokens.js';
import { TypedValidation } from '../validation.js';

@Resolver(() => PlanModel)
@UseInterceptors(TypedValidation)
export class PlanResolver {
  constructor(@InjectMarket() private readonly market: Market) {}

  @Query(() => PlanModel, {
    name: 'plan',
    nullable: true,
    description: 'To staff of all its clusters; null to everybody else.',
  })
  async plan(
    @CurrentActor() actor: Actor,
    @Args('id', { type: () => ID }) id: string,
  ): Promise<PlanModel | undefined> {
    const view = await this.market.plans.plan(actor, knownId(id));
    return view && planModel(view);
  }

  @Query(() => PlanConnectionModel, {
    name: 'plans',
    description: 'Of a cluster whose staff the viewer is, newest first; kept for 90 days.',
  })
  async plans(
    @CurrentActor() actor: Actor,
    @Args('clusterId', { type: () => ID }) clusterId: string,
    @Args('first', { type: () => Int, defaultValue: 20 }) first: number,
    @Args('after', { type: () => String, nullable: true }) after: string | null,
  ): Promise<PlanConnectionModel> {
    const [size, key] = [pageSize(first), pageKey(after, 'time')];
    const page = await this.market.plans.plans(actor, knownId(clusterId), size, key);
    return connectionOf(page, Boolean(after), planModel);
  }

  @Mutation(() => RequestPlanResult, {
    name: 'requestPlan',
    description: 'Has the best plan made for clusters whose staff the viewer is; one at a time for each.',
  })
  async requestPlan(
    @CurrentActor() actor: Actor,
    @Args('input', { type: () => PlanInput }) input: PlanInput,
  ): Promise<typeof RequestPlanResult> {
    const key = input.idempotencyKey ?? undefined;
    const outcome = await this.market.plans.request(actor, planInput(input), key);
    return planned('PlanRequested', this.market, actor, outcome);
  }

  @Mutation(() => CancelPlanResult, { name: 'cancelPlan' })
  async cancelPlan(
    @CurrentActor() actor: Actor,
    @Args('id', { type: () => ID }) id: string,
    @Args('idempotencyKey', { type: () => String, nullable: true }) key: string | null,
  ): Promise<typeof CancelPlanResult> {
    const outcome = await this.market.plans.cancel(actor, knownId(id), key ?? undefined);
    return planned('PlanCancelled', this.market, actor, outcome);
  }

  @Mutation(() => SuggestPlanFlowsResult, {
    name: 'suggestPlanFlows',
    description:
      'Tells both firms of each flow, in amounts that both may know; either may propose it, and the other accepts. Every firm of the plan is told how its own listing stands in it.',
  })
  async suggestPlanFlows(
    @CurrentActor() actor: Actor,
    @Args('input', { type: () => SuggestPlanFlowsInput }) input: SuggestPlanFlowsInput,
  ): Promise<typeof SuggestPlanFlowsResult> {
    const { flowIds, idempotencyKey } = input;
    const asked = { planId: knownId(input.planId), flowIds };
    const outcome = await this.market.planSuggestions.suggest(actor, asked, idempotencyKey ?? undefined);
    return planned('PlanFlowsSuggested', this.market, actor, outcome);
  }

  @ResolveField('result', () => PlanResultModel, {
    nullable: true,
    description: 'Null until it is DONE. A look is kept for each firm whose amounts are in it.',
  })
  async result(
    @CurrentActor() actor: Actor,
    @Parent() { id, state }: PlanModel,
  ): Promise<PlanResultModel | undefined> {
    if (state !== 'DONE') return undefined;
    const view = await this.market.plans.result(actor, id);
    return view && planResultModel(view);
  }
}

const LISTING = {
  nullable: true,
  description:
    'Null where the viewer may not know of it any more. A look of staff at it is recorded for its firm.',
} as const;

async function listingOf({ listings }: GraphContext, id: string): Promise<ListingModel | undefined> {
  const seen = await listings.load(id);
  return seen && listingModel(seen);
}

@Resolver(() => PlanFlowModel)
export class PlanFlowResolver {
  @ResolveField('offer', () => ListingModel, LISTING)
  offer(
    @Parent() { offerId }: PlanFlowModel,
    @Loaders() loaders: GraphContext,
  ): Promise<ListingModel | undefined> {
    return listingOf(loaders, offerId);
  }

  @ResolveField('need', () => ListingModel, LISTING)
  need(
    @Parent() { needId }: PlanFlowModel,
    @Loaders() loaders: GraphContext,
  ): Promise<ListingModel | undefined> {
    return listingOf(loaders, needId);
  }
}

@Resolver(() => PlanListingModel)
export class PlanListingResolver {
  @ResolveField('listing', () => ListingModel, LISTING)
  listing(
    @Parent() { id }: PlanListingModel,
    @Loaders() loaders: GraphContext,
  ): Promise<ListingModel | undefined> {
    return listingOf(loaders, id);
  }
}

@Resolver(() => MatchModel)
export class PlanSuggestionResolver {
  constructor(@InjectMarket() private readonly market: Market) {}

  @ResolveField('planSuggestion', () => PlanSuggestionModel, {
    nullable: true,
    description:
      'What staff suggest from a plan, while the match is live; either firm may propose it as it is.',
  })
  async planSuggestion(
    @CurrentActor() actor: Actor,
    @Parent() { id, state }: MatchModel,
  ): Promise<PlanSuggestionModel | undefined> {
    if (!isLiveMatch(state)) return undefined;
    const [view] = await this.market.planSuggestions.ofMatches(actor, [id]);
    return view && suggestionModel(view);
  }
}

@Resolver(() => ListingModel)
export class PlanHintResolver {
  constructor(@InjectMarket() private readonly market: Market) {}

  @ResolveField('planHint', () => PlanHintModel, {
    nullable: true,
    description: "Own listings only, null for others', and where no plan has told anything of this version.",
  })
  async planHint(
    @CurrentActor() actor: Actor,
    @Parent() { id, version, own }: ListingModel,
  ): Promise<PlanHintModel | undefined> {
    if (!own) return undefined;
    const [view] = await this.market.planSuggestions.hintsOn(actor, [{ id, version }]);
    return view && planHintModel(view);
  }
}
