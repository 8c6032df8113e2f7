import { Field, Float, ID, Int, ObjectType } from '@nestjs/graphql';
import {
  instantOf,
  type Barrier,
  type CheckResult,
  type DeclineReason,
  type FunnelStage,
  type PaceStep,
  type RemedyKind,
} from '#domain';
import type { BarrierReportView, UnusedView, WorkbenchView } from '#market';
import {
  CheckResultEnum,
  DeclineReasonEnum,
  FunnelStageEnum,
  PaceStepEnum,
  RemedyKindEnum,
} from '../enums.js';
import { DateTimeScalar, DecimalScalar } from '../scalars.js';

@ObjectType('FunnelStage', {
  description:
    'LISTED counts listings, all others pairs of an offer and a need, each at the farthest stage that it came to.',
})
class FunnelStageModel {
  @Field(() => FunnelStageEnum)
  stage: FunnelStage;
  @Field(() => Int, { description: 'All that came here, whatever became of them.' })
  reached: number;
  @Field(() => Float, {
    nullable: true,
    description:
      'Of those that reached the stage before, 0 to 1; of MATCHED the part of the listings that have had a match.',
  })
  share?: number | undefined;
  @Field(() => Int, { description: 'Here now, and may go on.' })
  waiting: number;
  @Field(() => Float, { nullable: true, description: 'How long those that wait have waited here.' })
  medianDays?: number | undefined;
  @Field(() => Int, { description: 'Of those that wait: longer than so many days.' })
  olderThan14: number;
  @Field(() => Int)
  olderThan30: number;
  @Field(() => Int)
  olderThan90: number;
  @Field(() => Int, { description: 'Ended here by a no; of LISTED withdrawn by their firms.' })
  declined: number;
  @Field(() => Int, { description: 'Ended here by time.' })
  expired: number;
  @Field(() => Int, { description: 'Came to the last day of their agreements here.' })
  completed: number;
}

@ObjectType('MarketHealth', {
  description: 'Of the listings that are on the market now; shares from 0 to 1.',
})
class MarketHealthModel {
  @Field(() => Int)
  active: number;
  @Field(() => Float, { nullable: true, description: 'Said to be true within the last 30 days.' })
  confirmedWithin30?: number | undefined;
  @Field(() => Float, { nullable: true, description: 'Within the last 90 days.' })
  confirmedWithin90?: number | undefined;
  @Field(() => Float, { nullable: true, description: 'Have had a match.' })
  withMatch?: number | undefined;
}

@ObjectType('Pace', { description: 'Days from publication, of the listings that came so far.' })
class PaceModel {
  @Field(() => PaceStepEnum)
  step: PaceStep;
  @Field(() => Int, { description: 'Those that came so far.' })
  listings: number;
  @Field(() => Float, { nullable: true })
  medianDays?: number | undefined;
}

@ObjectType('BranchBalance', { description: 'Active listings of one family of materials.' })
export class BranchBalanceModel {
  @Field(() => Int)
  offers: number;
  @Field(() => Int)
  needs: number;
  @Field(() => Int, { description: 'That have never had a match.' })
  unmatchedOffers: number;
  @Field(() => Int)
  unmatchedNeeds: number;
  /** Resolved. */
  branch: string;
}

@ObjectType('WorkbenchOverview', { description: 'Counts over all firms of the cluster, at one moment.' })
export class WorkbenchOverviewModel {
  @Field(() => DateTimeScalar)
  at: Date;
  @Field(() => [FunnelStageModel])
  funnel: readonly FunnelStageModel[];
  @Field(() => MarketHealthModel)
  health: MarketHealthModel;
  @Field(() => [PaceModel])
  pace: readonly PaceModel[];
  @Field(() => [BranchBalanceModel])
  branches: readonly BranchBalanceModel[];
}

@ObjectType('PotentialObstacle', { description: 'What stands in the way of streams, and of how much.' })
class PotentialObstacleModel {
  @Field(() => String, {
    description:
      'Name of the check that is open or, of the nearest miss, fails; NO_COUNTERPART where nothing answers the offer, NO_ANSWER where nothing but a yes is missing.',
  })
  name: string;
  @Field(() => CheckResultEnum, { nullable: true, description: 'Null where no check stands in the way.' })
  result?: CheckResult | undefined;
  @Field(() => RemedyKindEnum, { nullable: true, description: 'The standard step that could cure it.' })
  remedy?: RemedyKind | undefined;
  @Field(() => Int)
  streams: number;
  @Field(() => DecimalScalar, { description: 'In a year, in the unit of the whole.' })
  yearly: string;
}

@ObjectType('UnusedPotential', {
  description:
    'Offers of one family of materials in one area that are not agreed, each by its best match and once; with masked firms of other clusters by the middle of their bands.',
})
export class UnusedPotentialModel {
  @Field(() => String, { description: "Municipality of the cluster's own side; abroad its country." })
  area: string;
  @Field(() => Int)
  streams: number;
  @Field(() => DecimalScalar, { description: 'What could move in a year.' })
  yearly: string;
  @Field(() => String)
  unit: string;
  @Field(() => Float, {
    nullable: true,
    description: 'To the nearest counterpart by road; null without one.',
  })
  nearestKm?: number | undefined;
  @Field(() => Float, { nullable: true })
  farthestKm?: number | undefined;
  @Field(() => [PotentialObstacleModel], {
    description: 'Largest first. A stream with two stands under both: they do not add up to the whole.',
  })
  obstacles: readonly PotentialObstacleModel[];
  /** Resolved. */
  branch: string;
}

@ObjectType('Barrier', { description: 'How often firms gave a reason to say no.' })
export class BarrierModel {
  @Field(() => DateTimeScalar, { description: 'First day of the quarter (Europe/Oslo).' })
  quarter: Date;
  @Field(() => DeclineReasonEnum)
  reason: DeclineReason;
  @Field(() => Int, { description: 'Matches declined.' })
  matches: number;
  @Field(() => Int, { description: 'Proposals declined on matches that went on, by the day they were sent.' })
  proposals: number;
  /** Resolved. */
  branch: string;
}

@ObjectType('BarrierReport', { description: 'Why firms said no; what they wrote is told to nobody.' })
export class BarrierReportModel {
  @Field(() => DateTimeScalar, { description: 'First day covered.' })
  from: Date;
  @Field(() => DateTimeScalar, { description: 'Last day covered.' })
  to: Date;
  @Field(() => [BarrierModel], {
    description: 'By quarter, family of materials, then the most frequent first.',
  })
  barriers: readonly BarrierModel[];
}

@ObjectType('Workbench', { description: "What a cluster's staff follow up; to nobody else there is one." })
export class WorkbenchModel {
  @Field(() => ID)
  clusterId: string;
}

export const overviewModel = ({
  at,
  funnel,
  health,
  pace,
  branches,
}: WorkbenchView): WorkbenchOverviewModel => ({
  at,
  funnel: funnel.map((one) => ({
    stage: one.stage,
    reached: one.reached,
    share: one.share,
    waiting: one.waiting,
    medianDays: one.medianDays,
    olderThan14: one.olderThan14,
    olderThan30: one.olderThan30,
    olderThan90: one.olderThan90,
    declined: one.declined,
    expired: one.expired,
    completed: one.completed,
  })),
  health: {
    active: health.active,
    confirmedWithin30: health.confirmedWithin30,
    confirmedWithin90: health.confirmedWithin90,
    withMatch: health.withMatch,
  },
  pace: pace.map(({ step, listings, medianDays }) => ({ step, listings, medianDays })),
  branches: branches.map(({ branch, offers, needs, unmatchedOffers, unmatchedNeeds }) => ({
    branch,
    offers,
    needs,
    unmatchedOffers,
    unmatchedNeeds,
  })),
});

export const unusedModel = (view: UnusedView): UnusedPotentialModel => ({
  branch: view.branch,
  area: view.area,
  streams: view.streams,
  yearly: view.yearly,
  unit: view.unit,
  nearestKm: view.nearestKm,
  farthestKm: view.farthestKm,
  obstacles: view.obstacles.map(({ name, result, remedy, streams, yearly }) => ({
    name,
    result,
    remedy,
    streams,
    yearly,
  })),
});

const barrierModel = ({ branch, quarter, reason, matches, proposals }: Barrier): BarrierModel => ({
  branch,
  quarter: instantOf(quarter),
  reason,
  matches,
  proposals,
});

export const barrierReportModel = ({ period, barriers }: BarrierReportView): BarrierReportModel => ({
  from: instantOf(period.from),
  to: instantOf(period.to),
  barriers: barriers.map(barrierModel),
});
