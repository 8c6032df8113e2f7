import { describe, expect, it } from '@jest/globals';
import { buildMaterial, CHIPS, serves } from '../testing/builders.js';
import { materialFaults } from './faults.js';

const wood = buildMaterial({ code: 'wood' });
const feed = buildMaterial({ code: 'feed' });
const heat = buildMaterial({ code: 'heat', unit: 'MWh' });
const reasons = (...args: Parameters<typeof materialFaults>) =>
  materialFaults(...args).map((one) => one.reason);

describe('materialFaults', () => {
  it('example: names the parent that is gone', () => {
    expect(reasons([{ ...CHIPS, parent: 'gone' }], [])).toEqual([
      'wood-chips: parent gone is not in the tree',
    ]);
  });

  it('finds nothing wrong with a sound base', () => {
    expect(materialFaults([wood, CHIPS, feed], [serves('wood', 'feed')])).toEqual([]);
    expect(materialFaults([wood, heat], [serves('wood', 'heat', { ratio: 3.5 })])).toEqual([]);
  });

  it.each([
    ['a doubled code', [wood, { ...wood, labels: { nb: 'x', en: 'y' } }], 'wood: stands twice'],
    ['an unknown unit', [{ ...wood, unit: 'bushel' }], 'wood: unknown unit bushel'],
    [
      'a child measured in another kind',
      [wood, { ...CHIPS, unit: 'MWh' }],
      "wood-chips: unit kind differs from its parent's",
    ],
    ['a reach of nothing', [{ ...wood, reachKm: 0 }], 'wood: reach must be above 0 km'],
    ['a cycle', [{ ...wood, parent: 'wood-chips' }, CHIPS], 'wood: is its own ancestor'],
    [
      'a name of two nodes, whatever its case',
      [wood, buildMaterial({ code: 'timber', synonyms: { nb: [], en: ['WOOD'] } })],
      'timber: the name "wood" belongs to wood already',
    ],
  ])('refuses %s', (_what, materials, reason) => expect(reasons(materials, [])).toContain(reason));

  it.each([
    ['a code that is not there', serves('wood', 'gold'), 'wood as gold: gold is not in the tree'],
    [
      'kinds that no ratio ties',
      serves('heat', 'wood'),
      'heat as wood: the two are measured in kinds that no ratio ties',
    ],
    [
      'relatives',
      serves('wood-chips', 'wood'),
      'wood-chips as wood: the two are of one branch, which the tree covers',
    ],
    [
      'no suitability',
      serves('wood', 'feed', { suitability: 0 }),
      'wood as feed: suitability must lie in (0, 1]',
    ],
    ['no ratio', serves('wood', 'feed', { ratio: 0 }), 'wood as feed: ratio must be above 0'],
  ])('refuses a substitution with %s', (_what, row, reason) =>
    expect(reasons([wood, CHIPS, feed, heat], [row])).toEqual([reason]),
  );

  it('says which row of which table', () => {
    const rows = [serves('wood', 'feed'), serves('wood', 'feed')];
    expect(materialFaults([wood, feed], rows)).toEqual([
      { table: 'substitutions', index: 1, reason: 'wood as feed: stands twice' },
    ]);
  });
});
