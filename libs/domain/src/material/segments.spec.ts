import { describe, expect, it } from '@jest/globals';
import { isLight, languageOf, segmentsOf } from './segments.js';
import { stem } from './spelling.js';

const wordsOf = (text: string) => segmentsOf(text).map((one) => one.words.map((word) => word.text));
const behindIn = (text: string) =>
  segmentsOf(text).flatMap((one) =>
    one.words.filter((word) => word.relation !== 'thing').map((word) => word.text),
  );

describe('isLight', () => {
  it('tells words for state and trade from words for things', () => {
    expect(isLight(stem('avfallet'))).toBe(true);
    expect(isLight(stem('slagg'))).toBe(false);
  });
});

describe('languageOf', () => {
  it('goes by small words and letters, and owns to not knowing', () => {
    expect(languageOf('slagg fra kobberverk')).toBe('nb');
    expect(languageOf('støv')).toBe('nb');
    expect(languageOf('slag from copper works')).toBe('en');
    expect(languageOf('CO2')).toBeUndefined();
  });
});

describe('segmentsOf', () => {
  it('leaves out numbers, units and stop words', () => {
    expect(segmentsOf('ca 4.000 tonn/år slagg fra kobberverk')[0]?.words.map((one) => one.text)).toEqual([
      'slagg',
      'kobberverk',
    ]);
    expect(wordsOf('ca 4.000 tonn/år tørr flis, 15-20 % fukt')).toEqual([['tørr', 'flis'], ['fukt']]);
    expect(wordsOf('Damp 22 bar, 80-110 °C, 12 000 m³')).toEqual([['damp']]);
  });

  it('leaves out what is too long for a word', () => {
    expect(wordsOf(`bark ${'glassull'.repeat(20)}`)).toEqual([['bark']]);
  });

  it('keeps the digits of formulas', () => {
    expect(wordsOf('CO₂ og SiO2')).toEqual([['co2'], ['sio2']]);
  });

  it('marks what stands behind a preposition, also after a comma, until the sentence ends', () => {
    expect(behindIn('slag from copper works, smelters. Dust')).toEqual(['copper', 'works', 'smelters']);
    expect(behindIn('Fra sagbruk: bark')).toEqual(['sagbruk']);
  });

  it('skips what the text says it has not', () => {
    expect(wordsOf('glass cullet, no ceramics')).toEqual([['glass', 'cullet']]);
    expect(wordsOf('treflis uten lim')).toEqual([['treflis']]);
  });

  it('keeps a small word before a hyphen with the next, and parts other hyphens', () => {
    expect(wordsOf('fish by-products, e-avfall')).toEqual([['fish', 'byproducts'], ['eavfall']]);
    expect(wordsOf('zinc-bearing jern- og stålslagg')).toEqual([['zinc', 'bearing', 'jern', 'stålslagg']]);
  });

  it('tells origin from purpose', () => {
    const relations = segmentsOf('slagg fra kobberverk til vei').flatMap((one) => one.words);
    expect(relations.map((one) => one.relation)).toEqual(['thing', 'origin', 'purpose']);
  });

  it('sets apart what a thing is good for, and what it replaces', () => {
    const standing = (text: string) =>
      segmentsOf(text).map((one) => `${one.words.map((word) => word.text).join(' ')}: ${one.standing}`);
    expect(standing('Bunnaske. Kan brukes som tilslag i betong')).toEqual([
      'bunnaske: plain',
      'tilslag betong: use',
    ]);
    expect(standing('ash used as filler. Bark')).toEqual(['ash: plain', 'filler: use', 'bark: plain']);
    expect(standing('lime. Replaces soda, lye')).toEqual(['lime: plain', 'soda: replaced', 'lye: replaced']);
    expect(standing('bark i stedet for flis')).toEqual(['bark: plain', 'flis: replaced']);
    expect(standing('slag as a substitute for gravel')).toContain('gravel: replaced');
    expect(standing('used cooking oil')).toEqual(['used cooking oil: plain']);
    expect(standing('alternative fuel')).toEqual(['alternative fuel: plain']);
    expect(standing('silica fume (microsilica)')).toEqual(['silica fume: plain', 'microsilica: bracket']);
  });

  it('writes two names as their formulas', () => {
    expect(wordsOf('Liquid carbon dioxide')).toEqual([['liquid', 'co2']]);
  });
});
