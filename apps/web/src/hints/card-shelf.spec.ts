import { describe, expect, it } from '@jest/globals';
import { keepCards, keptCards, nextCard, type Card } from './card-shelf.js';

const shelf = (): Pick<Storage, 'getItem' | 'setItem' | 'removeItem'> & {
  readonly held: Map<string, string>;
} => {
  const held = new Map<string, string>();
  return {
    held,
    getItem: (key) => held.get(key) ?? null,
    setItem: (key, value) => void held.set(key, value),
    removeItem: (key) => void held.delete(key),
  };
};
const card = (id: string, more: Partial<Card> = {}): Card => ({
  id,
  firmName: 'Granvåk',
  side: 'OFFER',
  text: 'flis',
  amountText: '',
  ...more,
});

describe('the cards that a tablet keeps', () => {
  it('are there again after a reload, of their own meeting alone', () => {
    const kept = shelf();
    keepCards(kept, 'monday', [card('1'), card('2')]);
    expect(keptCards(kept, 'monday')).toEqual([card('1'), card('2')]);
    expect(keptCards(kept, 'tuesday')).toEqual([]);
  });

  it('leave nothing behind once they are sent', () => {
    const kept = shelf();
    keepCards(kept, 'monday', [card('1')]);
    keepCards(kept, 'monday', []);
    expect(kept.held.size).toBe(0);
  });

  it('are none where something else lies on the shelf', () => {
    const kept = shelf();
    for (const text of ['half [', '{"a":1}', '[1,{"id":"x"},null]']) {
      kept.setItem('bistrom-cards-monday', text);
      expect(keptCards(kept, 'monday')).toEqual([]);
    }
  });

  it('are sent oldest first, and a refused one never by itself', () => {
    expect(nextCard([card('1', { refused: 'too long' }), card('2'), card('3')])?.id).toBe('2');
    expect(nextCard([card('1', { refused: 'too long' })])).toBeUndefined();
  });
});
