import type { Measured, Say } from '../command.js';
import { InputError } from '../input-error.js';
import { MarketRoom } from '../market-room.js';
import { matchingPath } from '../matching-path.js';
import { withServer } from '../temporary-server.js';
import { classTop, suggestedFor } from './classes.js';
import { demoStock } from './entries.js';
import { readExchanges } from './exchanges.js';
import { figuresOf, type Found } from './figures.js';
import { judgeNegatives } from './hard-negatives.js';
import { judge, SYSTEMS, type Judged } from './judge.js';
import { breakdown, missesText } from './print.js';
import { isTied, rankOf } from './rank.js';
import { soughtOf, type Sought } from './sought.js';

/** Judges the matcher by exchanges that are known to have worked. */
export async function evalMatching(values: Readonly<Record<string, unknown>>, say: Say): Promise<Measured> {
  const { exchanges: file, misses } = values;
  if (typeof file !== 'string') throw new InputError('Name the file of known exchanges with --exchanges.');
  const path = matchingPath(values['index']);
  const rows = readExchanges(file);
  const sought = soughtOf(rows);
  return withServer({ durable: false }, async (server) => {
    say(`${rows.length} rows: ${sought.offers.length} offers, ${sought.needs.length} needs`);
    const url = await server.database();
    const room = await MarketRoom.open(url, path);
    try {
      const judged = await judge(room, url, sought, demoStock(room.today));
      const suggested = suggestedFor(room.market, sought.flows);
      const found: Found = {
        rows: rows.length,
        offers: ranked(sought, judged),
        classTop1: classTop(suggested, 1),
        classTop3: classTop(suggested, 3),
        negatives: await judgeNegatives(await server.database(), path),
      };
      say(breakdown(found, suggested, judged.needs));
      if (misses === true) say(missesText(room.market, sought, judged, found.offers, suggested));
      return { runs: 1, figures: figuresOf(found) };
    } finally {
      await room.close();
    }
  });
}

const ranked = (sought: Sought, judged: Judged): Found['offers'] =>
  sought.offers.map((offer) => ({
    offer,
    tied: isTied(offer.hits, judged.rankings.ours.get(offer.key)),
    ranks: Object.fromEntries(
      SYSTEMS.map((system) => [system, rankOf(offer.hits, judged.rankings[system].get(offer.key))]),
    ) as Found['offers'][number]['ranks'],
  }));
