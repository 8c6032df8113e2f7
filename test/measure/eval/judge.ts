import type { MarketRoom, Placed } from '../market-room.js';
import { giverKey, needStock, offerStock, textOf, type Stock } from './entries.js';
import { askOracle } from './oracle.js';
import { named, rankingsOf, type Rankings } from './rankings.js';
import type { KnownOffer, Sought } from './sought.js';
import { textBaselines, type Text } from './text-baselines.js';
import { withClient } from '../temporary-server.js';

/** The four who rank: the matcher, the two text searches, and the one who knows the waste code. */
export const SYSTEMS = ['ours', 'trigram', 'fullText', 'wasteCode'] as const;
export type System = (typeof SYSTEMS)[number];

export interface Judged {
  readonly rankings: Readonly<Record<System, Rankings>>;
  /** Why the market refused an entry, by its key. */
  readonly refused: ReadonlyMap<string, string>;
  /** How many needs there were to choose from. */
  readonly needs: number;
  readonly titles: ReadonlyMap<string, string>;
}

/**
 * Puts the file's offers and needs into one market, and asks everybody for rankings.
 *
 * @param beside what else is in the market, such as the demo's listings
 */
export async function judge(room: MarketRoom, url: string, sought: Sought, beside: Stock): Promise<Judged> {
  const { market } = room;
  const stocks = [beside, needStock(market, sought.needs), offerStock(market, sought.offers)];
  await room.admit(stocks.flatMap((one) => one.participants));
  const placed = await room.publish(stocks.flatMap((one) => one.entries));
  await room.workOff();
  const keyOf = new Map(placed.flatMap((one) => ('listingId' in one ? [[one.listingId, one.key]] : [])));
  const idOf = new Map(placed.flatMap((one) => ('listingId' in one ? [[one.key, one.listingId]] : [])));
  const ours = await rankingsOf(sought.offers, async (offer) => {
    const id = idOf.get(offer.key);
    return id === undefined ? [] : named(await room.rankedNeeds(giverKey(offer), id), keyOf);
  });
  const texts = textsOf(stocks);
  const { trigram, fullText } = await withClient(url, (client) =>
    textBaselines(client, texts.offers(sought.offers), texts.needs),
  );
  const wasteCode = await askOracle(room, sought.offers, keyOf);
  return {
    rankings: { ours, trigram, fullText, wasteCode },
    refused: refusedOf(placed),
    needs: texts.needs.length,
    titles: new Map(texts.needs.map((one) => [one.key, one.text.replaceAll('\n', '. ')])),
  };
}

const refusedOf = (placed: readonly Placed[]): ReadonlyMap<string, string> =>
  new Map(placed.flatMap((one) => ('refused' in one ? [[one.key, one.refused]] : [])));

/** The texts as every matcher gets them, those that the market refused as well. */
function textsOf(stocks: readonly Stock[]) {
  const all = stocks.flatMap((one) => one.entries);
  const of = new Map(all.map(({ key, input }) => [key, textOf(input)]));
  return {
    needs: all
      .filter((one) => one.input.side === 'NEED')
      .map(({ key, input }) => ({ key, text: textOf(input) })),
    offers: (offers: readonly KnownOffer[]): Text[] =>
      offers.map(({ key }) => ({ key, text: of.get(key) ?? '' })),
  };
}
