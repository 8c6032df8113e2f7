import { Field, Int, ObjectType } from '@nestjs/graphql';
import { LISTING_PARTS, type ListingPart } from '#domain';
import type { ListingVersionView } from '#market';
import { DateTimeScalar } from '../scalars.js';

@ObjectType('ListingChange', {
  description: 'One thing that a version of a listing says otherwise than the one before it.',
})
export class ListingChangeModel {
  @Field(() => String, { description: `One of ${LISTING_PARTS.join(', ')}.` })
  part: ListingPart;
  @Field(() => String, { nullable: true, description: 'As text; null where nothing was stated.' })
  before?: string | undefined;
  @Field(() => String, { nullable: true, description: 'As text; null where nothing is stated.' })
  after?: string | undefined;
}

@ObjectType('ListingVersion')
export class ListingVersionModel {
  @Field(() => Int)
  version: number;
  @Field(() => DateTimeScalar)
  writtenAt: Date;
  @Field(() => String, {
    nullable: true,
    description:
      'By name, where it is a person of the firm; told to its administrators, and to that person. Others, such as staff who stood in, are not named.',
  })
  writtenBy?: string | undefined;
  @Field(() => [ListingChangeModel], { description: 'None of the first version.' })
  changes: readonly ListingChangeModel[];
}

export const listingVersionModel = (view: ListingVersionView): ListingVersionModel => ({
  version: view.version,
  writtenAt: view.writtenAt,
  writtenBy: view.writtenBy,
  changes: view.changes.map(({ part, before, after }) => ({ part, before, after })),
});
