import { Field, ObjectType } from '@nestjs/graphql';
import { instantOf, type Side } from '#domain';
import type { ListingToConfirm } from '#market';
import { SideEnum } from '../enums.js';
import { DateTimeScalar } from '../scalars.js';

@ObjectType('ListingToConfirm', {
  description: "What the mail of a reminder told of the firm's own listing.",
})
export class ListingToConfirmModel {
  @Field(() => String)
  title: string;
  @Field(() => SideEnum)
  side: Side;
  @Field(() => DateTimeScalar, {
    nullable: true,
    description: 'The last day unless it is confirmed again; null where it ends of itself by then.',
  })
  confirmBy: Date | undefined;
  @Field(() => Boolean, { description: 'It has been confirmed since the mail.' })
  confirmed: boolean;
}

export const listingToConfirmModel = (listing: ListingToConfirm): ListingToConfirmModel => ({
  title: listing.title,
  side: listing.side,
  confirmBy: listing.confirmBy === undefined ? undefined : instantOf(listing.confirmBy),
  confirmed: listing.confirmed,
});
