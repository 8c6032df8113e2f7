import type { MatchRow } from '#store';

/** The two firms of a match: giver, taker. */
export const partiesOf = (match: Pick<MatchRow, 'offerFirmId' | 'needFirmId'>): readonly [string, string] => [
  match.offerFirmId,
  match.needFirmId,
];
