import { Entity, PrimaryColumn } from 'typeorm';
import { BooleanColumn, IdColumn, InstantColumn, JsonColumn, TextColumn } from '../columns.js';

@Entity('event')
export class EventRow {
  @PrimaryColumn({ type: 'bigint', generated: 'identity', generatedIdentity: 'ALWAYS' }) seq: string;
  @TextColumn() type: string;
  @IdColumn({ nullable: true }) firmId: string | null;
  @IdColumn({ nullable: true }) clusterId: string | null;
  @IdColumn({ nullable: true }) listingId: string | null;
  @IdColumn({ nullable: true }) matchId: string | null;
  @IdColumn({ nullable: true }) proposalId: string | null;
  @IdColumn({ nullable: true }) agreementId: string | null;
  @IdColumn({ nullable: true }) deliveryId: string | null;
}

@Entity('job_request')
export class JobRequestRow {
  @PrimaryColumn({ type: 'bigint', generated: 'identity', generatedIdentity: 'ALWAYS' }) id: string;
  @TextColumn() name: string;
  @TextColumn() key: string;
  @JsonColumn() payload: Readonly<Record<string, unknown>>;
  @BooleanColumn() background: boolean;
  @TextColumn({ nullable: true }) traceParent: string | null;
  @InstantColumn({ insert: false }) requestedAt: Date;
}

@Entity('look')
export class LookRow {
  @PrimaryColumn({ type: 'bigint', generated: 'identity', generatedIdentity: 'ALWAYS' }) id: string;
  @TextColumn() personId: string;
  @TextColumn() what: string;
  @IdColumn({ nullable: true }) firmId: string | null;
  @IdColumn() subjectId: string;
  @TextColumn({ nullable: true }) role: string | null;
  @IdColumn({ nullable: true }) clusterId: string | null;
}
