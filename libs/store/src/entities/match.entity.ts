import type { Assessment, Decimal, MatchState, MaterialLink, Period, ProposalState } from '#domain';
import { Entity, PrimaryColumn } from 'typeorm';
import {
  BooleanColumn,
  DayColumn,
  DecimalColumn,
  FloatColumn,
  IdColumn,
  InstantColumn,
  IntColumn,
  JsonColumn,
  TextColumn,
} from '../columns.js';

@Entity('match')
export class MatchRow {
  @PrimaryColumn('uuid') id: string;
  @IdColumn() offerId: string;
  @IntColumn() offerVersion: number;
  @IdColumn() needId: string;
  @IntColumn() needVersion: number;
  @IdColumn() offerFirmId: string;
  @IdColumn() needFirmId: string;
  @TextColumn() ruleSet: string;
  @TextColumn() factorSet: string;
  @TextColumn() state: MatchState;
  @JsonColumn() link: MaterialLink;
  @JsonColumn({ type: 'json' }) giverView: Assessment;
  @JsonColumn({ type: 'json' }) takerView: Assessment;
  /** Whether the side's own view lets it be a match: else it is told nothing of it. */
  @BooleanColumn() giverSees: boolean;
  @BooleanColumn() takerSees: boolean;
  @FloatColumn() giverScore: number;
  @FloatColumn() takerScore: number;
  /** By what everybody could know of the two: what its place on either side's list rests on. */
  @FloatColumn() score: number;
  @FloatColumn() yearlyBase: number;
  /** Found beyond the usual reach, because takers near by are few. */
  @BooleanColumn() widened: boolean;
  @IdColumn({ nullable: true }) declinedBy: string | null;
  /** Fingerprint of the facts that the decline hangs on. */
  @TextColumn({ nullable: true }) declinedFacts: string | null;
  @FloatColumn({ nullable: true }) declinedKm: number | null;
  @TextColumn({ nullable: true }) declineReason: string | null;
  @TextColumn({ nullable: true }) declineNote: string | null;
  @InstantColumn({ insert: false }) createdAt: Date;
  @InstantColumn({ nullable: true }) closedAt: Date | null;
}

@Entity('proposal')
export class ProposalRow {
  @PrimaryColumn('uuid') id: string;
  @IdColumn() matchId: string;
  @IdColumn() fromFirmId: string;
  @IdColumn() toFirmId: string;
  @TextColumn() state: ProposalState;
  @DecimalColumn() amount: Decimal;
  @TextColumn() unit: string;
  @TextColumn() per: Period;
  @DecimalColumn({ nullable: true }) price: Decimal | null;
  @TextColumn() currency: string;
  @DayColumn() startsOn: string;
  @DayColumn({ nullable: true }) endsOn: string | null;
  @BooleanColumn() retrospective: boolean;
  @TextColumn({ nullable: true }) transportMode: string | null;
  @TextColumn({ nullable: true }) note: string | null;
  @IdColumn({ nullable: true }) answersId: string | null;
  @TextColumn({ nullable: true }) declineReason: string | null;
  @TextColumn({ nullable: true }) declineNote: string | null;
  @TextColumn() sentBy: string;
  @InstantColumn({ insert: false }) sentAt: Date;
  @InstantColumn() expiresAt: Date;
}
