import type { Material } from '../../material/material.js';
import type { Range } from '../../quantity/range.js';
import { failed, ofGiver, ofTaker, open, passed, type Check, type Pair, type Remedy } from './result.js';
import { hullOf, statementsOf, weightiest, type Statement } from './statement.js';
import { limitsText, short } from './wording.js';

/** Smallest approach of a heat exchanger between liquids, K: 5 is common for plate exchangers. */
const HEAT_APPROACH_K = 5;

/** What industrial heat pumps on the market reach (IEA HPT Annex 48/58): sink temperature, °C, and lift, K. */
const HIGHEST_SINK_C = 120;
const LARGEST_LIFT_K = 60;
/** Part of the Carnot COP that a real machine reaches. */
const CARNOT_PART = 0.5;
const ZERO_C_IN_K = 273.15;

/**
 * Whether a material is moved for its temperature, through an exchanger.
 *
 * @example temperatureDecides(heat) // true
 */
export const temperatureDecides = ({ class: what }: Material): boolean =>
  what === 'heat' || what === 'cooling';

/**
 * Whether heat is hot enough, or cold is cold enough, after an exchanger or the heat pump that the use includes.
 *
 * @param limits what the taker or the use asks for, at least one
 * @example temperatureCheck(pairAt75, atLeast70).result // 'PASS'
 */
export function temperatureCheck(pair: Pair, limits: readonly Statement[]): Check {
  const asked = tightest(celsiusOf(limits));
  const stated = weightiest(statementsOf(pair.offer.properties).get('temperature') ?? []);
  const given = anyOf(celsiusOf(stated));
  if (asked === undefined) {
    return open('temperature', 'a temperature is asked for in a unit that is not one', [
      ofTaker('temperature'),
    ]);
  }
  if (stated.length === 0) {
    return open(
      'temperature',
      `${limitsText(asked, '°C')} asked for; the giver has not stated the temperature`,
      [ofGiver('temperature')],
    );
  }
  if (given === undefined) {
    return open('temperature', `${limitsText(asked, '°C')} asked for; stated in °C it could be compared`, [
      ofGiver('temperature'),
    ]);
  }
  return pair.offer.material.class === 'cooling' ? coldCheck(given, asked) : heatCheck(pair, given, asked);
}

/** What is stated in °C, to hundredths; without a unit degrees Celsius are meant. */
function celsiusOf(statements: readonly Statement[]): readonly Range[] {
  const degrees = statements.filter((one) => (one.measure?.dimension ?? 'temperature') === 'temperature');
  return degrees.length < statements.length
    ? []
    : degrees.map(({ base }) => ({ min: hundredths(base.min), max: hundredths(base.max) }));
}

const hundredths = (value: number): number => Math.round(value * 100) / 100;

/** Several statements may each be true; several limits must all be met. */
const anyOf = (ranges: readonly Range[]): Range | undefined =>
  ranges.length === 0 ? undefined : hullOf(ranges);
const tightest = (ranges: readonly Range[]): Range | undefined =>
  ranges.length === 0
    ? undefined
    : {
        min: Math.max(...ranges.map((one) => one.min)),
        max: Math.min(...ranges.map((one) => one.max)),
      };

function heatCheck({ link }: Pair, given: Range, asked: Range): Check {
  const wanted = asked.min;
  if (!Number.isFinite(wanted)) {
    return passed('temperature', `${limitsText(asked, '°C')} asked for; hotter heat is mixed down`);
  }
  const shown = `${limitsText(given, '°C')} offered, at least ${wanted} °C asked for, ${HEAT_APPROACH_K} K lost in the exchanger`;
  if (given.min - HEAT_APPROACH_K >= wanted) return passed('temperature', shown);
  if (link.treatment.includes('heat-pump')) return liftCheck(given, wanted, shown);
  const remedy = liftRemedy(given, wanted);
  return given.max - HEAT_APPROACH_K < wanted
    ? failed('temperature', `${shown}: too cold`, remedy)
    : open('temperature', `${shown}: the exact temperature would decide`, [ofGiver('temperature')], remedy);
}

function coldCheck(given: Range, asked: Range): Check {
  const wanted = asked.max;
  if (!Number.isFinite(wanted)) {
    return passed('temperature', `${limitsText(asked, '°C')} asked for; colder is mixed up`);
  }
  const shown = `${limitsText(given, '°C')} offered, at most ${wanted} °C asked for, ${HEAT_APPROACH_K} K lost in the exchanger`;
  if (given.max + HEAT_APPROACH_K <= wanted) return passed('temperature', shown);
  return given.min + HEAT_APPROACH_K > wanted
    ? failed('temperature', `${shown}: too warm`)
    : open('temperature', `${shown}: the exact temperature would decide`, [ofGiver('temperature')]);
}

/**
 * Coefficient of performance of a real heat pump, about half of Carnot's: 0.5 × T_sink / (T_sink − T_source), in K.
 *
 * @param source, sink °C; a lift of less than 1 K counts as 1
 * @example copOf(35, 75).toFixed(1) // '4.4'
 */
export const copOf = (source: number, sink: number): number =>
  (CARNOT_PART * (sink + ZERO_C_IN_K)) / Math.max(sink - source, 1);

function liftCheck(given: Range, wanted: number, shown: string): Check {
  if (wanted > HIGHEST_SINK_C || wanted - given.max > LARGEST_LIFT_K) {
    return failed('temperature', `${shown}: too cold, also for a heat pump`);
  }
  return wanted - given.min > LARGEST_LIFT_K
    ? open('temperature', `${shown}: the exact temperature would decide whether a heat pump can lift it`, [
        ofGiver('temperature'),
      ])
    : passed(
        'temperature',
        `${shown}; a heat pump lifts it with a COP of about ${copOf(given.min, wanted).toFixed(1)}`,
      );
}

function liftRemedy({ min }: Range, wanted: number): Remedy | undefined {
  if (wanted > HIGHEST_SINK_C || wanted - min > LARGEST_LIFT_K) return undefined;
  const cop = copOf(min, wanted).toFixed(1);
  return {
    kind: 'LIFT',
    treatment: 'treatment:heat-pump',
    text: `a heat pump lifts ${short(min)} to ${short(wanted)} °C, COP about ${cop}`,
  };
}

/**
 * Heat whose taker states no temperature: what its kind usually asks for is no limit, but worth a question.
 *
 * @returns nothing where nothing is usual for what is asked for
 * @example usualTemperatureCheck(pair)[0]?.asks // [{ fact: 'temperature', of: 'TAKER' }]
 */
export function usualTemperatureCheck({ offer, need }: Pair): readonly Check[] {
  const usual = anyOf(celsiusOf(statementsOf(need.material.properties).get('temperature') ?? []));
  if (usual === undefined) return [];
  const stated = statementsOf(offer.properties).has('temperature');
  const detail = `${limitsText(usual, '°C')} is usual for ${need.material.labels.en}; the taker can state what it needs`;
  return [open('temperature', detail, [ofTaker('temperature'), ...(stated ? [] : [ofGiver('temperature')])])];
}
