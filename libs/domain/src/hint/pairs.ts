import type { Side } from '../listing/listing.js';
import type { MaterialBase, MaterialLink } from '../material/material.js';
import { linkOf } from '../material/tree.js';

/** A card of a meeting, as far as it can be paired. */
export interface WorkshopCard {
  readonly id: string;
  readonly side: Side;
  /** Who said it: nobody is paired with itself. */
  readonly firm: string;
  /** Absent where the words tell of no known material. */
  readonly materialCode?: string | undefined;
}

export interface PossiblePair {
  readonly haveId: string;
  readonly wantId: string;
  readonly link: Pick<MaterialLink, 'suitability' | 'treatment' | 'evidence'>;
}

/**
 * Which haves of one meeting may answer which of its wants, for whoever leads it: by the material alone, as the tree and
 * its substitutions tie them; best first, then by the ids. Amount, place and law are not asked: a card does not say
 * them. Nothing but the cards goes in, so that no listing of anybody shows through.
 *
 * @param first how many pairs at most, 0 or more
 * @example possiblePairs([{ id: 'a', side: 'OFFER', firm: 'x', materialCode: 'copper-slag' }, { id: 'b', side: 'NEED', firm: 'y', materialCode: 'gravel' }], materials, 9)[0]?.link.suitability // 0.8
 */
export function possiblePairs(
  cards: readonly WorkshopCard[],
  materials: MaterialBase,
  first: number,
): readonly PossiblePair[] {
  const wants = cards.filter((one) => one.side === 'NEED');
  const pairs = cards
    .filter((one) => one.side === 'OFFER')
    .flatMap((have) => wants.flatMap((want) => pairOf(have, want, materials) ?? []));
  return pairs
    .sort(
      (a, b) =>
        b.link.suitability - a.link.suitability || compare(a.haveId, b.haveId) || compare(a.wantId, b.wantId),
    )
    .slice(0, first);
}

function pairOf(have: WorkshopCard, want: WorkshopCard, materials: MaterialBase): PossiblePair | undefined {
  if (have.firm === want.firm || have.materialCode === undefined || want.materialCode === undefined)
    return undefined;
  const link = linkOf(materials, have.materialCode, want.materialCode);
  if (link === undefined) return undefined;
  const { suitability, treatment, evidence } = link;
  return { haveId: have.id, wantId: want.id, link: { suitability, treatment, evidence } };
}

const compare = (one: string, other: string): number => (one < other ? -1 : one > other ? 1 : 0);
