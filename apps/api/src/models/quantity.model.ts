import { Field, ObjectType } from '@nestjs/graphql';
import type { Period } from '#domain';
import { PeriodEnum } from '../enums.js';
import { DecimalScalar } from '../scalars.js';

@ObjectType('Quantity', {
  description: 'An exact amount of mass, energy or volume. unit: t, kg, m3, Nm3, kWh, MWh, GWh, GJ …',
})
export class QuantityModel {
  @Field(() => DecimalScalar, {
    nullable: true,
    description: 'Null where the viewer sees a band only: then min and max are set.',
  })
  value?: string | undefined;
  @Field(() => DecimalScalar, { nullable: true })
  min?: string | undefined;
  @Field(() => DecimalScalar, { nullable: true })
  max?: string | undefined;
  @Field(() => String)
  unit: string;
  @Field(() => PeriodEnum)
  per: Period;
}
