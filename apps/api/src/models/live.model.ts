import { Field, ID, ObjectType } from '@nestjs/graphql';
import type { HeardType } from '#domain';
import { AgreementChangeEnum, FiguresChangeEnum } from '../enums.js';
import { AgreementModel, DeliveryModel } from './agreement.model.js';
import { ProposalModel } from './match.model.js';

@ObjectType('ProposalEvent')
export class ProposalEventModel {
  @Field(() => String)
  cursor: string;
  @Field(() => ProposalModel, {
    description: 'As it is when this is sent: it may have moved on since the event.',
  })
  proposal: ProposalModel;
}

@ObjectType('AgreementEvent')
export class AgreementEventModel {
  @Field(() => String)
  cursor: string;
  @Field(() => AgreementChangeEnum)
  change: HeardType;
  @Field(() => AgreementModel, { description: 'As it is when this is sent.' })
  agreement: AgreementModel;
  @Field(() => DeliveryModel, {
    nullable: true,
    description: 'The delivery that was recorded or verified; of a correction, the one that took the place.',
  })
  delivery?: DeliveryModel | undefined;
}

@ObjectType('FiguresEvent', {
  description: 'That there are other figures than before, never which: ask circularity for those.',
})
export class FiguresEventModel {
  @Field(() => String)
  cursor: string;
  @Field(() => FiguresChangeEnum)
  change: HeardType;
  @Field(() => ID)
  clusterId: string;
}
