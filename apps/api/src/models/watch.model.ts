import { Field, Float, ID, Int, ObjectType } from '@nestjs/graphql';
import type { CheckResult, Condition, NotificationRhythm, Side, StreamProperty, WatchState } from '#domain';
import type { WatchHitView, WatchView } from '#market';
import { CheckResultEnum, NotificationRhythmEnum, SideEnum, WatchStateEnum } from '../enums.js';
import { DateTimeScalar, DecimalScalar } from '../scalars.js';
import { StreamPropertyModel } from './listing.model.js';
import { ListingOutlineModel, outlineModel } from './near-miss.model.js';
import { NodeModel, PageInfoModel } from './node.model.js';

@ObjectType('WatchCondition', {
  description: 'One wish of a watch and how the listing stands to it: UNKNOWN where a band leaves it open.',
})
class WatchConditionModel implements Condition {
  @Field(() => String, {
    description: 'area, distance, amount, industry, score, or the name of a property.',
  })
  name: string;
  @Field(() => CheckResultEnum)
  result: CheckResult;
}

@ObjectType('WatchHit', {
  implements: () => [NodeModel],
  description: 'A listing of another firm that a watch found, as much of it as was told then.',
})
export class WatchHitModel extends NodeModel {
  @Field(() => ID)
  watchId: string;
  @Field(() => String)
  watchName: string;
  @Field(() => DateTimeScalar)
  foundAt: Date;
  @Field(() => ListingOutlineModel, {
    description: 'In bands, as when it was found. To be matched with it, publish a listing of your own.',
  })
  outline: ListingOutlineModel;
  @Field(() => [WatchConditionModel], { description: 'What the watch asks; none of it fails.' })
  conditions: readonly WatchConditionModel[];
  @Field(() => Boolean)
  crossIndustry: boolean;
  @Field(() => Float, {
    description: 'Of the match that a listing of your own for the very same material would have been.',
  })
  score: number;
  /** Resolved, for whoever may read it. */
  listingId: string;
}

@ObjectType('WatchHitEdge')
class WatchHitEdgeModel {
  @Field(() => String)
  cursor: string;
  @Field(() => WatchHitModel)
  node: WatchHitModel;
}

@ObjectType('WatchHitConnection')
export class WatchHitConnectionModel {
  @Field(() => [WatchHitEdgeModel])
  edges: readonly WatchHitEdgeModel[];
  @Field(() => PageInfoModel)
  pageInfo: PageInfoModel;
  @Field(() => Int, { nullable: true })
  totalCount?: number | undefined;
}

@ObjectType('WatchedAmount', { description: 'In a year; an end left out is open.' })
class WatchedAmountModel {
  @Field(() => DecimalScalar, { nullable: true })
  min: string | undefined;
  @Field(() => DecimalScalar, { nullable: true })
  max: string | undefined;
  @Field(() => String)
  unit: string;
}

@ObjectType('Watch', {
  implements: () => [NodeModel],
  description:
    'A saved wish to be told of listings of other firms, without a listing of one’s own. It looks forward only: at what is published or revised after it was saved.',
})
export class WatchModel extends NodeModel {
  @Field(() => String)
  name: string;
  @Field(() => WatchStateEnum)
  state: WatchState;
  @Field(() => SideEnum, { description: 'The side of the listings that are watched for.' })
  side: Side;
  @Field(() => [String], {
    description: 'Numbers of municipalities (four digits) and counties (two); none is everywhere.',
  })
  areas: readonly string[];
  @Field(() => ID, { nullable: true, description: 'The own site that withinKm counts from.' })
  siteId: string | undefined;
  @Field(() => Float, { nullable: true })
  withinKm: number | undefined;
  @Field(() => WatchedAmountModel, { nullable: true })
  amount: WatchedAmountModel | undefined;
  @Field(() => [StreamPropertyModel])
  properties: readonly StreamPropertyModel[];
  @Field(() => Float, { nullable: true })
  leastScore: number | undefined;
  @Field(() => Boolean)
  crossIndustryOnly: boolean;
  @Field(() => NotificationRhythmEnum, {
    nullable: true,
    description: "Its own; null where the viewer's setting for WATCHES says.",
  })
  rhythm: NotificationRhythm | undefined;
  @Field(() => DateTimeScalar)
  createdAt: Date;
  /** Resolved. */
  materialCodes: readonly string[];
}

@ObjectType('WatchEvent')
export class WatchEventModel {
  @Field(() => String)
  cursor: string;
  @Field(() => WatchHitModel)
  hit: WatchHitModel;
}

const propertyModel = ({ min, max, typical, ...one }: StreamProperty): StreamPropertyModel => ({
  property: one.property,
  min: min?.toFixed(),
  max: max?.toFixed(),
  typical: typical?.toFixed(),
  unit: one.unit,
  basis: one.basis,
  measured: one.measured,
});

export const watchModel = ({ id, state, createdAt, terms }: WatchView): WatchModel => ({
  id,
  state,
  createdAt,
  name: terms.name,
  side: terms.side,
  areas: terms.areas,
  siteId: terms.siteId,
  withinKm: terms.withinKm,
  amount: terms.amount && {
    min: terms.amount.min?.toFixed(),
    max: terms.amount.max?.toFixed(),
    unit: terms.amount.unit,
  },
  properties: terms.properties.map(propertyModel),
  leastScore: terms.leastScore,
  crossIndustryOnly: terms.crossIndustryOnly,
  rhythm: terms.rhythm,
  materialCodes: terms.materialCodes,
});

export const watchHitModel = (hit: WatchHitView): WatchHitModel => ({
  id: hit.id,
  watchId: hit.watchId,
  watchName: hit.watchName,
  foundAt: hit.foundAt,
  outline: outlineModel(hit.outline),
  conditions: hit.conditions.map(({ name, result }) => ({ name, result })),
  crossIndustry: hit.crossIndustry,
  score: hit.score,
  listingId: hit.listingId,
});
