import { MarketRoom, type Entry, type Participant } from '../market-room.js';
import type { MatchingPath } from '../matching-path.js';
import { negativesOn, type Half, type Negative } from './negatives.js';

export interface NegativeOutcome {
  readonly name: string;
  readonly matched: boolean;
  /** Whether the same pair without its fault is matched; undefined where there is no such pair. */
  readonly controlMatched?: boolean | undefined;
}

/** A place in the middle of the country; the pairs lie around it. */
const HERE = { latitude: 60.2, longitude: 12 };
const KM_A_DEGREE = 111.2;

/** Publishes every pair that must be refused, each beside its sound twin, and looks for their matches. */
export async function judgeNegatives(
  url: string,
  path: MatchingPath = 'sql',
): Promise<readonly NegativeOutcome[]> {
  const room = await MarketRoom.open(url, path);
  try {
    const negatives = negativesOn(room.today);
    const pairs = negatives.flatMap(({ name, fault, control }) => [
      { key: name, pair: fault },
      ...(control === undefined ? [] : [{ key: twinOf(name), pair: control }]),
    ]);
    const halves = pairs.flatMap(({ key, pair }) => [
      halfOf(`${key}/offer`, 'OFFER', pair.offer, 0),
      halfOf(`${key}/need`, 'NEED', pair.need, pair.apartKm ?? 1),
    ]);
    await room.admit(halves.map((one) => one.participant));
    const placed = await room.publish(halves.map((one) => one.entry));
    const refused = placed.find((one) => 'refused' in one);
    if (refused !== undefined && 'refused' in refused) {
      throw new Error(`${refused.key} was not published: ${refused.refused}`);
    }
    await room.workOff();
    const idOf = new Map(placed.flatMap((one) => ('listingId' in one ? [[one.key, one.listingId]] : [])));
    const isMatched = (key: string): Promise<boolean> =>
      room.isMatched(idOf.get(`${key}/offer`) ?? '', idOf.get(`${key}/need`) ?? '');
    return await Promise.all(negatives.map((one) => outcomeOf(one, isMatched)));
  } finally {
    await room.close();
  }
}

const twinOf = (name: string): string => `${name}, sound twin`;

async function outcomeOf(
  { name, control }: Negative,
  isMatched: (key: string) => Promise<boolean>,
): Promise<NegativeOutcome> {
  const controlMatched = control === undefined ? undefined : await isMatched(twinOf(name));
  return { name, matched: await isMatched(name), controlMatched };
}

function halfOf(
  key: string,
  side: 'OFFER' | 'NEED',
  { nace, ...terms }: Half,
  northKm: number,
): { readonly participant: Participant; readonly entry: Entry } {
  const position = { ...HERE, latitude: HERE.latitude + northKm / KM_A_DEGREE };
  return {
    participant: { key, name: key, naceCode: nace, municipalityNumber: '3401', position },
    entry: {
      key,
      participant: key,
      input: { properties: [], currency: 'NOK', visibility: 'FEDERATION', ...terms, side },
    },
  };
}
