import { UseInterceptors } from '@nestjs/common';
import { Args, Mutation, Query, Resolver } from '@nestjs/graphql';
import type { Market } from '#market';
import { ListingToConfirmModel, listingToConfirmModel } from '../models/confirmation.model.js';
import { ConfirmListingByLinkResult } from '../outcomes/confirmation-results.js';
import { member } from '../outcomes/union.js';
import { InjectMarket } from '../tokens.js';
import { TypedValidation } from '../validation.js';

/** What the link in a reminder's mail leads to, asked without signing in. */
@Resolver(() => ListingToConfirmModel)
@UseInterceptors(TypedValidation)
export class ConfirmationResolver {
  constructor(@InjectMarket() private readonly market: Market) {}

  @Query(() => ListingToConfirmModel, {
    name: 'listingToConfirm',
    nullable: true,
    description:
      "What the link of a reminder's mail is about, for whoever holds its token, signed in or not; changes nothing. Null when it leads nowhere, for whichever reason.",
  })
  async listingToConfirm(
    @Args('token', { type: () => String }) token: string,
  ): Promise<ListingToConfirmModel | undefined> {
    const listing = await this.market.confirmations.preview(token);
    return listing && listingToConfirmModel(listing);
  }

  @Mutation(() => ConfirmListingByLinkResult, {
    name: 'confirmListingByLink',
    description:
      'Says that the one listing of the link is still true; asked without signing in, and safe to repeat. A token that is unknown or over, or whose listing was paused or withdrawn, is not found.',
  })
  async confirmListingByLink(
    @Args('token', { type: () => String }) token: string,
  ): Promise<typeof ConfirmListingByLinkResult> {
    const outcome = await this.market.confirmations.confirmByLink(token);
    return member('ListingConfirmed', outcome, (listing) => ({ listing: listingToConfirmModel(listing) }));
  }
}
