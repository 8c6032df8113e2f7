import { Field, ID, ObjectType } from '@nestjs/graphql';
import { exactQuantity, type ListingState, type Side } from '#domain';
import type { StoredDraft } from '#market';
import { ListingStateEnum, SideEnum } from '../enums.js';
import { DateTimeScalar } from '../scalars.js';
import { NodeModel } from './node.model.js';
import { QuantityModel } from './quantity.model.js';

@ObjectType('ListingDraft', {
  implements: () => [NodeModel],
  description:
    'A listing in the making, seen by its own firm alone and in no market. publishDraft makes it the Listing of the same id.',
})
export class ListingDraftModel extends NodeModel {
  @Field(() => ListingStateEnum, { description: 'Always DRAFT.' })
  state: ListingState;
  @Field(() => SideEnum)
  side: Side;
  @Field(() => String)
  title: string;
  @Field(() => String, { nullable: true })
  description: string | undefined;
  @Field(() => ID, { nullable: true })
  siteId: string | undefined;
  @Field(() => QuantityModel, { nullable: true })
  quantity: QuantityModel | undefined;
  @Field(() => String, { nullable: true, description: 'As it was said, before anybody weighed it.' })
  amountText: string | undefined;
  @Field(() => String, {
    nullable: true,
    description: 'Of one that a cluster began, or that was claimed: where it was known from.',
  })
  source: string | undefined;
  @Field(() => DateTimeScalar)
  createdAt: Date;
  @Field(() => DateTimeScalar)
  changedAt: Date;
  /** Resolved. */
  materialCode: string | undefined;
}

export const draftModel = ({ id, terms, source, writtenAt, changedAt }: StoredDraft): ListingDraftModel => ({
  id,
  state: 'DRAFT',
  side: terms.side,
  title: terms.title,
  description: terms.description,
  siteId: terms.siteId,
  quantity: terms.quantity && exactQuantity(terms.quantity),
  amountText: terms.amountText,
  source,
  createdAt: writtenAt,
  changedAt,
  materialCode: terms.materialCode,
});
