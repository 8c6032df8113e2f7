import { describe, expect, it } from '@jest/globals';
import { buildMaterial } from '../testing/builders.js';
import { clausesOf } from './clauses.js';
import { chanceOf, confidencesOf } from './confidence.js';
import { buildFamily, kinshipOf, settleFamilies } from './families.js';
import { buildPhraseIndex, placesOf } from './phrases.js';
import { bestHits } from './scoring.js';
import { segmentsOf } from './segments.js';
import { Tally } from './tally.js';

const materials = [
  buildMaterial({ code: 'slag', labels: { nb: 'Slagg', en: 'Slag' } }),
  buildMaterial({ code: 'copper-slag', parent: 'slag', labels: { nb: 'Kobberslagg', en: 'Copper slag' } }),
  buildMaterial({ code: 'lead-slag', parent: 'slag', labels: { nb: 'Blyslagg', en: 'Lead slag' } }),
  buildMaterial({ code: 'bark', labels: { nb: 'Bark', en: 'Bark' } }),
  buildMaterial({
    code: 'treated-wood',
    labels: { nb: 'Behandlet virke', en: 'Treated wood' },
    synonyms: { nb: ['kreosotvirke', 'impregnert trevirke'], en: [] },
  }),
];
const index = buildPhraseIndex(materials);
const family = buildFamily(materials, index);
const tally = new Tally(index.phrases);
const hitsOf = (text: string, side: 'OFFER' | 'NEED' = 'OFFER') =>
  bestHits(clausesOf(text, side, index), index, tally, () => 1);

describe('placesOf', () => {
  it('tells head, origin and modifiers apart', () => {
    const roles = (text: string) =>
      segmentsOf(text).flatMap((one) => placesOf(one, index.lexicon).map(({ role }) => role));
    expect(roles('slagg fra kobberverk')).toEqual(['head', 'origin', 'origin']);
    expect(roles('kobberslagg til vei')).toEqual(['modifier', 'head', 'purpose']);
    expect(roles('rest av bark')).toContain('head');
  });
});

describe('buildPhraseIndex', () => {
  it('knows the head of each name', () => {
    expect(buildPhraseIndex([materials[3]!]).phrases.map((one) => one.head)).toEqual(['bark']);
  });
});

describe('clausesOf', () => {
  const standings = (side: 'OFFER' | 'NEED') =>
    clausesOf('Bark. Erstatter slagg', side, index).map((one) => one.standing.toFixed(3));

  it('counts what a need replaces nearly fully, what an offer replaces as a hint', () => {
    // second segment 1 − 0.03, second sentence − 0.2: 0.77; × 0.9 for a need, × 0.6 for an offer
    expect(standings('NEED')).toEqual(['1.000', '0.693']);
    expect(standings('OFFER')).toEqual(['1.000', '0.462']);
  });
});

describe('bestHits', () => {
  it('finds a whole name, and the same again', () => {
    expect(hitsOf('bark').get('bark')?.whole).toBe(true);
    expect(hitsOf('bark').get('bark')?.score).toBe(1);
    expect(hitsOf('slagg').has('bark')).toBe(false);
  });

  it('joins words that stand in different names of one material', () => {
    const both = hitsOf('kreosotimpregnerte stolper').get('treated-wood')?.score ?? 0;
    expect(both).toBeGreaterThan(hitsOf('kreosotstolper').get('treated-wood')?.score ?? 0);
  });

  it('lets a purpose count for more in a need', () => {
    const score = (side: 'OFFER' | 'NEED') => hitsOf('bark til slagg', side).get('slag')?.score ?? 0;
    expect(score('NEED')).toBeGreaterThan(score('OFFER'));
  });
});

describe('settleFamilies', () => {
  it('puts a child of which the text has no word below its parent', () => {
    const settled = settleFamilies(hitsOf('slagg'), family);
    const score = (code: string) => settled.find((one) => one.phrase.code === code)?.score ?? 0;
    expect(score('copper-slag')).toBeLessThan(score('slag'));
    expect(score('slag')).toBe(1);
  });
});

describe('kinshipOf', () => {
  it('tells parents, siblings and others apart', () => {
    expect(kinshipOf('copper-slag', 'slag', family)).toBe('line');
    expect(kinshipOf('copper-slag', 'lead-slag', family)).toBe('sibling');
    expect(kinshipOf('copper-slag', 'bark', family)).toBe('other');
  });
});

describe('confidence', () => {
  it('rises with each piece of evidence', () => {
    const weak = { leads: true, score: 0.5, explained: 0.3, margin: 0 };
    // −4.04 + 5.08 + 2.97 + 1.14 = 5.15; 1 / (1 + e^−5.15) = 0.994
    expect(chanceOf({ leads: true, score: 1, explained: 1, margin: 1 }).toFixed(2)).toBe('0.99');
    for (const better of [{ score: 0.6 }, { explained: 0.4 }, { margin: 0.1 }])
      expect(chanceOf({ ...weak, ...better })).toBeGreaterThan(chanceOf(weak));
    expect(chanceOf({ ...weak, leads: false })).toBeLessThan(chanceOf(weak));
  });

  it('leaves a doubt and does not rise down the list', () => {
    const clauses = clausesOf('kobberslagg', 'OFFER', index);
    const ranked = settleFamilies(hitsOf('kobberslagg'), family).toSorted((a, b) => b.score - a.score);
    const figures = confidencesOf(ranked, clauses, family, 9);
    expect(figures[0]).toBe(0.98);
    expect(figures).toEqual([...figures].sort((a, b) => b - a));
  });
});
