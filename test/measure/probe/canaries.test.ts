import { describe, expect, it } from '@jest/globals';
import { CanarySearch, mantissaOf, type Needle } from './canaries.js';

const number = (written: string): Needle => ({ kind: 'number', mantissa: mantissaOf(written) ?? 0 });
const text = (...forms: string[]): Needle => ({ kind: 'text', forms });
const finds = (needle: Needle, answer: string): boolean =>
  new CanarySearch([{ needle }]).in(answer).length === 1;

describe('the search for a number', () => {
  it.each([
    ['as a decimal', '{"value":"48371.6294"}'],
    ['as a JSON number', '{"value":48371.6294}'],
    ['negative', '{"value":-48371.6294}'],
    ['with a decimal comma', 'om lag 48371,6294 tonn'],
    ['with a space between thousands', '48 371,6294 t'],
    ['with a hard space between thousands', '48\u00a0371.6294 t'],
    ['with a point between thousands', '48.371,6294'],
    ['in kilograms', '{"base":48371629.4}'],
    ['in kilotonnes', '{"base":48.3716294}'],
    ['with zeros behind', '{"base":"48371.629400"}'],
    ['in scientific notation', '4.83716294e4'],
    ['with the noise of a float', '{"base":48371.629400000003}'],
    ['with the noise of a float below', '{"base":48371.629399999998}'],
    ['in a list', '[1,48371.6294,3]'],
    ['in a list, with a decimal comma', '1,48371,6294,3'],
    ['in a sentence', 'the offer has 48371.6294 t left; this would take more.'],
    ['inside a cursor', Buffer.from(JSON.stringify(['48371.6294', 'x'])).toString('base64url')],
  ])('finds it %s', (_how, answer) => expect(finds(number('48371.6294'), answer)).toBe(true));

  it.each([
    ['rounded to a thousandth', '48371.629'],
    ['rounded to a whole', '48372'],
    ['its band', '{"min":"20000","max":"50000"}'],
    ['another number', '48371.6295'],
    ['its digits inside longer ones', '148371.6294'],
    ['its digits before longer ones', '48371.62941'],
  ])('does not find %s', (_what, answer) => expect(finds(number('48371.6294'), answer)).toBe(false));

  it('takes no number that could turn up by chance', () => {
    expect(mantissaOf('48371.62')).toBeUndefined();
    expect(mantissaOf('0.00048371629')).toBe(0.48371629);
    expect(mantissaOf('4837162900000')).toBe(0.48371629);
  });
});

describe('the search for a text', () => {
  it('finds a word in any case, also inside base64', () => {
    const needle = text('Zqtitle7f3a9c');
    expect(finds(needle, 'Offer "ZQTITLE7F3A9C" is gone')).toBe(true);
    expect(finds(needle, Buffer.from('["Zqtitle7f3a9c","1"]').toString('base64'))).toBe(true);
    expect(finds(needle, 'Zqtitle7f3a9d')).toBe(false);
  });

  it('finds a short code only where it stands alone', () => {
    const needle = text('20 01 41', '200141');
    expect(finds(needle, 'waste 20 01 41*')).toBe(true);
    expect(finds(needle, '"200141"')).toBe(true);
    expect(finds(needle, '5f200141-0000')).toBe(false);
  });
});
