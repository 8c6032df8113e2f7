import { useApolloClient } from '@apollo/client/react';
import { useCallback, useEffect, useRef, useState } from 'react';
import { keepCards, keptCards, nextCard, type Card } from './card-shelf.js';
import { RecordCards } from './hints.graphql';

/** How long to wait before a card is sent again when nobody answered. */
const AGAIN_MS = 4000;

/** What became of the card that was sent last. */
export interface Sent {
  readonly card: Card;
  readonly became: 'DRAFT' | 'HINT' | 'KNOWN';
}

interface Cards {
  /** Not sent yet, or refused; oldest first. */
  readonly cards: readonly Card[];
  readonly isAway: boolean;
  readonly sent: Sent | undefined;
  readonly add: (card: Omit<Card, 'id'>) => void;
  readonly takeBack: (id: string) => void;
}

const newId = (): string => [...crypto.getRandomValues(new Uint32Array(4))].join('-');

/** Cards go to the server one after the other; while it is away they lie on this device, also over a reload. */
export function useCards(workshopId: string, onSent: () => void): Cards {
  const [cards, setCards] = useState(() => keptCards(localStorage, workshopId));
  const [sent, setSent] = useState<Sent>();
  const [isAway, setAway] = useState(false);
  const [attempt, setAttempt] = useState(0);
  const isSending = useRef(false);
  const send = useSending(workshopId);
  const again = useCallback(() => setAttempt((count) => count + 1), []);

  useEffect(() => keepCards(localStorage, workshopId, cards), [workshopId, cards]);
  useEffect(() => {
    addEventListener('online', again);
    return () => removeEventListener('online', again);
  }, [again]);
  useEffect(() => {
    const card = nextCard(cards);
    if (card === undefined || isSending.current) return;
    isSending.current = true;
    void send(card).then((answer) => {
      isSending.current = false;
      setAway(answer === undefined);
      if (answer === undefined) return void setTimeout(again, AGAIN_MS);
      setCards((all) => settled(all, card.id, answer.refused));
      if (answer.became === undefined) return;
      setSent({ card, became: answer.became });
      onSent();
    });
  }, [cards, attempt, send, again, onSent]);

  const add = useCallback(
    (card: Omit<Card, 'id'>) => setCards((all) => [...all, { ...card, id: newId() }]),
    [],
  );
  const takeBack = useCallback((id: string) => setCards((all) => all.filter((one) => one.id !== id)), []);
  return { cards, isAway, sent, add, takeBack };
}

const settled = (cards: readonly Card[], id: string, refused: string | undefined): readonly Card[] =>
  refused === undefined
    ? cards.filter((one) => one.id !== id)
    : cards.map((one) => (one.id === id ? { ...one, refused } : one));

interface Answer {
  readonly became?: Sent['became'];
  readonly refused?: string;
}

/** Undefined where nobody answered. */
function useSending(workshopId: string): (card: Card) => Promise<Answer | undefined> {
  const client = useApolloClient();
  return useCallback(
    async ({ id, firmId, firmName, side, text, amountText }) => {
      const firm = firmId === undefined ? { firmName } : { firmId };
      const card = { ...firm, side, text, ...(amountText !== '' && { amountText }) };
      const variables = { input: { workshopId, cards: [card], idempotencyKey: id } };
      try {
        const { data } = await client.mutate({ mutation: RecordCards, variables });
        const outcome = data?.recordWorkshopCards;
        if (outcome === undefined) return undefined;
        if (outcome.__typename !== 'WorkshopCardsRecorded') return { refused: outcome.message };
        if (outcome.drafts > 0) return { became: 'DRAFT' };
        return { became: outcome.hints > 0 ? 'HINT' : 'KNOWN' };
      } catch {
        return undefined;
      }
    },
    [client, workshopId],
  );
}
