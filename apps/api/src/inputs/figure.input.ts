import { Field, ID, InputType } from '@nestjs/graphql';
import { IsOptional, MaxLength } from 'class-validator';
import { addDays, instantOf, isByTime, spanOf, type Basis, type Breakdown, type DaySpan } from '#domain';
import type { FlowDirection, NumberAsked } from '#market';
import { BreakdownEnum, FigureBasisEnum, FlowDirectionEnum } from '../enums.js';
import { knownId } from '../ids.js';
import { DateTimeScalar } from '../scalars.js';

@InputType('FigureInput', { description: 'Which number is meant, as a Figure says it.' })
export class FigureInput {
  @Field(() => String)
  @MaxLength(100)
  name: string;
  @Field(() => FigureBasisEnum)
  basis: Basis;
  @Field(() => DateTimeScalar, { description: 'First day covered.' })
  from: Date;
  @Field(() => DateTimeScalar, { description: 'Last day covered.' })
  to: Date;
  @Field(() => ID, {
    nullable: true,
    description: 'The cluster whose number it is; the firm acted for where it is left out.',
  })
  clusterId?: string | null;
  @Field(() => FlowDirectionEnum, {
    nullable: true,
    description: 'Of a firm; half of what it gives and takes where it is left out.',
  })
  direction?: FlowDirection | null;
  @Field(() => BreakdownEnum, {
    nullable: true,
    description: 'Of a part of a breakdown; of a part by time its days say enough.',
  })
  by?: Breakdown | null;
  @Field(() => String, { nullable: true, description: 'Key of the part.' })
  @IsOptional()
  @MaxLength(100)
  key?: string | null;
  @Field(() => String, { nullable: true, description: 'Another factor set than the one in use.' })
  @IsOptional()
  @MaxLength(100)
  factorSet?: string | null;
}

/** @param firmId the firm acted for */
export function numberAsked(input: FigureInput, firmId: string | undefined): NumberAsked | undefined {
  const span = spanIn(input);
  const of = ofWhom(input, firmId);
  if (span === undefined || of === undefined) return undefined;
  const { name, basis, factorSet } = input;
  return { name, basis, span, of, within: withinOf(input), factorSet: factorSet ?? undefined };
}

const spanIn = ({ from, to }: FigureInput): DaySpan | undefined => {
  const last = spanOf(to, instantOf(addDays(to.toISOString().slice(0, 10), 1)))?.to;
  return last === undefined ? undefined : spanOf(from, instantOf(addDays(last, 1)));
};

function ofWhom(
  { clusterId, direction }: FigureInput,
  firmId: string | undefined,
): NumberAsked['of'] | undefined {
  if (clusterId !== null && clusterId !== undefined) return { clusterId: knownId(clusterId) };
  return firmId === undefined ? undefined : { firmId, direction: direction ?? undefined };
}

const withinOf = ({ by, key }: FigureInput): NumberAsked['within'] =>
  by === null || by === undefined || isByTime(by) ? undefined : { by, key: key ?? '' };
