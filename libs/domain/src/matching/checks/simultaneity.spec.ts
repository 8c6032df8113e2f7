import { describe, expect, it } from '@jest/globals';
import { buildFacts, buildMaterial, HEAT } from '../../testing/builders.js';
import type { ListingFacts } from '../facts.js';
import { overlapOf, simultaneityCheck } from './simultaneity.js';

const winter = [1, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0];
const summer = [0, 0, 0, 0, 0, 1, 1, 0, 0, 0, 0, 0];
const january = [5, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0];
const checked = (offer: Partial<ListingFacts>, take?: readonly number[]) =>
  simultaneityCheck({
    offer: buildFacts('OFFER', offer),
    need: buildFacts('NEED', { monthlyProfile: take }),
  })[0];

describe('the simultaneity check', () => {
  it('is not asked of what can be stored', () => {
    expect(checked({ monthlyProfile: winter }, summer)).toBeUndefined();
  });

  it.each([
    ['the same months', winter, winter, 'PASS'],
    ['one month of two', winter, january, 'PASS'],
    ['no month in common', winter, summer, 'FAIL'],
    ['a silent taker', winter, undefined, 'UNKNOWN'],
    ['a silent giver', undefined, winter, 'UNKNOWN'],
  ])('of heat with %s', (_what, give, take, result) => {
    expect(checked({ material: HEAT, monthlyProfile: give }, take)?.result).toBe(result);
  });

  it('example: says how much coincides', () => {
    expect(checked({ material: HEAT, monthlyProfile: winter }, january)?.detail).toBe(
      "50 % of the year's amount coincides",
    );
  });

  it('asks the side that has not said, or both', () => {
    const asked = (give?: readonly number[], take?: readonly number[]) =>
      checked({ material: HEAT, monthlyProfile: give }, take)?.asks?.map((one) => one.of);
    expect(asked(winter)).toEqual(['TAKER']);
    expect(asked(undefined, winter)).toEqual(['GIVER']);
    expect(asked()).toEqual(['GIVER', 'TAKER']);
    expect(checked({ material: HEAT })?.detail).toContain('giver and taker');
  });

  it('knows a store for heat that comes in the wrong season, and none for furnace gas', () => {
    expect(checked({ material: HEAT, monthlyProfile: summer }, winter)?.remedy?.kind).toBe('SHIFT');
    const gas = buildMaterial({ code: 'co-gas', class: 'fuel_gas', unit: 'MWh', storable: false });
    expect(checked({ material: gas, monthlyProfile: summer }, winter)?.remedy).toBeUndefined();
  });

  it('example: half of what comes in two months meets a need of one', () => {
    // January: the smaller of 1/2 and 5/5 = 0.5
    expect(overlapOf(winter, january)).toBe(0.5);
    expect(overlapOf(winter, winter)).toBe(1);
    expect(overlapOf(winter, undefined)).toBeUndefined();
  });
});
