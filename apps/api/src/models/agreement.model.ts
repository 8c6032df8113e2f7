import { Field, Float, ID, Int, ObjectType } from '@nestjs/graphql';
import { instantOf, type AgreementState } from '#domain';
import type { AgreementView, DeliveryView } from '#market';
import { AgreementStateEnum } from '../enums.js';
import { DateTimeScalar, DecimalScalar } from '../scalars.js';
import { NodeModel, PageInfoModel } from './node.model.js';
import { QuantityModel } from './quantity.model.js';

@ObjectType('Agreement', { implements: () => [NodeModel] })
export class AgreementModel implements NodeModel {
  @Field(() => ID)
  id: string;
  @Field(() => AgreementStateEnum)
  state: AgreementState;
  @Field(() => QuantityModel)
  quantity: QuantityModel;
  @Field(() => QuantityModel, {
    description: 'What the present round of the agreement still leaves to deliver.',
  })
  remaining: QuantityModel;
  @Field(() => DecimalScalar, { nullable: true })
  price?: string | undefined;
  @Field(() => String)
  currency: string;
  @Field(() => DateTimeScalar)
  startsOn: Date;
  @Field(() => DateTimeScalar, { nullable: true })
  endsOn?: Date | undefined;
  @Field(() => Boolean, { description: 'The exchange began before it was written down.' })
  retrospective: boolean;
  /** Resolved. */
  matchId: string;
}

export const agreementModel = (view: AgreementView): AgreementModel => ({
  id: view.id,
  state: view.state,
  quantity: view.quantity,
  remaining: view.remaining,
  price: view.price,
  currency: view.currency,
  startsOn: instantOf(view.startsOn),
  endsOn: view.endsOn === undefined ? undefined : instantOf(view.endsOn),
  retrospective: view.retrospective,
  matchId: view.matchId,
});

@ObjectType('AgreementEdge')
export class AgreementEdgeModel {
  @Field(() => String)
  cursor: string;
  @Field(() => AgreementModel)
  node: AgreementModel;
}

@ObjectType('AgreementConnection')
export class AgreementConnectionModel {
  @Field(() => [AgreementEdgeModel])
  edges: readonly AgreementEdgeModel[];
  @Field(() => PageInfoModel)
  pageInfo: PageInfoModel;
  @Field(() => Int, { nullable: true })
  totalCount?: number | undefined;
}

@ObjectType('Delivery', { implements: () => [NodeModel] })
export class DeliveryModel implements NodeModel {
  @Field(() => ID)
  id: string;
  @Field(() => DecimalScalar)
  amount: string;
  @Field(() => String)
  unit: string;
  @Field(() => DateTimeScalar)
  deliveredOn: Date;
  @Field(() => Boolean)
  verified: boolean;
  @Field(() => DateTimeScalar, { nullable: true })
  verifiedAt?: Date | undefined;
  @Field(() => Float, { description: 'That it was carried: as stated, else the road between the sites.' })
  distanceKm: number;
  @Field(() => Boolean, { description: "The viewer's own side recorded it; the other side verifies it." })
  byViewer: boolean;
  @Field(() => DateTimeScalar)
  recordedAt: Date;
  @Field(() => String, { nullable: true })
  reference?: string | undefined;
  /** Resolved. */
  agreementId: string;
}

export const deliveryModel = (view: DeliveryView): DeliveryModel => ({
  id: view.id,
  amount: view.amount,
  unit: view.unit,
  deliveredOn: instantOf(view.deliveredOn),
  verified: view.verified,
  verifiedAt: view.verifiedAt,
  distanceKm: view.distanceKm,
  byViewer: view.byViewer,
  recordedAt: view.recordedAt,
  reference: view.reference,
  agreementId: view.agreementId,
});
