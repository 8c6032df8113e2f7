import fc from 'fast-check';
import {
  isEnumType,
  isInputObjectType,
  isListType,
  isNonNullType,
  type GraphQLArgument,
  type GraphQLInputField,
  type GraphQLInputType,
} from 'graphql';
import type { Known } from './known.js';
import { wildText, wildValue } from './wild.js';

/** How sound the values of one operation are: all as they should be, right in type but extreme, some of another type, anything. */
export type Quality = 'sound' | 'extreme' | 'mixed' | 'wild';

/** Of a hundred values. */
const WEIGHTS: Readonly<Record<Quality, { sound: number; extreme: number; wild: number }>> = {
  sound: { sound: 100, extreme: 0, wild: 0 },
  extreme: { sound: 75, extreme: 25, wild: 0 },
  mixed: { sound: 80, extreme: 10, wild: 10 },
  wild: { sound: 10, extreme: 20, wild: 70 },
};

type Scalar = 'ID' | 'String' | 'Decimal' | 'DateTime' | 'Int' | 'Float' | 'Boolean';

const base64 = (text: string): string => Buffer.from(text).toString('base64url');
const NO_ID = '00000000-0000-4000-8000-00000000dead';
/** Cursors of the right form whose content no row can have, beside those of another form. */
const CURSORS = [
  ['2026-99-99T99:99:99.999999Z', NO_ID],
  ['0000-01-01T00:00:00.000000Z', NO_ID],
  ['9999-12-31T24:00:00.000000Z', '-'.repeat(36)],
  ['2026-01-01T00:00:00.000000Z', 'f'.repeat(36)],
  ['1e999', NO_ID],
  ['9'.repeat(400), NO_ID],
  ['0.5', '-'.repeat(36)],
  ['1e-999', NO_ID],
].map((pair) => base64(JSON.stringify(pair)));
const EVENT_CURSORS = [
  '99999999999999999999.9999999999999999999',
  '0.0',
  '1.1',
  '18446744073709551616.1',
].map(base64);

const TEXTS: Readonly<Record<string, readonly string[]>> = {
  unit: ['t', 'kg', 'MWh', 'm3', 'Nm3', 'GWh'],
  currency: ['NOK', 'EUR'],
  property: ['moisture', 'temperature', 'chlorine', 'ash', 'particle size'],
  basis: ['wet', 'dry'],
  ewcCode: ['03 01 05', '10 01 01'],
  permittedWasteCodes: ['03 01 05', '19 12 07'],
  title: ['Tørr flis fra høvleri', 'Spillvarme 90 °C', 'Flis til kjel', 'Slagg'],
  description: ['ca. 1 200 tonn/år, fukt 12–18 %, klor under 0,01 %', 'Overskudd av sagflis'],
  text: [
    'tørr flis 20 t i uka, fukt < 15 %',
    'slagg fra smelteverk, 4.000 tonn/år',
    'spillvarme 90 °C, 12 GWh',
  ],
  locale: ['nb', 'en'],
  transportMode: ['TRUCK', 'sea'],
};

const SOUND_DATES = [
  '2025-01-01T00:00:00Z',
  '2026-12-01T00:00:00Z',
  '2027-06-30T12:00:00+02:00',
  '2028-01-01T00:00:00Z',
];
const EXTREME_DATES = [
  '0000-01-01T00:00:00Z',
  '0001-01-01T00:00:00Z',
  '1582-10-10T00:00:00Z',
  '9999-12-31T23:59:59.999999999Z',
  '2026-02-30T00:00:00Z',
  '2026-11-22T24:00:00Z',
  '2026-11-22T23:59:60Z',
  '2026-11-22T10:00:00+23:59',
  '0000-01-01T00:00:00+14:00',
  '9999-12-31T23:59:59-14:00',
  '2026-11-22T10:00:00+99:99',
  '+275760-09-13T00:00:00Z',
  '2026-11-22',
  '1763805600',
];
const EXTREME_DECIMALS = [
  '0',
  '-0',
  '-1',
  '1e5',
  ' 1',
  '+1',
  '1_000',
  '٣',
  '1.',
  '.5',
  '1,5',
  '',
  'NaN',
  'Infinity',
  '9'.repeat(60),
  `-${'9'.repeat(59)}`,
  `0.${'0'.repeat(56)}1`,
  `${'9'.repeat(30)}.${'9'.repeat(29)}`,
  '1000000000000',
  '99999999999999999999',
  '0.0000001',
  '0.1234567890123456789',
  '007',
  '1e-400',
];
const EXTREME_FLOATS = [
  0,
  -0,
  -1,
  1e-300,
  5e-324,
  1e300,
  1.7976931348623157e308,
  -1e308,
  1e21,
  40_075,
  2 ** 53,
];
const EXTREME_INTS = [0, -1, 1, 100, 101, 2_147_483_647, -2_147_483_648];

/** Values for the arguments and input fields of a schema. */
export class Values {
  constructor(private readonly known: Known) {}

  of({ type, name }: GraphQLArgument | GraphQLInputField, quality: Quality): fc.Arbitrary<unknown> {
    const { sound, extreme, wild } = WEIGHTS[quality];
    return fc.oneof(
      { weight: sound, arbitrary: this.sound(type, name, quality) },
      { weight: extreme, arbitrary: this.extreme(type, name, quality) },
      { weight: wild, arbitrary: wildValue },
    );
  }

  /** Of the right type; what it holds, if it holds something, is of the quality asked for. */
  private sound(type: GraphQLInputType, name: string, quality: Quality): fc.Arbitrary<unknown> {
    if (isNonNullType(type)) return this.sound(type.ofType, name, quality);
    if (isListType(type)) return fc.array(this.sound(type.ofType, name, quality), lengthsOf(name));
    if (isEnumType(type)) return fc.constantFrom(...type.getValues().map((one) => one.name));
    if (isInputObjectType(type)) {
      const fields = Object.values(type.getFields());
      return fc.record(Object.fromEntries(fields.map((field) => [field.name, this.of(field, quality)])), {
        requiredKeys: fields.filter(isRequired).map((field) => field.name),
        noNullPrototype: true,
      });
    }
    return this.scalar(type.name as Scalar, name);
  }

  private extreme(type: GraphQLInputType, name: string, quality: Quality): fc.Arbitrary<unknown> {
    if (isNonNullType(type)) return this.extreme(type.ofType, name, quality);
    if (isListType(type)) {
      const of = type.ofType;
      return fc.oneof(
        fc.constantFrom([], null),
        fc.array(this.extreme(of, name, quality), { maxLength: 70 }),
      );
    }
    if (isEnumType(type))
      return fc.constantFrom<unknown>(null, 'OFER', type.getValues()[0]?.name.toLowerCase());
    if (isInputObjectType(type)) return fc.constantFrom<unknown>(null, {}, [], { unknown: 1 });
    return fc.oneof({ weight: 9, arbitrary: extremeScalar(type.name as Scalar, name) }, fc.constant(null));
  }

  private scalar(type: Scalar, name: string): fc.Arbitrary<unknown> {
    switch (type) {
      case 'ID':
        return fc.constantFrom(...(name === 'clusterId' ? [this.known.clusterId] : this.known.ids));
      case 'String':
        if (name === 'after') return fc.constantFrom(...this.known.cursors);
        if (name === 'idempotencyKey') return fc.uuid();
        return fc.constantFrom(...(TEXTS[name] ?? ['Granvåk', 'wood-chips', '120 t per år']));
      case 'Decimal':
        return fc.constantFrom('1', '12.5', '250', '0.75', '1000');
      case 'DateTime':
        return fc.oneof(fc.constantFrom(...SOUND_DATES), fc.constant(new Date().toISOString()));
      case 'Int':
        return fc.integer({ min: 1, max: 10 });
      case 'Float':
        return fc.constantFrom(1, 12.5, 60, 400);
      case 'Boolean':
        return fc.boolean();
    }
  }
}

function extremeScalar(type: Scalar, name: string): fc.Arbitrary<unknown> {
  switch (type) {
    case 'ID':
      return fc.oneof(fc.constantFrom(NO_ID, '-'.repeat(36), '1', 'wood-chips'), fc.uuid(), wildText);
    case 'String':
      return name === 'after' ? fc.constantFrom(...CURSORS, ...EVENT_CURSORS) : wildText;
    case 'Decimal':
      return fc.constantFrom(...EXTREME_DECIMALS);
    case 'DateTime':
      return fc.constantFrom(...EXTREME_DATES);
    case 'Int':
      return fc.constantFrom(...EXTREME_INTS);
    case 'Float':
      return fc.constantFrom(...EXTREME_FLOATS);
    case 'Boolean':
      return fc.boolean();
  }
}

/** A year has twelve weights; of all else a few. */
const lengthsOf = (name: string): fc.ArrayConstraints =>
  name === 'monthlyProfile' ? { minLength: 12, maxLength: 12 } : { minLength: 1, maxLength: 3 };

const isRequired = (input: GraphQLInputField): boolean =>
  isNonNullType(input.type) && input.defaultValue === undefined;
