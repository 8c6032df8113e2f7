import { describe, expect, it } from '@jest/globals';
import { decimalIn } from './decimal-text.js';
import { draftOf, emptyFields, fieldsOfDraft, inputOf, titleIn } from './fields.js';
import { placeOfProblem } from './problems.js';

const typed = {
  ...emptyFields('OFFER', 'site'),
  text: 'Tørr flis fra høvleri. 200 tonn i året.',
  amount: '1 200,5',
};

describe('decimalIn', () => {
  it.each([
    ['12 345,6', '12345.6'],
    ['0.5', '0.5'],
    ['+3', '3'],
    ['-40,25', '-40.25'],
    ['1\u00a0000', '1000'],
    ['1.5000', '1.5000'],
  ])('%s is %s', (text, plain) => expect(decimalIn(text)).toBe(plain));

  it.each(['', 'mye', '1.500', '1,2,3', '12 t'])('%s is no number beyond doubt', (text) =>
    expect(decimalIn(text)).toBeUndefined(),
  );
});

describe('titleIn', () => {
  it('is the first sentence, or the first line', () => {
    expect(titleIn('Tørr flis fra høvleri. 200 tonn i året.')).toBe('Tørr flis fra høvleri');
    expect(titleIn('Slagg\nfra ovn 2')).toBe('Slagg');
    expect(titleIn('Vann på 42.5 grader')).toBe('Vann på 42.5 grader');
  });

  it('is cut at a word where the sentence is long', () => {
    const title = titleIn('overskuddsvarme '.repeat(9));
    // Five words and their blanks are 79 letters; 80 are the most.
    expect(title).toBe('overskuddsvarme '.repeat(5).trim());
  });
});

describe('what is sent', () => {
  it('is the words, the amount in plain notation, and nothing that was not said', () => {
    expect(inputOf(typed)).toMatchObject({
      title: 'Tørr flis fra høvleri',
      description: typed.text,
      quantity: { value: '1200.5', unit: 't', per: 'YEAR' },
      materialId: null,
      price: null,
      byProductTest: null,
      monthlyProfile: null,
      permittedWasteCodes: null,
      visibility: 'MASKED',
    });
  });

  it('keeps the day that was chosen, whatever the clock says in Oslo', () => {
    const input = inputOf({ ...typed, availableFrom: '2028-01-31' });
    expect(input.availableFrom).toBe('2028-01-31T12:00:00.000Z');
  });

  it('of a draft leaves out an amount that is no number yet', () => {
    expect(draftOf({ ...typed, amount: 'to lass' }, undefined).quantity).toBeNull();
    expect(draftOf(typed, 'd').quantity?.value).toBe('1200.5');
  });

  it('of a draft that staff began, its amount in words is part of the text', () => {
    const draft = {
      __typename: 'ListingDraft' as const,
      id: 'd',
      side: 'OFFER' as const,
      title: 'Flis',
      description: null,
      siteId: null,
      amountText: '200 t i året',
      source: null,
      changedAt: '2028-01-01T00:00:00.000Z',
      material: null,
      quantity: null,
    };
    expect(fieldsOfDraft(draft, 'site')).toMatchObject({ text: 'Flis\n200 t i året', siteId: 'site' });
  });
});

describe('placeOfProblem', () => {
  it.each([
    [['input', 'quantity', 'value'], 'amount'],
    [['input', 'permittedWasteCodes', '3'], 'permits'],
    [['input', 'properties', '0', 'unit'], 'properties'],
    [['version'], undefined],
  ])('%j stands at %s', (path, place) => expect(placeOfProblem(path)).toBe(place));
});
