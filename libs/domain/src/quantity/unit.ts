import type { Decimal } from './decimal.js';

/** Kinds that are never added to or compared with one another without a named density or heating value. */
export type UnitKind = 'mass' | 'volume' | 'gas_volume' | 'energy' | 'count';

/** Exact rational factor to the base unit of the kind: a MJ is 5/18 kWh, which no decimal holds. */
export interface Unit {
  readonly code: string;
  readonly kind: UnitKind;
  readonly numerator: string;
  readonly denominator: string;
  /** Other spellings that people write, Norwegian and English, compared without case. */
  readonly spellings: readonly string[];
}

const unit = (code: string, kind: UnitKind, numerator: string, denominator = '1', spellings = ''): Unit =>
  Object.freeze({
    code,
    kind,
    numerator,
    denominator,
    spellings: spellings === '' ? [] : spellings.split('|'),
  });

/**
 * The units that listings, agreements and deliveries may be stated in; the figures are those of
 * data/reference/units.csv (a test compares them), energy as exact fractions of the kWh.
 * Bulk m3 (lm3) and solid m3 (fm3) of wood are volumes of different things and are not offered here:
 * they need a density of their own.
 */
export const UNITS: readonly Unit[] = Object.freeze([
  unit('t', 'mass', '1000', '1', 'tonn|tonne|tonnes|ton|tons'),
  unit('kg', 'mass', '1', '1', 'kilo|kilogram'),
  unit('g', 'mass', '1', '1000', 'gram'),
  unit('kt', 'mass', '1000000', '1', 'kilotonne|kilotonn'),
  unit('Mt', 'mass', '1000000000', '1', 'megatonne|megatonn'),
  unit('lb', 'mass', '45359237', '100000000', 'pound'),
  unit('m3', 'volume', '1', '1', 'm³|kubikk|kubikkmeter'),
  unit('l', 'volume', '1', '1000', 'liter|litre'),
  unit('yd3', 'volume', '764554857984', '1000000000000', 'cubic yard'),
  unit('gal_us', 'volume', '3785411784', '1000000000000', 'us gallon'),
  unit('Nm3', 'gas_volume', '1', '1', 'nm³'),
  unit('kWh', 'energy', '1'),
  unit('MWh', 'energy', '1000'),
  unit('GWh', 'energy', '1000000'),
  unit('TWh', 'energy', '1000000000'),
  unit('MJ', 'energy', '5', '18'),
  unit('GJ', 'energy', '2500', '9'),
  unit('TJ', 'energy', '2500000', '9'),
  unit('toe', 'energy', '11630', '1', 'tonne of oil equivalent'),
  unit('pcs', 'count', '1', '1', 'stk|stykk|pieces'),
]);

/** The unit that amounts of a kind are stored and folded in. */
export const BASE_UNIT: Readonly<Record<UnitKind, string>> = Object.freeze({
  mass: 'kg',
  volume: 'm3',
  gas_volume: 'Nm3',
  energy: 'kWh',
  count: 'pcs',
});

/** The unit that people read amounts of a kind in. */
export const READING_UNIT: Readonly<Record<UnitKind, string>> = Object.freeze({
  mass: 't',
  volume: 'm3',
  gas_volume: 'Nm3',
  energy: 'MWh',
  count: 'pcs',
});

const bySpelling = new Map<string, Unit>();
for (const one of UNITS) {
  bySpelling.set(one.code, one);
  for (const spelling of one.spellings) bySpelling.set(spelling.toLowerCase(), one);
}

/**
 * The unit meant by a code or another spelling of it, or undefined. Codes are case-sensitive first,
 * because Mt and mt are not the same thing; spellings are not.
 *
 * @example findUnit('tonn')?.code // 't'
 */
export const findUnit = (text: string): Unit | undefined =>
  bySpelling.get(text) ?? bySpelling.get(text.toLowerCase());

/**
 * Every unit's code, for messages that say what would be right.
 *
 * @example unitCodes().slice(0, 2) // ['t', 'kg']
 */
export const unitCodes = (): readonly string[] => UNITS.map((one) => one.code);

/**
 * An amount in the base unit of its kind (kg, m3, Nm3, kWh, pcs).
 *
 * @param amount any sign, in `unit`
 * @throws RangeError when the unit is unknown: callers validate first
 * @example toBase(new Decimal('18'), 'MJ').toString() // '5'
 */
export function toBase(amount: Decimal, unitCode: string): Decimal {
  const found = mustFind(unitCode);
  return settled(amount.times(found.numerator).div(found.denominator));
}

/**
 * The reverse of {@link toBase}.
 *
 * @example fromBase(new Decimal('1500'), 't').toString() // '1.5'
 */
export function fromBase(base: Decimal, unitCode: string): Decimal {
  const found = mustFind(unitCode);
  return settled(base.times(found.denominator).div(found.numerator));
}

/**
 * A third cannot be written down, so a quotient of 40 digits times three misses the whole in its last digits. What
 * differs from a decimal of 34 digits only there is that decimal: 6 MJ in kWh and back are 6 MJ again.
 */
function settled(value: Decimal): Decimal {
  const short = value.toSignificantDigits(34);
  return short.minus(value).abs().lte(value.abs().times('1e-37')) ? short : value;
}

/**
 * Converts between two units of one kind.
 *
 * @throws RangeError when a unit is unknown or the kinds differ
 * @example convert(new Decimal('1'), 'MWh', 'GJ').toString() // '3.6'
 */
export function convert(amount: Decimal, from: string, to: string): Decimal {
  if (mustFind(from).kind !== mustFind(to).kind) {
    throw new RangeError(
      `${from} and ${to} are of different kinds: a named density or heating value is needed`,
    );
  }
  return from === to ? amount : fromBase(toBase(amount, from), to);
}

/**
 * The kind of a unit.
 *
 * @throws RangeError when the unit is unknown
 * @example kindOf('GJ') // 'energy'
 */
export const kindOf = (unitCode: string): UnitKind => mustFind(unitCode).kind;

function mustFind(code: string): Unit {
  const found = findUnit(code);
  if (found === undefined) throw new RangeError(`Unknown unit ${code}`);
  return found;
}

/** Density in t/m3 or net heating value in MWh/t, with the name of the figure: never used without it. */
export interface NamedRatio {
  readonly value: number;
  readonly name: string;
}

/**
 * Carries an amount into another kind, through the one figure that ties the two kinds together.
 *
 * @param base amount in the base unit of `from`
 * @returns the amount in the base unit of `to`, or undefined when no named figure ties them
 * @example bridge(new Decimal(1000), 'mass', 'energy', { heatingValue: { value: 4.2, name: 'dry chips' } })?.toString() // '4200'
 */
export function bridge(
  base: Decimal,
  from: UnitKind,
  to: UnitKind,
  by: { readonly density?: NamedRatio | undefined; readonly heatingValue?: NamedRatio | undefined },
): Decimal | undefined {
  if (from === to) return base;
  const tie = TIES[`${from} to ${to}`];
  const figure = tie && by[tie.figure];
  return figure && tie.carry(base, figure.value);
}

interface Tie {
  readonly figure: 'density' | 'heatingValue';
  readonly carry: (base: Decimal, value: number) => Decimal;
}

/** MWh/t is kWh/kg, so a heating value applies to base units as it is; a density is t/m3, and a tonne 1 000 kg. */
const TIES: Readonly<Record<string, Tie>> = Object.freeze({
  'mass to energy': { figure: 'heatingValue', carry: (kg, mwhPerTonne) => kg.times(mwhPerTonne) },
  'energy to mass': { figure: 'heatingValue', carry: (kWh, mwhPerTonne) => kWh.div(mwhPerTonne) },
  'volume to mass': { figure: 'density', carry: (m3, tonnesPerM3) => m3.times(1000).times(tonnesPerM3) },
  'mass to volume': { figure: 'density', carry: (kg, tonnesPerM3) => kg.div(1000).div(tonnesPerM3) },
});
