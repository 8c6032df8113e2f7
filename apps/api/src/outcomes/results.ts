import { createUnionType, Field, ObjectType } from '@nestjs/graphql';
import { AgreementModel, DeliveryModel } from '../models/agreement.model.js';
import { ListingModel } from '../models/listing.model.js';
import { MatchModel, ProposalModel } from '../models/match.model.js';
import { MaterialSuggestionModel } from '../models/material.model.js';
import {
  ConflictErrorModel,
  ForbiddenErrorModel,
  NotFoundErrorModel,
  ValidationErrorModel,
} from './errors.js';

@ObjectType('ListingPublished', {
  description:
    'cursor: the event of this publication; as `after` of a subscription it gives everything that comes of it.',
})
class ListingPublishedModel {
  @Field(() => ListingModel)
  listing: ListingModel;
  @Field(() => [MaterialSuggestionModel])
  suggestions: readonly MaterialSuggestionModel[];
  @Field(() => String)
  cursor: string;
}

@ObjectType('ListingChanged')
class ListingChangedModel {
  @Field(() => ListingModel)
  listing: ListingModel;
  @Field(() => String)
  cursor: string;
}

@ObjectType('ProposalChanged')
class ProposalChangedModel {
  @Field(() => ProposalModel)
  proposal: ProposalModel;
}

@ObjectType('ProposalSent')
class ProposalSentModel {
  @Field(() => ProposalModel)
  proposal: ProposalModel;
}

@ObjectType('AgreementMade')
class AgreementMadeModel {
  @Field(() => AgreementModel)
  agreement: AgreementModel;
}

@ObjectType('DeliveryRecorded')
class DeliveryRecordedModel {
  @Field(() => DeliveryModel)
  delivery: DeliveryModel;
}

@ObjectType('MatchDeclined')
class MatchDeclinedModel {
  @Field(() => MatchModel)
  match: MatchModel;
}

const typeName = (value: { __typename: string }): string => value.__typename;

export const PublishListingResult = createUnionType({
  name: 'PublishListingResult',
  types: () =>
    [ListingPublishedModel, ValidationErrorModel, NotFoundErrorModel, ForbiddenErrorModel] as const,
  resolveType: typeName,
});
export const ProposeTermsResult = createUnionType({
  name: 'ProposeTermsResult',
  types: () =>
    [
      ProposalSentModel,
      ValidationErrorModel,
      NotFoundErrorModel,
      ConflictErrorModel,
      ForbiddenErrorModel,
    ] as const,
  resolveType: typeName,
});
export const AcceptProposalResult = createUnionType({
  name: 'AcceptProposalResult',
  types: () =>
    [
      AgreementMadeModel,
      NotFoundErrorModel,
      ConflictErrorModel,
      ValidationErrorModel,
      ForbiddenErrorModel,
    ] as const,
  resolveType: typeName,
});
export const DeclineMatchResult = createUnionType({
  name: 'DeclineMatchResult',
  types: () =>
    [
      MatchDeclinedModel,
      ValidationErrorModel,
      NotFoundErrorModel,
      ConflictErrorModel,
      ForbiddenErrorModel,
    ] as const,
  resolveType: typeName,
});
export const RecordDeliveryResult = createUnionType({
  name: 'RecordDeliveryResult',
  types: () =>
    [
      DeliveryRecordedModel,
      ValidationErrorModel,
      NotFoundErrorModel,
      ConflictErrorModel,
      ForbiddenErrorModel,
    ] as const,
  resolveType: typeName,
});
export const ChangeListingResult = createUnionType({
  name: 'ChangeListingResult',
  types: () =>
    [
      ListingChangedModel,
      ValidationErrorModel,
      NotFoundErrorModel,
      ConflictErrorModel,
      ForbiddenErrorModel,
    ] as const,
  resolveType: typeName,
});
export const ChangeProposalResult = createUnionType({
  name: 'ChangeProposalResult',
  types: () =>
    [
      ProposalChangedModel,
      NotFoundErrorModel,
      ConflictErrorModel,
      ValidationErrorModel,
      ForbiddenErrorModel,
    ] as const,
  resolveType: typeName,
});
export const VerifyDeliveryResult = createUnionType({
  name: 'VerifyDeliveryResult',
  types: () =>
    [
      DeliveryRecordedModel,
      NotFoundErrorModel,
      ConflictErrorModel,
      ValidationErrorModel,
      ForbiddenErrorModel,
    ] as const,
  resolveType: typeName,
});
