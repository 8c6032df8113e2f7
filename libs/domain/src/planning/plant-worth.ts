import type { ValuedFlow, ValueRules } from '../effects/haul.js';
import { valueOf } from '../effects/value.js';
import type { Distance } from '../place/distance.js';
import type { Decimal } from '../quantity/decimal.js';
import { tonnesPerUnit, type LinkWorth } from './link-worth.js';

/** A plant on the way: how far it is to there and on, and what it asks. */
export interface PlantOnTheWay {
  readonly to: Distance;
  readonly on: Distance;
  /** NOK per tonne that comes in, 0 or more. */
  readonly costNokPerTonne: Decimal;
}

const LOADING = 'transport:loading';

/**
 * What an exchange is worth whose stream is treated at a plant between: as without, less the way to the plant and on by
 * lorry, loaded twice, with the plant's own price in the place of the reference price. CO2e of treating is that of the
 * factor set. What goes on is counted with the weight that came in: how much a treatment takes off is not known for
 * all, and water that is driven too far counts against the plan, not for it.
 *
 * @param flow as in {@link linkWorth}; its own distances are not asked
 * @returns undefined for what has no weight, or would rather go by pipe
 * @throws RangeError as {@link valueOf}
 * @example plantWorth(slag, { to: way(20), on: way(30), costNokPerTonne: new Decimal(60) }, rules)?.km // 50
 */
export function plantWorth(
  flow: ValuedFlow,
  { to, on, costNokPerTonne }: PlantOnTheWay,
  rules: ValueRules,
): LinkWorth | undefined {
  const tonnes = tonnesPerUnit(flow);
  const way: Distance = {
    km: to.km + on.km,
    minKm: to.minKm + on.minKm,
    maxKm: to.maxKm + on.maxKm,
    basis: `${to.basis}, then ${on.basis}`,
  };
  if (tonnes.lte(0)) return undefined;
  const value = valueOf({ ...flow, distances: { road: way, pipe: way } }, rules);
  if (value.mode !== 'truck') return undefined;
  const { nok, co2eKg } = value.perUnit;
  const loading = rules.prices.get(LOADING)?.value;
  const reloaded = loading === undefined ? tonnes.times(0) : loading.times(tonnes);
  const net = nok.net.central
    .plus(nok.treatment.central)
    .minus(costNokPerTonne.times(tonnes))
    .minus(reloaded);
  return {
    nok: net.toNumber(),
    fixedNok: 0,
    co2eKg: co2eKg.net.central.toNumber(),
    tonnes: tonnes.toNumber(),
    mode: value.mode,
    km: way.km,
    missing: value.missing,
  };
}
