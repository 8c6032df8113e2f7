import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import {
  fromBase,
  instantOf,
  isByTime,
  plain,
  READING_UNIT,
  type Basis,
  type Breakdown,
  type EntryKind,
  type ShownIndicator,
  type WithheldReason,
} from '#domain';
import type {
  EntriesView,
  EntryView,
  FigureGroupView,
  FirmFiguresView,
  FirmQuestion,
  FlowDirection,
  ReportedQuestion,
} from '#market';
import { connectionOf } from '../connection.js';
import { EntryKindEnum, FigureBasisEnum, WithheldReasonEnum } from '../enums.js';
import { DateTimeScalar, DecimalScalar } from '../scalars.js';
import { figureModel, FigureModel, toldOf, type Told } from './figure.model.js';
import { PageInfoModel } from './node.model.js';

@ObjectType('FigureGroup', { description: 'One part of a breakdown; parts do not overlap.' })
export class FigureGroupModel {
  @Field(() => String, {
    description:
      'Code of the branch, NACE divisions as 24>08, number of the municipality, step or period; none where nothing tells.',
  })
  key: string;
  @Field(() => String)
  label: string;
  @Field(() => [FigureModel])
  figures: readonly FigureModel[];
  /** Resolved; of a family of materials. */
  materialCode?: string | undefined;
}

@ObjectType('LedgerEntry', {
  description: 'One row of the ledger behind a number. It names no firm, no site and no price.',
})
export class LedgerEntryModel {
  @Field(() => ID)
  id: string;
  @Field(() => EntryKindEnum)
  kind: EntryKind;
  @Field(() => FigureBasisEnum)
  basis: Basis;
  @Field(() => DateTimeScalar)
  occurredOn: Date;
  @Field(() => DateTimeScalar)
  recordedAt: Date;
  @Field(() => DecimalScalar, { description: 'Signed; of a yearly rate the amount of a year.' })
  amount: string;
  @Field(() => String)
  unit: string;
  @Field(() => Boolean)
  yearly: boolean;
  @Field(() => DecimalScalar, {
    nullable: true,
    description:
      'What it adds to the number, of a yearly rate by its days in the period; null of what counts exchanges.',
  })
  brings?: string | undefined;
  @Field(() => String, { description: 'Unit of what it brings.' })
  bringsUnit: string;
  @Field(() => String, { description: 'NACE division.' })
  fromIndustry: string;
  @Field(() => String, { description: 'NACE division.' })
  toIndustry: string;
  @Field(() => ID)
  agreementId: string;
  @Field(() => ID, { nullable: true })
  deliveryId?: string | undefined;
  @Field(() => ID, { nullable: true, description: 'The entry that it takes back.' })
  reverses?: string | undefined;
  @Field(() => Int)
  offerVersion: number;
  @Field(() => Int)
  needVersion: number;
  @Field(() => String, { description: 'The factors that were valid when it was agreed.' })
  factorSet: string;
  @Field(() => String)
  ruleSet: string;
  @Field(() => String)
  methodVersion: string;
  /** Resolved. */
  materialCode: string;
}

@ObjectType('LedgerEntryEdge')
export class LedgerEntryEdgeModel {
  @Field(() => String)
  cursor: string;
  @Field(() => LedgerEntryModel)
  node: LedgerEntryModel;
}

@ObjectType('LedgerEntryConnection', { description: 'In the order of the ledger.' })
export class LedgerEntryConnectionModel {
  @Field(() => [LedgerEntryEdgeModel])
  edges: readonly LedgerEntryEdgeModel[];
  @Field(() => PageInfoModel)
  pageInfo: PageInfoModel;
  @Field(() => WithheldReasonEnum, { nullable: true, description: 'Why no entries are told.' })
  withheldReason?: WithheldReason | undefined;
}

@ObjectType('FirmFigures', {
  description:
    'Figures of the firm acted for, for its own people alone. Outgoing and incoming are two views of flows and are never added.',
})
export class FirmFiguresModel {
  @Field(() => [FigureModel])
  outgoing: readonly FigureModel[];
  @Field(() => [FigureModel])
  incoming: readonly FigureModel[];
  @Field(() => [FigureModel], {
    description: 'Half of every exchange: the parts of all firms make the whole once.',
  })
  attributed: readonly FigureModel[];
  @Field(() => DateTimeScalar, { description: 'First day covered.' })
  from: Date;
  @Field(() => DateTimeScalar, { description: 'Last day covered.' })
  to: Date;
  question: FirmQuestion;
}

export const indicatorModels = (
  shown: readonly ShownIndicator[],
  question: ReportedQuestion,
  factorSet: string,
): readonly FigureModel[] => shown.map((one) => figureModel(one, toldOf(question, factorSet)));

/** @param told of the whole; each part is one of the period or of the entries */
export const groupModels = (
  groups: readonly FigureGroupView[],
  by: Breakdown,
  told: Omit<Told, 'span' | 'factorSet'>,
): readonly FigureGroupModel[] =>
  groups.map(({ key, label, span, factorSet, figures }) => {
    const within = isByTime(by) ? undefined : { by, key };
    return {
      key,
      label,
      materialCode: by === 'MATERIAL_BRANCH' && key !== '' ? key : undefined,
      figures: figures.map((one) => figureModel(one, { ...told, factorSet, span, within })),
    };
  });

export const firmFiguresModel = ({ question, factorSet, ...told }: FirmFiguresView): FirmFiguresModel => {
  const { firmId, span } = question;
  const models = (shown: readonly ShownIndicator[], direction?: FlowDirection) =>
    shown.map((one) => figureModel(one, { factorSet, span, of: { firmId, direction } }));
  return {
    outgoing: models(told.outgoing, 'OUTGOING'),
    incoming: models(told.incoming, 'INCOMING'),
    attributed: models(told.attributed),
    from: instantOf(span.from),
    to: instantOf(span.to),
    question,
  };
};

const entryModel = ({ entry, brings, unit }: EntryView): LedgerEntryModel => {
  const { exchange } = entry;
  const reading = READING_UNIT[entry.unitKind];
  return {
    id: entry.id,
    kind: entry.kind,
    basis: entry.basis,
    occurredOn: instantOf(entry.occurredOn),
    recordedAt: entry.recordedAt,
    amount: plain(fromBase(entry.amountBase, reading)),
    unit: reading,
    yearly: entry.yearly,
    brings: brings && plain(brings),
    bringsUnit: unit,
    fromIndustry: exchange.giverDivision,
    toIndustry: exchange.takerDivision,
    agreementId: exchange.agreementId,
    deliveryId: entry.deliveryId,
    reverses: entry.reverses,
    offerVersion: exchange.offerVersion,
    needVersion: exchange.needVersion,
    factorSet: exchange.factorSet,
    ruleSet: exchange.ruleSet,
    methodVersion: entry.methodVersion,
    materialCode: exchange.byProductCode,
  };
};

/** A connection of what is told, or an empty one that says why nothing is. */
export const entriesModel = (
  { page, reason }: EntriesView,
  hasPrevious: boolean,
): LedgerEntryConnectionModel => ({
  ...connectionOf(page ?? { rows: [], hasNext: false }, hasPrevious, entryModel),
  withheldReason: reason,
});
