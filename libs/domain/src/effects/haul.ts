import type { Material, MaterialLink } from '../material/material.js';
import type { Distance, Distances } from '../place/distance.js';
import {
  capitalRecovery,
  heatLossWPerM,
  pipedM3PerMWh,
  pipeDiameterM,
  pumpKWhPerM3Km,
  trenchNokPerM,
  type PipeMedium,
} from '../place/pipe.js';
import { Decimal } from '../quantity/decimal.js';
import { bridge, fromBase, kindOf, toBase } from '../quantity/unit.js';
import { bandFrom, bandProduct, bandSum, bandTimes, NOTHING, type Band } from './band.js';
import { TRUCK_FACTOR, type FactorSet } from './factor-set.js';
import type { PriceSet } from './price-set.js';

/** How a stream travels. */
export type Mode = 'truck' | 'rail' | 'sea' | 'pipe';

/** The same thing in money and in climate gas; positive NOK and kg CO2e. */
export interface Both<T> {
  readonly nok: T;
  readonly co2eKg: T;
}

/** One flow from a giver's stream to a taker's input, as much of it as moves in a year. */
export interface ValuedFlow {
  readonly byProduct: Material;
  readonly input: Material;
  readonly link: MaterialLink;
  /** Base units of the by-product's own kind, 0 or more. */
  readonly yearlyBase: Decimal;
  readonly distances: Distances;
  /** Temperature of the heat offered and of the heat asked for, °C, where known. */
  readonly sourceC?: number | undefined;
  readonly sinkC?: number | undefined;
}

/** What a pipe is reckoned with. */
export interface PipeTerms {
  readonly years: number;
  /** Real rate a year: 0.06 is 6 %. */
  readonly discountRate: number;
  /** Yearly amount ÷ the largest hourly one. */
  readonly fullLoadHours: number;
}

export interface ValueRules {
  readonly factors: FactorSet;
  readonly prices: PriceSet;
  /** Share of the lorries that find a load for the way back, 0–1. */
  readonly returnLoadShare?: number | undefined;
  readonly pipe?: PipeTerms | undefined;
}

/** Notes which keys were found and which were missing; one trace per way of travelling, so that they can be compared. */
export class Trace {
  readonly used = new Set<string>();
  readonly missing = new Set<string>();

  /** How much of what is missing would have cost something: a factor that is missing makes nothing look cheap. */
  get unpriced(): number {
    return [...this.missing].filter((one) => !one.startsWith('factor ')).length;
  }

  /** Looks a key up in both sets; what is missing counts as nothing and is named. */
  ask({ factors, prices }: ValueRules, key: string | undefined, what: string): Both<Band> {
    return { nok: this.askIn(prices, 'price', key, what), co2eKg: this.askIn(factors, 'factor', key, what) };
  }

  askIn(set: FactorSet, kind: 'price' | 'factor', key: string | undefined, what: string): Band {
    const found = key === undefined ? undefined : set.get(key);
    if (found === undefined) {
      this.missing.add(key === undefined ? what : `${kind} ${key}`);
      return NOTHING;
    }
    this.used.add(found.key);
    return bandFrom({ low: found.low, central: found.value, high: found.high });
  }
}

/** What one way of travelling costs, per own unit of the by-product. */
export interface Haul {
  readonly mode: Mode;
  readonly km: number;
  readonly perUnit: Both<Band>;
  readonly trace: Trace;
}

/**
 * Of the price of a lorry's tonne-kilometre, which pays for the empty way back, what a load for that way takes off:
 * half the kilometres, less the way to the other load and the waiting. Own knowledge.
 */
const RETURN_PART = 0.4;

/** Tonnes a year from which a train or a coaster is worth calling: one lot of the usual size. Own knowledge. */
const SMALLEST_LOT_T = Object.freeze({ rail: 600, sea: 1500 });

const KEY = Object.freeze({ rail: 'transport:rail', sea: 'transport:ship-bulk-small' });
const LOADING = 'transport:loading';
const TERMINAL = 'transport:terminal';
const ELECTRICITY = 'energy:electricity-norway';

/** 6 % and 30 years are usual for district heating pipes; 5 000 hours are an industrial load. Own knowledge. */
const PIPE_TERMS: PipeTerms = Object.freeze({ years: 30, discountRate: 0.06, fullLoadHours: 5000 });
/** Yearly upkeep of a pipe, share of what it cost. Own knowledge. */
const PIPE_UPKEEP = 0.01;
const HOURS_A_YEAR = 8760;
/** Above this heat travels as steam. */
const STEAM_FROM_C = 120;

/**
 * Every way that the flow can travel, the cheapest first: by central NOK among those with all their prices, then those
 * that lack some. By lorry whatever has a weight; by rail and sea where both sites can and the yearly amount makes a
 * lot; by pipe heat, cooling and gases, and as a choice also water and CO2.
 *
 * @param worthPerUnit what an own unit that is lost in a pipe would have displaced
 * @throws RangeError when the return-load share is not 0 to 1
 * @example haulsOf(flow, worth, rules).map((one) => one.mode) // ['sea', 'truck']
 */
export function haulsOf(flow: ValuedFlow, worthPerUnit: Both<Band>, rules: ValueRules): readonly Haul[] {
  const { road, rail, sea } = flow.distances;
  const { class: of, unit } = flow.byProduct;
  const kind = kindOf(unit);
  const tonnes = tonnesPerUnit(flow.byProduct);
  const yearly = fromBase(flow.yearlyBase, unit);
  const isLot = (least: number): boolean => tonnes?.times(yearly).gte(least) === true;
  const piped = kind === 'energy' || kind === 'gas_volume';
  const may = (PIPED_BY_CHOICE.has(of) && yearly.gt(0)) || piped;
  const hauls = [
    ...(piped ? [] : [truckHaul(flow.byProduct, road, tonnes, rules)]),
    ...(rail !== undefined && tonnes && isLot(SMALLEST_LOT_T.rail)
      ? [terminalHaul('rail', rail, tonnes, rules)]
      : []),
    ...(sea !== undefined && tonnes && isLot(SMALLEST_LOT_T.sea)
      ? [terminalHaul('sea', sea, tonnes, rules)]
      : []),
    ...(may ? [pipeHaul(flow, worthPerUnit, rules)] : []),
  ];
  return hauls.sort(
    (a, b) => a.trace.unpriced - b.trace.unpriced || a.perUnit.nok.central.cmp(b.perUnit.nok.central),
  );
}

const PIPED_BY_CHOICE: ReadonlySet<string> = new Set(['water', 'co2', 'gas', 'fuel_gas']);

/** Tonnes that one own unit weighs; undefined where no density tells, and for what travels by pipe. */
function tonnesPerUnit(material: Material): Decimal | undefined {
  const kind = kindOf(material.unit);
  if (kind !== 'mass' && kind !== 'volume') return undefined;
  return bridge(toBase(new Decimal(1), material.unit), kind, 'mass', material)?.div(1000);
}

const kmOf = ({ minKm, km, maxKm }: Distance): Band => bandFrom({ low: minKm, central: km, high: maxKm });

function truckHaul(material: Material, road: Distance, tonnes: Decimal | undefined, rules: ValueRules): Haul {
  const trace = new Trace();
  const share = rules.returnLoadShare ?? 0;
  if (!(share >= 0 && share <= 1)) throw new RangeError('The return-load share is 0 to 1');
  if (tonnes === undefined) {
    trace.missing.add(`weight of ${material.code}`);
    return { mode: 'truck', km: road.km, perUnit: { nok: NOTHING, co2eKg: NOTHING }, trace };
  }
  const perTonneKm = trace.ask(rules, TRUCK_FACTOR, 'transport');
  const loading = bandTimes(trace.askIn(rules.prices, 'price', LOADING, 'loading'), tonnes);
  const tonneKm = bandTimes(kmOf(road), tonnes);
  const nok = bandProduct(tonneKm, bandTimes(perTonneKm.nok, 1 - share * RETURN_PART));
  const perUnit = { nok: bandSum(nok, loading), co2eKg: bandProduct(tonneKm, perTonneKm.co2eKg) };
  return { mode: 'truck', km: road.km, perUnit, trace };
}

function terminalHaul(mode: 'rail' | 'sea', way: Distance, tonnes: Decimal, rules: ValueRules): Haul {
  const trace = new Trace();
  const perTonneKm = trace.ask(rules, KEY[mode], 'transport');
  const perTonne = trace.ask(rules, TERMINAL, 'terminal');
  const tonneKm = bandTimes(kmOf(way), tonnes);
  // Loaded at one end, unloaded at the other.
  const of = (account: keyof Both<Band>): Band =>
    bandSum(bandProduct(tonneKm, perTonneKm[account]), bandTimes(perTonne[account], tonnes.times(2)));
  return { mode, km: way.km, perUnit: { nok: of('nok'), co2eKg: of('co2eKg') }, trace };
}

/** Capital and upkeep of the pipe, electricity that drives it, and what is lost on the way, spread over the year's units. */
function pipeHaul(flow: ValuedFlow, worthPerUnit: Both<Band>, rules: ValueRules): Haul {
  const trace = new Trace();
  const { pipe: way } = flow.distances;
  const yearly = fromBase(flow.yearlyBase, flow.byProduct.unit);
  if (yearly.lte(0)) {
    trace.missing.add('yearly amount, to lay a pipe for');
    return { mode: 'pipe', km: way.km, perUnit: { nok: NOTHING, co2eKg: NOTHING }, trace };
  }
  const terms = rules.pipe ?? PIPE_TERMS;
  const medium = mediumOf(flow);
  const m3 = pipedM3(flow.byProduct, flow.yearlyBase, medium);
  const diameter = pipeDiameterM(m3 / terms.fullLoadHours, medium);
  const km = kmOf(way);
  const payment = capitalRecovery(terms.discountRate, terms.years) + PIPE_UPKEEP;
  const capital = bandProduct(km, bandTimes(bandFrom(trenchNokPerM(diameter, medium)), 1000 * payment));
  const electricityMWh = bandTimes(km, (pumpKWhPerM3Km(medium) * m3) / 1000);
  const perMWh = pumpKWhPerM3Km(medium) === 0 ? undefined : trace.ask(rules, ELECTRICITY, 'electricity');
  const lostShare = lossOf(flow, bandProduct(km, bandFrom(heatLossWPerM(diameter, medium))));
  const of = (account: keyof Both<Band>, fixed: Band): Band => {
    const driven = perMWh === undefined ? NOTHING : bandProduct(electricityMWh, perMWh[account]);
    const spread = bandTimes(bandSum(fixed, driven), new Decimal(1).div(yearly));
    return bandSum(spread, bandProduct(lostShare, worthPerUnit[account]));
  };
  const perUnit = { nok: of('nok', capital), co2eKg: of('co2eKg', NOTHING) };
  return { mode: 'pipe', km: way.km, perUnit, trace };
}

/** W/m × km are kW, and 8 760 hours of them a year kWh; more than everything cannot be lost. */
function lossOf({ byProduct, yearlyBase }: ValuedFlow, kiloWatt: Band): Band {
  if (kindOf(byProduct.unit) !== 'energy') return NOTHING;
  const share = (kW: Decimal): Decimal => Decimal.min(1, kW.times(HOURS_A_YEAR).div(yearlyBase));
  return { low: share(kiloWatt.low), central: share(kiloWatt.central), high: share(kiloWatt.high) };
}

function mediumOf({ byProduct, sourceC }: ValuedFlow): PipeMedium {
  if (byProduct.class === 'cooling' || byProduct.class === 'water') return byProduct.class;
  if (byProduct.class !== 'heat') return 'gas';
  const usual = byProduct.properties.find((one) => one.property === 'temperature')?.range.min;
  const temperature = sourceC ?? usual ?? 0;
  return temperature > STEAM_FROM_C ? 'steam' : 'hot-water';
}

/** Gas under 4 bar, and the weight of a Nm3 of it, between air and CO2. Own knowledge; they only size the pipe. */
const GAS_BAR = 4;
const GAS_KG_PER_NM3 = 1.5;

/** m3 in the pipe for an amount in base units. */
function pipedM3(material: Material, base: Decimal, medium: PipeMedium): number {
  const amount = base.toNumber();
  switch (kindOf(material.unit)) {
    case 'energy':
      return (amount / 1000) * pipedM3PerMWh(medium);
    case 'gas_volume':
      return amount / GAS_BAR;
    case 'mass':
      return medium === 'gas' ? amount / GAS_KG_PER_NM3 / GAS_BAR : amount / 1000;
    case 'volume':
    case 'count':
      return amount;
  }
}
