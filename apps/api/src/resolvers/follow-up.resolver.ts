import { UseInterceptors } from '@nestjs/common';
import { Args, ID, Mutation, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import type { Actor } from '#domain';
import type { Market } from '#market';
import { CurrentActor, Loaders, type GraphContext } from '../context.js';
import { knownId } from '../ids.js';
import { MatchNoteInput, NextStepInput, noteInput, stepInput } from '../inputs/follow-up.input.js';
import {
  FollowedMatchModel,
  MatchNoteModel,
  NextStepModel,
  noteModel,
  StaleListingModel,
  stepModel,
} from '../models/follow-up.model.js';
import { ViewerModel } from '../models/firm.model.js';
import { listingModel, ListingModel } from '../models/listing.model.js';
import { member } from '../outcomes/union.js';
import { followedUp, FollowUpResult, LetStaffEditResult } from '../outcomes/workbench-results.js';
import { InjectMarket } from '../tokens.js';
import { TypedValidation } from '../validation.js';

const LISTING = {
  nullable: true,
  description: 'Null where the viewer may not know of it. A look of staff at it is recorded for its firm.',
} as const;

async function listingOf({ listings }: GraphContext, id: string): Promise<ListingModel | undefined> {
  const seen = await listings.load(id);
  return seen && listingModel(seen);
}

@Resolver(() => FollowedMatchModel)
@UseInterceptors(TypedValidation)
export class FollowUpResolver {
  constructor(@InjectMarket() private readonly market: Market) {}

  @Mutation(() => FollowUpResult, {
    name: 'addMatchNote',
    description: "A note of the cluster's staff on a match of the cluster, for themselves.",
  })
  async addMatchNote(
    @CurrentActor() actor: Actor,
    @Args('input', { type: () => MatchNoteInput }) input: MatchNoteInput,
  ): Promise<typeof FollowUpResult> {
    const note = noteInput(input);
    const outcome = await this.market.followUps.note(actor, note, input.idempotencyKey ?? undefined);
    return followedUp(this.market, actor, note.clusterId, outcome);
  }

  @Mutation(() => FollowUpResult, {
    name: 'setNextStep',
    description: 'In the place of the one that was to be done on the match, which stays in its history.',
  })
  async setNextStep(
    @CurrentActor() actor: Actor,
    @Args('input', { type: () => NextStepInput }) input: NextStepInput,
  ): Promise<typeof FollowUpResult> {
    const step = stepInput(input);
    const outcome = await this.market.followUps.setStep(actor, step, input.idempotencyKey ?? undefined);
    return followedUp(this.market, actor, step.clusterId, outcome);
  }

  @Mutation(() => FollowUpResult, { name: 'completeNextStep' })
  async completeNextStep(
    @CurrentActor() actor: Actor,
    @Args('clusterId', { type: () => ID }) clusterId: string,
    @Args('id', { type: () => ID }) id: string,
    @Args('idempotencyKey', { type: () => String, nullable: true }) key: string | null,
  ): Promise<typeof FollowUpResult> {
    const cluster = knownId(clusterId);
    const outcome = await this.market.followUps.complete(actor, cluster, knownId(id), key ?? undefined);
    return followedUp(this.market, actor, cluster, outcome);
  }

  @Mutation(() => LetStaffEditResult, {
    name: 'letStaffEdit',
    description:
      'Whether staff of its clusters may revise, pause, resume, confirm and withdraw listings of the firm acted for, by its administrators. Each such act stands in accessLog with the person, and in the inbox.',
  })
  async letStaffEdit(
    @CurrentActor() actor: Actor,
    @Args('allowed', { type: () => Boolean }) allowed: boolean,
    @Args('idempotencyKey', { type: () => String, nullable: true }) key: string | null,
  ): Promise<typeof LetStaffEditResult> {
    const outcome = await this.market.standIns.allow(actor, allowed, key ?? undefined);
    return member('StaffEditingSet', outcome, (set) => ({ allowed: set.allowed }));
  }

  @ResolveField('offer', () => ListingModel, LISTING)
  offer(
    @Parent() { offerId }: FollowedMatchModel,
    @Loaders() loaders: GraphContext,
  ): Promise<ListingModel | undefined> {
    return listingOf(loaders, offerId);
  }

  @ResolveField('need', () => ListingModel, LISTING)
  need(
    @Parent() { needId }: FollowedMatchModel,
    @Loaders() loaders: GraphContext,
  ): Promise<ListingModel | undefined> {
    return listingOf(loaders, needId);
  }

  @ResolveField('notes', () => [MatchNoteModel], { description: 'Newest first; the last hundred.' })
  async notes(
    @CurrentActor() actor: Actor,
    @Parent() { clusterId, id }: FollowedMatchModel,
  ): Promise<readonly MatchNoteModel[]> {
    return (await this.market.followUps.notes(actor, clusterId, id)).map(noteModel);
  }

  @ResolveField('steps', () => [NextStepModel], {
    description: 'The one that is to be done first, then those that were, newest first; a hundred at most.',
  })
  async steps(
    @CurrentActor() actor: Actor,
    @Parent() { clusterId, id }: FollowedMatchModel,
  ): Promise<readonly NextStepModel[]> {
    return (await this.market.followUps.steps(actor, clusterId, id)).map(stepModel);
  }
}

@Resolver(() => StaleListingModel)
export class StaleListingResolver {
  @ResolveField('listing', () => ListingModel, LISTING)
  listing(
    @Parent() { listingId }: StaleListingModel,
    @Loaders() loaders: GraphContext,
  ): Promise<ListingModel | undefined> {
    return listingOf(loaders, listingId);
  }
}

@Resolver(() => ViewerModel)
export class StaffEditingResolver {
  constructor(@InjectMarket() private readonly market: Market) {}

  @ResolveField('staffMayEdit', () => Boolean, {
    nullable: true,
    description: 'Whether the firm acted for lets staff of its clusters edit its listings; null without one.',
  })
  staffMayEdit(@Parent() { acting }: ViewerModel): Promise<boolean | undefined> {
    return this.market.standIns.allowed(acting);
  }
}
