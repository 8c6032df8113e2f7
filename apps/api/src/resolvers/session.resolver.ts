import { UseInterceptors } from '@nestjs/common';
import { Args, ID, Mutation, ResolveField, Resolver } from '@nestjs/graphql';
import type { Market } from '#market';
import type { Caller } from '../callers.js';
import { CurrentActor } from '../context.js';
import { ViewerModel } from '../models/firm.model.js';
import { sessionModel, SessionModel } from '../models/session.model.js';
import { RevokeSessionResult } from '../outcomes/session-results.js';
import { member } from '../outcomes/union.js';
import { InjectMarket } from '../tokens.js';
import { TypedValidation } from '../validation.js';

@Resolver(() => ViewerModel)
@UseInterceptors(TypedValidation)
export class SessionResolver {
  constructor(@InjectMarket() private readonly market: Market) {}

  @ResolveField('sessions', () => [SessionModel], {
    description: "The viewer's sign-ins that are not over, the latest used first.",
  })
  async sessions(@CurrentActor() actor: Caller): Promise<readonly SessionModel[]> {
    const sessions = await this.market.membership.sessions(actor);
    return sessions.map((session) => sessionModel(session, actor.sessionId));
  }

  @Mutation(() => RevokeSessionResult, {
    name: 'revokeSession',
    description: "Ends one of the viewer's own sessions; its connections are closed within a second.",
  })
  async revokeSession(
    @CurrentActor() actor: Caller,
    @Args('id', { type: () => ID }) id: string,
    @Args('idempotencyKey', { type: () => String, nullable: true }) key: string | null,
  ): Promise<typeof RevokeSessionResult> {
    const outcome = await this.market.membership.endSession(actor, id, key ?? undefined);
    return member('SessionRevoked', outcome, ({ sessionId }) => ({ id: sessionId }));
  }
}
