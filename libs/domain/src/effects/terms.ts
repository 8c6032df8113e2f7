import { bandFrom, bandLess, bandSum, type Band } from './band.js';
import { effectsOf, type Effects, type Flow } from './effects.js';
import type { FactorSet } from './factor-set.js';

/** The terms of a flow's balance from low to high, in the unit of the set that it was reckoned with. */
export interface Terms {
  readonly production: Band;
  readonly disposal: Band;
  readonly treatment: Band;
  readonly transport: Band;
  readonly net: Band;
  /** Keys that were missing and counted as nothing. */
  readonly missing: readonly string[];
}

/**
 * The balance of {@link effectsOf} with every factor at its low, its central and its high value. The net is low where the
 * benefits are low and the burdens high: factors are taken as able to go wrong all in the same direction, so it is wider
 * than the spread of errors that know nothing of each other. Linear in the amount, as the central values are: what is
 * taken back takes its own band back, end by end.
 *
 * @param flow as of {@link effectsOf}; negative where more is taken back than was moved, and then low is above high
 * @param set factors for kg CO2e, or prices for NOK: both have the same keys
 * @example termsOf({ byProduct: slag, input: gravel, link: crushed, amountBase: new Decimal(100_000), roadKm: new Decimal(50) }, factors).net.low.toString() // '270'
 */
export function termsOf(flow: Flow, set: FactorSet): Terms {
  const [low, central, high] = [
    effectsOf(flow, at('low', set)),
    effectsOf(flow, set),
    effectsOf(flow, at('high', set)),
  ];
  const of = (term: Term): Band => bandFrom({ low: low[term], central: central[term], high: high[term] });
  const [production, disposal] = [of('productionAvoided'), of('disposalAvoided')];
  const [treatment, transport] = [of('treatment'), of('transport')];
  const net = bandLess(bandSum(production, disposal), bandSum(treatment, transport));
  return { production, disposal, treatment, transport, net, missing: central.unknown };
}

type Term = keyof Pick<Effects, 'productionAvoided' | 'disposalAvoided' | 'treatment' | 'transport'>;

/** The same set with one end of every factor for its value. */
const at = (end: 'low' | 'high', set: FactorSet): FactorSet => ({
  ...set,
  get: (key) => {
    const found = set.get(key);
    return found && { ...found, value: found[end] };
  },
});
