import { describe, expect, it } from '@jest/globals';
import { exactly } from '../../quantity/range.js';
import { buildFacts } from '../../testing/builders.js';
import { quantityCheck } from './quantity.js';

const checked = (offered: number, wanted: number) =>
  quantityCheck({
    offer: buildFacts('OFFER', { yearlyBase: exactly(offered) }),
    need: buildFacts('NEED', { yearlyBase: exactly(wanted) }),
  });

describe('the quantity check', () => {
  it('example: passes while both sides have something left', () => expect(checked(1, 1).result).toBe('PASS'));

  it('fails when one has not, and says which', () => {
    expect(checked(0, 1)).toMatchObject({ result: 'FAIL', detail: 'nothing remains of the offer' });
    expect(checked(1, 0).detail).toBe('nothing remains of the need');
  });
});
