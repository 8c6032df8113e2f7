import { describe, expect, it } from '@jest/globals';
import { buildLexicon, fold, isLight, normalise, segmentsOf, similarity, stem, trigrams } from './words.js';

const wordsOf = (text: string) => segmentsOf(text).map((one) => one.words.map((word) => word.text));
const behindIn = (text: string) =>
  segmentsOf(text).flatMap((one) => one.words.filter((word) => word.behind).map((word) => word.text));

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
    ['cleaning cleanings cleaned cleaner', 'clean'],
    ['residue residues', 'residu'],
    ['battery batteries', 'battery'],
  ])('joins %s', (inflections, expected) => {
    expect(new Set(inflections.split(' ').map(stem))).toEqual(new Set([expected]));
  });

  it('leaves short words whole', () => {
    expect(['tre', 'ull', 'gas', 'oven', 'water', 'paper'].map(stem)).toEqual([
      'tre',
      'ul',
      'gas',
      'oven',
      'water',
      'paper',
    ]);
  });
});

describe('isLight', () => {
  it('tells words for state and trade from words for things', () => {
    expect(isLight(stem('avfallet'))).toBe(true);
    expect(isLight(stem('slagg'))).toBe(false);
  });
});

describe('fold', () => {
  it('joins spellings without æøå and the two spellings of loanwords', () => {
    expect(fold('smoerolje')).toBe(fold('smørolje'));
    expect(fold('stov')).toBe(fold('støv'));
    expect(fold('sulphur')).toBe(fold('sulfur'));
    expect(fold('oxid')).toBe(fold('oksid'));
    expect(fold('silicomangan')).toBe(fold('silikomangan'));
  });
});

describe('similarity', () => {
  it('is the share of common three-letter windows', () => {
    expect([...trigrams('bark')]).toEqual(['  b', ' ba', 'bar', 'ark', 'rk ']);
    expect(similarity('bark', 'bark')).toBe(1);
    expect(similarity('bark', 'slag')).toBe(0);
    // shared 7 ("  a", " al", "alu", "lum", "umi", "min", "um ") of 10 + 9 − 7 = 12 windows, 7/12 = 0.58
    expect(similarity('aluminium', 'aluminum').toFixed(2)).toBe('0.58');
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
    expect(behindIn('Fra sagbruk: bark')).toEqual([]);
  });

  it('skips what the text says it has not', () => {
    expect(wordsOf('glass cullet, no ceramics')).toEqual([['glass', 'cullet']]);
    expect(wordsOf('treflis uten lim')).toEqual([['treflis']]);
  });

  it('keeps a small word before a hyphen with the next, and parts other hyphens', () => {
    expect(wordsOf('fish by-products, e-avfall')).toEqual([['fish', 'byproducts'], ['eavfall']]);
    expect(wordsOf('zinc-bearing jern- og stålslagg')).toEqual([['zinc', 'bearing', 'jern', 'stålslagg']]);
  });

  it('sets apart what a thing is good for', () => {
    const asides = (text: string) =>
      segmentsOf(text).flatMap((one) => (one.aside ? one.words.map((word) => word.text) : []));
    expect(asides('Bunnaske. Kan brukes som tilslag i betong')).toEqual(['tilslag', 'betong']);
    expect(asides('ash used as filler. Bark')).toEqual(['filler']);
    expect(asides('used cooking oil')).toEqual([]);
  });

  it('knows asides', () => {
    expect(segmentsOf('silica fume (microsilica)').map((one) => one.aside)).toEqual([false, true]);
  });
});

describe('buildLexicon', () => {
  const lexicon = buildLexicon(
    'bjørk bark slagg silikomangan silikomanganslagg støv filterstøv ovn overskudd varme sulfur'.split(' '),
  );
  const atoms = (word: string) => lexicon.resolve(word).map((one) => one.atom);

  it('splits compounds at a known part, with or without a joining letter', () => {
    expect(
      buildLexicon(['bjørk', 'bark'])
        .resolve('bjørkebark')
        .map((one) => one.atom),
    ).toEqual(['bjørk', 'bark']);
    expect(atoms('silikomanganslagget')).toEqual(['silikomangan', 'slag']);
    expect(atoms('overskuddsvarme')).toEqual(['overskud', 'varm']);
    expect(atoms('filterstøv')).toEqual(['filt', 'støv']);
    expect(atoms('granbark')).toEqual([undefined, 'bark']);
    expect(atoms('silikomanganverk')).toEqual(['silikomangan', undefined]);
  });

  it('hears other spellings and slips, and says that it is less sure', () => {
    expect(lexicon.resolve('stov')).toEqual([{ atom: 'støv', quality: 0.95 }]);
    const [slip] = lexicon.resolve('silkomangan');
    expect(slip?.atom).toBe('silikomangan');
    expect(slip?.quality).toBeGreaterThanOrEqual(0.6);
    expect(slip?.quality).toBeLessThan(1);
  });

  it('does not take an inflection for a compound', () => {
    const nets = buildLexicon(['avvannet', 'net']);
    expect(nets.resolve('avvannet').map((one) => one.atom)).toEqual(['avvan']);
  });

  it('owns to not knowing', () => {
    expect(lexicon.resolve('laks')).toEqual([{ atom: undefined, quality: 0 }]);
  });
});
