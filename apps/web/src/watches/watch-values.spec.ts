import { describe, expect, it } from '@jest/globals';
import { emptyWatch, inputOf, plainNumber } from './watch-values.js';

const chips = { id: 'wood-chips', nb: 'Treflis', en: 'Wood chips' };
const values = { ...emptyWatch('site'), name: ' Flis ', materials: [chips] };

describe('what is typed', () => {
  it.each([
    ['1 200,5', '1200.5'],
    ['0.4', '0.4'],
    ['  ', null],
  ])('"%s" is the number %s', (text, plain) => {
    expect(plainNumber(text)).toBe(plain);
  });
});

describe('a watch that is saved', () => {
  it('leaves out what was not filled in', () => {
    expect(inputOf(values, undefined)).toEqual({
      name: 'Flis',
      side: 'OFFER',
      materialIds: ['wood-chips'],
      areas: [],
      amount: null,
      properties: [],
      leastScore: null,
      crossIndustryOnly: false,
      rhythm: null,
    });
  });

  it('takes along the place that was chosen, and no other', () => {
    const placed = { ...values, areas: ['3401'], withinKm: '80' };
    expect(inputOf({ ...placed, where: 'AREAS' }, '1')).toMatchObject({ id: '1', areas: ['3401'] });
    expect(inputOf({ ...placed, where: 'AREAS' }, '1')).not.toHaveProperty('siteId');
    expect(inputOf({ ...placed, where: 'SITE' }, '1')).toMatchObject({
      areas: [],
      siteId: 'site',
      withinKm: 80,
    });
  });

  it('states an amount by one of its ends', () => {
    expect(inputOf({ ...values, most: '1 500' }, undefined).amount).toEqual({
      min: null,
      max: '1500',
      unit: 't',
    });
  });
});
