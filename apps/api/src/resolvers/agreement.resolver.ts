import { UseInterceptors } from '@nestjs/common';
import { Args, ID, Int, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import type { Actor, AgreementState } from '#domain';
import type { Market } from '#market';
import { CurrentActor, Loaders, type GraphContext } from '../context.js';
import { connectionOf, pageKey, pageSize } from '../connection.js';
import { AgreementStateEnum } from '../enums.js';
import { knownId } from '../ids.js';
import { DeliveryInput, deliveryInput } from '../inputs/terms.input.js';
import {
  AgreementConnectionModel,
  agreementModel,
  AgreementModel,
  deliveryModel,
  DeliveryModel,
} from '../models/agreement.model.js';
import { matchModel, MatchModel } from '../models/match.model.js';
import { paperModel, PaperModel } from '../models/paper.model.js';
import { found } from '../outcomes/found.js';
import { Outcomes } from '../outcomes/outcomes.js';
import { RecordDeliveryResult, VerifyDeliveryResult } from '../outcomes/results.js';
import { InjectMarket } from '../tokens.js';
import { TypedValidation } from '../validation.js';

@Resolver(() => AgreementModel)
@UseInterceptors(TypedValidation)
export class AgreementResolver {
  private readonly outcomes: Outcomes;

  constructor(@InjectMarket() private readonly market: Market) {
    this.outcomes = new Outcomes(market);
  }

  @Query(() => AgreementModel, { name: 'agreement', nullable: true })
  async agreement(
    @CurrentActor() actor: Actor,
    @Args('id', { type: () => ID }) id: string,
  ): Promise<AgreementModel | undefined> {
    const seen = await this.market.reading.agreement(actor, knownId(id));
    return seen && agreementModel(seen);
  }

  @Query(() => AgreementConnectionModel, { name: 'agreements' })
  async agreements(
    @CurrentActor() actor: Actor,
    @Args('first', { type: () => Int, defaultValue: 20 }) first: number,
    @Args('after', { type: () => String, nullable: true }) after: string | null,
    @Args('state', { type: () => AgreementStateEnum, nullable: true }) state: AgreementState | null,
    @Args('toVerify', {
      type: () => Boolean,
      defaultValue: false,
      description: 'Only those with a delivery of the other side that waits to be verified.',
    })
    toVerify: boolean,
  ): Promise<AgreementConnectionModel> {
    const filter = { state: state ?? undefined, toVerify };
    const key = pageKey(after, 'time');
    const page = await this.market.reading.ownAgreements(actor, filter, pageSize(first), key);
    return connectionOf(page, Boolean(after), agreementModel);
  }

  @Mutation(() => RecordDeliveryResult, { name: 'recordDelivery' })
  async recordDelivery(
    @CurrentActor() actor: Actor,
    @Args('input', { type: () => DeliveryInput }) input: DeliveryInput,
  ): Promise<typeof RecordDeliveryResult> {
    const outcome = await this.market.deliveries.record(
      actor,
      deliveryInput(input),
      input.idempotencyKey ?? undefined,
    );
    return this.outcomes.deliveryRecorded(actor, outcome);
  }

  @Mutation(() => VerifyDeliveryResult, { name: 'verifyDelivery' })
  async verifyDelivery(
    @CurrentActor() actor: Actor,
    @Args('id', { type: () => ID }) id: string,
    @Args('idempotencyKey', { type: () => String, nullable: true }) key: string | null,
  ): Promise<typeof VerifyDeliveryResult> {
    return this.outcomes.deliveryRecorded(
      actor,
      await this.market.deliveries.verify(actor, knownId(id), key ?? undefined),
    );
  }

  @Mutation(() => RecordDeliveryResult, {
    name: 'correctDelivery',
    description: 'Reverses the delivery in the ledger and enters it anew.',
  })
  async correctDelivery(
    @CurrentActor() actor: Actor,
    @Args('id', { type: () => ID }) id: string,
    @Args('input', { type: () => DeliveryInput }) input: DeliveryInput,
    @Args('reason', { type: () => String }) reason: string,
  ): Promise<typeof RecordDeliveryResult> {
    const key = input.idempotencyKey ?? undefined;
    const outcome = await this.market.deliveries.correct(
      actor,
      knownId(id),
      deliveryInput(input),
      reason,
      key,
    );
    return this.outcomes.deliveryRecorded(actor, outcome);
  }

  @ResolveField('match', () => MatchModel)
  match(@Parent() agreement: AgreementModel, @Loaders() { matches }: GraphContext): Promise<MatchModel> {
    return matches.load(agreement.matchId).then((seen) => matchModel(found(seen, 'match')));
  }

  @ResolveField('deliveries', () => [DeliveryModel])
  async deliveries(
    @CurrentActor() actor: Actor,
    @Parent() agreement: AgreementModel,
  ): Promise<readonly DeliveryModel[]> {
    return (await this.market.reading.deliveriesOf(actor, agreement.id)).map(deliveryModel);
  }
}

@Resolver(() => DeliveryModel)
export class DeliveryResolver {
  constructor(@InjectMarket() private readonly market: Market) {}

  @ResolveField('agreement', () => AgreementModel)
  async agreement(@CurrentActor() actor: Actor, @Parent() delivery: DeliveryModel): Promise<AgreementModel> {
    return agreementModel(
      found(await this.market.reading.agreement(actor, delivery.agreementId), 'agreement'),
    );
  }

  @ResolveField('papers', () => [PaperModel], { description: 'In the order in which they came.' })
  async papers(
    @Parent() delivery: DeliveryModel,
    @Loaders() { papers }: GraphContext,
  ): Promise<readonly PaperModel[]> {
    return (await papers.load(delivery.id)).map(paperModel);
  }
}
