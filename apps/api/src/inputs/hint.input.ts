import { Field, ID, InputType } from '@nestjs/graphql';
import { Type } from 'class-transformer';
import { ArrayMaxSize, IsOptional, MaxLength, ValidateNested } from 'class-validator';
import type { Side } from '#domain';
import type { CardInput } from '#market';
import { SideEnum } from '../enums.js';
import { knownId } from '../ids.js';
import { DateTimeScalar } from '../scalars.js';
import { RepeatableInput } from './repeatable.input.js';

/** A round of a large table; a longer meeting is recorded in several. */
const MOST_CARDS = 100;

@InputType('OpenWorkshopInput')
export class OpenWorkshopInput extends RepeatableInput {
  @Field(() => ID, { description: "One of the viewer's own clusters." })
  clusterId: string;
  @Field(() => String)
  @MaxLength(300)
  name: string;
  @Field(() => DateTimeScalar, { description: 'The day in Europe/Oslo.' })
  heldOn: Date;
}

@InputType('WorkshopCardInput', { description: 'What a firm has (OFFER) or wants (NEED), in a few words.' })
class WorkshopCardInput {
  @Field(() => ID, { nullable: true, description: 'A firm of the cluster; or firmName.' })
  firmId?: string | null;
  @Field(() => String, { nullable: true, description: 'Any firm by its name.' })
  @IsOptional()
  @MaxLength(300)
  firmName?: string | null;
  @Field(() => SideEnum)
  side: Side;
  @Field(() => String)
  @MaxLength(300)
  text: string;
  @Field(() => String, { nullable: true, description: 'As it was said, such as "two loads a week".' })
  @IsOptional()
  @MaxLength(100)
  amountText?: string | null;
}

@InputType('RecordWorkshopCardsInput')
export class RecordWorkshopCardsInput extends RepeatableInput {
  @Field(() => ID)
  workshopId: string;
  @Field(() => [WorkshopCardInput])
  @ArrayMaxSize(MOST_CARDS)
  @ValidateNested({ each: true })
  @Type(() => WorkshopCardInput)
  cards: WorkshopCardInput[];
}

export const cardsOf = ({ cards }: RecordWorkshopCardsInput): readonly CardInput[] =>
  cards.map(({ firmId, firmName, side, text, amountText }) => ({
    firmId: firmId ? knownId(firmId) : undefined,
    firmName: firmName ?? undefined,
    side,
    text,
    amountText: amountText ?? undefined,
  }));
