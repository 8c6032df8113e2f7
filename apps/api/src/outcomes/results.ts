import { Field, ObjectType } from '@nestjs/graphql';
import { AgreementModel, DeliveryModel } from '../models/agreement.model.js';
import { ListingModel } from '../models/listing.model.js';
import { MatchModel, ProposalModel } from '../models/match.model.js';
import { MaterialSuggestionModel } from '../models/material.model.js';
import { ForbiddenErrorModel, NotFoundErrorModel, ValidationErrorModel } from './errors.js';
import { ANY_ERROR, resultOf } from './union.js';

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

export const PublishListingResult = resultOf(
  'PublishListingResult',
  ListingPublishedModel,
  ValidationErrorModel,
  NotFoundErrorModel,
  ForbiddenErrorModel,
);
export const PublishDraftResult = resultOf('PublishDraftResult', ListingPublishedModel, ...ANY_ERROR);
export const ProposeTermsResult = resultOf('ProposeTermsResult', ProposalSentModel, ...ANY_ERROR);
export const AcceptProposalResult = resultOf('AcceptProposalResult', AgreementMadeModel, ...ANY_ERROR);
export const DeclineMatchResult = resultOf('DeclineMatchResult', MatchDeclinedModel, ...ANY_ERROR);
export const RecordDeliveryResult = resultOf('RecordDeliveryResult', DeliveryRecordedModel, ...ANY_ERROR);
export const ChangeListingResult = resultOf('ChangeListingResult', ListingChangedModel, ...ANY_ERROR);
export const ChangeProposalResult = resultOf('ChangeProposalResult', ProposalChangedModel, ...ANY_ERROR);
export const VerifyDeliveryResult = resultOf('VerifyDeliveryResult', DeliveryRecordedModel, ...ANY_ERROR);
