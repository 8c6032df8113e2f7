import type { Actor, MaterialSuggestion } from '#domain';
import type { Market, Outcome } from '#market';
import { agreementModel, deliveryModel } from '../models/agreement.model.js';
import { listingModel } from '../models/listing.model.js';
import { matchModel, proposalModel } from '../models/match.model.js';
import { materialModel, type MaterialSuggestionModel } from '../models/material.model.js';
import { found } from './found.js';
import { member } from './union.js';

/** Outcomes of use cases as union members: what was written is read again through the viewer's own eyes. */
export class Outcomes {
  constructor(private readonly market: Market) {}

  listingPublished(
    actor: Actor,
    outcome: Outcome<{ listingId: string; suggestions: readonly MaterialSuggestion[]; cursor: string }>,
  ) {
    return member('ListingPublished', outcome, async ({ listingId, suggestions, cursor }) => ({
      listing: listingModel(found(await this.market.reading.listing(actor, listingId), 'listing')),
      suggestions: this.suggestions(suggestions),
      cursor,
    }));
  }

  listingChanged(actor: Actor, outcome: Outcome<{ listingId: string; cursor: string }>) {
    return member('ListingChanged', outcome, async ({ listingId, cursor }) => ({
      listing: listingModel(found(await this.market.reading.listing(actor, listingId), 'listing')),
      cursor,
    }));
  }

  proposalSent(actor: Actor, outcome: Outcome<{ proposalId: string }>) {
    return member('ProposalSent', outcome, ({ proposalId }) => this.proposal(actor, proposalId));
  }

  proposalChanged(actor: Actor, outcome: Outcome<{ proposalId: string }>) {
    return member('ProposalChanged', outcome, ({ proposalId }) => this.proposal(actor, proposalId));
  }

  agreementMade(actor: Actor, outcome: Outcome<{ agreementId: string }>) {
    return member('AgreementMade', outcome, async ({ agreementId }) => ({
      agreement: agreementModel(found(await this.market.reading.agreement(actor, agreementId), 'agreement')),
    }));
  }

  deliveryRecorded(actor: Actor, outcome: Outcome<{ deliveryId: string }>) {
    return member('DeliveryRecorded', outcome, async ({ deliveryId }) => ({
      delivery: deliveryModel(found(await this.market.reading.delivery(actor, deliveryId), 'delivery')),
    }));
  }

  matchDeclined(actor: Actor, outcome: Outcome<{ matchId: string }>) {
    return member('MatchDeclined', outcome, async ({ matchId }) => ({
      match: matchModel(found(await this.market.reading.match(actor, matchId), 'match')),
    }));
  }

  suggestions(all: readonly MaterialSuggestion[]): readonly MaterialSuggestionModel[] {
    return all.map(({ code, confidence, why }) => ({
      material: materialModel(this.market.materials.material(code)),
      confidence,
      why,
    }));
  }

  private async proposal(actor: Actor, id: string) {
    return { proposal: proposalModel(found(await this.market.reading.proposal(actor, id), 'proposal')) };
  }
}
