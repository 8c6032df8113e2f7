import { UseInterceptors } from '@nestjs/common';
import { Args, ID, Mutation, Query, Resolver } from '@nestjs/graphql';
import type { Actor } from '#domain';
import type { Market } from '#market';
import type { Caller } from '../callers.js';
import { CurrentActor } from '../context.js';
import { knownId } from '../ids.js';
import { ApiKeyInput } from '../inputs/identity.input.js';
import { ApiKeyModel, apiKeyModel } from '../models/identity.model.js';
import { MakeApiKeyResult, RevokeApiKeyResult } from '../outcomes/identity-results.js';
import { member } from '../outcomes/union.js';
import { listed } from '../outcomes/listed.js';
import { InjectMarket } from '../tokens.js';
import { TypedValidation } from '../validation.js';

@Resolver(() => ApiKeyModel)
@UseInterceptors(TypedValidation)
export class ApiKeyResolver {
  constructor(@InjectMarket() private readonly market: Market) {}

  @Query(() => [ApiKeyModel], {
    name: 'apiKeys',
    description: 'Of the firm acted for, to its administrators; newest first, those that ended too.',
  })
  async apiKeys(@CurrentActor() actor: Actor): Promise<readonly ApiKeyModel[]> {
    return listed(await this.market.apiKeys.list(actor)).map(apiKeyModel);
  }

  @Mutation(() => MakeApiKeyResult, {
    name: 'makeApiKey',
    description:
      'Makes a key for the firm acted for, by its administrators, who must just have proved who they are (else ForbiddenError with code STEP_UP_REQUIRED). Keys manage neither people nor keys, and disclose nothing. Asked again with its idempotencyKey, it answers with the key and no secret: who has lost that revokes the key and makes another.',
  })
  async makeApiKey(
    @CurrentActor() actor: Caller,
    @Args('input', { type: () => ApiKeyInput }) { idempotencyKey, ...terms }: ApiKeyInput,
  ): Promise<typeof MakeApiKeyResult> {
    const outcome = await this.market.apiKeys.make(
      actor,
      terms,
      actor.steppedUp,
      idempotencyKey ?? undefined,
    );
    return member('ApiKeyMade', outcome, ({ key, secret }) => ({ key: apiKeyModel(key), secret }));
  }

  @Mutation(() => RevokeApiKeyResult, {
    name: 'revokeApiKey',
    description: 'At once and for good; connections that were opened with it are closed within a second.',
  })
  async revokeApiKey(
    @CurrentActor() actor: Actor,
    @Args('id', { type: () => ID }) id: string,
    @Args('idempotencyKey', { type: () => String, nullable: true }) key: string | null,
  ): Promise<typeof RevokeApiKeyResult> {
    const outcome = await this.market.apiKeys.revoke(actor, knownId(id), key ?? undefined);
    return member('ApiKeyRevoked', outcome, (key) => ({ key: apiKeyModel(key) }));
  }
}
