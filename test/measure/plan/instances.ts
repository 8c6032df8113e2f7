import { planProblem, type PlanLink, type PlanProblem } from '#domain';
import { Chance } from '../../support/chance.js';

/** Links that an offer's list of candidates leaves after what does not pay. */
const LINKS_AN_OFFER = 13;
/** Offers, and needs, to a square of the map, whose side is so many kilometres. */
const IN_A_SQUARE = 8;
const SIDE_KM = 40;
/** NOK per unit for what suits wholly, per kilometre, and for handling. */
const [SUITED, A_KM, HANDLED] = [40, 0.1, 4];

interface Place {
  readonly x: number;
  readonly y: number;
}

/**
 * A market as candidates leave it: as many offers as needs, scattered; each offer linked to its best needs nearby by
 * net benefit, which falls with the distance; amounts of all sizes, some a hundred times others. The same seed makes
 * the same market.
 */
export function marketOf(links: number, fixed: number, seed = 1): PlanProblem {
  const draw = new Chance(seed);
  const count = Math.ceil(links / LINKS_AN_OFFER);
  const side = Math.max(1, Math.sqrt(count / IN_A_SQUARE));
  const scatter = (): readonly Place[] =>
    Array.from({ length: count }, () => ({ x: draw.part() * side, y: draw.part() * side }));
  const [offers, needs] = [scatter(), scatter()];
  const amounts = (): readonly number[] =>
    Array.from({ length: count }, () => Math.round(500 * 10 ** (2 * draw.part() - 1)));
  const squares = squaresOf(needs);
  const found: PlanLink[] = [];
  for (let at = 0; at < count; at += 1) {
    const near = nearby(squares, offers[at]!).map((need) => ({
      need,
      worth: worthOf(offers[at]!, needs[need]!, draw.part()),
    }));
    const best = near.filter(({ worth }) => worth > 0).sort((a, b) => b.worth - a.worth);
    for (const { need, worth } of best.slice(0, LINKS_AN_OFFER)) {
      const ends = { from: { kind: 'OFFER', at }, to: { kind: 'NEED', at: need } } as const;
      found.push({ ...ends, value: worth, money: worth, ratio: 1, fixed });
    }
  }
  return planProblem({
    objective: 'NOK',
    supply: amounts(),
    demand: amounts(),
    treatments: [],
    links: found,
  });
}

const worthOf = (offer: Place, need: Place, chance: number): number =>
  SUITED * (0.2 + 0.8 * chance) - A_KM * SIDE_KM * Math.hypot(offer.x - need.x, offer.y - need.y) - HANDLED;

const keyOf = (x: number, y: number): string => `${Math.floor(x)} ${Math.floor(y)}`;

function squaresOf(places: readonly Place[]): ReadonlyMap<string, readonly number[]> {
  const squares = new Map<string, number[]>();
  places.forEach(({ x, y }, at) => {
    const key = keyOf(x, y);
    const square = squares.get(key);
    if (square === undefined) squares.set(key, [at]);
    else square.push(at);
  });
  return squares;
}

const STEPS = [-1, 0, 1];
const nearby = (squares: ReadonlyMap<string, readonly number[]>, { x, y }: Place): readonly number[] =>
  STEPS.flatMap((right) => STEPS.flatMap((up) => squares.get(keyOf(x + right, y + up)) ?? []));
