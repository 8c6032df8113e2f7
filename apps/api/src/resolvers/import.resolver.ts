import { UseInterceptors } from '@nestjs/common';
import { Args, ID, Int, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import type { Actor, RowEffect } from '#domain';
import type { Committing, Market, RowOutcome } from '#market';
import { pageSize } from '../connection.js';
import { CurrentActor } from '../context.js';
import { ImportedRowsEnum, RowEffectEnum, RowOutcomeEnum } from '../enums.js';
import { knownId } from '../ids.js';
import { importMapping, MapDeliveryImportInput } from '../inputs/import.input.js';
import {
  DeliveryImportModel,
  DeliveryImportRowModel,
  importModel,
  importRowModel,
} from '../models/import.model.js';
import {
  CommitDeliveryImportResult,
  importKept,
  MapDeliveryImportResult,
} from '../outcomes/import-results.js';
import { InjectMarket } from '../tokens.js';
import { TypedValidation } from '../validation.js';

@Resolver(() => DeliveryImportModel)
@UseInterceptors(TypedValidation)
export class ImportResolver {
  constructor(@InjectMarket() private readonly market: Market) {}

  @Query(() => DeliveryImportModel, { name: 'deliveryImport', nullable: true })
  async deliveryImport(
    @CurrentActor() actor: Actor,
    @Args('id', { type: () => ID }) id: string,
  ): Promise<DeliveryImportModel | undefined> {
    const found = await this.market.imports.find(actor, knownId(id));
    return found && importModel(found);
  }

  @Mutation(() => MapDeliveryImportResult, {
    name: 'mapDeliveryImport',
    description: 'Reads the file anew by the columns named. Nothing is recorded.',
  })
  async mapDeliveryImport(
    @CurrentActor() actor: Actor,
    @Args('input', { type: () => MapDeliveryImportInput }) input: MapDeliveryImportInput,
  ): Promise<typeof MapDeliveryImportResult> {
    const key = input.idempotencyKey ?? undefined;
    const outcome = await this.market.imports.map(actor, importMapping(input), key);
    return importKept(this.market, actor, 'DeliveryImportMapped', outcome);
  }

  @Mutation(() => CommitDeliveryImportResult, {
    name: 'commitDeliveryImport',
    description:
      'Has recorded what the file says, as it was shown: `import.state` tells how far it is. Rows that change what is recorded are made corrections only with a correctionReason. A recording that FAILED goes on as decided at first.',
  })
  async commitDeliveryImport(
    @CurrentActor() actor: Actor,
    @Args('id', { type: () => ID }) id: string,
    @Args('rows', { type: () => ImportedRowsEnum }) rows: Committing['rows'],
    @Args('correctionReason', { type: () => String, nullable: true }) correctionReason: string | null,
    @Args('idempotencyKey', { type: () => String, nullable: true }) key: string | null,
  ): Promise<typeof CommitDeliveryImportResult> {
    const asked = { importId: knownId(id), rows, correctionReason: correctionReason ?? undefined };
    const outcome = await this.market.recording.commit(actor, asked, key ?? undefined);
    return importKept(this.market, actor, 'DeliveryImportBegun', outcome);
  }

  @ResolveField('rows', () => [DeliveryImportRowModel], { description: 'In the order of the file.' })
  async rows(
    @CurrentActor() actor: Actor,
    @Parent() { id }: DeliveryImportModel,
    @Args('first', { type: () => Int, defaultValue: 20 }) first: number,
    @Args('afterRow', { type: () => Int, defaultValue: 0 }) after: number,
    @Args('effect', { type: () => RowEffectEnum, nullable: true }) effect: RowEffect | null,
    @Args('outcome', { type: () => RowOutcomeEnum, nullable: true }) outcome: RowOutcome | null,
  ): Promise<readonly DeliveryImportRowModel[]> {
    const page = {
      first: pageSize(first),
      after,
      effect: effect ?? undefined,
      outcome: outcome ?? undefined,
    };
    return (await this.market.imports.rows(actor, id, page)).map(importRowModel);
  }
}
