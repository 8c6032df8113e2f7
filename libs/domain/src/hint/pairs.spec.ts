import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { MATERIALS, RULES } from '../testing/builders.js';
import { possiblePairs, type WorkshopCard } from './pairs.js';

const card = (
  id: string,
  side: WorkshopCard['side'],
  materialCode?: string,
  firm = `firm ${id}`,
): WorkshopCard => ({ id, side, firm, materialCode });
const pairs = (cards: readonly WorkshopCard[], first = 100) => possiblePairs(cards, RULES.materials, first);

describe('possiblePairs', () => {
  it('example: copper slag serves as gravel', () =>
    expect(pairs([card('a', 'OFFER', 'copper-slag'), card('b', 'NEED', 'gravel')])[0]?.link.suitability).toBe(
      0.8,
    ));

  it('puts the best first, and stops where it is told', () => {
    const cards = [
      card('a', 'OFFER', 'copper-slag'),
      card('b', 'OFFER', 'gravel'),
      card('c', 'NEED', 'gravel'),
    ];
    expect(pairs(cards).map(({ haveId, wantId }) => haveId + wantId)).toEqual(['bc', 'ac']);
    expect(pairs(cards, 1)).toHaveLength(1);
  });

  it.each<[string, readonly WorkshopCard[]]>([
    ['two haves', [card('a', 'OFFER', 'gravel'), card('b', 'OFFER', 'gravel')]],
    ['one firm with itself', [card('a', 'OFFER', 'gravel', 'x'), card('b', 'NEED', 'gravel', 'x')]],
    ['the wrong way round', [card('a', 'OFFER', 'gravel'), card('b', 'NEED', 'copper-slag')]],
    ['words without a material', [card('a', 'OFFER'), card('b', 'NEED', 'gravel')]],
  ])('does not pair %s', (_what, cards) => expect(pairs(cards)).toEqual([]));

  it('is the same whatever the order of the cards', () => {
    const one = fc.record({
      id: fc.uuid(),
      side: fc.constantFrom('OFFER' as const, 'NEED' as const),
      firm: fc.constantFrom('x', 'y', 'z'),
      materialCode: fc.constantFrom(undefined, ...MATERIALS.map(({ code }) => code)),
    });
    fc.assert(
      fc.property(fc.uniqueArray(one, { selector: ({ id }) => id, maxLength: 8 }), (cards) => {
        const [straight, turned] = [pairs(cards), pairs([...cards].reverse())];
        expect(turned).toEqual(straight);
        for (const { haveId, wantId } of straight) {
          const [have, want] = [haveId, wantId].map((id) => cards.find((other) => other.id === id));
          expect([have?.side, want?.side]).toEqual(['OFFER', 'NEED']);
          expect(have?.firm).not.toBe(want?.firm);
        }
      }),
    );
  });
});
