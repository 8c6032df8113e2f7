import {
  failed,
  ofGiver,
  ofTaker,
  open,
  passed,
  type Asks,
  type Check,
  type Pair,
  type Remedy,
} from './result.js';

/**
 * Share of the smaller yearly amount that giver and taker have in the same months, 0–1.
 *
 * @param offer, need twelve weights of 0 or more, not all 0; undefined when not stated
 * @returns undefined when one side has not said
 * @example overlapOf([1, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0], [5, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0]) // 0.5
 */
export function overlapOf(
  offer: readonly number[] | undefined,
  need: readonly number[] | undefined,
): number | undefined {
  if (offer === undefined || need === undefined) return undefined;
  const total = (weights: readonly number[]): number => weights.reduce((sum, one) => sum + one, 0);
  const [a, b] = [total(offer), total(need)];
  return offer.reduce((sum, weight, month) => sum + Math.min(weight / a, (need[month] ?? 0) / b), 0);
}

/**
 * Whether what cannot be stored comes in the months in which it is needed; not asked of what can be stored.
 *
 * @example simultaneityCheck(heatPair)[0]?.detail // "50 % of the year's amount coincides"
 */
export function simultaneityCheck({ offer, need }: Pick<Pair, 'offer' | 'need'>): readonly Check[] {
  if (offer.material.storable) return [];
  const overlap = overlapOf(offer.monthlyProfile, need.monthlyProfile);
  if (overlap === undefined)
    return [unsaid(offer.monthlyProfile === undefined, need.monthlyProfile === undefined)];
  const detail = `${(overlap * 100).toFixed(0)} % of the year's amount coincides`;
  return [
    overlap > 0 ? passed('simultaneity', detail) : failed('simultaneity', detail, seasonalStore(offer)),
  ];
}

function unsaid(giver: boolean, taker: boolean): Check {
  const who = giver && taker ? 'giver and taker' : giver ? 'giver' : 'taker';
  const asks: Asks =
    giver && taker
      ? [ofGiver('monthlyProfile'), ofTaker('monthlyProfile')]
      : [giver ? ofGiver('monthlyProfile') : ofTaker('monthlyProfile')];
  return open('simultaneity', `cannot be stored; the ${who} can say how it is spread over the months`, asks);
}

/** Heat and cold outlast a season in pits and boreholes; furnace gas and electricity do not. */
const seasonalStore = ({ material }: Pair['offer']): Remedy | undefined =>
  material.class === 'heat' || material.class === 'cooling'
    ? { kind: 'SHIFT', text: 'a seasonal store (pit or boreholes) carries it from one season to the next' }
    : undefined;
