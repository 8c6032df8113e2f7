import type { Basis, Decimal, EntryKind, Exchange, Period, UnitKind } from '#domain';
import { Entity, PrimaryColumn } from 'typeorm';
import {
  BooleanColumn,
  DayColumn,
  DecimalColumn,
  IdColumn,
  InstantColumn,
  JsonColumn,
  TextColumn,
} from '../columns.js';

@Entity('agreement')
export class AgreementRow {
  @PrimaryColumn('uuid') id: string;
  @IdColumn() matchId: string;
  @IdColumn() proposalId: string;
  @IdColumn() offerId: string;
  @IdColumn() needId: string;
  @IdColumn() offerFirmId: string;
  @IdColumn() needFirmId: string;
  @DecimalColumn() amount: Decimal;
  @TextColumn() unit: string;
  @TextColumn() per: Period;
  @DecimalColumn({ nullable: true }) price: Decimal | null;
  @TextColumn() currency: string;
  @DayColumn() startsOn: string;
  @DayColumn({ nullable: true }) endsOn: string | null;
  @BooleanColumn() retrospective: boolean;
  @DecimalColumn() drawnFromOffer: Decimal;
  @DecimalColumn() drawnFromNeed: Decimal;
  @BooleanColumn() holdsOffer: boolean;
  @BooleanColumn() holdsNeed: boolean;
  @DecimalColumn() roadKm: Decimal;
  @JsonColumn() exchange: Exchange;
  @TextColumn() madeBy: string;
  @InstantColumn({ insert: false }) madeAt: Date;
}

@Entity('delivery')
export class DeliveryRow {
  @PrimaryColumn('uuid') id: string;
  @IdColumn() agreementId: string;
  @DecimalColumn() amount: Decimal;
  @TextColumn() unit: string;
  @DecimalColumn() amountBase: Decimal;
  @DayColumn() deliveredOn: string;
  @TextColumn({ nullable: true }) reference: string | null;
  @DecimalColumn() roadKm: Decimal;
  @IdColumn() recordedByFirmId: string;
  @TextColumn() recordedBy: string;
  @InstantColumn({ insert: false }) recordedAt: Date;
  @TextColumn({ nullable: true }) verifiedBy: string | null;
  @InstantColumn({ nullable: true }) verifiedAt: Date | null;
  @IdColumn({ nullable: true }) correctedById: string | null;
  @TextColumn({ nullable: true }) correctionReason: string | null;
}

@Entity('ledger_entry')
export class LedgerEntryRow {
  @PrimaryColumn({ type: 'bigint', generated: 'identity', generatedIdentity: 'ALWAYS' }) id: string;
  @IdColumn() agreementId: string;
  @IdColumn({ nullable: true }) deliveryId: string | null;
  @TextColumn() kind: EntryKind;
  @TextColumn() basis: Exclude<Basis, 'POTENTIAL'>;
  @TextColumn({ type: 'bigint', nullable: true }) reverses: string | null;
  @TextColumn() unitKind: UnitKind;
  @DecimalColumn() amountBase: Decimal;
  @DecimalColumn() roadKm: Decimal;
  @DecimalColumn({ nullable: true }) valueNok: Decimal | null;
  @DayColumn() occurredOn: string;
  @BooleanColumn() yearly: boolean;
  @DayColumn({ nullable: true }) endsOn: string | null;
  @JsonColumn() exchange: Exchange;
  @IdColumn() giverFirmId: string;
  @IdColumn() takerFirmId: string;
  @TextColumn() methodVersion: string;
  @InstantColumn() recordedAt: Date;
}
