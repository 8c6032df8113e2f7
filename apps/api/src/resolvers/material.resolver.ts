import { Args, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { MaterialModel } from '../models/material.model.js';

@Resolver(() => MaterialModel)
export class MaterialResolver {
  @ResolveField('label', () => String)
  label(
    @Parent() material: MaterialModel,
    @Args('locale', { type: () => String, nullable: true, defaultValue: 'nb' }) locale: string | null,
  ): string {
    return (locale ?? 'nb').toLowerCase().startsWith('en') ? material.labels.en : material.labels.nb;
  }
}
