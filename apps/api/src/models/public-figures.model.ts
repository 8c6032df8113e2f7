import { Field, Int, ObjectType } from '@nestjs/graphql';
import { calendarYear, type Basis } from '#domain';
import type { PublicChoiceView, PublicYear } from '#market';
import { FigureBasisEnum } from '../enums.js';
import { DateTimeScalar } from '../scalars.js';
import { figureModel, FigureModel } from './figure.model.js';

@ObjectType('PublicFiguresChoice', {
  description: 'What a cluster shows to everybody at /p/ and its slug, from then until the next choice.',
})
export class PublicFiguresChoiceModel {
  @Field(() => [Int], { description: 'Calendar years, newest first; none where nothing is shown.' })
  years: readonly number[];
  @Field(() => [String], { description: 'Names of figures.' })
  figures: readonly string[];
  @Field(() => [FigureBasisEnum])
  bases: readonly Basis[];
  @Field(() => DateTimeScalar)
  chosenAt: Date;
  @Field(() => String, { nullable: true, description: 'Name of who chose.' })
  chosenBy?: string | undefined;
  @Field(() => String, {
    nullable: true,
    description: 'End of the cluster’s chain of the ledger at that moment: it must still stand in it.',
  })
  chainHead?: string | undefined;
}

@ObjectType('PublicFiguresYear', {
  description: 'A year on one basis as everybody would see it: sums of parcels, and why what is missing is.',
})
export class PublicFiguresYearModel {
  @Field(() => Int)
  year: number;
  @Field(() => FigureBasisEnum)
  basis: Basis;
  @Field(() => [FigureModel])
  figures: readonly FigureModel[];
}

export const publicFiguresYearModel = (
  { year, basis, factorSet, figures }: PublicYear,
  clusterId: string,
): PublicFiguresYearModel => ({
  year,
  basis,
  figures: figures.map((one) => figureModel(one, { factorSet, span: calendarYear(year), of: { clusterId } })),
});

export const publicFiguresChoiceModel = (one: PublicChoiceView): PublicFiguresChoiceModel => ({
  years: one.years,
  figures: one.figures,
  bases: one.bases,
  chosenAt: one.at,
  chosenBy: one.by,
  chainHead: one.chainHead,
});
