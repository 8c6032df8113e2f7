import { describe, expect, it } from '@jest/globals';
import { buildTerms, clusterPerson, d, firmPerson, NOBODY } from '../testing/builders.js';
import { SYSTEM } from './actor.js';
import { can } from './can.js';
import { FIRM_ACTIONS } from './roles.js';
import { isStandIn, leftToFirm, standIn, standInProblems } from './stand-in.js';

const FIRM = { firmId: 'mill', clusterIds: ['eyde', 'arctic'] };

describe('standing in for a firm', () => {
  it('examples', () => {
    expect(standIn(SYSTEM, { firmId: 'a', clusterIds: ['eyde'] })).toBeUndefined();
    expect(isStandIn(SYSTEM, 'a')).toBe(false);
    expect(standInProblems({})).toEqual([]);
  });

  it('is for staff of a cluster of the firm and for nobody else', () => {
    expect(standIn(clusterPerson('eyde'), FIRM)?.firms).toEqual([
      { firmId: 'mill', role: 'stand_in', clusterIds: ['eyde', 'arctic'] },
    ]);
    for (const other of [
      clusterPerson('oslo'),
      clusterPerson('eyde', 'auditor'),
      firmPerson('mill', ['eyde'], 'firm_admin'),
      firmPerson('other', ['eyde'], 'firm_admin'),
      NOBODY,
    ])
      expect(standIn(other, FIRM)).toBeUndefined();
  });

  it('lists, and neither trades, discloses, watches nor manages', () => {
    const acting = standIn(clusterPerson('eyde'), FIRM)!;
    expect(isStandIn(acting, 'mill')).toBe(true);
    expect(isStandIn(acting, 'other')).toBe(false);
    expect(FIRM_ACTIONS.filter((action) => can(acting, { action, firmId: 'mill' }))).toEqual([
      'list offer',
      'list need',
    ]);
  });

  it('leaves price and visibility to the firm', () => {
    const before = buildTerms({ price: d('12.5'), currency: 'NOK', visibility: 'MASKED' });
    const revised = buildTerms({ title: 'Dry chips', currency: 'EUR', visibility: 'FEDERATION' });
    expect(leftToFirm(before, revised)).toEqual({
      ...revised,
      price: before.price,
      currency: 'NOK',
      visibility: 'MASKED',
    });
    expect(standInProblems({ price: d(1) })[0]?.path).toEqual(['input', 'price']);
  });
});
