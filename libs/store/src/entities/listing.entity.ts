import type { ByProductTest, Decimal, ListingState, Period, Side, StatedReading, Visibility } from '#domain';
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

@Entity('listing')
export class ListingRow {
  @PrimaryColumn('uuid') id: string;
  @IdColumn() firmId: string;
  @IdColumn() siteId: string;
  @TextColumn() side: Side;
  @TextColumn() state: ListingState;
  @IntColumn() version: number;
  @DecimalColumn() remaining: Decimal;
  @TextColumn() materialCode: string;
  @DayColumn({ nullable: true }) availableUntil: string | null;
  /** How far its firm goes for this family of materials, learned from what it declined; km. */
  @FloatColumn({ nullable: true }) learnedKm: number | null;
  @InstantColumn() confirmedAt: Date;
  @DayColumn({ nullable: true }) confirmBy: string | null;
  @InstantColumn({ insert: false }) createdAt: Date;
  @InstantColumn() updatedAt: Date;
}

/** A property as it is kept: decimals as text, so that jsonb does not round them. */
export interface StoredProperty {
  readonly property: string;
  readonly min?: string | undefined;
  readonly max?: string | undefined;
  readonly typical?: string | undefined;
  readonly unit?: string | undefined;
  readonly basis?: string | undefined;
  readonly measured: boolean;
}

@Entity('listing_version')
export class ListingVersionRow {
  @PrimaryColumn('uuid') listingId: string;
  @PrimaryColumn('int') version: number;
  @TextColumn() title: string;
  @TextColumn({ nullable: true }) description: string | null;
  @TextColumn() materialCode: string;
  @BooleanColumn() materialConfirmed: boolean;
  /** Best first; one of confidence 1 once the owner has confirmed it. */
  @JsonColumn() readings: readonly StatedReading[];
  @TextColumn({ nullable: true }) wasteCode: string | null;
  @DecimalColumn() amount: Decimal;
  @TextColumn() unit: string;
  @TextColumn() per: Period;
  @JsonColumn() properties: readonly StoredProperty[];
  @DayColumn({ nullable: true }) availableFrom: string | null;
  @DayColumn({ nullable: true }) availableUntil: string | null;
  @FloatColumn({ array: true, nullable: true }) monthlyProfile: readonly number[] | null;
  @FloatColumn({ nullable: true }) maxDistanceKm: number | null;
  @DecimalColumn({ nullable: true }) smallestLot: Decimal | null;
  @DecimalColumn({ nullable: true }) largestLot: Decimal | null;
  @TextColumn({ array: true, nullable: true }) permits: string[] | null;
  @JsonColumn({ nullable: true }) byProductTest: ByProductTest | null;
  @DecimalColumn({ nullable: true }) price: Decimal | null;
  @TextColumn() currency: string;
  @TextColumn() visibility: Visibility;
  @TextColumn() writtenBy: string;
}
