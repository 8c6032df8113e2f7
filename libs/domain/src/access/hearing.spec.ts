import { describe, expect, it } from '@jest/globals';
import { clusterPerson, firmPerson, NOBODY } from '../testing/builders.js';
import { keyActor, SYSTEM } from './actor.js';
import { canHear, TOPICS, type Heard, type HeardType, type Topic } from './hearing.js';

const ofFirm = (['match', 'watch', 'proposal', 'agreement'] as const satisfies readonly Topic[]).flatMap(
  (topic): readonly HeardType[] => TOPICS[topic],
);
const giver = ofFirm.map((type): Heard => ({ type, firmId: 'giver' }));
const refreshed: Heard = { type: 'figuresRefreshed', clusterId: 'eyde' };
const published: Heard = { type: 'figuresPublished', clusterId: 'eyde' };
const key = (...scopes: ('read' | 'list' | 'trade' | 'figures')[]) =>
  keyActor({ id: 'k', name: 'ERP', firmId: 'giver', scopes }, ['eyde']);

describe('canHear', () => {
  it('example: nobody hears of a firm that is not his or her own', () => {
    expect(canHear({ ...SYSTEM, personId: 'p' }, { type: 'matchFound', firmId: 'a' })).toBe(false);
  });

  it.each([
    ['a buyer of the firm', firmPerson('giver', [], 'buyer'), giver, true],
    ['the other side, of what is for the giver', firmPerson('taker'), giver, false],
    ['a program that reads for the firm', key('read'), giver, true],
    ['a program for figures alone', key('figures'), giver, false],
    ['staff of its cluster', clusterPerson('eyde'), giver, false],
    ['somebody without any membership', NOBODY, [...giver, refreshed, published], false],
    ['staff, when figures are refreshed and published', clusterPerson('eyde'), [refreshed, published], true],
    ['an auditor, too', clusterPerson('eyde', 'auditor'), [refreshed, published], true],
    ['staff of another cluster, when they are refreshed', clusterPerson('arctic'), [refreshed], false],
    [
      'a member firm, when they are refreshed',
      firmPerson('giver', ['eyde'], 'firm_admin'),
      [refreshed],
      false,
    ],
    ['a program for figures, when they are refreshed', key('figures'), [refreshed], false],
    ['others, when they are published', firmPerson('third'), [published], true],
    ['staff of another cluster, when they are published', clusterPerson('arctic'), [published], true],
    ['a program for figures, when they are published', key('figures'), [published], true],
    ['a program without that scope', key('read', 'trade'), [published], false],
    ['the installation', SYSTEM, [...giver, refreshed, published], false],
  ] as const)('%s', (_who, actor, events, expected) => {
    for (const event of events) expect([event.type, canHear(actor, event)]).toEqual([event.type, expected]);
  });

  it('lets nobody hear what is for nobody, or of a type that is none', () => {
    for (const type of [...ofFirm, 'figuresRefreshed', 'figuresPublished'] as const) {
      expect(canHear(firmPerson('giver'), { type })).toBe(false);
      expect(canHear(clusterPerson('eyde'), { type })).toBe(false);
    }
    expect(() =>
      canHear(firmPerson('giver'), { type: 'disclosureAsked' as HeardType, clusterId: 'eyde' }),
    ).toThrow('known cases');
  });
});
