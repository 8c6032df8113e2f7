import type { Range } from '../../quantity/range.js';
import { READING_UNIT, type UnitKind } from '../../quantity/unit.js';

/** Three significant digits at most for what was converted, so that a figure claims no more than it knows. */
export const short = (value: number): string =>
  Number.isFinite(value) ? String(Number(value.toPrecision(3))) : 'any amount';

/**
 * A range as people say it, in the unit and on the basis that it was stated in.
 *
 * @example limitsText({ min: -Infinity, max: 20 }, '%') // 'at most 20 %'
 */
export function limitsText({ min, max }: Range, unit?: string, basis?: string): string {
  const ending = [unit, basis].filter((one) => one !== undefined && one !== '').map((one) => ` ${one}`);
  const value = (): string => {
    if (min === max) return `${min}`;
    if (!Number.isFinite(min)) return `at most ${max}`;
    return Number.isFinite(max) ? `${min}–${max}` : `at least ${min}`;
  };
  return `${value()}${ending.join('')}`;
}

/** Base units in a reading unit: kg in a tonne, kWh in a MWh. */
const IN_READING_UNIT: Readonly<Record<UnitKind, number>> = Object.freeze({
  mass: 1000,
  energy: 1000,
  volume: 1,
  gas_volume: 1,
  count: 1,
});

/**
 * An amount in the unit that people read it in.
 *
 * @param base amount in the base unit of `kind`
 * @example amountText(30_000, 'mass') // '30 t'
 */
export const amountText = (base: number, kind: UnitKind): string =>
  `${short(base / IN_READING_UNIT[kind])} ${READING_UNIT[kind]}`;
