import { describe, expect, it } from '@jest/globals';
import { buildLexicon } from './lexicon.js';

const atomsIn =
  (lexicon: ReturnType<typeof buildLexicon>) =>
  (word: string): readonly (string | undefined)[] =>
    lexicon.resolve(word).map((one) => one.atom);

describe('buildLexicon', () => {
  const lexicon = buildLexicon({
    nb: 'bjørk bark slagg silikomangan silikomanganslagg støv filterstøv ovn overskudd varme tre'.split(' '),
    en: 'sulfur mill scale sawdust ash'.split(' '),
  });
  const atoms = atomsIn(lexicon);

  it('splits compounds at a known part, with or without a joining letter', () => {
    const example = buildLexicon({ nb: ['bjørk', 'bark'], en: [] });
    expect(example.resolve('bjørkebark').map((one) => one.atom)).toEqual(['bjørk', 'bark']);
    expect(atoms('silikomanganslagget')).toEqual(['silikomangan', 'slag']);
    expect(atoms('overskuddsvarme')).toEqual(['overskud', 'varm']);
    expect(atoms('filterstøv')).toEqual(['filt', 'støv']);
    expect(atoms('granbark')).toEqual([undefined, 'bark']);
    expect(atoms('silikomanganverk')).toEqual(['silikomangan', undefined]);
    expect(atoms('millscale')).toEqual(['mil', 'scal']);
  });

  it('takes three letters for a part only where they are a Norwegian word', () => {
    expect(atoms('trestøv')).toEqual(['tre', 'støv']);
    const english = buildLexicon({ nb: ['støv'], en: ['ash', 'ran'] });
    expect(english.resolve('ranashøy').map((one) => one.atom)).toEqual([undefined]);
  });

  it('knows the nynorsk form of a part', () => {
    expect(atoms('ovnslagg')).toEqual(['ovn', 'slag']);
    expect(atoms('omnslagg')).toEqual(['ovn', 'slag']);
  });

  it('does not cut what is called whole', () => {
    const light = buildLexicon({ nb: ['fin', 'stoff', 'finstoff'], en: [] }, (one) => one === 'finstof');
    expect(light.resolve('finstoff').map((one) => one.atom)).toEqual(['finstof']);
  });

  it('hears other spellings and slips, and says that it is less sure', () => {
    expect(lexicon.resolve('stov')).toEqual([{ atom: 'støv', quality: 0.95 }]);
    expect(lexicon.resolve('stoev')).toEqual([{ atom: 'støv', quality: 0.95 }]);
    const [slip] = lexicon.resolve('silkomangan');
    expect(slip?.atom).toBe('silikomangan');
    expect(slip?.quality).toBeGreaterThanOrEqual(0.6);
    expect(slip?.quality).toBeLessThan(1);
  });

  it('knows one word written as two', () => {
    expect(lexicon.isOneWord('saw', 'dust')).toBe(true);
    expect(lexicon.isOneWord('bark', 'dust')).toBe(false);
  });

  it('does not take an inflection for a compound', () => {
    const nets = buildLexicon({ nb: ['avvannet', 'net'], en: [] });
    expect(nets.resolve('avvannet').map((one) => one.atom)).toEqual(['avvan']);
  });

  it('owns to not knowing', () => {
    expect(lexicon.resolve('laks')).toEqual([{ atom: undefined, quality: 0 }]);
  });
});
