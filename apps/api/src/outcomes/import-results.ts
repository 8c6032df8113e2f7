import { Field, Int, ObjectType } from '@nestjs/graphql';
import type { Actor } from '#domain';
import type { Committed, Market, Outcome } from '#market';
import { importModel, DeliveryImportModel } from '../models/import.model.js';
import { found } from './found.js';
import { ANY_ERROR, member, resultOf } from './union.js';

@ObjectType('DeliveryImportMapped')
class DeliveryImportMappedModel {
  @Field(() => DeliveryImportModel)
  import: DeliveryImportModel;
}

@ObjectType('DeliveriesImported')
class DeliveriesImportedModel {
  @Field(() => DeliveryImportModel)
  import: DeliveryImportModel;
  @Field(() => Int, { description: 'New deliveries.' })
  recorded: number;
  @Field(() => Int)
  corrected: number;
  @Field(() => Int, { description: 'Rows that say what was recorded already.' })
  skipped: number;
  @Field(() => Int, { description: 'Rows that are refused, and corrections that nobody confirmed.' })
  left: number;
}

export const MapDeliveryImportResult = resultOf(
  'MapDeliveryImportResult',
  DeliveryImportMappedModel,
  ...ANY_ERROR,
);
export const CommitDeliveryImportResult = resultOf(
  'CommitDeliveryImportResult',
  DeliveriesImportedModel,
  ...ANY_ERROR,
);

export const importMapped = (market: Market, actor: Actor, outcome: Outcome<{ importId: string }>) =>
  member('DeliveryImportMapped', outcome, async ({ importId }) => ({
    import: importModel(found(await market.imports.find(actor, importId), 'delivery import')),
  }));

export const deliveriesImported = (market: Market, actor: Actor, outcome: Outcome<Committed>) =>
  member('DeliveriesImported', outcome, async ({ importId, totals }) => ({
    ...totals,
    import: importModel(found(await market.imports.find(actor, importId), 'delivery import')),
  }));
