import { UseInterceptors } from '@nestjs/common';
import { Args, ID, Mutation, Resolver } from '@nestjs/graphql';
import type { Actor } from '#domain';
import type { Market } from '#market';
import { CurrentActor } from '../context.js';
import { knownId } from '../ids.js';
import { PaperModel } from '../models/paper.model.js';
import { paperRemoved, RemoveDeliveryPaperResult } from '../outcomes/paper-results.js';
import { InjectMarket } from '../tokens.js';
import { TypedValidation } from '../validation.js';

@Resolver(() => PaperModel)
@UseInterceptors(TypedValidation)
export class PaperResolver {
  constructor(@InjectMarket() private readonly market: Market) {}

  @Mutation(() => RemoveDeliveryPaperResult, {
    name: 'removeDeliveryPaper',
    description: 'By the side that attached it, until the delivery is verified. That it was there stays.',
  })
  async removeDeliveryPaper(
    @CurrentActor() actor: Actor,
    @Args('id', { type: () => ID }) id: string,
    @Args('idempotencyKey', { type: () => String, nullable: true }) key: string | null,
  ): Promise<typeof RemoveDeliveryPaperResult> {
    const outcome = await this.market.papers.remove(actor, knownId(id), key ?? undefined);
    return paperRemoved(this.market, actor, outcome);
  }
}
