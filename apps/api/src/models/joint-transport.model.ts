import { Field, Float, ID, Int, ObjectType } from '@nestjs/graphql';
import { plain, Decimal, type JointTransportState } from '#domain';
import type { JointTransportView, LoadView, ReturnLoadsView, ReturnLoadView } from '#market';
import { JointTransportStateEnum } from '../enums.js';
import { DateTimeScalar, DecimalScalar } from '../scalars.js';
import { ValueBandModel } from './value.model.js';

@ObjectType('ReturnLoadFlow', { description: 'An agreement whose lorries drive home empty.' })
export class ReturnLoadFlowModel implements LoadView {
  @Field(() => ID)
  agreementId: string;
  @Field(() => String, { description: 'Name of the firm.' })
  giver: string;
  @Field(() => String, { description: 'Name of the firm.' })
  taker: string;
  @Field(() => String, { nullable: true, description: 'Municipality; null abroad.' })
  from: string | undefined;
  @Field(() => String, { nullable: true, description: 'Municipality; null abroad.' })
  to: string | undefined;
  /** Resolved. */
  materialCode: string;
}

@ObjectType('ReturnLoad', {
  description:
    'Two agreements that one lorry could serve in a round, out with one load and home with the other.',
})
export class ReturnLoadModel {
  @Field(() => [ReturnLoadFlowModel], { description: 'Two.' })
  loads: readonly ReturnLoadFlowModel[];
  @Field(() => Int, { description: 'Rounds in the year ahead.' })
  tours: number;
  @Field(() => ValueBandModel, { description: 'Kilometres without a load in the year ahead, apart.' })
  emptyKmBefore: ValueBandModel;
  @Field(() => ValueBandModel, { description: 'The same in rounds.' })
  emptyKmAfter: ValueBandModel;
  @Field(() => ValueBandModel, { description: 'Norwegian kroner saved in the year ahead; half each.' })
  nok: ValueBandModel;
  @Field(() => ValueBandModel, { description: 'kg CO2e saved in the year ahead, well-to-wheel; half each.' })
  co2eKg: ValueBandModel;
  @Field(() => JointTransportStateEnum, { nullable: true, description: 'How an offer to the two stands.' })
  offered: JointTransportState | undefined;
  @Field(() => [String], { description: 'Prices and factors that were missing and counted as nothing.' })
  missing: readonly string[];
}

@ObjectType('ReturnLoads', {
  description: 'Pairs among the agreements whose firms both belong to the cluster.',
})
export class ReturnLoadsModel {
  @Field(() => [ReturnLoadModel], { description: 'The one that saves most first.' })
  pairs: readonly ReturnLoadModel[];
  @Field(() => Int, { description: 'Kroner that all pairs save in the year ahead, central.' })
  nok: number;
  @Field(() => Int, { description: 'What no choice of pairs could exceed.' })
  bound: number;
  @Field(() => String)
  factorSet: string;
}

@ObjectType('AmountEnds', { description: 'From low to high.' })
export class AmountEndsModel {
  @Field(() => DecimalScalar)
  low: string;
  @Field(() => DecimalScalar)
  high: string;
}

@ObjectType('JointTransport', {
  description:
    'An offer to share a lorry with an agreement of others, told in bands until both sides have said yes.',
})
export class JointTransportModel {
  @Field(() => ID)
  id: string;
  @Field(() => JointTransportStateEnum)
  state: JointTransportState;
  @Field(() => ID, { description: "The viewer's own agreement." })
  agreementId: string;
  @Field(() => Boolean, { description: 'The own side has said yes.' })
  accepted: boolean;
  @Field(() => AmountEndsModel, { description: 'Rounds in a year.' })
  tours: AmountEndsModel;
  @Field(() => Float, { description: 'The ways to and from the other load are at most so long, km.' })
  otherWithinKm: number;
  @Field(() => AmountEndsModel, { description: 'Norwegian kroner that the own agreement saves in a year.' })
  nok: AmountEndsModel;
  @Field(() => AmountEndsModel, { description: 'kg CO2e that the own agreement saves in a year.' })
  co2eKg: AmountEndsModel;
  @Field(() => String, {
    nullable: true,
    description: 'The firm that said yes on the other side; null until both sides have.',
  })
  contact: string | undefined;
  @Field(() => DateTimeScalar)
  offeredAt: Date;
}

export const returnLoadsModel = ({ pairs, ...rest }: ReturnLoadsView): ReturnLoadsModel => ({
  ...rest,
  pairs: pairs.map(returnLoadModel),
});

const returnLoadModel = ({ emptyKm, ...rest }: ReturnLoadView): ReturnLoadModel => ({
  ...rest,
  emptyKmBefore: emptyKm.before,
  emptyKmAfter: emptyKm.after,
});

export const jointTransportModel = (view: JointTransportView): JointTransportModel => ({
  ...view,
  otherWithinKm: Math.ceil(view.otherWithinKm),
  tours: endsModel(view.tours),
  nok: endsModel(view.nok),
  co2eKg: endsModel(view.co2eKg),
});

const endsModel = ({ low, high }: JointTransportView['nok']): AmountEndsModel => ({
  low: plain(new Decimal(low).toDecimalPlaces(0)),
  high: plain(new Decimal(high).toDecimalPlaces(0)),
});
