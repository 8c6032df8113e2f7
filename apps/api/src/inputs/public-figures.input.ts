import { Field, ID, InputType, Int } from '@nestjs/graphql';
import { ArrayMaxSize, MaxLength } from 'class-validator';
import type { Basis } from '#domain';
import { FigureBasisEnum } from '../enums.js';
import { RepeatableInput } from './repeatable.input.js';

@InputType('ChoosePublicFiguresInput')
export class ChoosePublicFiguresInput extends RepeatableInput {
  @Field(() => ID)
  clusterId: string;
  @Field(() => [Int], { description: 'Calendar years, at most ten; none takes the page off.' })
  @ArrayMaxSize(10)
  years: number[];
  @Field(() => [String], { description: 'Names of figures, as circularity has them.' })
  @ArrayMaxSize(100)
  @MaxLength(100, { each: true })
  figures: string[];
  @Field(() => [FigureBasisEnum], { description: 'Any but POTENTIAL, which is never published.' })
  @ArrayMaxSize(4)
  bases: Basis[];
}
