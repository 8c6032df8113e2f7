import type { MatchRow } from '#store';

/** The two firms of a match: giver, taker. */
export const partiesOf = (match: Pick<MatchRow, 'offerFirmId' | 'needFirmId'>): readonly [string, string] => [
  match.offerFirmId,
  match.needFirmId,
];

/** Those of the two that know of the match: a side that its own view refuses is told nothing of it. */
export const tellableOf = (
  match: Pick<MatchRow, 'offerFirmId' | 'needFirmId' | 'giverSees' | 'takerSees'>,
): readonly string[] => [
  ...(match.giverSees ? [match.offerFirmId] : []),
  ...(match.takerSees ? [match.needFirmId] : []),
];
