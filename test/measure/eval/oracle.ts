import type { Market } from '#market';
import type { Entry, MarketRoom } from '../market-room.js';
import { neutralAmount } from './amount.js';
import { giverKey, offerStock } from './entries.js';
import type { Scored } from './rank.js';
import { named, rankingsOf, type Rankings } from './rankings.js';
import type { KnownOffer } from './sought.js';

/** Enough to tell; each of them is published several times. */
const MOST_OFFERS = 300;

/**
 * What would be found if the giver had named the right waste code and one of its materials: the best of them all. Of
 * very many offers only some are asked, evenly picked.
 */
export async function askOracle(
  room: MarketRoom,
  offers: readonly KnownOffer[],
  keyOf: ReadonlyMap<string, string>,
): Promise<Rankings> {
  const step = Math.ceil(offers.length / MOST_OFFERS);
  const asked = offers.filter((_, at) => at % step === 0);
  const { entries } = offerStock(room.market, asked);
  const variants = asked.flatMap((offer, at) => {
    const entry = entries[at];
    return entry === undefined ? [] : variantsOf(room.market, offer, entry);
  });
  const placed = await room.publish(variants);
  await room.workOff();
  return rankingsOf(asked, async (offer) => {
    const own = placed.filter((one) => one.key === offer.key);
    const lists = await Promise.all(
      own.map(async (one) => ('listingId' in one ? room.rankedNeeds(giverKey(offer), one.listingId) : [])),
    );
    return bestOf(named(lists.flat(), keyOf));
  });
}

/** The offer under each material that its waste code leads to; under the root of its class where it has no code. */
function variantsOf(market: Market, { rows }: KnownOffer, entry: Entry): readonly Entry[] {
  const materials = market.setting.rules.materials.all;
  const classes = new Set(rows.map((row) => row.materialClass));
  const byCode = [...new Set(rows.flatMap((row) => row.wasteCode ?? []))].flatMap((wasteCode) =>
    materials
      .filter((one) => one.wasteCodes.includes(wasteCode))
      .map((material) => ({ material, wasteCode })),
  );
  const byClass = materials
    .filter((one) => one.parent === null && classes.has(one.class))
    .map((material) => ({ material, wasteCode: undefined }));
  return (byCode.length > 0 ? byCode : byClass).map(({ material, wasteCode }) => ({
    ...entry,
    input: {
      ...entry.input,
      materialCode: material.code,
      wasteCode,
      quantity: neutralAmount(material.unit),
    },
  }));
}

function bestOf(scored: readonly Scored[]): readonly Scored[] {
  const best = new Map<string, number>();
  for (const { key, score } of scored) best.set(key, Math.max(score, best.get(key) ?? -Infinity));
  return [...best].map(([key, score]) => ({ key, score })).sort((a, b) => b.score - a.score);
}
