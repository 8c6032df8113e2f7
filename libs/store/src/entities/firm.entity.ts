import type { ClusterRole, Decimal, FirmRole } from '#domain';
import { Entity, PrimaryColumn } from 'typeorm';
import {
  BooleanColumn,
  DayColumn,
  DecimalColumn,
  FloatColumn,
  IdColumn,
  InstantColumn,
  IntColumn,
  TextColumn,
} from '../columns.js';

@Entity('cluster')
export class ClusterRow {
  @PrimaryColumn('uuid') id: string;
  @TextColumn() name: string;
  @TextColumn() slug: string;
  @BooleanColumn() demo: boolean;
}

@Entity('goal')
export class GoalRow {
  @PrimaryColumn('uuid') id: string;
  /** Of a cluster's goal; of a firm's own the firm. */
  @IdColumn({ nullable: true }) clusterId: string | null;
  @IdColumn({ nullable: true }) firmId: string | null;
  @TextColumn() name: string;
  @TextColumn() figure: string;
  @DecimalColumn() change: Decimal;
  @DecimalColumn() baseline: Decimal;
  @IntColumn({ nullable: true }) baselineYear: number | null;
  @TextColumn() unit: string;
  @DayColumn() dueOn: string;
  @TextColumn() scope: string;
  /** Null where the installation entered it. */
  @TextColumn({ nullable: true }) setBy: string | null;
  @InstantColumn() setAt: Date;
  /** The goal that this one stands for from now on. */
  @IdColumn({ nullable: true }) replaces: string | null;
}

@Entity('firm')
export class FirmRow {
  @PrimaryColumn('uuid') id: string;
  @TextColumn() name: string;
  @TextColumn({ nullable: true }) orgNumber: string | null;
  @TextColumn() naceCode: string;
  @TextColumn() division: string;
  @BooleanColumn() demo: boolean;
}

@Entity('firm_cluster')
export class FirmClusterRow {
  @PrimaryColumn('uuid') firmId: string;
  @PrimaryColumn('uuid') clusterId: string;
}

@Entity('person_firm')
export class PersonFirmRow {
  @PrimaryColumn('text') personId: string;
  @PrimaryColumn('uuid') firmId: string;
  @TextColumn() role: FirmRole;
}

@Entity('person_cluster')
export class PersonClusterRow {
  @PrimaryColumn('text') personId: string;
  @PrimaryColumn('uuid') clusterId: string;
  @TextColumn() role: ClusterRole;
  @IntColumn() position: number;
}

@Entity('site')
export class SiteRow {
  @PrimaryColumn('uuid') id: string;
  @IdColumn() firmId: string;
  @TextColumn() name: string;
  /** Norway only. */
  @TextColumn({ nullable: true }) municipalityNumber: string | null;
  /** ISO 3166 alpha-2. */
  @TextColumn() country: string;
  @FloatColumn() latitude: number;
  @FloatColumn() longitude: number;
  /** How well the position is known: 0 is the very spot. */
  @FloatColumn() radiusKm: number;
  @BooleanColumn({ nullable: true }) quay: boolean | null;
  @BooleanColumn({ nullable: true }) railSiding: boolean | null;
}
