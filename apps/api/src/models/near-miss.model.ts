import { Field, Float, ObjectType } from '@nestjs/graphql';
import type { Side } from '#domain';
import type { NearMissView, OutlineView } from '#market';
import { SideEnum } from '../enums.js';
import { checkModel, CheckModel } from './check.model.js';
import { QuantityModel } from './quantity.model.js';

@ObjectType('ListingOutline', {
  description: 'A listing as far as a match would show it while it is masked.',
})
export class ListingOutlineModel {
  @Field(() => SideEnum)
  side: Side;
  @Field(() => String, { description: 'The municipality of the site.' })
  area: string;
  @Field(() => QuantityModel, { description: 'What remains of it in a year, as a band.' })
  quantity: QuantityModel;
  /** Resolved. */
  materialCode: string;
}

@ObjectType('NearMiss', {
  description:
    'A listing that one or more checks keep from a match, where a standard step could cure every one of them.',
})
export class NearMissModel {
  @Field(() => ListingOutlineModel)
  other: ListingOutlineModel;
  @Field(() => [CheckModel], { description: 'What fails, each with its remedy.' })
  failed: readonly CheckModel[];
  @Field(() => Float, { description: 'The score of the pair as it would be if nothing failed.' })
  score: number;
}

export const outlineModel = ({ side, area, quantity, materialCode }: OutlineView): ListingOutlineModel => ({
  side,
  area,
  quantity,
  materialCode,
});

export const nearMissModel = ({ other, failed, score }: NearMissView): NearMissModel => ({
  other: outlineModel(other),
  failed: failed.map(checkModel),
  score,
});
