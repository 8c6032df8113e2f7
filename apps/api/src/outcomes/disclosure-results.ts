import { Field, ObjectType } from '@nestjs/graphql';
import type { Actor } from '#domain';
import type { Market, Outcome } from '#market';
import {
  DisclosureGrantModel,
  DisclosureRequestModel,
  grantModel,
  requestModel,
} from '../models/disclosure.model.js';
import { matchModel, MatchModel } from '../models/match.model.js';
import { found } from './found.js';
import { ANY_ERROR, member, resultOf } from './union.js';

@ObjectType('DisclosureAsked')
class DisclosureAskedModel {
  @Field(() => DisclosureRequestModel)
  request: DisclosureRequestModel;
  @Field(() => MatchModel)
  match: MatchModel;
}

@ObjectType('DisclosureGranted')
class DisclosureGrantedModel {
  @Field(() => DisclosureGrantModel)
  grant: DisclosureGrantModel;
  @Field(() => MatchModel)
  match: MatchModel;
}

@ObjectType('DisclosureChanged')
class DisclosureChangedModel {
  @Field(() => MatchModel)
  match: MatchModel;
}

export const AskDisclosureResult = resultOf('AskDisclosureResult', DisclosureAskedModel, ...ANY_ERROR);
export const GrantDisclosureResult = resultOf('GrantDisclosureResult', DisclosureGrantedModel, ...ANY_ERROR);
export const ChangeDisclosureResult = resultOf(
  'ChangeDisclosureResult',
  DisclosureChangedModel,
  ...ANY_ERROR,
);

/** Outcomes as union members: what was written is read again through the viewer's own eyes. */
export class DisclosureOutcomes {
  constructor(private readonly market: Market) {}

  asked(actor: Actor, outcome: Outcome<{ matchId: string; requestId: string }>) {
    return member('DisclosureAsked', outcome, async ({ matchId, requestId }) => {
      const all = (await this.market.grants.ofMatch(actor, matchId))?.asked;
      const request = all?.find((one) => one.id === requestId);
      return { request: requestModel(found(request, 'request')), match: await this.match(actor, matchId) };
    });
  }

  granted(actor: Actor, outcome: Outcome<{ matchId: string; grantId: string }>) {
    return member('DisclosureGranted', outcome, async ({ matchId, grantId }) => {
      const all = (await this.market.grants.ofMatch(actor, matchId))?.granted;
      const grant = all?.find((one) => one.id === grantId);
      return { grant: grantModel(found(grant, 'grant')), match: await this.match(actor, matchId) };
    });
  }

  changed(actor: Actor, outcome: Outcome<{ matchId: string }>) {
    return member('DisclosureChanged', outcome, async ({ matchId }) => ({
      match: await this.match(actor, matchId),
    }));
  }

  private async match(actor: Actor, id: string): Promise<MatchModel> {
    return matchModel(found(await this.market.reading.match(actor, id), 'match'));
  }
}
