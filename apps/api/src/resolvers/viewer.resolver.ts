import { Query, Resolver } from '@nestjs/graphql';
import type { Actor } from '#domain';
import type { Market } from '#market';
import { OptionalActor } from '../context.js';
import { ViewerModel } from '../models/firm.model.js';
import { InjectMarket } from '../tokens.js';

@Resolver(() => ViewerModel)
export class ViewerResolver {
  constructor(@InjectMarket() private readonly market: Market) {}

  @Query(() => ViewerModel, { name: 'viewer', nullable: true })
  async viewer(@OptionalActor() actor: Actor | undefined): Promise<ViewerModel | undefined> {
    if (actor === undefined) return undefined;
    const { reading } = this.market;
    return { name: actor.name, firms: await reading.firms(actor), clusters: await reading.clusters(actor) };
  }
}
