import { Field, Float, ID, Int, ObjectType } from '@nestjs/graphql';
import { instantOf, type MatchState, type PartyStep, type ProposalState } from '#domain';
import type { MatchView, ProposalView } from '#market';
import { MatchStateEnum, ProposalStateEnum, ProposalStepEnum } from '../enums.js';
import { DateTimeScalar, DecimalScalar } from '../scalars.js';
import { checkModel, CheckModel } from './check.model.js';
import { NodeModel, PageInfoModel } from './node.model.js';
import { QuantityModel } from './quantity.model.js';

@ObjectType('ScoreTerm', {
  description: 'One term of the score: contribution = weight × value; the contributions add up to the score.',
})
export class ScoreTermModel {
  @Field(() => String)
  name: string;
  @Field(() => Float)
  weight: number;
  @Field(() => Float)
  value: number;
  @Field(() => Float)
  contribution: number;
  @Field(() => String)
  detail: string;
}

@ObjectType('Match', { implements: () => [NodeModel] })
export class MatchModel implements NodeModel {
  @Field(() => ID)
  id: string;
  @Field(() => MatchStateEnum)
  state: MatchState;
  @Field(() => Float)
  score: number;
  @Field(() => [ScoreTermModel])
  terms: readonly ScoreTermModel[];
  @Field(() => [CheckModel])
  checks: readonly CheckModel[];
  @Field(() => Float, {
    description: 'Road distance in km, and how it was found (router, or great circle × detour factor).',
  })
  distanceKm: number;
  @Field(() => String)
  distanceBasis: string;
  @Field(() => QuantityModel, { description: 'What could move in a year if both agree.' })
  quantity: QuantityModel;
  @Field(() => DecimalScalar, {
    description:
      'Net effect per year, kg CO2e avoided: production and disposal avoided, minus treatment and transport. May be negative.',
  })
  netCo2eKg: string;
  @Field(() => Boolean, {
    description: 'Different NACE divisions. Matches within one division are found too, and rank lower.',
  })
  crossIndustry: boolean;
  @Field(() => String, {
    nullable: true,
    description: 'Key of the treatment that this use includes; null where the stream is used as it comes.',
  })
  treatment?: string | undefined;
  @Field(() => String, { description: 'What shows that the one can serve as the other.' })
  evidence: string;
  @Field(() => String, { description: 'Version of the rules that this was found by.' })
  ruleSet: string;
  @Field(() => String, { description: 'Version of the emission factors that the effect was reckoned with.' })
  factorSet: string;
  /** Resolved. */
  offerId: string;
  needId: string;
  byProductCode: string;
  servesAsCode: string | undefined;
}

export const matchModel = (view: MatchView): MatchModel => ({
  id: view.id,
  state: view.state,
  score: view.score,
  terms: view.terms,
  checks: view.checks.map(checkModel),
  distanceKm: view.distanceKm,
  distanceBasis: view.distanceBasis,
  quantity: view.quantity,
  netCo2eKg: view.netCo2eKg,
  crossIndustry: view.crossIndustry,
  treatment: view.treatment,
  evidence: view.evidence,
  byProductCode: view.byProductCode,
  servesAsCode: view.servesAsCode,
  ruleSet: view.ruleSet,
  factorSet: view.factorSet,
  offerId: view.offerId,
  needId: view.needId,
});

@ObjectType('MatchEdge')
export class MatchEdgeModel {
  @Field(() => String)
  cursor: string;
  @Field(() => MatchModel)
  node: MatchModel;
}

@ObjectType('MatchConnection')
export class MatchConnectionModel {
  @Field(() => [MatchEdgeModel])
  edges: readonly MatchEdgeModel[];
  @Field(() => PageInfoModel)
  pageInfo: PageInfoModel;
  @Field(() => Int, { nullable: true })
  totalCount?: number | undefined;
}

@ObjectType('MatchEvent')
export class MatchEventModel {
  @Field(() => String)
  cursor: string;
  @Field(() => MatchModel)
  match: MatchModel;
}

@ObjectType('ProposalDraw')
export class ProposalDrawModel {
  @Field(() => QuantityModel, { description: 'In the unit and period of the listing.' })
  takes: QuantityModel;
  @Field(() => QuantityModel, { description: 'What the listing would have left.' })
  leaves: QuantityModel;
}

@ObjectType('Proposal', {
  implements: () => [NodeModel],
  description:
    "byViewer: the viewer's own firm sent it. startsOn may be today (Europe/Oslo) or, for what began before it was written down, earlier.",
})
export class ProposalModel implements NodeModel {
  @Field(() => ID)
  id: string;
  @Field(() => ProposalStateEnum)
  state: ProposalState;
  @Field(() => Boolean)
  byViewer: boolean;
  @Field(() => QuantityModel)
  quantity: QuantityModel;
  @Field(() => DecimalScalar, { nullable: true })
  price?: string | undefined;
  @Field(() => String)
  currency: string;
  @Field(() => DateTimeScalar)
  startsOn: Date;
  @Field(() => DateTimeScalar, { nullable: true })
  endsOn?: Date | undefined;
  @Field(() => String, { nullable: true })
  transportMode?: string | undefined;
  @Field(() => String, { nullable: true })
  note?: string | undefined;
  @Field(() => Boolean, { description: 'The exchange began before it was written down.' })
  retrospective: boolean;
  @Field(() => DateTimeScalar)
  sentAt: Date;
  @Field(() => DateTimeScalar, { description: 'When it ends by itself, unanswered.' })
  expiresAt: Date;
  @Field(() => [ProposalStepEnum], { description: 'What the viewer may do with it now.' })
  steps: readonly PartyStep[];
  /** Resolved. */
  matchId: string;
}

export const proposalModel = (view: ProposalView): ProposalModel => ({
  id: view.id,
  state: view.state,
  byViewer: view.byViewer,
  quantity: view.quantity,
  price: view.price,
  currency: view.currency,
  startsOn: instantOf(view.startsOn),
  endsOn: view.endsOn === undefined ? undefined : instantOf(view.endsOn),
  transportMode: view.transportMode,
  note: view.note,
  retrospective: view.retrospective,
  sentAt: view.sentAt,
  expiresAt: view.expiresAt,
  steps: view.steps,
  matchId: view.matchId,
});
