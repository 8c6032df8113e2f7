import { Field, Float, ID, Int, ObjectType } from '@nestjs/graphql';
import {
  cellName,
  INTAKE_FIELDS,
  instantOf,
  type CellProblem,
  type DecimalMark,
  type IntakeField,
  type RowEffect,
} from '#domain';
import type { ImportRowView, ImportState, ImportTotals, ImportView, RowOutcome } from '#market';
import {
  DecimalMarkEnum,
  ImportStateEnum,
  IntakeFieldEnum,
  RowEffectEnum,
  RowOutcomeEnum,
} from '../enums.js';
import { DateTimeScalar, DecimalScalar } from '../scalars.js';
import { deliveryModel, DeliveryModel } from './agreement.model.js';
import { NodeModel } from './node.model.js';

@ObjectType('ImportColumn', { description: 'A column of the file that is read.' })
class ImportColumnModel {
  @Field(() => IntakeFieldEnum)
  field: IntakeField;
  @Field(() => Int, { description: 'From 1, as A is the first.' })
  column: number;
  @Field(() => String, { description: 'As the file heads it; empty where it has no header.' })
  header: string;
}

@ObjectType('ImportCounts', { description: 'How many rows would do what.' })
class ImportCountsModel {
  @Field(() => Int)
  new: number;
  @Field(() => Int)
  same: number;
  @Field(() => Int)
  changed: number;
  @Field(() => Int)
  refused: number;
}

@ObjectType('ImportTotals', { description: 'What has come of how many rows so far.' })
class ImportTotalsModel {
  @Field(() => Int)
  recorded: number;
  @Field(() => Int)
  corrected: number;
  @Field(() => Int, { description: 'They say what was recorded already.' })
  skipped: number;
  @Field(() => Int, { description: 'Refused, and corrections that nobody confirmed.' })
  left: number;
  @Field(() => Int, { description: 'Could not be recorded any more when their turn came.' })
  lapsed: number;
}

@ObjectType('CellProblem', { description: 'What is wrong with one cell, and what would be right.' })
class CellProblemModel {
  @Field(() => IntakeFieldEnum)
  field: IntakeField;
  @Field(() => String, { nullable: true, description: 'Such as C7; null where no column holds it.' })
  cell: string | undefined;
  @Field(() => String)
  message: string;
}

@ObjectType('DeliveryImportRow')
export class DeliveryImportRowModel {
  @Field(() => Int, { description: 'As spreadsheets number it, from 1.' })
  row: number;
  @Field(() => [String], { description: 'As the file says it.' })
  cells: readonly string[];
  @Field(() => RowEffectEnum)
  effect: RowEffect;
  @Field(() => ID, { nullable: true })
  agreementId: string | undefined;
  @Field(() => DecimalScalar, { nullable: true })
  amount: string | undefined;
  @Field(() => String, { nullable: true })
  unit: string | undefined;
  @Field(() => DateTimeScalar, { nullable: true })
  deliveredOn: Date | undefined;
  @Field(() => String, { nullable: true })
  reference: string | undefined;
  @Field(() => Float, { nullable: true })
  distanceKm: number | undefined;
  @Field(() => DeliveryModel, {
    nullable: true,
    description: 'What is recorded under its reference already, or was by it.',
  })
  delivery: DeliveryModel | undefined;
  @Field(() => RowOutcomeEnum, { nullable: true, description: 'Null until its turn to be recorded.' })
  outcome: RowOutcome | undefined;
  @Field(() => [CellProblemModel], { description: 'Why it is refused, or has lapsed.' })
  problems: readonly CellProblemModel[];
}

@ObjectType('DeliveryImport', {
  implements: () => [NodeModel],
  description:
    'A file of deliveries that somebody of the firm sent to POST /api/imports/deliveries: shown first, recorded by commitDeliveryImport, forgotten after thirty days.',
})
export class DeliveryImportModel extends NodeModel {
  @Field(() => String)
  fileName: string;
  @Field(() => DateTimeScalar)
  uploadedAt: Date;
  @Field(() => DateTimeScalar, { description: 'When it was last judged what its rows would do.' })
  checkedAt: Date;
  @Field(() => DateTimeScalar)
  keptUntil: Date;
  @Field(() => ImportStateEnum)
  state: ImportState;
  @Field(() => DateTimeScalar, { nullable: true, description: 'Null until somebody has it recorded.' })
  committedAt: Date | undefined;
  @Field(() => ImportTotalsModel, { nullable: true, description: 'Null until somebody has it recorded.' })
  totals: ImportTotalsModel | undefined;
  @Field(() => DateTimeScalar, { nullable: true, description: 'When the last row was recorded.' })
  endedAt: Date | undefined;
  @Field(() => String, {
    nullable: true,
    description: 'Why recording has stopped: a code to tell the operator. Null unless it FAILED.',
  })
  failure: string | undefined;
  @Field(() => [String], { description: 'What of the file was passed over, in words.' })
  notices: readonly string[];
  @Field(() => [String], { description: 'The header of the file, column by column; to map by.' })
  header: readonly string[];
  @Field(() => [ImportColumnModel], { description: 'What was recognised, or named by hand.' })
  columns: readonly ImportColumnModel[];
  @Field(() => DecimalMarkEnum, { nullable: true, description: 'As named by hand; null is by the rules.' })
  decimalMark: DecimalMark | undefined;
  @Field(() => String, { nullable: true, description: 'For rows that name none.' })
  unit: string | undefined;
  @Field(() => ID, { nullable: true, description: 'For rows that name none.' })
  agreementId: string | undefined;
  @Field(() => ImportCountsModel)
  counts: ImportCountsModel;
}

export const importModel = ({ format, plan, counts, ...one }: ImportView): DeliveryImportModel => ({
  id: one.id,
  fileName: one.fileName,
  uploadedAt: one.uploadedAt,
  checkedAt: one.checkedAt,
  keptUntil: one.keptUntil,
  state: one.state,
  committedAt: one.committedAt ?? undefined,
  totals: one.totals === null ? undefined : totalsModel(one.totals),
  endedAt: one.endedAt ?? undefined,
  failure: one.failure ?? undefined,
  notices: format.notices,
  header: format.header.map(String),
  columns: INTAKE_FIELDS.flatMap((field) => {
    const at = plan.columns[field];
    return at === undefined ? [] : [{ field, column: at + 1, header: String(format.header[at] ?? '') }];
  }),
  decimalMark: plan.decimalMark,
  unit: plan.unit,
  agreementId: plan.agreementId,
  counts: { new: counts.NEW, same: counts.SAME, changed: counts.CHANGED, refused: counts.REFUSED },
});

export const importRowModel = ({ delivery, recorded, ...row }: ImportRowView): DeliveryImportRowModel => ({
  row: row.row,
  cells: row.cells.map(String),
  effect: row.effect,
  agreementId: delivery?.agreementId,
  amount: delivery?.amount,
  unit: delivery?.unit,
  deliveredOn: delivery && instantOf(delivery.deliveredOn),
  reference: delivery?.reference,
  distanceKm: delivery?.distanceKm,
  delivery: recorded && deliveryModel(recorded),
  outcome: row.outcome,
  problems: [...row.problems, ...row.judged].map((one) => problemModel(one, row.row)),
});

const totalsModel = (totals: ImportTotals): ImportTotalsModel => ({
  recorded: totals.RECORDED,
  corrected: totals.CORRECTED,
  skipped: totals.SKIPPED,
  left: totals.LEFT,
  lapsed: totals.LAPSED,
});

const problemModel = ({ field, column, message }: CellProblem, row: number): CellProblemModel => ({
  field,
  cell: typeof column === 'number' ? cellName(column, row) : undefined,
  message,
});
