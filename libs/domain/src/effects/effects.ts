import type { Material, MaterialLink } from '../material/material.js';
import { Decimal } from '../quantity/decimal.js';
import { bridge, fromBase, kindOf } from '../quantity/unit.js';
import { TRUCK_FACTOR, type FactorSet } from './factor-set.js';

/** One flow from a giver's stream to a taker's input, or several of one exchange summed. */
export type Flow = Moved & (OverOneRoad | Carried);

interface Moved {
  readonly byProduct: Material;
  readonly input: Material;
  readonly link: MaterialLink;
  /** Base units of the by-product's own kind. */
  readonly amountBase: Decimal;
  readonly transportFactor?: string | undefined;
}

interface OverOneRoad {
  readonly roadKm: Decimal;
  readonly carriedKm?: undefined;
}

interface Carried {
  readonly roadKm?: undefined;
  /** Each amount times its own road, summed: base units × km. */
  readonly carriedKm: Decimal;
}

/** kg CO2e of one flow; positive is avoided. `unknown` names the factors that were missing and counted as nothing. */
export interface Effects {
  readonly productionAvoided: Decimal;
  readonly disposalAvoided: Decimal;
  readonly treatment: Decimal;
  readonly transport: Decimal;
  readonly net: Decimal;
  /** Own units of the input that need not be made, and that unit: food waste may save MWh of gas. */
  readonly virginDisplaced: Decimal;
  readonly displacedUnit: string;
  readonly tonneKm: Decimal;
  readonly unknown: readonly string[];
}

/**
 * What a flow changes: avoided virgin production + avoided disposal − treatment − transport, well-to-wheel.
 * The form is that of Eckelman & Chertow 2013 (Int. J. Life Cycle Assess. 18); it may come out negative, as
 * theirs did. A missing factor counts as nothing and is named, never guessed.
 *
 * @param flow amount in base units of the by-product, negative when one is taken back; road distance in km, 0 or more, or
 *   base units × km where several roads are summed. Every term is linear in both, so the effects of a sum are the sum of
 *   the effects
 * @param factors the set every key is looked up in, kg CO2e per own unit, transport per tonne-kilometre
 * @returns kg CO2e with each term apart, and the keys that were missing
 * @example effectsOf({ byProduct: slag, input: gravel, link: crushed, amountBase: new Decimal(100_000), roadKm: new Decimal(50) }, factors).net.toString() // '710'
 */
export function effectsOf(flow: Flow, factors: FactorSet): Effects {
  const unknown: string[] = [];
  const lookUp = (key: string | undefined, what: string): Decimal => {
    const found = key === undefined ? undefined : factors.get(key);
    if (found === undefined) unknown.push(key ?? what);
    return found?.value ?? new Decimal(0);
  };
  const own = fromBase(flow.amountBase, flow.byProduct.unit);
  const virginDisplaced = own.times(flow.link.ratio);
  const tonneKm = tonnesIn(flow.carriedKm ?? flow.amountBase.times(flow.roadKm), flow.byProduct);
  const productionAvoided = virginDisplaced.times(
    lookUp(flow.link.displaces ?? flow.input.productionFactor, `production of ${flow.input.code}`),
  );
  const disposalAvoided = own.times(
    lookUp(flow.byProduct.disposalFactor, `disposal of ${flow.byProduct.code}`),
  );
  const treatment =
    flow.link.treatment === 'none' ? new Decimal(0) : own.times(lookUp(flow.link.treatment, 'treatment'));
  const transport = tonneKm.times(
    tonneKm.isZero() ? 0 : lookUp(flow.transportFactor ?? TRUCK_FACTOR, 'transport'),
  );
  const net = productionAvoided.plus(disposalAvoided).minus(treatment).minus(transport);
  const displacedUnit = flow.input.unit;
  return {
    productionAvoided,
    disposalAvoided,
    treatment,
    transport,
    net,
    virginDisplaced,
    displacedUnit,
    tonneKm,
    unknown,
  };
}

/** Tonnes that a lorry carries; heat and gases travel by pipe and cost the road nothing. */
function tonnesIn(base: Decimal, byProduct: Material): Decimal {
  const kind = kindOf(byProduct.unit);
  if (kind !== 'mass' && kind !== 'volume') return new Decimal(0);
  const kg = bridge(base, kind, 'mass', byProduct);
  return kg === undefined ? new Decimal(0) : kg.div(1000);
}
