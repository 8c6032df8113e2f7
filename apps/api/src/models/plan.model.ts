import { Field, Float, ID, Int, ObjectType } from '@nestjs/graphql';
import type { PlanObjective, PlanState, PriceHintKind, Side } from '#domain';
import type {
  PlanFlowView,
  PlanHintView,
  PlanPlantView,
  PlanResultView,
  PlanView,
  SuggestionState,
  SuggestionView,
} from '#market';
import {
  HaulModeEnum,
  PlanHintKindEnum,
  PlanObjectiveEnum,
  PlanStateEnum,
  SideEnum,
  SuggestionStateEnum,
} from '../enums.js';
import { DateTimeScalar, DecimalScalar } from '../scalars.js';
import { PageInfoModel } from './node.model.js';
import { QuantityModel } from './quantity.model.js';

@ObjectType('PlanTotals', { description: 'What flows of a year come to, by reference prices and factors.' })
class PlanTotalsModel {
  @Field(() => DecimalScalar, { description: 'Net benefit of both sides, NOK; fixed costs taken off.' })
  nok: string;
  @Field(() => DecimalScalar, { description: 'kg CO2e avoided.' })
  co2eKg: string;
  @Field(() => DecimalScalar, { description: 'Tonnes kept in use.' })
  tonnes: string;
  @Field(() => DecimalScalar, { description: 'Tonnes × km.' })
  tonneKm: string;
  @Field(() => Int)
  links: number;
}

@ObjectType('PlanFlow', { description: 'What should flow from an offer to a need in a year.' })
export class PlanFlowModel {
  @Field(() => ID)
  id: string;
  @Field(() => QuantityModel)
  quantity: QuantityModel;
  @Field(() => DecimalScalar, { description: 'Net benefit of both sides, NOK a year.' })
  nok: string;
  @Field(() => DecimalScalar, { description: 'kg CO2e avoided a year.' })
  co2eKg: string;
  @Field(() => Float)
  km: number;
  @Field(() => HaulModeEnum)
  mode: PlanFlowView['mode'];
  @Field(() => String, {
    nullable: true,
    description: 'Key of the treatment in between; null where none is.',
  })
  treatment?: string | undefined;
  @Field(() => ID, {
    nullable: true,
    description:
      'The plant of `plants` that treats it; null where none is listed for it, and the treatment then is a cost without a limit.',
  })
  plantId?: string | undefined;
  @Field(() => SuggestionStateEnum, { nullable: true, description: 'Null while it has not been suggested.' })
  suggested?: SuggestionState | undefined;
  /** Resolved. */
  offerId: string;
  needId: string;
}

@ObjectType('PlanListing', { description: 'How a listing stands in a plan.' })
export class PlanListingModel {
  @Field(() => SideEnum)
  side: Side;
  @Field(() => String, { description: 'Own unit of the material: of amount, used, worth and outbidBy.' })
  unit: string;
  @Field(() => DecimalScalar, { description: 'What remained of it for a year when the plan was made.' })
  amount: string;
  @Field(() => DecimalScalar, { description: 'What the plan uses of it.' })
  used: string;
  @Field(() => DecimalScalar, {
    description:
      'What one unit more of it would bring all together, in what the plan aims at: its dual price.',
  })
  worth: string;
  @Field(() => DecimalScalar, {
    nullable: true,
    description:
      'Where some of it waits: how much more per unit another is worth. Null where nothing could take it.',
  })
  outbidBy?: string | undefined;
  @Field(() => ID)
  siteId: string;
  /** Resolved. */
  id: string;
}

@ObjectType('PlanPlantSite')
class PlanPlantSiteModel {
  @Field(() => String)
  name: string;
  @Field(() => Float)
  latitude: number;
  @Field(() => Float)
  longitude: number;
}

@ObjectType('PlanPlant', {
  description: 'A plant of a firm of the clusters, and how it stands in a plan; tonnes a year.',
})
class PlanPlantModel implements PlanPlantView {
  @Field(() => ID)
  id: string;
  @Field(() => String, { description: 'Key of the treatment.' })
  treatment: string;
  @Field(() => String, {
    nullable: true,
    description: 'Name of the firm; null where it is in no cluster of the viewer any more.',
  })
  firm: string | undefined;
  @Field(() => PlanPlantSiteModel, { nullable: true })
  site: PlanPlantSiteModel | undefined;
  @Field(() => DecimalScalar)
  capacity: string;
  @Field(() => DecimalScalar)
  used: string;
  @Field(() => DecimalScalar, {
    description: 'What one more tonne a year would bring, in what the plan aims at: its dual price.',
  })
  worth: string;
}

@ObjectType('PlanResult')
export class PlanResultModel {
  @Field(() => [PlanFlowModel])
  flows: readonly PlanFlowModel[];
  @Field(() => [PlanListingModel])
  listings: readonly PlanListingModel[];
  @Field(() => [PlanPlantModel], { description: 'Plants that were listed, used or not.' })
  plants: readonly PlanPlantModel[];
  @Field(() => PlanTotalsModel, { description: 'What the plan would add to what runs today.' })
  planned: PlanTotalsModel;
  @Field(() => PlanTotalsModel, { description: 'What taking the best link first would add.' })
  greedy: PlanTotalsModel;
  @Field(() => PlanTotalsModel, { description: 'Agreements that ran on the day, valued the same way.' })
  today: PlanTotalsModel;
  @Field(() => DecimalScalar, { description: 'In what the plan aims at.' })
  total: string;
  @Field(() => DecimalScalar, { description: 'No plan comes to more.' })
  bound: string;
  @Field(() => DecimalScalar)
  greedyTotal: string;
  @Field(() => Float, {
    description: 'What the bound lies above the total, as a share of the bound; 0 is the best there is.',
  })
  gap: number;
  @Field(() => Int, { description: 'Pairs that fit and that both sides would be told of.' })
  candidates: number;
  @Field(() => DecimalScalar, {
    nullable: true,
    description:
      'NOK that the least rewarding tonne-kilometre of the plan brings; null where nothing is carried.',
  })
  leastPerTonneKm?: string | undefined;
  @Field(() => DecimalScalar, {
    nullable: true,
    description:
      'Where tonne-kilometres are limited: what one more would bring, in what the plan aims at; 0 where there is room. A lorry that is full carries 32 in a kilometre.',
  })
  worthPerTonneKm?: string | undefined;
  @Field(() => String)
  solver: string;
  @Field(() => [String], { description: 'Prices and factors that were missing and counted as nothing.' })
  missing: readonly string[];
  @Field(() => String)
  factorSet: string;
  @Field(() => String)
  priceSet: string;
}

@ObjectType('Plan', { description: 'The set of exchanges that is best for all of a cluster.' })
export class PlanModel {
  @Field(() => ID)
  id: string;
  @Field(() => [ID])
  clusterIds: readonly string[];
  @Field(() => PlanObjectiveEnum)
  objective: PlanObjective;
  @Field(() => Boolean)
  withTreatment: boolean;
  @Field(() => DecimalScalar)
  fixedCostNok: string;
  @Field(() => DecimalScalar, {
    nullable: true,
    description: 'Tonne-kilometres by lorry that it may cause in a year; null where nothing limits them.',
  })
  mostTonneKm?: string | undefined;
  @Field(() => Int)
  year: number;
  @Field(() => PlanStateEnum)
  state: PlanState;
  @Field(() => Int, { description: 'Of 100.' })
  progress: number;
  @Field(() => String, { nullable: true, description: 'Of a plan that FAILED: what went wrong, in a word.' })
  failure?: string | undefined;
  @Field(() => DateTimeScalar)
  requestedAt: Date;
  @Field(() => DateTimeScalar, { nullable: true })
  endedAt?: Date | undefined;
}

@ObjectType('PlanEdge')
class PlanEdgeModel {
  @Field(() => String)
  cursor: string;
  @Field(() => PlanModel)
  node: PlanModel;
}

@ObjectType('PlanConnection')
export class PlanConnectionModel {
  @Field(() => [PlanEdgeModel])
  edges: readonly PlanEdgeModel[];
  @Field(() => PageInfoModel)
  pageInfo: PageInfoModel;
}

@ObjectType('PlanSuggestion', {
  description: 'A part of a plan that staff suggest to both firms of a match.',
})
export class PlanSuggestionModel {
  @Field(() => QuantityModel, {
    description:
      'Where the two do not know each other’s amounts, the lower end of the band that the planned amount lies in.',
  })
  quantity: QuantityModel;
  @Field(() => DateTimeScalar)
  suggestedAt: Date;
}

@ObjectType('PlanHint', {
  description: 'How an own listing stands in the latest plan that staff suggested from.',
})
export class PlanHintModel {
  @Field(() => PlanHintKindEnum)
  kind: PriceHintKind;
  @Field(() => PlanObjectiveEnum, { description: 'What least and most are counted in.' })
  objective: PlanObjective;
  @Field(() => DecimalScalar, { description: 'Per unit; the lower end of a band.' })
  least: string;
  @Field(() => DecimalScalar, { description: 'Per unit; the upper end of a band.' })
  most: string;
  @Field(() => String)
  unit: string;
  @Field(() => DateTimeScalar)
  toldAt: Date;
}

export const planModel = (view: PlanView): PlanModel => ({ ...view });

export const planResultModel = (view: PlanResultView): PlanResultModel => ({
  ...view,
  flows: view.flows.map(flowModel),
});

const flowModel = ({ amount, unit, ...flow }: PlanFlowView): PlanFlowModel => ({
  ...flow,
  quantity: { value: amount, unit, per: 'YEAR' },
});

export const suggestionModel = ({ amount, unit, per, suggestedAt }: SuggestionView): PlanSuggestionModel => ({
  quantity: { value: amount, unit, per },
  suggestedAt,
});

export const planHintModel = ({ listingId: _, ...view }: PlanHintView): PlanHintModel => view;
