import { UseInterceptors } from '@nestjs/common';
import { Args, ID, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import type { DeclineReason, Actor } from '#domain';
import type { Market } from '#market';
import { CurrentActor, Loaders, type GraphContext } from '../context.js';
import { DeclineReasonEnum } from '../enums.js';
import { knownId } from '../ids.js';
import { TermsInput, termsInput } from '../inputs/terms.input.js';
import {
  matchModel,
  MatchModel,
  ProposalDrawModel,
  proposalModel,
  ProposalModel,
} from '../models/match.model.js';
import { found } from '../outcomes/found.js';
import { Outcomes } from '../outcomes/outcomes.js';
import { AcceptProposalResult, ChangeProposalResult, ProposeTermsResult } from '../outcomes/results.js';
import { InjectMarket } from '../tokens.js';
import { TypedValidation } from '../validation.js';

@Resolver(() => ProposalModel)
@UseInterceptors(TypedValidation)
export class ProposalResolver {
  private readonly outcomes: Outcomes;

  constructor(@InjectMarket() private readonly market: Market) {
    this.outcomes = new Outcomes(market);
  }

  @Query(() => ProposalModel, { name: 'proposal', nullable: true })
  async proposal(
    @CurrentActor() actor: Actor,
    @Args('id', { type: () => ID }) id: string,
  ): Promise<ProposalModel | undefined> {
    const seen = await this.market.reading.proposal(actor, knownId(id));
    return seen && proposalModel(seen);
  }

  @Mutation(() => ProposeTermsResult, { name: 'proposeTerms' })
  async proposeTerms(
    @CurrentActor() actor: Actor,
    @Args('input', { type: () => TermsInput }) input: TermsInput,
  ): Promise<typeof ProposeTermsResult> {
    const outcome = await this.market.proposals.send(
      actor,
      termsInput(input),
      input.idempotencyKey ?? undefined,
    );
    return this.outcomes.proposalSent(actor, outcome);
  }

  @Mutation(() => ProposeTermsResult, {
    name: 'counterProposal',
    description: 'Answers a proposal of the other side with other terms; that one becomes COUNTERED.',
  })
  async counterProposal(
    @CurrentActor() actor: Actor,
    @Args('id', { type: () => ID }) id: string,
    @Args('input', { type: () => TermsInput }) input: TermsInput,
  ): Promise<typeof ProposeTermsResult> {
    const key = input.idempotencyKey ?? undefined;
    return this.outcomes.proposalSent(
      actor,
      await this.market.proposals.counter(actor, knownId(id), termsInput(input), key),
    );
  }

  @Mutation(() => AcceptProposalResult, { name: 'acceptProposal' })
  async acceptProposal(
    @CurrentActor() actor: Actor,
    @Args('id', { type: () => ID }) id: string,
    @Args('idempotencyKey', { type: () => String, nullable: true }) key: string | null,
  ): Promise<typeof AcceptProposalResult> {
    return this.outcomes.agreementMade(
      actor,
      await this.market.agreements.accept(actor, knownId(id), key ?? undefined),
    );
  }

  @Mutation(() => ChangeProposalResult, { name: 'declineProposal' })
  async declineProposal(
    @CurrentActor() actor: Actor,
    @Args('id', { type: () => ID }) id: string,
    @Args('reason', { type: () => DeclineReasonEnum }) reason: DeclineReason,
    @Args('note', { type: () => String, nullable: true }) note: string | null,
    @Args('idempotencyKey', { type: () => String, nullable: true }) key: string | null,
  ): Promise<typeof ChangeProposalResult> {
    const decline = { reason, note: note ?? undefined };
    return this.outcomes.proposalChanged(
      actor,
      await this.market.proposals.decline(actor, knownId(id), decline, key ?? undefined),
    );
  }

  @Mutation(() => ChangeProposalResult, { name: 'withdrawProposal' })
  async withdrawProposal(
    @CurrentActor() actor: Actor,
    @Args('id', { type: () => ID }) id: string,
    @Args('idempotencyKey', { type: () => String, nullable: true }) key: string | null,
  ): Promise<typeof ChangeProposalResult> {
    return this.outcomes.proposalChanged(
      actor,
      await this.market.proposals.withdraw(actor, knownId(id), key ?? undefined),
    );
  }

  @ResolveField('draw', () => ProposalDrawModel, {
    nullable: true,
    description:
      "What it would take from the viewer's own listing if it were accepted now. Null once it is answered, or where the listings no longer have it.",
  })
  draw(
    @CurrentActor() actor: Actor,
    @Parent() { id }: ProposalModel,
  ): Promise<ProposalDrawModel | undefined> {
    return this.market.proposals.drawOf(actor, id);
  }

  @ResolveField('match', () => MatchModel)
  match(@Parent() proposal: ProposalModel, @Loaders() { matches }: GraphContext): Promise<MatchModel> {
    return matches.load(proposal.matchId).then((seen) => matchModel(found(seen, 'match')));
  }
}
