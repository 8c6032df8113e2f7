import { describe, expect, it } from '@jest/globals';
import { buildMaterial } from '../testing/builders.js';
import { buildClassifier } from './classify.js';
import { foundIn } from './found-in-text.js';
import { ancestorsIn, buildPrior, figureFactor } from './prior.js';

const named = (nb: string, en: string) => ({ labels: { nb, en } });
const tree = [
  buildMaterial({ code: 'ash', ...named('Aske', 'Ash'), givers: ['38'] }),
  buildMaterial({
    code: 'fly-ash',
    parent: 'ash',
    role: 'by_product',
    ...named('Flyveaske', 'Fly ash'),
    givers: ['35'],
    takers: ['23'],
  }),
  buildMaterial({
    code: 'soil-lime',
    role: 'input',
    ...named('Kalk til jord', 'Lime for soil'),
    takers: ['01'],
  }),
  buildMaterial({
    code: 'water-lime',
    role: 'input',
    ...named('Kalk til renseanlegg', 'Lime for effluent'),
    takers: ['37'],
  }),
];

describe('buildPrior', () => {
  const prior = buildPrior(tree);

  it('favours what the division gives or takes, its relatives a little, and stays near 1', () => {
    expect(prior('fly-ash', { side: 'OFFER', division: '35' })).toBe(1.08);
    expect(prior('ash', { side: 'OFFER', division: '38' })).toBe(1.08);
    expect(prior('ash', { side: 'OFFER', division: '35' })).toBe(1.03);
    expect(prior('fly-ash', { side: 'OFFER', division: '38' })).toBe(1.03);
    expect(prior('fly-ash', { side: 'OFFER', division: '10' })).toBe(0.94);
    expect(prior('fly-ash', { side: 'OFFER' })).toBe(1);
  });

  it('finds an input unlikely as an offer, and a by-product only slightly so as a need', () => {
    expect(prior('soil-lime', { side: 'OFFER' })).toBe(0.88);
    expect(prior('fly-ash', { side: 'NEED' })).toBe(0.95);
  });

  it('knows nothing of what is not in the tree', () => {
    expect(prior('gold', { side: 'NEED' })).toBe(1);
  });
});

describe('side and division', () => {
  const classifier = buildClassifier(tree);
  const best = (text: string, side: 'OFFER' | 'NEED', division?: string) =>
    classifier.suggest(text, { side, division }, 1)[0]?.code;

  it('decide between near-equal readings', () => {
    expect(best('lime', 'NEED', '01')).toBe('soil-lime');
    expect(best('lime', 'NEED', '37')).toBe('water-lime');
  });

  it('never bring up what no word of the text supports', () => {
    const codes = classifier.suggest('lime', { side: 'OFFER', division: '35' }, 9).map((one) => one.code);
    expect(codes).not.toContain('fly-ash');
    expect(best('we want fly ash', 'NEED', '01')).toBe('fly-ash');
  });
});

describe('figureFactor', () => {
  const usual = [{ property: 'temperature', range: { min: 80, max: 150 }, unit: '°C' }];

  it('favours the usual figure a little', () => {
    expect(figureFactor(usual, foundIn('85 °C').properties)).toBe(1.05);
    expect(figureFactor(usual, foundIn('under 40 °C').properties)).toBe(0.92);
    expect(figureFactor(usual, foundIn('fukt 20 %').properties)).toBe(1);
  });
});

describe('ancestorsIn', () => {
  it('ends in a tree that runs in circles', () => {
    const byCode = new Map(tree.map((one) => [one.code, one]));
    expect(ancestorsIn(byCode, 'fly-ash')).toEqual(['ash']);
    const circle = [buildMaterial({ code: 'a', parent: 'b' }), buildMaterial({ code: 'b', parent: 'a' })];
    expect(ancestorsIn(new Map(circle.map((one) => [one.code, one])), 'a')).toEqual(['b', 'a']);
  });
});
