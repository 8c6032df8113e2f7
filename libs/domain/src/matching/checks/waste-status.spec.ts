import { describe, expect, it } from '@jest/globals';
import { buildMaterial, CHIPS, HEAT, SLAG } from '../../testing/builders.js';
import {
  BY_PRODUCT_QUESTIONS,
  covers,
  isNeverWaste,
  mayBeWaste,
  unansweredOf,
  wasteStatusOf,
} from './waste-status.js';

const allYes = Object.fromEntries(BY_PRODUCT_QUESTIONS.map((one) => [one, true]));

describe('the status of a stream in law', () => {
  it('example: a code without answers is waste', () => {
    expect(wasteStatusOf({ wasteCode: '10 02 01', hazardous: false })).toBe('WASTE');
    expect(wasteStatusOf({ hazardous: true })).toBe('WASTE');
  });

  it('is a by-product with four times yes, waste with one no, else open', () => {
    expect(wasteStatusOf({ wasteCode: '10 02 01', byProductTest: allYes })).toBe('BY_PRODUCT');
    expect(wasteStatusOf({ byProductTest: { ...allYes, lawfulUse: false } })).toBe('WASTE');
    expect(wasteStatusOf({ wasteCode: '10 02 01', byProductTest: { lawfulUse: true } })).toBe('OPEN');
    expect(wasteStatusOf({})).toBe('OPEN');
  });

  it('example: counts what is not answered', () => {
    expect(unansweredOf({ lawfulUse: true })).toHaveLength(3);
    expect(unansweredOf(undefined)).toEqual(BY_PRODUCT_QUESTIONS);
  });

  it('example: knows what may be waste', () => {
    expect(mayBeWaste(CHIPS)).toBe(true);
    expect([mayBeWaste(SLAG), mayBeWaste(HEAT), isNeverWaste(HEAT)]).toEqual([false, false, true]);
    expect(mayBeWaste(buildMaterial({ code: 'ash', legal: ['by-product-test'] }))).toBe(true);
  });

  it('example: a permit for a group covers its codes', () => {
    expect(covers(['10 02'], '10 02 01')).toBe(true);
    expect(covers(['100201'], '10 02 01')).toBe(true);
    expect(covers(['10 02 07*'], '10 02 07')).toBe(true);
    expect([covers(['10 02 02'], '10 02 01'), covers([], '10 02 01'), covers([''], '10 02 01')]).toEqual([
      false,
      false,
      false,
    ]);
  });
});
