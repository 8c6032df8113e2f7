import { Field, Float, ID, Int, ObjectType } from '@nestjs/graphql';
import { instantOf, type HintState, type Side } from '#domain';
import type { HintCounts, HintForUs, HintRow, StoredWorkshop } from '#market';
import { HintStateEnum, SideEnum } from '../enums.js';
import { DateTimeScalar } from '../scalars.js';
import { NodeModel, PageInfoModel } from './node.model.js';

@ObjectType('Hint', {
  implements: () => [NodeModel],
  description:
    'What is said of a firm: that it has or wants something. No listing: nothing is matched, counted or shown to others of it. The staff of the cluster see it; of a rejected one only that it was.',
})
export class HintModel extends NodeModel {
  @Field(() => HintStateEnum)
  state: HintState;
  @Field(() => String, { nullable: true })
  firmName: string | undefined;
  @Field(() => String, { nullable: true })
  orgNumber: string | undefined;
  @Field(() => String, { nullable: true })
  municipalityNumber: string | undefined;
  @Field(() => String, { nullable: true })
  siteName: string | undefined;
  @Field(() => SideEnum)
  side: Side;
  @Field(() => String, { nullable: true, description: 'In the words of the source.' })
  text: string | undefined;
  @Field(() => String, { nullable: true, description: 'In the words of the source; nobody reckons with it.' })
  amountText: string | undefined;
  @Field(() => String, { nullable: true, description: 'Where this is known from.' })
  source: string | undefined;
  @Field(() => String, {
    nullable: true,
    description: 'For the invitation alone; gone once it is sent, and after half a year.',
  })
  contactEmail: string | undefined;
  @Field(() => ID, { nullable: true, description: 'The firm of the cluster that it is tied to.' })
  firmId: string | undefined;
  @Field(() => ID, { nullable: true })
  workshopId: string | undefined;
  @Field(() => DateTimeScalar)
  statedAt: Date;
  @Field(() => DateTimeScalar, { nullable: true, description: 'When the firm answered.' })
  settledAt: Date | undefined;
  /** Resolved. */
  materialCode: string | undefined;
}

@ObjectType('HintEdge')
class HintEdgeModel {
  @Field(() => String)
  cursor: string;
  @Field(() => HintModel)
  node: HintModel;
}

@ObjectType('HintConnection')
export class HintConnectionModel {
  @Field(() => [HintEdgeModel])
  edges: readonly HintEdgeModel[];
  @Field(() => PageInfoModel)
  pageInfo: PageInfoModel;
  @Field(() => Int, { nullable: true })
  totalCount?: number | undefined;
}

@ObjectType('HintCounts')
export class HintCountsModel {
  @Field(() => Int)
  unclaimed: number;
  @Field(() => Int)
  tied: number;
  @Field(() => Int, { description: 'Handed over to their firms; what became of them is the firms’ own.' })
  claimed: number;
  @Field(() => Int)
  rejected: number;
}

@ObjectType('HintForUs', {
  implements: () => [NodeModel],
  description:
    'What others have said of the firm acted for, to be claimed or rejected by its administrators.',
})
export class HintForUsModel extends NodeModel {
  @Field(() => HintStateEnum)
  state: HintState;
  @Field(() => SideEnum)
  side: Side;
  @Field(() => String)
  text: string;
  @Field(() => String, { nullable: true })
  amountText: string | undefined;
  @Field(() => String, { nullable: true })
  siteName: string | undefined;
  @Field(() => String, { description: 'Where this is known from.' })
  source: string;
  @Field(() => String, { description: 'Whose staff keep it.' })
  clusterName: string;
  @Field(() => String, { nullable: true, description: 'The meeting at which it was said.' })
  workshopName: string | undefined;
  @Field(() => DateTimeScalar)
  statedAt: Date;
  /** Resolved. */
  materialCode: string | undefined;
}

@ObjectType('WorkshopPair', {
  description: 'A have that may answer a want, by the material alone: to talk about, no match.',
})
export class WorkshopPairModel {
  @Field(() => HintModel)
  have: HintModel;
  @Field(() => HintModel)
  want: HintModel;
  @Field(() => Float, { description: 'Of the material for what is wanted, above 0 to 1.' })
  suitability: number;
  @Field(() => String)
  treatment: string;
  @Field(() => String)
  evidence: string;
}

@ObjectType('Workshop', {
  implements: () => [NodeModel],
  description: 'A meeting at which firms say what they have and want; for the staff of its cluster.',
})
export class WorkshopModel extends NodeModel {
  @Field(() => String)
  name: string;
  @Field(() => DateTimeScalar)
  heldOn: Date;
  /** Resolved for whoever sees it. */
  stored: StoredWorkshop;
}

const said = <T>(value: T | null): T | undefined => value ?? undefined;

export const hintModel = (row: HintRow): HintModel => ({
  id: row.id,
  state: row.state,
  firmName: said(row.firmName),
  orgNumber: said(row.orgNumber),
  municipalityNumber: said(row.municipalityNumber),
  siteName: said(row.siteName),
  side: row.side,
  text: said(row.materialText),
  amountText: said(row.amountText),
  source: said(row.source),
  contactEmail: said(row.contactEmail),
  firmId: said(row.firmId),
  workshopId: said(row.workshopId),
  statedAt: row.statedAt,
  settledAt: said(row.settledAt),
  materialCode: said(row.materialCode),
});

export const hintCountsModel = (counts: HintCounts): HintCountsModel => ({
  unclaimed: counts.UNCLAIMED,
  tied: counts.TIED,
  claimed: counts.CLAIMED,
  rejected: counts.REJECTED,
});

export const hintForUsModel = (hint: HintForUs): HintForUsModel => ({
  id: hint.id,
  state: hint.state,
  side: hint.side,
  text: hint.materialText,
  amountText: hint.amountText,
  siteName: hint.siteName,
  source: hint.source,
  clusterName: hint.clusterName,
  workshopName: hint.workshop?.name,
  statedAt: hint.statedAt,
  materialCode: hint.materialCode,
});

export const workshopModel = (stored: StoredWorkshop): WorkshopModel => ({
  id: stored.id,
  name: stored.name,
  heldOn: instantOf(stored.heldOn),
  stored,
});
