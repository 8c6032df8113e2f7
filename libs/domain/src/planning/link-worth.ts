import type { Mode, ValuedFlow, ValueRules } from '../effects/haul.js';
import { valueOf, type Value } from '../effects/value.js';
import { Decimal } from '../quantity/decimal.js';
import { bridge, fromBase, kindOf, toBase } from '../quantity/unit.js';

/** What an exchange is worth, as a straight line with a step at its beginning: what a plan reckons with. */
export interface LinkWorth {
  /** NOK per own unit of the by-product, of either sign. */
  readonly nok: number;
  /** NOK a year as soon as anything flows, 0 or more: the pipe that lies there whatever it carries. */
  readonly fixedNok: number;
  /** kg CO2e avoided per own unit, of either sign. */
  readonly co2eKg: number;
  /** Tonnes kept in use per own unit; 0 of what has no weight. */
  readonly tonnes: number;
  readonly mode: Mode;
  readonly km: number;
  /** Prices and factors that were missing and counted as nothing. */
  readonly missing: readonly string[];
}

/**
 * The central worth of an exchange as a line through its whole amount and half of it. By lorry the line goes through
 * nothing; a pipe costs much the same whatever flows (decision 0015), and what the two points leave at nothing is that
 * fixed part. Where half the amount travels another way, the whole stands for any part of it.
 *
 * @param flow the largest yearly amount that the two could exchange, above 0
 * @returns undefined when nothing could flow, or it can travel by no way
 * @throws RangeError as {@link valueOf}
 * @example linkWorth({ byProduct: slag, input: gravel, link: crushed, yearlyBase: new Decimal(100_000), distances }, rules)?.fixedNok // 0
 */
export function linkWorth(flow: ValuedFlow, rules: ValueRules): LinkWorth | undefined {
  const units = fromBase(flow.yearlyBase, flow.byProduct.unit);
  if (units.lte(0)) return undefined;
  const whole = valueOf(flow, rules);
  const half = valueOf({ ...flow, yearlyBase: flow.yearlyBase.div(2) }, rules);
  // N(a) = v a − F for a pipe, so that N(a) − 2 N(a/2) = F
  const left = netNok(whole).minus(netNok(half).times(2));
  const fixed = whole.mode === half.mode ? Decimal.max(0, left) : new Decimal(0);
  return {
    nok: netNok(whole).plus(fixed).div(units).toNumber(),
    fixedNok: roundedOff(fixed),
    co2eKg: whole.perUnit.co2eKg.net.central.toNumber(),
    tonnes: tonnesPerUnit(flow).toNumber(),
    mode: whole.mode,
    km: whole.alternatives[0]?.km ?? 0,
    missing: whole.missing,
  };
}

const netNok = (value: Value): Decimal => value.perYear.nok.net.central;

/** A division that does not come out even leaves øre in the last digits, and no cost. */
const roundedOff = (nok: Decimal): number => nok.toDecimalPlaces(2).toNumber();

/**
 * Tonnes that one own unit of a flow's by-product weighs; 0 of what has no weight, or none that is known.
 *
 * @example tonnesPerUnit({ byProduct: slag }).toString() // '1'
 */
export function tonnesPerUnit({ byProduct }: Pick<ValuedFlow, 'byProduct'>): Decimal {
  const kind = kindOf(byProduct.unit);
  const kg =
    kind === 'energy' ? undefined : bridge(toBase(new Decimal(1), byProduct.unit), kind, 'mass', byProduct);
  return kg?.div(1000) ?? new Decimal(0);
}
