import { Field, ID, InputType, Int } from '@nestjs/graphql';
import { Type } from 'class-transformer';
import { ArrayMaxSize, IsOptional, Max, MaxLength, Min, ValidateNested } from 'class-validator';
import type { DecimalMark, IntakeField } from '#domain';
import type { ImportMapping } from '#market';
import { DecimalMarkEnum, IntakeFieldEnum } from '../enums.js';
import { knownId } from '../ids.js';
import { RepeatableInput } from './repeatable.input.js';
import { FILE_LIMITS } from '../intake/file.js';

@InputType('ImportColumnInput')
class ImportColumnInput {
  @Field(() => IntakeFieldEnum)
  field: IntakeField;
  @Field(() => Int, { description: 'From 1, as A is the first.' })
  @Min(1)
  @Max(FILE_LIMITS.columns)
  column: number;
}

@InputType('MapDeliveryImportInput')
export class MapDeliveryImportInput extends RepeatableInput {
  @Field(() => ID)
  id: string;
  @Field(() => [ImportColumnInput], {
    description: 'All columns that are to be read; of two for one field, the last.',
  })
  @ArrayMaxSize(20)
  @ValidateNested({ each: true })
  @Type(() => ImportColumnInput)
  columns: ImportColumnInput[];
  @Field(() => DecimalMarkEnum, {
    nullable: true,
    description: 'Left out, the rules of docs/imports.md tell.',
  })
  decimalMark?: DecimalMark | null;
  @Field(() => String, { nullable: true, description: 'For rows that name none.' })
  @IsOptional()
  @MaxLength(40)
  unit?: string | null;
  @Field(() => ID, { nullable: true, description: 'For rows that name none.' })
  agreementId?: string | null;
}

export const importMapping = (input: MapDeliveryImportInput): ImportMapping => ({
  importId: knownId(input.id),
  columns: Object.fromEntries(input.columns.map(({ field, column }) => [field, column - 1])),
  decimalMark: input.decimalMark ?? undefined,
  unit: input.unit?.trim() ?? undefined,
  agreementId: input.agreementId ? knownId(input.agreementId) : undefined,
});
