import { Query, Resolver } from '@nestjs/graphql';
import type { Actor } from '#domain';
import type { Market } from '#market';
import { CurrentActor } from '../context.js';
import { matchingRunModel, MatchingRunModel } from '../models/matching-run.model.js';
import { InjectMarket } from '../tokens.js';

@Resolver(() => MatchingRunModel)
export class MatchingRunResolver {
  constructor(@InjectMarket() private readonly market: Market) {}

  @Query(() => MatchingRunModel, {
    name: 'matchingRun',
    nullable: true,
    description: 'The latest, to staff of a cluster; null to everybody else, and where there was none.',
  })
  async matchingRun(@CurrentActor() actor: Actor): Promise<MatchingRunModel | undefined> {
    const view = await this.market.matchingRuns.forStaff(actor);
    return view && matchingRunModel(view);
  }
}
