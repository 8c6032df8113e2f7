import { describe, expect, it } from '@jest/globals';
import { Decimal } from '../quantity/decimal.js';
import { csvForm, csvOf } from './csv.js';

const sheet = (...rows: readonly (string | number | Decimal | undefined)[][]) => ({
  name: 'x',
  columns: [{ title: 'Amount', unit: 't' }],
  rows,
});

describe('a sheet as CSV', () => {
  it('has semicolons and a decimal comma in Norwegian, and a mark of its encoding where asked', () => {
    expect(csvForm('nb', true).separator).toBe(';');
    expect(csvOf(sheet([new Decimal('1.5')]), csvForm('nb', false))).toBe('"Amount (t)"\r\n1,5\r\n');
    expect(csvOf(sheet([new Decimal('1.5')]), csvForm('nb', true)).charCodeAt(0)).toBe(0xfeff);
  });

  it('has commas and a decimal point in English', () => {
    expect(csvOf(sheet(['Ærfugl', 0.5, undefined]), csvForm('en', false))).toBe(
      '"Amount (t)"\r\n"Ærfugl",0.5,\r\n',
    );
  });

  it('writes numbers in full, and those below nothing as numbers', () => {
    const written = csvOf(sheet([new Decimal('1e21'), new Decimal('-0.000000001')]), csvForm('en', false));
    expect(written.split('\r\n')[1]).toBe('1000000000000000000000,-0.000000001');
  });

  it('quotes a text, so that nothing in it begins a cell, a line or a formula', () => {
    const written = csvOf(sheet(['a;b', 'say "no"\r\n=1', '=1+1', '";=1']), csvForm('nb', false));
    expect(written.slice(written.indexOf('\n') + 1)).toBe('"a;b";"say ""no""\r\n=1";"\'=1+1";""";=1"\r\n');
  });
});
