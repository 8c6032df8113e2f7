import { describe, expect, it } from '@jest/globals';
import { decimalText, writtenText } from './decimal-text.js';

describe('decimalText', () => {
  it.each([
    ['1 234,5', '1234.5'],
    ['12,5', '12.5'],
    ['12.5', '12.5'],
    ['1.234,50', '1234.50'],
    ['1,234.50', '1234.50'],
    ['−40', '-40'],
    [' 7 ', '7'],
  ])('%s in Norwegian is %s', (written, plain) => expect(decimalText(written, 'nb-NO')).toBe(plain));

  it.each(['', 'ti', '1,2,3', '1e3', '12 t', '-', ',5'])('"%s" is no number', (written) =>
    expect(decimalText(written, 'nb-NO')).toBeUndefined(),
  );

  it('asks which of two an English reader means, and no Norwegian', () => {
    expect(decimalText('1,234', 'en-GB')).toBeUndefined();
    expect(decimalText('1,234', 'nb-NO')).toBe('1.234');
    expect(decimalText('1,234.0', 'en-GB')).toBe('1234.0');
  });
});

describe('writtenText', () => {
  it('has the decimal mark of the language', () => {
    expect(writtenText('12.5', 'nb-NO')).toBe('12,5');
    expect(writtenText('12.5', 'en-GB')).toBe('12.5');
  });
});
