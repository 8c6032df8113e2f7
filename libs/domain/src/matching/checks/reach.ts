import { failed, ofGiver, ofTaker, open, passed, type Asks, type Check, type Pair } from './result.js';

/**
 * The farthest that both sides accept, km by road; where a side is silent the by-product's economic reach, widened for
 * what can be stored: heat is lost on the way, however few takers there are.
 *
 * @param pair `widening` 1 or more, 1 where absent
 * @example reachOf({ offer: { ...offer, maxDistanceKm: 80 }, need: { ...need, maxDistanceKm: 50 } }) // 50
 */
export function reachOf({ offer, need, widening = 1 }: Pick<Pair, 'offer' | 'need' | 'widening'>): number {
  const own = offer.material.reachKm * (offer.material.storable ? widening : 1);
  return Math.min(offer.maxDistanceKm ?? own, need.maxDistanceKm ?? own);
}

/**
 * Whether the road between the two is within reach; an area, or a place not known, leaves it open rather than too far.
 *
 * @example reachCheck(pair).detail // '130 km by road, reach 129 km: too far'
 */
export function reachCheck(pair: Pair): Check {
  const reach = reachOf(pair);
  const { minKm, maxKm, km } = pair.distance;
  const shown = `${km.toFixed(0)} km by road, reach ${reach.toFixed(0)} km`;
  if (maxKm <= reach) return passed('reach', shown);
  return minKm > reach
    ? failed('reach', `${shown}: too far`)
    : open('reach', `${shown}; ${whose(pair)} exact place would decide`, asksOf(pair));
}

const unsure = ({ offer, need }: Pair): readonly [boolean, boolean] => [
  offer.place.radiusKm > 0,
  need.place.radiusKm > 0,
];

function whose(pair: Pair): string {
  const [giver, taker] = unsure(pair);
  if (giver === taker) return "both sides'";
  return giver ? "the giver's" : "the taker's";
}

/** Where neither place is an area, the road itself is what is not known: either side can say more. */
function asksOf(pair: Pair): Asks {
  const [giver, taker] = unsure(pair);
  if (giver === taker) return [ofGiver('place'), ofTaker('place')];
  return giver ? [ofGiver('place')] : [ofTaker('place')];
}
