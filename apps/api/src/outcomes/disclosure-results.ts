import { createUnionType, Field, ObjectType } from '@nestjs/graphql';
import type { Actor } from '#domain';
import type { Market, Outcome } from '#market';
import {
  DisclosureGrantModel,
  DisclosureRequestModel,
  grantModel,
  requestModel,
} from '../models/disclosure.model.js';
import { matchModel, MatchModel } from '../models/match.model.js';
import {
  ConflictErrorModel,
  errorOutcome,
  ForbiddenErrorModel,
  NotFoundErrorModel,
  ValidationErrorModel,
} from './errors.js';
import { found } from './found.js';

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

const typeName = (value: { __typename: string }): string => value.__typename;

export const AskDisclosureResult = createUnionType({
  name: 'AskDisclosureResult',
  types: () =>
    [
      DisclosureAskedModel,
      ValidationErrorModel,
      NotFoundErrorModel,
      ConflictErrorModel,
      ForbiddenErrorModel,
    ] as const,
  resolveType: typeName,
});
export const GrantDisclosureResult = createUnionType({
  name: 'GrantDisclosureResult',
  types: () =>
    [
      DisclosureGrantedModel,
      ValidationErrorModel,
      NotFoundErrorModel,
      ConflictErrorModel,
      ForbiddenErrorModel,
    ] as const,
  resolveType: typeName,
});
export const ChangeDisclosureResult = createUnionType({
  name: 'ChangeDisclosureResult',
  types: () =>
    [
      DisclosureChangedModel,
      ValidationErrorModel,
      NotFoundErrorModel,
      ConflictErrorModel,
      ForbiddenErrorModel,
    ] as const,
  resolveType: typeName,
});

/** Outcomes as union members: what was written is read again through the viewer's own eyes. */
export class DisclosureOutcomes {
  constructor(private readonly market: Market) {}

  async asked(actor: Actor, outcome: Outcome<{ matchId: string; requestId: string }>) {
    if (!outcome.ok) return errorOutcome(outcome.refusal);
    const { matchId, requestId } = outcome.value;
    const all = (await this.market.grants.ofMatch(actor, matchId))?.asked;
    const request = requestModel(
      found(
        all?.find((one) => one.id === requestId),
        'request',
      ),
    );
    const asked = { request, match: await this.match(actor, matchId), __typename: 'DisclosureAsked' };
    return asked;
  }

  async granted(actor: Actor, outcome: Outcome<{ matchId: string; grantId: string }>) {
    if (!outcome.ok) return errorOutcome(outcome.refusal);
    const { matchId, grantId } = outcome.value;
    const all = (await this.market.grants.ofMatch(actor, matchId))?.granted;
    const grant = grantModel(
      found(
        all?.find((one) => one.id === grantId),
        'grant',
      ),
    );
    const granted = { grant, match: await this.match(actor, matchId), __typename: 'DisclosureGranted' };
    return granted;
  }

  async changed(actor: Actor, outcome: Outcome<{ matchId: string }>) {
    if (!outcome.ok) return errorOutcome(outcome.refusal);
    const match = await this.match(actor, outcome.value.matchId);
    const changed = { match, __typename: 'DisclosureChanged' };
    return changed;
  }

  private async match(actor: Actor, id: string): Promise<MatchModel> {
    return matchModel(found(await this.market.reading.match(actor, id), 'match'));
  }
}
