import { UseInterceptors } from '@nestjs/common';
import { Args, ID, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import type { Actor } from '#domain';
import type { Market } from '#market';
import { CurrentActor } from '../context.js';
import { knownId } from '../ids.js';
import { draftTermsOf, SaveDraftInput } from '../inputs/draft.input.js';
import { listingInput, PublishListingInput } from '../inputs/listing.input.js';
import { draftModel, ListingDraftModel } from '../models/draft.model.js';
import { ClusterModel } from '../models/firm.model.js';
import { materialModel, MaterialModel } from '../models/material.model.js';
import {
  DiscardDraftResult,
  draftDiscarded,
  draftSaved,
  SaveDraftResult,
} from '../outcomes/draft-results.js';
import { draftsByStaffSet, LetStaffDraftResult } from '../outcomes/hint-results.js';
import { Outcomes } from '../outcomes/outcomes.js';
import { PublishDraftResult } from '../outcomes/results.js';
import { InjectMarket } from '../tokens.js';
import { TypedValidation } from '../validation.js';

@Resolver(() => ListingDraftModel)
@UseInterceptors(TypedValidation)
export class DraftResolver {
  private readonly outcomes: Outcomes;

  constructor(@InjectMarket() private readonly market: Market) {
    this.outcomes = new Outcomes(market);
  }

  @Query(() => [ListingDraftModel], {
    name: 'listingDrafts',
    description: 'Of the firm acted for, changed last first; in no list of listings.',
  })
  async listingDrafts(@CurrentActor() actor: Actor): Promise<readonly ListingDraftModel[]> {
    return (await this.market.drafts.list(actor)).map(draftModel);
  }

  @Query(() => [ClusterModel], {
    name: 'draftsByStaff',
    description: 'Clusters whose staff may begin drafts for the firm acted for.',
  })
  async draftsByStaff(@CurrentActor() actor: Actor): Promise<readonly ClusterModel[]> {
    return (await this.market.hintAnswers.permitted(actor)).map(({ id, name, slug }) => ({ id, name, slug }));
  }

  @Mutation(() => SaveDraftResult, {
    name: 'saveDraft',
    description: 'Only side and title are needed; the input is the whole draft as it shall be.',
  })
  async saveDraft(
    @CurrentActor() actor: Actor,
    @Args('input', { type: () => SaveDraftInput }) input: SaveDraftInput,
  ): Promise<typeof SaveDraftResult> {
    const id = input.id ? knownId(input.id) : undefined;
    const key = input.idempotencyKey ?? undefined;
    return draftSaved(this.market, actor, await this.market.drafts.save(actor, draftTermsOf(input), id, key));
  }

  @Mutation(() => PublishDraftResult, {
    name: 'publishDraft',
    description:
      'As publishListing: the input is the whole listing as it shall be, on the side of the draft. The draft becomes the listing of the same id.',
  })
  async publishDraft(
    @CurrentActor() actor: Actor,
    @Args('id', { type: () => ID }) id: string,
    @Args('input', { type: () => PublishListingInput }) input: PublishListingInput,
  ): Promise<typeof PublishDraftResult> {
    const key = input.idempotencyKey ?? undefined;
    const outcome = await this.market.drafts.publish(actor, knownId(id), listingInput(input), key);
    return this.outcomes.listingPublished(actor, outcome);
  }

  @Mutation(() => DiscardDraftResult, { name: 'discardDraft' })
  async discardDraft(
    @CurrentActor() actor: Actor,
    @Args('id', { type: () => ID }) id: string,
    @Args('idempotencyKey', { type: () => String, nullable: true }) key: string | null,
  ): Promise<typeof DiscardDraftResult> {
    return draftDiscarded(await this.market.drafts.discard(actor, knownId(id), key ?? undefined));
  }

  @Mutation(() => LetStaffDraftResult, {
    name: 'letStaffDraft',
    description:
      'Lets the staff of one of the firm’s clusters begin drafts for it, as from the cards of a meeting, or no longer; by its administrators. Staff never see what became of one.',
  })
  async letStaffDraft(
    @CurrentActor() actor: Actor,
    @Args('clusterId', { type: () => ID }) clusterId: string,
    @Args('allowed', { type: () => Boolean }) allowed: boolean,
    @Args('idempotencyKey', { type: () => String, nullable: true }) key: string | null,
  ): Promise<typeof LetStaffDraftResult> {
    const outcome = await this.market.hintAnswers.permit(
      actor,
      knownId(clusterId),
      allowed,
      key ?? undefined,
    );
    return draftsByStaffSet(this.market, actor, outcome);
  }

  @ResolveField('material', () => MaterialModel, { nullable: true })
  material(@Parent() { materialCode }: ListingDraftModel): MaterialModel | undefined {
    return materialCode === undefined
      ? undefined
      : materialModel(this.market.materials.material(materialCode));
  }
}
