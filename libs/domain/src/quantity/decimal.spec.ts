import { describe, expect, it } from '@jest/globals';
import { Decimal, isPlainDecimal, plain } from './decimal.js';

describe('isPlainDecimal', () => {
  it.each(['0', '12', '12.5', '-3', '-0.001', '00012', '123456789012345678901234567890.5'])(
    'takes %j',
    (text) => expect(isPlainDecimal(text)).toBe(true),
  );

  it.each(['', ' 1', '1 ', '1e3', '.5', '5.', '+1', '1,5', 'NaN', 'Infinity', '0x10', '1_000', '١', '1\n'])(
    'refuses %j',
    (text) => expect(isPlainDecimal(text)).toBe(false),
  );

  it('example: tells plain notation from the others', () => {
    expect([isPlainDecimal('12.5'), isPlainDecimal('1e3')]).toEqual([true, false]);
  });
});

describe('plain', () => {
  it('example: drops trailing zeros', () => {
    expect(plain(new Decimal('1.50'))).toBe('1.5');
  });

  it('never falls into exponents, however large or small', () => {
    expect(plain(new Decimal('1e30'))).toBe('1000000000000000000000000000000');
    expect(plain(new Decimal('1e-30'))).toBe('0.000000000000000000000000000001');
  });

  it('keeps what a float would lose', () => {
    // 0.1 + 0.2 = 0.3, where floats say 0.30000000000000004
    expect(plain(new Decimal('0.1').plus('0.2'))).toBe('0.3');
    expect(plain(new Decimal('9007199254740993'))).toBe('9007199254740993');
  });
});
