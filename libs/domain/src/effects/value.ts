import type { Decimal } from '../quantity/decimal.js';
import { fromBase } from '../quantity/unit.js';
import { bandFrom, bandLess, bandProduct, bandSum, bandTimes, NOTHING, type Band } from './band.js';
import { haulsOf, Trace, type Both, type Haul, type Mode, type ValuedFlow, type ValueRules } from './haul.js';
import { electricityPerHeat } from './heat-pump.js';

export type { Band } from './band.js';
export type { Both, Mode, ValuedFlow, ValueRules } from './haul.js';

/** The terms of the balance: net = avoided purchase + avoided disposal − treatment − transport. */
export interface ValueParts {
  readonly purchaseAvoided: Band;
  readonly disposalAvoided: Band;
  readonly treatment: Band;
  readonly transport: Band;
  readonly net: Band;
}

/** One way of travelling that was reckoned through. */
export interface Alternative {
  readonly mode: Mode;
  readonly km: number;
  /** Transport alone, per own unit of the by-product. */
  readonly perUnit: Both<Band>;
  /** Prices and factors that it lacked. */
  readonly missing: readonly string[];
}

/** What an exchange is worth to both firms together and to the climate; every net may be below nothing. */
export interface Value {
  readonly mode: Mode;
  /** Per own unit of the by-product. */
  readonly perUnit: Both<ValueParts>;
  readonly perYear: Both<ValueParts>;
  /** Every way considered, the chosen one first. */
  readonly alternatives: readonly Alternative[];
  /** Prices and factors that were missing and counted as nothing. */
  readonly missing: readonly string[];
  /** Keys that were found, in the order they were asked for. */
  readonly used: readonly string[];
  readonly factorSet: string;
  readonly priceSet: string;
}

/**
 * What a flow is worth in NOK and in kg CO2e (well-to-wheel): avoided purchase + avoided disposal − treatment −
 * transport, each from low to high. The form is that of Eckelman & Chertow 2013 (Int. J. Life Cycle Assess. 18) for CO2e,
 * and the three cost heads of industrial symbiosis (Sustainability 15(22) 15701) without the transaction itself for NOK.
 * A price agreed between the two moves money from one to the other and is no part of it. A missing price or factor
 * counts as nothing and is named, never guessed. The way of travelling is the one of least central NOK.
 *
 * @param flow yearly amount in base units, 0 or more; distances in km
 * @param rules both sets; share of return loads 0–1 (0 when not told: the price of a lorry pays for its empty way
 * back); terms of a pipe (30 years, 6 %, 5 000 h when not told)
 * @throws RangeError when the amount is below 0 or the share of return loads not 0 to 1
 * @example valueOf({ byProduct: slag, input: gravel, link: crushed, yearlyBase: new Decimal(100_000), distances }, rules).perYear.co2eKg.net.central.toString() // '710'
 */
export function valueOf(flow: ValuedFlow, rules: ValueRules): Value {
  if (flow.yearlyBase.lt(0)) throw new RangeError('A yearly amount is 0 or more');
  const trace = new Trace();
  const goods = goodsOf(flow, rules, trace);
  const worth = { nok: goods.nok.purchaseAvoided, co2eKg: goods.co2eKg.purchaseAvoided };
  const hauls = haulsOf(flow, worth, rules);
  const [chosen] = hauls;
  if (chosen === undefined) throw new Error(`${flow.byProduct.code} can travel by no way at all`);
  const perUnit = {
    nok: partsOf(goods.nok, chosen.perUnit.nok),
    co2eKg: partsOf(goods.co2eKg, chosen.perUnit.co2eKg),
  };
  const units = fromBase(flow.yearlyBase, flow.byProduct.unit);
  return {
    mode: chosen.mode,
    perUnit,
    perYear: { nok: partsTimes(perUnit.nok, units), co2eKg: partsTimes(perUnit.co2eKg, units) },
    alternatives: hauls.map(alternative),
    missing: [...new Set([...trace.missing, ...chosen.trace.missing])],
    used: [...new Set([...trace.used, ...chosen.trace.used])],
    factorSet: rules.factors.id,
    priceSet: rules.prices.id,
  };
}

const alternative = ({ mode, km, perUnit, trace }: Haul): Alternative => ({
  mode,
  km,
  perUnit,
  missing: [...trace.missing],
});

type Goods = Pick<ValueParts, 'purchaseAvoided' | 'disposalAvoided' | 'treatment'>;

/** Everything but the way, per own unit of the by-product. */
function goodsOf(flow: ValuedFlow, rules: ValueRules, trace: Trace): Both<Goods> {
  const { byProduct, input, link } = flow;
  const bought = trace.ask(rules, link.displaces ?? input.productionFactor, `production of ${input.code}`);
  const disposed = trace.ask(rules, byProduct.disposalFactor, `disposal of ${byProduct.code}`);
  const treatment = treatmentOf(flow, rules, trace);
  const of = (account: keyof Both<Band>): Goods => ({
    purchaseAvoided: bandTimes(bought[account], link.ratio),
    disposalAvoided: disposed[account],
    treatment: treatment[account],
  });
  return { nok: of('nok'), co2eKg: of('co2eKg') };
}

const HEAT_PUMP = 'treatment:heat-pump';
/** The machine without its electricity, NOK per MWh of heat delivered; a price only, as machines carry no factor. */
const HEAT_PUMP_PLANT = 'treatment:heat-pump-plant';

function treatmentOf(flow: ValuedFlow, rules: ValueRules, trace: Trace): Both<Band> {
  const { link, sourceC, sinkC } = flow;
  if (link.treatment === 'none') return { nok: NOTHING, co2eKg: NOTHING };
  if (link.treatment !== HEAT_PUMP || sourceC === undefined || sinkC === undefined)
    return trace.ask(rules, link.treatment, 'treatment');
  const share = bandTimes(bandFrom(electricityPerHeat(sourceC, sinkC)), link.ratio);
  const electricity = trace.ask(rules, 'energy:electricity-norway', 'electricity');
  const plant = trace.askIn(rules.prices, 'price', HEAT_PUMP_PLANT, 'heat pump');
  return {
    nok: bandSum(bandProduct(share, electricity.nok), bandTimes(plant, link.ratio)),
    co2eKg: bandProduct(share, electricity.co2eKg),
  };
}

const partsOf = (goods: Goods, transport: Band): ValueParts => ({
  ...goods,
  transport,
  net: bandLess(bandSum(goods.purchaseAvoided, goods.disposalAvoided), bandSum(goods.treatment, transport)),
});

const partsTimes = (parts: ValueParts, by: Decimal): ValueParts => ({
  purchaseAvoided: bandTimes(parts.purchaseAvoided, by),
  disposalAvoided: bandTimes(parts.disposalAvoided, by),
  treatment: bandTimes(parts.treatment, by),
  transport: bandTimes(parts.transport, by),
  net: bandTimes(parts.net, by),
});
