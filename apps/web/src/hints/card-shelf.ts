/** A card that is not on the server yet. */
export interface Card {
  /** The key of its sending too: sent twice, it counts once. */
  readonly id: string;
  readonly firmId?: string;
  readonly firmName: string;
  readonly side: 'OFFER' | 'NEED';
  readonly text: string;
  readonly amountText: string;
  /** Why the server would not have it; absent while it waits to be sent. */
  readonly refused?: string;
}

type Shelf = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>;

const keyOf = (workshopId: string): string => `bistrom-cards-${workshopId}`;

/**
 * The cards that this device keeps for a meeting, oldest first.
 *
 * @example keptCards(localStorage, 'a meeting without cards') // []
 */
export function keptCards(shelf: Shelf, workshopId: string): readonly Card[] {
  try {
    const kept: unknown = JSON.parse(shelf.getItem(keyOf(workshopId)) ?? '[]');
    return Array.isArray(kept) ? kept.filter(isCard) : [];
  } catch {
    // Not ours, or half written: as good as nothing.
    return [];
  }
}

/** Leaves nothing behind once all are sent: what was said at a meeting is not for the next user of the tablet. */
export function keepCards(shelf: Shelf, workshopId: string, cards: readonly Card[]): void {
  if (cards.length === 0) shelf.removeItem(keyOf(workshopId));
  else shelf.setItem(keyOf(workshopId), JSON.stringify(cards));
}

/** The one to be sent next; undefined where none waits. */
export const nextCard = (cards: readonly Card[]): Card | undefined =>
  cards.find(({ refused }) => refused === undefined);

function isCard(value: unknown): value is Card {
  if (typeof value !== 'object' || value === null) return false;
  const { id, firmName, side, text } = value as Partial<Card>;
  return (
    [id, firmName, text].every((one) => typeof one === 'string') && (side === 'OFFER' || side === 'NEED')
  );
}
