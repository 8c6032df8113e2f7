import { Field, ObjectType } from '@nestjs/graphql';
import type { Actor } from '#domain';
import type { Market, Outcome } from '#market';
import { importModel, DeliveryImportModel } from '../models/import.model.js';
import { found } from './found.js';
import { ANY_ERROR, member, resultOf } from './union.js';

@ObjectType('DeliveryImportMapped')
class DeliveryImportMappedModel {
  @Field(() => DeliveryImportModel)
  import: DeliveryImportModel;
}

@ObjectType('DeliveryImportBegun')
class DeliveryImportBegunModel {
  @Field(() => DeliveryImportModel, { description: 'Its `state` and `totals` tell how far it is.' })
  import: DeliveryImportModel;
}

export const MapDeliveryImportResult = resultOf(
  'MapDeliveryImportResult',
  DeliveryImportMappedModel,
  ...ANY_ERROR,
);
export const CommitDeliveryImportResult = resultOf(
  'CommitDeliveryImportResult',
  DeliveryImportBegunModel,
  ...ANY_ERROR,
);

/** What is answered where the file itself tells all of it. */
export const importKept = (
  market: Market,
  actor: Actor,
  name: 'DeliveryImportMapped' | 'DeliveryImportBegun',
  outcome: Outcome<{ importId: string }>,
) =>
  member(name, outcome, async ({ importId }) => ({
    import: importModel(found(await market.imports.find(actor, importId), 'delivery import')),
  }));
