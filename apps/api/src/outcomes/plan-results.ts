import { Field, ObjectType } from '@nestjs/graphql';
import type { Actor } from '#domain';
import type { Market, Outcome } from '#market';
import { planModel, PlanModel } from '../models/plan.model.js';
import { found } from './found.js';
import { ANY_ERROR, member, resultOf } from './union.js';

@ObjectType('PlanRequested')
class PlanRequestedModel {
  @Field(() => PlanModel)
  plan: PlanModel;
}

@ObjectType('PlanCancelled')
class PlanCancelledModel {
  @Field(() => PlanModel)
  plan: PlanModel;
}

@ObjectType('PlanFlowsSuggested')
class PlanFlowsSuggestedModel {
  @Field(() => PlanModel)
  plan: PlanModel;
}

export const RequestPlanResult = resultOf('RequestPlanResult', PlanRequestedModel, ...ANY_ERROR);
export const CancelPlanResult = resultOf('CancelPlanResult', PlanCancelledModel, ...ANY_ERROR);
export const SuggestPlanFlowsResult = resultOf(
  'SuggestPlanFlowsResult',
  PlanFlowsSuggestedModel,
  ...ANY_ERROR,
);

export const planned = <N extends string>(
  name: N,
  market: Market,
  actor: Actor,
  outcome: Outcome<{ readonly planId: string }>,
) =>
  member(name, outcome, async ({ planId }) => ({
    plan: planModel(found(await market.plans.plan(actor, planId), 'plan')),
  }));
