import { describe, expect, it } from '@jest/globals';
import { isGuessable } from './guessable.js';

const KARI = ['Kari Granvåk', 'kari.granvak@tjurmo.example'];

describe('a password', () => {
  it.each([
    ['common', 'password1234'],
    ['leaked', 'unbelievable'],
    ['a row of keys', 'qwertyuiop12'],
    ['one letter', 'xxxxxxxxxxxxxxxx'],
    ['a date', '010119800101'],
    ['named after this place', 'Bistrøm2026!'],
    ['named after the person', 'KariGranvåk1'],
    ['the address of the person', 'kari.granvak@tjurmo.example'],
  ])('that is %s is guessed', (_what, password) => {
    expect(isGuessable(password, KARI)).toBe(true);
  });

  it.each([
    'a password for tests',
    'seks gule kraner i regn',
    'vT7#kq2!mZ0p',
    'blåbærsyltetøy på knekkebrød',
  ])('such as "%s" is not', (password) => {
    expect(isGuessable(password, KARI)).toBe(false);
  });

  it('that is as long as may be is looked at all the same', () => {
    expect(isGuessable('ab'.repeat(64), KARI)).toBe(true);
  });
});
