import { Field, ObjectType } from '@nestjs/graphql';
import { instantOf, type MatchState, type MissingFact } from '#domain';
import type { FollowedMatchView, NoteView, StaleListingView, StepView, TaskView, UnknownView } from '#market';
import { MatchStateEnum, NextStepOutcomeEnum, PartyEnum } from '../enums.js';
import { DateTimeScalar } from '../scalars.js';
import { NodeModel, PageInfoModel } from './node.model.js';

@ObjectType('MatchNote', {
  implements: () => [NodeModel],
  description: "What somebody of the cluster's staff noted on a match; firms never read it.",
})
export class MatchNoteModel extends NodeModel {
  @Field(() => String)
  text: string;
  @Field(() => String, { nullable: true, description: 'Name, while the person works for the cluster.' })
  by?: string | undefined;
  @Field(() => DateTimeScalar)
  at: Date;
}

@ObjectType('NextStep', {
  implements: () => [NodeModel],
  description: "What the cluster's staff are to do next on a match, or were; firms never read it.",
})
export class NextStepModel extends NodeModel {
  @Field(() => String)
  text: string;
  @Field(() => DateTimeScalar, { description: 'The day (Europe/Oslo) until which it is to be done.' })
  dueOn: Date;
  @Field(() => Boolean, { description: 'The day has passed and it is still to be done.' })
  overdue: boolean;
  @Field(() => String, { nullable: true, description: 'Who is to do it; a name, as all names here.' })
  assignedTo?: string | undefined;
  @Field(() => String, { nullable: true, description: 'Who set it.' })
  by?: string | undefined;
  @Field(() => DateTimeScalar)
  at: Date;
  @Field(() => DateTimeScalar, { nullable: true, description: 'Null while it is to be done.' })
  closedAt?: Date | undefined;
  @Field(() => String, { nullable: true })
  closedBy?: string | undefined;
  @Field(() => NextStepOutcomeEnum, { nullable: true, description: 'Null while it is to be done.' })
  outcome?: StepView['outcome'];
}

@ObjectType('FollowedMatch', {
  implements: () => [NodeModel],
  description: "A match of which the cluster's staff follow what becomes of it.",
})
export class FollowedMatchModel extends NodeModel {
  @Field(() => MatchStateEnum)
  state: MatchState;
  @Field(() => DateTimeScalar)
  createdAt: Date;
  @Field(() => DateTimeScalar, { description: 'Of the last proposal; without one, of the match.' })
  waitingSince: Date;
  @Field(() => [PartyEnum], { description: 'Whose answer is waited for; empty once it is closed or agreed.' })
  turn: readonly MissingFact['of'][];
  /** Resolved. */
  clusterId: string;
  offerId: string;
  needId: string;
}

@ObjectType('StaleListing', { description: 'A listing that its firm has not said to be true for long.' })
export class StaleListingModel {
  @Field(() => DateTimeScalar)
  confirmedAt: Date;
  @Field(() => Boolean, { description: 'Whether its firm lets staff of its clusters edit it.' })
  mayEdit: boolean;
  /** Resolved. */
  listingId: string;
}

@ObjectType('UnknownTask', {
  implements: () => [NodeModel],
  description: 'A check of a live match that is open, and what would settle it.',
})
export class UnknownTaskModel extends NodeModel {
  @Field(() => String, { description: 'Name of the check.' })
  check: string;
  @Field(() => String)
  detail: string;
  @Field(() => [String], { description: 'The facts that would settle it.' })
  facts: readonly string[];
  @Field(() => PartyEnum, { description: 'The side that can state them.' })
  turn: MissingFact['of'];
  @Field(() => FollowedMatchModel)
  match: FollowedMatchModel;
}

@ObjectType('StaffTask', {
  description: 'A step that is to be done, and the match that it is to be done on.',
})
export class StaffTaskModel {
  @Field(() => NextStepModel)
  step: NextStepModel;
  @Field(() => FollowedMatchModel)
  match: FollowedMatchModel;
}

@ObjectType('StaleListingEdge')
class StaleListingEdgeModel {
  @Field(() => String)
  cursor: string;
  @Field(() => StaleListingModel)
  node: StaleListingModel;
}

@ObjectType('StaleListingConnection')
export class StaleListingConnectionModel {
  @Field(() => [StaleListingEdgeModel])
  edges: readonly StaleListingEdgeModel[];
  @Field(() => PageInfoModel)
  pageInfo: PageInfoModel;
}

@ObjectType('FollowedMatchEdge')
class FollowedMatchEdgeModel {
  @Field(() => String)
  cursor: string;
  @Field(() => FollowedMatchModel)
  node: FollowedMatchModel;
}

@ObjectType('FollowedMatchConnection')
export class FollowedMatchConnectionModel {
  @Field(() => [FollowedMatchEdgeModel])
  edges: readonly FollowedMatchEdgeModel[];
  @Field(() => PageInfoModel)
  pageInfo: PageInfoModel;
}

@ObjectType('UnknownTaskEdge')
class UnknownTaskEdgeModel {
  @Field(() => String)
  cursor: string;
  @Field(() => UnknownTaskModel)
  node: UnknownTaskModel;
}

@ObjectType('UnknownTaskConnection')
export class UnknownTaskConnectionModel {
  @Field(() => [UnknownTaskEdgeModel])
  edges: readonly UnknownTaskEdgeModel[];
  @Field(() => PageInfoModel)
  pageInfo: PageInfoModel;
}

@ObjectType('StaffTaskEdge')
class StaffTaskEdgeModel {
  @Field(() => String)
  cursor: string;
  @Field(() => StaffTaskModel)
  node: StaffTaskModel;
}

@ObjectType('StaffTaskConnection')
export class StaffTaskConnectionModel {
  @Field(() => [StaffTaskEdgeModel])
  edges: readonly StaffTaskEdgeModel[];
  @Field(() => PageInfoModel)
  pageInfo: PageInfoModel;
}

export const noteModel = ({ id, text, by, at }: NoteView): MatchNoteModel => ({ id, text, by, at });

export const stepModel = (view: StepView): NextStepModel => ({
  id: view.id,
  text: view.text,
  dueOn: instantOf(view.dueOn),
  overdue: view.overdue,
  assignedTo: view.assignedTo,
  by: view.by,
  at: view.at,
  closedAt: view.closedAt,
  closedBy: view.closedBy,
  outcome: view.outcome,
});

export const followedModel = (view: FollowedMatchView): FollowedMatchModel => ({
  id: view.id,
  state: view.state,
  createdAt: view.createdAt,
  waitingSince: view.waitingSince,
  turn: view.turn,
  clusterId: view.clusterId,
  offerId: view.offerId,
  needId: view.needId,
});

export const staleModel = ({ listingId, confirmedAt, mayEdit }: StaleListingView): StaleListingModel => ({
  listingId,
  confirmedAt,
  mayEdit,
});

export const unknownModel = ({ id, match, check, detail, facts, turn }: UnknownView): UnknownTaskModel => ({
  id,
  check,
  detail,
  facts,
  turn,
  match: followedModel(match),
});

export const taskModel = ({ step, match }: TaskView): StaffTaskModel => ({
  step: stepModel(step),
  match: followedModel(match),
});
