import { Field, ObjectType } from '@nestjs/graphql';
import type { Actor } from '#domain';
import type { Market, Outcome } from '#market';
import { followedModel, FollowedMatchModel } from '../models/follow-up.model.js';
import { found } from './found.js';
import { ANY_ERROR, member, resultOf } from './union.js';

@ObjectType('MatchFollowedUp')
class MatchFollowedUpModel {
  @Field(() => FollowedMatchModel, { description: 'With its notes and steps as they are now.' })
  match: FollowedMatchModel;
}

@ObjectType('StaffEditingSet')
class StaffEditingSetModel {
  @Field(() => Boolean, { description: 'Whether staff of its clusters may edit the listings of the firm.' })
  allowed: boolean;
}

export const FollowUpResult = resultOf('FollowUpResult', MatchFollowedUpModel, ...ANY_ERROR);
export const LetStaffEditResult = resultOf('LetStaffEditResult', StaffEditingSetModel, ...ANY_ERROR);

export const followedUp = (
  market: Market,
  actor: Actor,
  clusterId: string,
  outcome: Outcome<{ readonly matchId: string }>,
) =>
  member('MatchFollowedUp', outcome, async ({ matchId }) => {
    const [match] = await market.workbench.matches(actor, clusterId, [matchId]);
    return { match: followedModel(found(match, 'match')) };
  });
