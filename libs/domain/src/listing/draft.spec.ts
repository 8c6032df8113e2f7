import { describe, expect, it } from '@jest/globals';
import { Decimal } from '../quantity/decimal.js';
import { draftProblems } from './draft.js';

describe('draftProblems', () => {
  it('example: a draft has a title', () =>
    expect(draftProblems({ side: 'OFFER', title: ' ' }).map((one) => one.path)).toEqual([
      ['input', 'title'],
    ]));

  it('asks for nothing else', () => expect(draftProblems({ side: 'NEED', title: 'Flis' })).toEqual([]));

  it('takes no amount for none', () =>
    expect(
      draftProblems({
        side: 'OFFER',
        title: 'Flis',
        quantity: { value: new Decimal(0), unit: 't', per: 'YEAR' },
      }).map((one) => one.path.join('.')),
    ).toEqual(['input.quantity.value']));
});
