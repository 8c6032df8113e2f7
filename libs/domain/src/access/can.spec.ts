import { describe, expect, it } from '@jest/globals';
import { clusterPerson, firmPerson, NOBODY } from '../testing/builders.js';
import { actsFor, firmIdsOf, isStaffOf, SYSTEM, type Actor } from './actor.js';
import { can, seesExactFigures, type Thing } from './can.js';

const TRADE: Thing = { action: 'trade', firmId: 'giver' };
const MATCH: Thing = { action: 'read match', firmIds: ['giver', 'taker'] };
const FIGURES: Thing = { action: 'read figures', clusterId: 'eyde' };
const RUN: Thing = { action: 'run the installation' };

const table: readonly (readonly [string, Actor, readonly Thing[]])[] = [
  ['a plant manager of the giver', firmPerson('giver'), [TRADE, MATCH, FIGURES]],
  ['a buyer of the giver', firmPerson('giver', [], 'buyer'), [TRADE, MATCH, FIGURES]],
  ['an admin of the giver', firmPerson('giver', [], 'firm_admin'), [TRADE, MATCH, FIGURES]],
  ['a person of the taker', firmPerson('taker'), [MATCH, FIGURES]],
  ['a person of a third firm', firmPerson('third', ['eyde']), [FIGURES]],
  ['staff of the cluster', clusterPerson('eyde'), [FIGURES]],
  ['staff of another cluster', clusterPerson('arctic'), [FIGURES]],
  ['an auditor of the cluster', clusterPerson('eyde', 'auditor'), [FIGURES]],
  ['a person without any membership', NOBODY, []],
  ['the installation itself', SYSTEM, [RUN]],
  ['somebody who calls himself the installation', { ...SYSTEM }, []],
  ['a firm named like the installation', firmPerson('system'), [FIGURES]],
];

describe('can', () => {
  it('example: people of a firm trade for it, nobody else does', () => {
    expect(can(firmPerson('giver'), TRADE)).toBe(true);
    expect(can(firmPerson('taker'), TRADE)).toBe(false);
  });

  it.each(table)('%s', (_who, actor, allowed) => {
    for (const thing of [TRADE, MATCH, FIGURES, RUN]) {
      expect([thing.action, can(actor, thing)]).toEqual([thing.action, allowed.includes(thing)]);
    }
  });

  it('says no to an action it does not know, loudly', () => {
    expect(() => can(SYSTEM, { action: 'fly' } as unknown as Thing)).toThrow('Not one of the known cases');
  });
});

describe('seesExactFigures', () => {
  it.each([
    ["the cluster's own staff", clusterPerson('eyde'), true],
    ["the cluster's own auditor", clusterPerson('eyde', 'auditor'), true],
    ['staff of another cluster', clusterPerson('arctic'), false],
    ['a member firm', firmPerson('giver', ['eyde']), false],
    ['nobody in particular', NOBODY, false],
    ['the installation', SYSTEM, false],
  ])('%s: %j', (_who, actor, expected) => expect(seesExactFigures(actor, 'eyde')).toBe(expected));
});

describe('an actor', () => {
  const both: Actor = { ...NOBODY, firms: [...firmPerson('a').firms, ...firmPerson('b').firms] };

  it('example: acts for each of his or her firms', () => {
    expect(firmIdsOf(both)).toEqual(['a', 'b']);
    expect([actsFor(both, 'a'), actsFor(both, 'c'), actsFor(NOBODY, '')]).toEqual([true, false, false]);
    expect([actsFor(SYSTEM, 'a'), isStaffOf(SYSTEM, ['eyde'])]).toEqual([false, false]);
  });

  it('is staff only of the cluster he or she works for; an auditor is none', () => {
    expect(isStaffOf(clusterPerson('eyde'), ['arctic', 'eyde'])).toBe(true);
    expect(isStaffOf(clusterPerson('eyde'), ['arctic'])).toBe(false);
    expect(isStaffOf(clusterPerson('eyde'), [])).toBe(false);
    expect(isStaffOf(clusterPerson('eyde', 'auditor'), ['eyde'])).toBe(false);
  });
});
