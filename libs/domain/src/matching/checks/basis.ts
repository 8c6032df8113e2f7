import type { PropertyRange } from '../../material/material.js';
import type { Range } from '../../quantity/range.js';
import type { Basis } from './measure.js';
import { hullOf, statementsOf, weightiest, type Statement } from './statement.js';

/** Water content that nobody has stated: anything from nothing to nearly all, as a part of the wet mass. */
export const ANY_MOISTURE: Range = Object.freeze({ min: 0, max: 1 });

/**
 * How much of the wet mass is water, from what is stated of moisture or of its complement, dry matter.
 *
 * @returns 0–1; {@link ANY_MOISTURE} where nothing usable is stated
 * @example moistureOf([{ property: 'dry matter', range: { min: 30, max: 30 }, unit: '%' }]) // { min: 0.7, max: 0.7 }
 */
export function moistureOf(properties: readonly PropertyRange[]): Range {
  const known = moistures.get(properties) ?? readMoisture(properties);
  moistures.set(properties, known);
  return known;
}

/** Asked again for every limit and every need that an offer meets. */
const moistures = new WeakMap<readonly PropertyRange[], Range>();

function readMoisture(properties: readonly PropertyRange[]): Range {
  const statements = statementsOf(properties);
  const wet = [
    ...(statements.get('moisture') ?? []).flatMap((one) => withRange(one, wetFraction(one))),
    ...(statements.get('drymatter') ?? []).flatMap((one) => withRange(one, complement(one))),
  ];
  return wet.length === 0 ? ANY_MOISTURE : hullOf(weightiest(wet).map((one) => one.base));
}

const withRange = (one: Statement, base: Range | undefined): readonly Statement[] =>
  base === undefined ? [] : [{ ...one, base }];

const clamped = ({ min, max }: Range): Range => ({
  min: Math.min(Math.max(min, 0), 1),
  max: Math.min(Math.max(max, 0), 1),
});

/** Water per wet mass of a moisture that may be stated per dry mass; both readings where no basis is stated. */
function wetFraction({ base, basis, measure }: Statement): Range | undefined {
  if (measure?.dimension !== 'share' || basis === 'daf') return undefined;
  const perDry = clamped({ min: base.min / (1 + base.min), max: overOneMore(base.max) });
  if (basis === 'dry') return perDry;
  return basis === 'wet' ? clamped(base) : hullOf([clamped(base), perDry]);
}

const overOneMore = (value: number): number => (value === Infinity ? 1 : value / (1 + value));

function complement({ base, measure }: Statement): Range | undefined {
  if (measure?.dimension !== 'share') return undefined;
  const { min, max } = clamped(base);
  return { min: 1 - max, max: 1 - min };
}

/** Heat that evaporating a kilogram of water takes at 25 °C, MJ: it is lost from the net calorific value (EN ISO 18125). */
const EVAPORATION_MJ_KG = 2.443;

/**
 * A range carried from one basis to the other, widened by what is not known of the moisture. Shares of the mass go by
 * dry = wet / (1 − moisture); the net calorific value also loses the heat that its water takes away
 * (EN ISO 18125: q_wet = q_dry (1 − M) − 2.443 M); moisture itself by u = M / (1 − M). Anything else has no basis.
 *
 * @param range in base units of the dimension: parts of 1, or MJ/kg
 * @param moisture part of the wet mass, 0–1
 * @returns a range that holds the true one
 * @example rebased('chlorine', { min: 0.004, max: 0.004 }, 'wet', 'dry', { min: 0.2, max: 0.2 }) // { min: 0.005, max: 0.005 }
 */
export function rebased(name: string, range: Range, from: Basis, to: Basis, moisture: Range): Range {
  if (from === to) return range;
  if (name === 'moisture') return to === 'dry' ? perDryMass(range) : perWetMass(range);
  const lost = name === 'calorificvalue' ? EVAPORATION_MJ_KG : 0;
  const at =
    to === 'dry'
      ? (value: number, water: number) => (water === 1 ? Infinity : (value + lost * water) / (1 - water))
      : (value: number, water: number) => product(value, 1 - water) - lost * water;
  return to === 'dry'
    ? { min: at(range.min, moisture.min), max: at(range.max, moisture.max) }
    : { min: at(range.min, moisture.max), max: at(range.max, moisture.min) };
}

/** Nothing of something unbounded is nothing. */
const product = (value: number, part: number): number => (part === 0 ? 0 : value * part);

const perDryMass = ({ min, max }: Range): Range => ({
  min: min >= 1 ? Infinity : min / (1 - min),
  max: max >= 1 ? Infinity : max / (1 - max),
});
const perWetMass = ({ min, max }: Range): Range => ({ min: min / (1 + min), max: overOneMore(max) });

/** Properties that say the same from two ends. */
const COMPLEMENT: Readonly<Record<string, string>> = Object.freeze({
  moisture: 'drymatter',
  drymatter: 'moisture',
});

/**
 * The property that says the same from the other end, or undefined.
 *
 * @example complementOf('moisture') // 'drymatter'
 */
export const complementOf = (name: string): string | undefined => COMPLEMENT[name];

/**
 * What is stated of a property, directly or through its complement: 30 % dry matter is 70 % moisture.
 *
 * @returns the statements that count, their `base` that of `name`; none where nothing is stated
 * @example statedOf(statementsOf(dryMatter30), 'moisture')[0]?.base // { min: 0.7, max: 0.7 }
 */
export function statedOf(
  statements: ReadonlyMap<string, readonly Statement[]>,
  name: string,
): readonly Statement[] {
  const direct = statements.get(name);
  if (direct !== undefined) return weightiest(direct);
  const other = complementOf(name);
  const stated = other === undefined ? [] : (statements.get(other) ?? []);
  return weightiest(stated.flatMap((one) => turned(one)));
}

/** Moisture and dry matter are parts of the wet mass that make one together. */
function turned(one: Statement): readonly Statement[] {
  const base = one.name === 'moisture' ? wetFraction(one) : complement(one);
  if (base === undefined) return [];
  const part = one.name === 'moisture' ? { min: 1 - base.max, max: 1 - base.min } : base;
  return [{ ...one, base: part, basis: 'wet' }];
}
