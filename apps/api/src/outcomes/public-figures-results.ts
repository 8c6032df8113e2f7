import { Field, ObjectType } from '@nestjs/graphql';
import { PublicFiguresChoiceModel } from '../models/public-figures.model.js';
import { ANY_ERROR, resultOf } from './union.js';

@ObjectType('PublicFiguresChosen')
class PublicFiguresChosenModel {
  @Field(() => PublicFiguresChoiceModel, { description: 'What everybody sees within a minute.' })
  choice: PublicFiguresChoiceModel;
}

export const ChoosePublicFiguresResult = resultOf(
  'ChoosePublicFiguresResult',
  PublicFiguresChosenModel,
  ...ANY_ERROR,
);
