import { UseInterceptors } from '@nestjs/common';
import { Args, ID, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import type { Actor } from '#domain';
import type { Market } from '#market';
import { CurrentActor } from '../context.js';
import { knownId } from '../ids.js';
import { AnswerJointTransportInput, OfferJointTransportInput } from '../inputs/joint-transport.input.js';
import {
  jointTransportModel,
  JointTransportModel,
  ReturnLoadFlowModel,
  returnLoadsModel,
  ReturnLoadsModel,
} from '../models/joint-transport.model.js';
import { materialModel, MaterialModel } from '../models/material.model.js';
import { found } from '../outcomes/found.js';
import {
  AnswerJointTransportResult,
  OfferJointTransportResult,
} from '../outcomes/joint-transport-results.js';
import { member } from '../outcomes/union.js';
import { answeredQuestion } from '../question.js';
import { InjectMarket } from '../tokens.js';
import { TypedValidation } from '../validation.js';

@Resolver(() => ReturnLoadFlowModel)
@UseInterceptors(TypedValidation)
export class JointTransportResolver {
  constructor(@InjectMarket() private readonly market: Market) {}

  @Query(() => ReturnLoadsModel, {
    name: 'returnLoads',
    description:
      'Agreements of the cluster whose lorries would drive empty one way, in pairs that one lorry could serve. For staff; a look is recorded for each firm.',
  })
  async returnLoads(
    @CurrentActor() actor: Actor,
    @Args('clusterId', { type: () => ID }) clusterId: string,
  ): Promise<ReturnLoadsModel> {
    const view = await this.market.returnLoads.ofCluster(actor, knownId(clusterId));
    return returnLoadsModel(answeredQuestion(view));
  }

  @Query(() => [JointTransportModel], {
    name: 'jointTransports',
    description: "What agreements of the viewer's firms were offered, newest first; the last hundred.",
  })
  async jointTransports(@CurrentActor() actor: Actor): Promise<readonly JointTransportModel[]> {
    return (await this.market.jointTransports.own(actor)).map(jointTransportModel);
  }

  @Mutation(() => OfferJointTransportResult, {
    name: 'offerJointTransport',
    description: 'Staff offer both agreements of a pair to share a lorry; neither is told who the other is.',
  })
  async offerJointTransport(
    @CurrentActor() actor: Actor,
    @Args('input', { type: () => OfferJointTransportInput }) input: OfferJointTransportInput,
  ): Promise<typeof OfferJointTransportResult> {
    const clusterId = knownId(input.clusterId);
    const agreementIds = [knownId(input.agreementId), knownId(input.withAgreementId)] as const;
    const key = input.idempotencyKey ?? undefined;
    const outcome = await this.market.returnLoads.offer(actor, { clusterId, agreementIds }, key);
    return member('JointTransportOffered', outcome, async () => {
      const view = await this.market.returnLoads.ofCluster(actor, clusterId);
      return { returnLoads: returnLoadsModel(found(view, 'return loads')) };
    });
  }

  @Mutation(() => AnswerJointTransportResult, {
    name: 'answerJointTransport',
    description:
      'For the own agreement, by one of its two firms. Once both sides have said yes they know each other.',
  })
  async answerJointTransport(
    @CurrentActor() actor: Actor,
    @Args('input', { type: () => AnswerJointTransportInput }) input: AnswerJointTransportInput,
  ): Promise<typeof AnswerJointTransportResult> {
    const answer = { id: knownId(input.id), accept: input.accept };
    const outcome = await this.market.jointTransports.answer(
      actor,
      answer,
      input.idempotencyKey ?? undefined,
    );
    return member('JointTransportAnswered', outcome, async ({ jointTransportId }) => {
      const own = await this.market.jointTransports.own(actor);
      const one = own.find(({ id }) => id === jointTransportId);
      return { jointTransport: jointTransportModel(found(one, 'joint transport')) };
    });
  }

  @ResolveField('material', () => MaterialModel)
  material(@Parent() { materialCode }: ReturnLoadFlowModel): MaterialModel {
    return materialModel(this.market.materials.material(materialCode));
  }
}
