import type { Decimal, ListingState, Period, Side, Visibility } from '#domain';
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
  @TextColumn({ nullable: true }) wasteCode: string | null;
  @DecimalColumn() amount: Decimal;
  @TextColumn() unit: string;
  @TextColumn() per: Period;
  @JsonColumn() properties: readonly StoredProperty[];
  @DayColumn({ nullable: true }) availableFrom: string | null;
  @DayColumn({ nullable: true }) availableUntil: string | null;
  @FloatColumn({ array: true, nullable: true }) monthlyProfile: readonly number[] | null;
  @FloatColumn({ nullable: true }) maxDistanceKm: number | null;
  @DecimalColumn({ nullable: true }) price: Decimal | null;
  @TextColumn() currency: string;
  @TextColumn() visibility: Visibility;
  @TextColumn() writtenBy: string;
}
