import { Field, ObjectType } from '@nestjs/graphql';
import { ListingToConfirmModel } from '../models/confirmation.model.js';
import { ANY_ERROR, resultOf } from './union.js';

@ObjectType('ListingConfirmed')
class ListingConfirmedModel {
  @Field(() => ListingToConfirmModel)
  listing: ListingToConfirmModel;
}

export const ConfirmListingByLinkResult = resultOf(
  'ConfirmListingByLinkResult',
  ListingConfirmedModel,
  ...ANY_ERROR,
);
