import { can, type Actor } from '#domain';
import type { MatchRow, Tx } from '#store';

/** The two firms of a match: giver, taker. */
export const partiesOf = (match: Pick<MatchRow, 'offerFirmId' | 'needFirmId'>): readonly [string, string] => [
  match.offerFirmId,
  match.needFirmId,
];

export const isParty = (actor: Actor, firmIds: readonly string[]): boolean =>
  can(actor, { action: 'read match', firmIds });

/** Those of the two that know of the match: a side that its own view refuses is told nothing of it. */
export const tellableOf = (
  match: Pick<MatchRow, 'offerFirmId' | 'needFirmId' | 'giverSees' | 'takerSees'>,
): readonly string[] => [
  ...(match.giverSees ? [match.offerFirmId] : []),
  ...(match.takerSees ? [match.needFirmId] : []),
];

/**
 * Both parties know of every proposal between them.
 *
 * @param byFirmId which of them did it; none where time or the market did
 */
export async function tellOfProposal(
  tx: Tx,
  match: Pick<MatchRow, 'id' | 'offerFirmId' | 'needFirmId'>,
  type: 'proposalSent' | 'proposalChanged',
  proposalId: string,
  byFirmId?: string,
): Promise<void> {
  for (const firmId of partiesOf(match))
    await tx.events.append({ type, firmId, byFirmId, matchId: match.id, proposalId });
}
