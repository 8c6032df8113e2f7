import { describe, expect, it } from '@jest/globals';
import { fold, isOtherForm, normalise, shareOf, stem, trigrams, withOwnLetters } from './spelling.js';

describe('normalise', () => {
  it('gives one spelling to the same letters', () => {
    expect(normalise('CO₂ och Masugnsslagg från KÖPING')).toBe('co2 och masugnsslagg från køping');
    expect(normalise('Næringsmiddelsl\u0061\u030Am')).toBe('næringsmiddelslåm');
    expect(normalise('idé, sèrlig, fôr')).toBe('ide, serlig, fôr');
  });
});

describe('stem', () => {
  it.each([
    ['slagg slagget slaggene slaggets slag slags', 'slag'],
    ['flis flisa flisen flisene', 'flis'],
    ['aske asken aska', 'ask'],
    ['gass gassen gassene gas', 'gas'],
    ['metall metaller metallet metallene metallane metal metals', 'metal'],
    ['plast plasten plastens', 'plast'],
    ['ash ashes', 'ash'],
    ['crushing crushings crushed crusher', 'crush'],
    ['residue residues', 'residu'],
    ['battery batteries', 'battery'],
    ['container containere containeren containers', 'contain'],
    ['vann vatn vatnet', 'van'],
    ['aske oske oska', 'ask'],
    ['aluminium aluminum', 'aluminium'],
    ['tire tyres', 'tir'],
    ['sulfur sulphur', 'sulfur'],
    ['co2 karbondioksid', 'co2'],
  ])('joins %s', (inflections, expected) => {
    expect(new Set(inflections.split(' ').map(stem))).toEqual(new Set([expected]));
  });

  it('leaves short words whole', () => {
    const words = ['tre', 'ull', 'pcc', 'gas', 'oven', 'water', 'paper'];
    expect(words.map(stem)).toEqual(words);
  });

  it('keeps lime apart from the Norwegian word for glue, and the work from the state', () => {
    expect(stem('lime')).not.toBe(stem('lim'));
    expect(stem('cleaning')).not.toBe(stem('clean'));
  });
});

describe('isOtherForm', () => {
  it('knows nynorsk and American forms', () => {
    expect(['omn', 'vatn', 'fiber', 'ovn'].map(isOtherForm)).toEqual([true, true, true, false]);
  });
});

describe('fold', () => {
  it('joins spellings without æøå and the two spellings of loanwords', () => {
    expect(fold('smoerolje')).toBe(fold('smørolje'));
    expect(fold('stov')).toBe(fold('støv'));
    expect(fold('sulphur')).toBe(fold('sulfur'));
    expect(fold('oxid')).toBe(fold('oksid'));
    expect(fold('silicomangan')).toBe(fold('silikomangan'));
    expect(fold('pelletized')).toBe(fold('pelletised'));
    expect(fold('støypesand')).toBe(fold('støpesand'));
  });
});

describe('withOwnLetters', () => {
  it('takes two letters for the one that the keyboard had not', () => {
    expect(withOwnLetters('avskjaer')).toBe('avskjær');
    expect(withOwnLetters('stoev paa')).toBe('støv på');
  });
});

describe('shareOf', () => {
  it('is the share of common three-letter windows', () => {
    expect([...trigrams('bark')]).toEqual(['  b', ' ba', 'bar', 'ark', 'rk ']);
    // aluminium and aluminum: shared 7 ("  a", " al", "alu", "lum", "umi", "min", "um ") of 10 + 9 − 7 = 12, 7/12 = 0.58
    expect(shareOf(7, 10, 9).toFixed(2)).toBe('0.58');
    expect(shareOf(5, 5, 5)).toBe(1);
  });
});
