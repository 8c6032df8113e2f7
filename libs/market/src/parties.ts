import type { MatchRow, Tx } from '#store';

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

/** Both parties know of every proposal between them. */
export async function tellOfProposal(
  tx: Tx,
  match: Pick<MatchRow, 'id' | 'offerFirmId' | 'needFirmId'>,
  type: 'proposalSent' | 'proposalChanged',
  proposalId: string,
): Promise<void> {
  for (const firmId of partiesOf(match))
    await tx.events.append({ type, firmId, matchId: match.id, proposalId });
}
