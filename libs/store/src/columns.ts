import { Decimal } from '#domain';
import { Column, type ColumnOptions, type ValueTransformer } from 'typeorm';

const decimals: ValueTransformer = {
  to: (value: Decimal | null | undefined) => value?.toFixed(),
  from: (value: string | null) => (value === null ? null : new Decimal(value)),
};

/** numeric ↔ Decimal: no float in between. */
export const DecimalColumn = (options: ColumnOptions = {}): PropertyDecorator =>
  Column({ type: 'numeric', transformer: decimals, ...options });
export const TextColumn = (options: ColumnOptions = {}): PropertyDecorator =>
  Column({ type: 'text', ...options });
export const IdColumn = (options: ColumnOptions = {}): PropertyDecorator =>
  Column({ type: 'uuid', ...options });
export const IntColumn = (options: ColumnOptions = {}): PropertyDecorator =>
  Column({ type: 'int', ...options });
export const FloatColumn = (options: ColumnOptions = {}): PropertyDecorator =>
  Column({ type: 'float8', ...options });
export const BooleanColumn = (options: ColumnOptions = {}): PropertyDecorator =>
  Column({ type: 'boolean', ...options });
export const DayColumn = (options: ColumnOptions = {}): PropertyDecorator =>
  Column({ type: 'date', ...options });
export const JsonColumn = (options: ColumnOptions = {}): PropertyDecorator =>
  Column({ type: 'jsonb', ...options });
/** An instant; left to the database's clock unless the caller says when. */
export const InstantColumn = (options: ColumnOptions = {}): PropertyDecorator =>
  Column({ type: 'timestamptz', ...options });
