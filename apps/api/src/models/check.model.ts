import { Field, ObjectType } from '@nestjs/graphql';
import type { Check, CheckResult, MissingFact, RemedyKind } from '#domain';
import { CheckResultEnum, PartyEnum, RemedyKindEnum } from '../enums.js';

@ObjectType('MissingFact', {
  description: 'A fact that would settle a check, and the side that can state it.',
})
export class MissingFactModel implements MissingFact {
  @Field(() => String, {
    description:
      "A property's name, or one of quantity, place, wasteCode, permit, monthlyProfile, smallestLot, largestLot, byProductTest.lawfulUse and the like.",
  })
  fact: string;
  @Field(() => PartyEnum)
  of: MissingFact['of'];
}

@ObjectType('Remedy', { description: 'A standard step that could cure what a check finds wrong.' })
export class RemedyModel {
  @Field(() => RemedyKindEnum)
  kind: RemedyKind;
  @Field(() => String, {
    nullable: true,
    description: 'Key of the treatment in the factor set, where it has one.',
  })
  treatment?: string | undefined;
  @Field(() => String)
  text: string;
}

@ObjectType('Check', {
  description: 'One hard condition and how it came out; UNKNOWN never hides a match, it asks for a fact.',
})
export class CheckModel {
  @Field(() => String)
  name: string;
  @Field(() => CheckResultEnum)
  result: CheckResult;
  @Field(() => String)
  detail: string;
  @Field(() => [MissingFactModel], { description: 'What would settle it; empty where it is settled.' })
  asks: readonly MissingFactModel[];
  @Field(() => RemedyModel, {
    nullable: true,
    description: 'What could cure it, where a standard step exists; a FAIL stays a FAIL all the same.',
  })
  remedy?: RemedyModel | undefined;
}

export const checkModel = ({ name, result, detail, asks = [], remedy }: Check): CheckModel => ({
  name,
  result,
  detail,
  asks: asks.map(({ fact, of }) => ({ fact, of })),
  remedy: remedy && { kind: remedy.kind, treatment: remedy.treatment, text: remedy.text },
});
