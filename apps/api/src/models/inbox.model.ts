import { Field, Int, ObjectType } from '@nestjs/graphql';
import { instantOf } from '#domain';
import type { InboxEntryView } from '#market';
import { InboxKindEnum } from '../enums.js';
import { DateTimeScalar } from '../scalars.js';
import { NodeModel, PageInfoModel } from './node.model.js';

@ObjectType('InboxEntry', {
  implements: () => [NodeModel],
  description:
    "One thing that the viewer is told: a match of the firm's listings, what a watch of his or hers found, what the other side of a negotiation did, or what of the firm's ends soon.",
})
export class InboxEntryModel extends NodeModel {
  @Field(() => InboxKindEnum)
  kind: InboxEntryView['kind'];
  @Field(() => DateTimeScalar)
  at: Date;
  @Field(() => DateTimeScalar, {
    nullable: true,
    description: 'Null while it is unread; each person reads alone.',
  })
  readAt: Date | undefined;
  @Field(() => DateTimeScalar, {
    nullable: true,
    description: 'The last day (Europe/Oslo) of what ends soon; null for everything else.',
  })
  dueOn: Date | undefined;
  /** Resolved. */
  matchId: string | undefined;
  watchHitId: string | undefined;
  proposalId: string | undefined;
  listingId: string | undefined;
  agreementId: string | undefined;
}

@ObjectType('InboxEdge')
class InboxEdgeModel {
  @Field(() => String)
  cursor: string;
  @Field(() => InboxEntryModel)
  node: InboxEntryModel;
}

@ObjectType('InboxConnection')
export class InboxConnectionModel {
  @Field(() => [InboxEdgeModel])
  edges: readonly InboxEdgeModel[];
  @Field(() => PageInfoModel)
  pageInfo: PageInfoModel;
  @Field(() => Int, { nullable: true })
  totalCount?: number | undefined;
}

export const inboxEntryModel = (entry: InboxEntryView): InboxEntryModel => ({
  id: entry.id,
  kind: entry.kind,
  at: entry.at,
  readAt: entry.readAt,
  matchId: entry.matchId,
  watchHitId: entry.watchHitId,
  proposalId: entry.proposalId,
  listingId: entry.listingId,
  agreementId: entry.agreementId,
  dueOn: entry.dueOn === undefined ? undefined : instantOf(entry.dueOn),
});
