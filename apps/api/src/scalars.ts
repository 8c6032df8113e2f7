import { isPlainDecimal, plain, type Decimal } from '#domain';
import { GraphQLError, GraphQLScalarType, Kind } from 'graphql';

const ISO_INSTANT = /^(\d{4}-\d{2}-\d{2})T\d{2}:\d{2}(:\d{2}(\.\d{1,9})?)?(Z|[+-]\d{2}:\d{2})$/;

function instant(value: unknown): Date {
  const date = typeof value === 'string' ? dateOf(value) : undefined;
  if (date === undefined) {
    throw new GraphQLError('A DateTime is ISO 8601 with time and zone, such as 2026-11-22T10:00:00Z.');
  }
  if (date < EARLIEST || date >= LATEST) throw new GraphQLError('A DateTime is from 1900 to 2999.');
  return date;
}

/** Far from these no calendar tells a day in four digits of a year, and no exchange took place. */
const EARLIEST = new Date('1900-01-01T00:00:00Z');
const LATEST = new Date('3000-01-01T00:00:00Z');

function dateOf(text: string): Date | undefined {
  const day = ISO_INSTANT.exec(text)?.[1];
  const date = new Date(text);
  // JavaScript takes the 30th of February for the second of March.
  const isReal = day !== undefined && new Date(`${day}T00:00:00Z`).getUTCDate() === Number(day.slice(8));
  return isReal && !Number.isNaN(date.getTime()) ? date : undefined;
}

export const DateTimeScalar = new GraphQLScalarType<Date, string>({
  name: 'DateTime',
  description: 'ISO 8601, UTC',
  serialize: (value) => (value as Date).toISOString(),
  parseValue: instant,
  parseLiteral: (node) => instant(node.kind === Kind.STRING ? node.value : undefined),
});

/** Digits that no stream on Earth needs: a longer text is refused before arithmetic sees it. */
const MOST_DIGITS = 60;

/** Stays text until a mapper makes it exact: class-transformer would try to rebuild a Decimal object. */
function decimal(value: unknown): string {
  if (typeof value !== 'string' || value.length > MOST_DIGITS || !isPlainDecimal(value)) {
    throw new GraphQLError('A Decimal is a JSON string in plain decimal notation, such as "12.5".');
  }
  return value;
}

export const DecimalScalar = new GraphQLScalarType<string, string>({
  name: 'Decimal',
  description: 'JSON string, plain decimal notation, exact',
  serialize: (value) => (typeof value === 'string' ? value : plain(value as Decimal)),
  parseValue: decimal,
  parseLiteral: (node) =>
    decimal(node.kind === Kind.STRING || node.kind === Kind.INT ? node.value : undefined),
});
