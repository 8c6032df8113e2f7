import { Field, Int, ObjectType } from '@nestjs/graphql';
import { plain, type HeatByMonth, type HeatMonth } from '#domain';
import { DecimalScalar } from '../scalars.js';

@ObjectType('HeatMonth')
class HeatMonthModel {
  @Field(() => Int, { description: '1 for January.' })
  month: number;
  @Field(() => DecimalScalar)
  offered: string;
  @Field(() => DecimalScalar)
  needed: string;
  @Field(() => DecimalScalar, { description: 'The smaller of the two: what needs no store.' })
  coincides: string;
}

@ObjectType('HeatByMonth', {
  description:
    'Heat that is on the market now and not agreed, spread over a year by the months that each listing states.',
})
export class HeatByMonthModel {
  @Field(() => String)
  unit: string;
  @Field(() => [HeatMonthModel], { description: 'Twelve, January first.' })
  months: readonly HeatMonthModel[];
  @Field(() => DecimalScalar, {
    description: 'Of a year, from listings that state no months; in none of them.',
  })
  offeredUnspread: string;
  @Field(() => DecimalScalar)
  neededUnspread: string;
}

const monthModel = ({ month, offered, needed, coincides }: HeatMonth): HeatMonthModel => ({
  month,
  offered: plain(offered),
  needed: plain(needed),
  coincides: plain(coincides),
});

export const heatByMonthModel = (heat: HeatByMonth): HeatByMonthModel => ({
  unit: heat.unit,
  months: heat.months.map(monthModel),
  offeredUnspread: plain(heat.offeredUnspread),
  neededUnspread: plain(heat.neededUnspread),
});
