import { expect, it } from '@jest/globals';
import { unitCodes } from '#domain';
import { UNITS } from './units.js';

it('offers every unit that the domain knows, and no other', () => {
  expect([...UNITS].sort()).toEqual([...unitCodes()].sort());
});
