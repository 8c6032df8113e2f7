import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import {
  DISCLOSURE_GROUPS,
  instantOf,
  type ClusterRole,
  type DisclosureRequestState,
  type DisclosureGroup,
  type GrantState,
  type Level,
  type Levels,
} from '#domain';
import type { DisclosureGrantView, DisclosureRequestView, MatchDisclosureView, TrailView } from '#market';
import {
  ClusterRoleEnum,
  DisclosureGroupEnum,
  GrantStateEnum,
  LevelEnum,
  RequestStateEnum,
  TrailKindEnum,
} from '../enums.js';
import { DateTimeScalar } from '../scalars.js';
import { NodeModel, PageInfoModel } from './node.model.js';

@ObjectType('ListingDisclosure')
export class ListingDisclosureModel {
  @Field(() => DisclosureGroupEnum)
  group: DisclosureGroup;
  @Field(() => LevelEnum)
  level: Level;
}

export const disclosuresOf = (levels: Levels): readonly ListingDisclosureModel[] =>
  DISCLOSURE_GROUPS.map((group) => ({ group, level: levels[group] }));

@ObjectType('DisclosureRequest', { implements: () => [NodeModel] })
export class DisclosureRequestModel implements NodeModel {
  @Field(() => ID)
  id: string;
  @Field(() => RequestStateEnum)
  state: DisclosureRequestState;
  @Field(() => Boolean, { description: "The viewer's own firm asked." })
  byViewer: boolean;
  @Field(() => [DisclosureGroupEnum])
  groups: readonly DisclosureGroup[];
  @Field(() => String, {
    nullable: true,
    description: 'Struck of names while the viewer may not know who asks.',
  })
  note?: string | undefined;
  @Field(() => DateTimeScalar)
  askedAt: Date;
  @Field(() => DateTimeScalar, { nullable: true })
  answeredAt?: Date | undefined;
}

@ObjectType('DisclosureGrant', {
  implements: () => [NodeModel],
  description:
    "Of one listing to one firm: it shows on every match that this listing has with that firm, and on no other of the firm's listings.",
})
export class DisclosureGrantModel implements NodeModel {
  @Field(() => ID)
  id: string;
  @Field(() => GrantStateEnum)
  state: GrantState;
  @Field(() => Boolean, { description: "The viewer's own firm granted it." })
  byViewer: boolean;
  @Field(() => [DisclosureGroupEnum])
  groups: readonly DisclosureGroup[];
  @Field(() => DateTimeScalar, { description: 'Last day on which it holds (Europe/Oslo).' })
  until: Date;
  @Field(() => DateTimeScalar)
  grantedAt: Date;
  @Field(() => DateTimeScalar, { nullable: true })
  withdrawnAt?: Date | undefined;
}

@ObjectType('MatchDisclosure', { description: 'Newest first, also what is answered or no longer holds.' })
export class MatchDisclosureModel {
  @Field(() => [DisclosureRequestModel], { description: "What the viewer's firm asked the other for." })
  asked: readonly DisclosureRequestModel[];
  @Field(() => [DisclosureRequestModel], { description: "What the other asked the viewer's firm for." })
  received: readonly DisclosureRequestModel[];
  @Field(() => [DisclosureGrantModel], { description: "What the viewer's firm granted." })
  granted: readonly DisclosureGrantModel[];
  @Field(() => [DisclosureGrantModel], { description: "What the viewer's firm was granted." })
  obtained: readonly DisclosureGrantModel[];
}

@ObjectType('DisclosureTrailEntry', {
  description:
    'LOOKED: a role opened a masked listing; looks of one role at it on one day are one entry. LOOKED_AT_FIGURES: a role saw exact figures with the firm in them.',
})
export class TrailEntryModel {
  @Field(() => TrailKindEnum)
  kind: TrailView['kind'];
  @Field(() => DateTimeScalar, { description: 'When it was; of a look the day only.' })
  at: Date;
  @Field(() => Boolean, { description: "The viewer's own firm did it." })
  byViewer: boolean;
  @Field(() => String, { nullable: true, description: "Who did it, of the viewer's own firm only." })
  person?: string | undefined;
  @Field(() => ClusterRoleEnum, {
    nullable: true,
    description: 'Of a look; null where it was not yet recorded.',
  })
  role?: ClusterRole | undefined;
  @Field(() => String, { nullable: true, description: 'Of a look: the cluster that the role is held in.' })
  cluster?: string | undefined;
  @Field(() => [DisclosureGroupEnum], {
    description: 'Asked for, refused, granted or withdrawn; none of a look.',
  })
  groups: readonly DisclosureGroup[];
  @Field(() => DateTimeScalar, { nullable: true, description: 'Of a grant: its last day.' })
  until?: Date | undefined;
  @Field(() => Int, { description: 'How many looks; 1 of all else.' })
  times: number;
  /** Resolved. */
  matchId: string | undefined;
  listingId: string | undefined;
}

@ObjectType('DisclosureTrailEdge')
export class TrailEdgeModel {
  @Field(() => String)
  cursor: string;
  @Field(() => TrailEntryModel)
  node: TrailEntryModel;
}

@ObjectType('DisclosureTrailConnection')
export class TrailConnectionModel {
  @Field(() => [TrailEdgeModel])
  edges: readonly TrailEdgeModel[];
  @Field(() => PageInfoModel)
  pageInfo: PageInfoModel;
  @Field(() => Int, { nullable: true })
  totalCount?: number | undefined;
}

export const requestModel = (view: DisclosureRequestView): DisclosureRequestModel => ({
  id: view.id,
  state: view.state,
  byViewer: view.byViewer,
  groups: view.groups,
  note: view.note,
  askedAt: view.askedAt,
  answeredAt: view.answeredAt,
});

export const grantModel = (view: DisclosureGrantView): DisclosureGrantModel => ({
  id: view.id,
  state: view.state,
  byViewer: view.byViewer,
  groups: view.groups,
  until: instantOf(view.until),
  grantedAt: view.grantedAt,
  withdrawnAt: view.withdrawnAt,
});

export const matchDisclosureModel = (view: MatchDisclosureView): MatchDisclosureModel => ({
  asked: view.asked.map(requestModel),
  received: view.received.map(requestModel),
  granted: view.granted.map(grantModel),
  obtained: view.obtained.map(grantModel),
});

export const trailEntryModel = (view: TrailView): TrailEntryModel => ({
  kind: view.kind,
  at: view.at,
  byViewer: view.byViewer,
  person: view.person,
  role: view.role,
  cluster: view.cluster,
  groups: view.groups,
  until: view.until === undefined ? undefined : instantOf(view.until),
  times: view.times,
  matchId: view.matchId,
  listingId: view.listingId,
});
