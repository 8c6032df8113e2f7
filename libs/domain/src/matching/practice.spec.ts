import { describe, expect, it } from '@jest/globals';
import { buildMaterialBase } from '../material/tree.js';
import { buildMaterial } from '../testing/builders.js';
import { divisionsOf, givingOf, practiceOf, takingOf } from './practice.js';

const slag = buildMaterial({ code: 'slag', givers: ['24'], takers: ['23'] });
const copperSlag = buildMaterial({ code: 'copper-slag', parent: 'slag' });
const gravel = buildMaterial({ code: 'gravel', takers: ['42'] });
const unknown = buildMaterial({ code: 'unknown' });
const base = buildMaterialBase([slag, copperSlag, gravel, unknown], []);

describe('practiceOf', () => {
  it.each([
    ['both known', '24', '23', 1],
    ['the taker buys what it replaces', '24', '42', 0.85], // (1 + 0.7) / 2
    ['the giver only', '24', '10', 0.5],
    ['the taker only', '10', '23', 0.5],
    ['only a buyer of what it replaces', '10', '42', 0.35], // 0.7 / 2
    ['neither', '10', '11', 0],
  ])('example: %s', (_which, giver, taker, value) =>
    expect(practiceOf(base, slag, gravel, giver, taker)).toBe(value),
  );

  it('leaves half of a part where the base says nothing', () => {
    expect(practiceOf(base, unknown, unknown, '24', '42')).toBe(0.5);
    expect(givingOf(base, unknown, '24')).toBe(0.5);
    expect(takingOf(base, unknown, gravel, '11')).toBe(0.5);
  });

  it('example: takes what stands above a node that lists nothing itself', () => {
    expect(divisionsOf(base, copperSlag, 'givers')).toEqual(['24']);
    expect(givingOf(base, slag, '24')).toBe(1);
    expect(takingOf(base, slag, gravel, '42')).toBe(0.7);
  });
});
