import { describe, expect, it } from '@jest/globals';
import { buildClassifier } from './classify.js';
import { buildMaterial } from '../testing/builders.js';
import type { Material } from './material.js';

/** code | parent | label nb | label en | synonyms nb | synonyms en */
const TREE = `
slag||slagg|slag||
silicomanganese-slag|slag|silikomanganslagg|silicomanganese slag|SiMn-slagg|SiMn slag
copper-slag|slag|kobberslagg|copper slag||
steel-slag|slag|stålslagg|steel slag|lysbueovnslagg|electric arc furnace slag, EAF slag
dust||støv|dust||
filter-dust|dust|filterstøv|filter dust|røykgasstøv|baghouse dust
silica-fume|dust|silikastøv|silica fume|mikrosilika|microsilica
metal||metallskrap|scrap metal|skrapmetall|metal scrap
copper-scrap|metal|kobberskrap|copper scrap||
steel-scrap|metal|stålskrap|steel scrap|jernskrap|ferrous scrap
wood||trevirke|wood|tre, skogråstoff|
wood-chips|wood|treflis|wood chips|flis, tørrflis, råflis|chips
bark|wood|bark|bark|barkavfall|
sawdust|wood|sagflis|sawdust|sagspon|
biocarbon||biokarbon|biocarbon|biokull|biochar, charcoal
heat||varme|heat|spillvarme, overskuddsvarme|waste heat, surplus heat
steam|heat|damp|steam|prosessdamp|process steam
ash||aske|ash|oske|
fly-ash|ash|flyveaske|fly ash|flygeaske|
bottom-ash|ash|bunnaske|bottom ash|botnaske|
oils||oljer og fett|oils and fats||
fish||fiskerester|fish by-products|fiskeavskjær, ensilasje|fish offal, fish trimmings
fish-sludge||fiskeslam|fish sludge||
plastic||plast|plastic|plastavfall|waste plastics
plastic-nets|plastic|nøter|nets|oppdrettsnøter|fish farm nets
`;

const OFFER = { side: 'OFFER' } as const;
const NEED = { side: 'NEED' } as const;

const list = (cell = '') => cell.split(',').flatMap((one) => one.trim() || []);
const materials: readonly Material[] = TREE.trim()
  .split('\n')
  .map((line) => {
    const [code = '', parent, nb = '', en = '', nbMore, enMore] = line.split('|');
    return buildMaterial({
      code,
      parent: parent === '' ? null : (parent ?? null),
      labels: { nb, en },
      synonyms: { nb: list(nbMore), en: list(enMore) },
    });
  });

const classifier = buildClassifier(materials);
const codes = (text: string) => classifier.suggest(text, OFFER, 3).map((one) => one.code);
const best = (text: string) => classifier.suggest(text, OFFER, 1)[0];

describe('buildClassifier', () => {
  it('answers as its example says', () => {
    expect(buildClassifier(materials).suggest('Bjørkebark fra sagbruk', { side: 'OFFER' }, 1)[0]?.code).toBe(
      'bark',
    );
  });

  it.each([
    ['silikomanganslagg', 'silicomanganese-slag'],
    ['Slagg av silikomangan, granulert', 'silicomanganese-slag'],
    ['granulated silicomanganese slags', 'silicomanganese-slag'],
    ['filterstøv fra smelteovn', 'filter-dust'],
    ['støv frå filter', 'filter-dust'],
    ['ca 4.000 tonn/år tørr flis, 15-20 % fukt', 'wood-chips'],
    ['slagg fra kobberverk', 'copper-slag'],
    ['kobberskrap', 'copper-scrap'],
    ['kobber skrap', 'copper-scrap'],
    ['Overskuddsvarmen fra ovnen\n200 GWh i året', 'heat'],
    ['waste heat from furnace and rolling mill', 'heat'],
    ['chips, sawdust and shavings', 'wood-chips'],
    ['silica fume (microsilica)', 'silica-fume'],
    ['fish by-products and ensilage', 'fish'],
    ['Rest av bark', 'bark'],
    ['used cooking oils', 'oils'],
    ['fiskeavskjer', 'fish'],
    ['brukte oppdrettsnøter', 'plastic-nets'],
  ])('takes %p for %s', (text, code) => {
    expect(codes(text)[0]).toBe(code);
  });

  it.each([
    ['silikomaganslagg', 'silicomanganese-slag'],
    ['silicomangan slagg', 'silicomanganese-slag'],
    ['filterstov', 'filter-dust'],
    ['mikrosillika', 'silica-fume'],
    ['ferrous scrapp', 'steel-scrap'],
  ])('forgives the slip in %p', (text, code) => {
    expect(codes(text)[0]).toBe(code);
  });

  it('lets the head of a phrase weigh more than its modifiers', () => {
    expect(codes('steam for drying wood chips')[0]).toBe('steam');
    expect(codes('wood chips for biocarbon')[0]).toBe('wood-chips');
    expect(codes('slagg fra kobberverk').indexOf('copper-scrap')).not.toBe(0);
    expect(codes('fiskeslam')[0]).toBe('fish-sludge');
  });

  it('keeps a child of which the text has no word below its parent', () => {
    for (const [text, parent] of [
      ['slagg', 'slag'],
      ['sinkslagg', 'slag'],
      ['aske', 'ash'],
      ['dust, dry', 'dust'],
      ['plast', 'plastic'],
    ] as const) {
      expect(codes(text)[0]).toBe(parent);
    }
  });

  it('prefers the named child to its parent, also when the title has only the parent', () => {
    expect(codes('copper slag').slice(0, 2)).toEqual(['copper-slag', 'slag']);
    expect(codes('Slagg til salgs\nsilikomanganslagg, granulert')[0]).toBe('silicomanganese-slag');
  });

  it('looks past words for state and trade', () => {
    expect(codes('Vi tilbyr ren, tørr bark til salgs')[0]).toBe('bark');
    expect(codes('restavfall av plast')[0]).toBe('plastic');
    expect(codes('Bunnaske. Kan brukes som erstatning for sagflis')[0]).toBe('bottom-ash');
    expect(codes('bark, ikke slagg')).not.toContain('slag');
  });

  it('takes the words before a bracket or comma of a label, and single words that it lists, for names', () => {
    const named = buildClassifier([
      {
        ...materials[0]!,
        code: 'lining',
        labels: { nb: 'Katodeavfall (SPL)', en: 'Spent pot lining, hazardous' },
      },
    ]);
    for (const text of ['SPL', 'katodeavfall', 'spent pot lining'])
      expect(named.suggest(text, OFFER, 1)[0]?.confidence).toBeGreaterThan(0.9);
    expect(codes('fats')).toEqual(['oils']);
  });

  it('lets the title weigh more than the description', () => {
    expect(codes('Bark\nogså litt sagflis')[0]).toBe('bark');
    expect(codes('Sagflis\nogså litt bark')[0]).toBe('sawdust');
  });
});

describe('confidence', () => {
  it('reaches 0.9 only for a whole name spelt right, and never 1', () => {
    for (const text of ['silikomanganslagg', 'fly ash', '200 tonn bunnaske i året']) {
      expect(best(text)?.confidence).toBeGreaterThanOrEqual(0.9);
      expect(best(text)?.confidence).toBeLessThan(1);
    }
    for (const text of ['silikomaganslagg', 'filterstov', 'mikrosillika']) {
      expect(best(text)?.confidence).toBeLessThan(0.9);
    }
  });

  it('grows with the share of the text that is explained, and falls with a rival', () => {
    const of = (text: string) => best(text)?.confidence ?? 0;
    expect(of('bark')).toBeGreaterThan(of('bark from a pine forest near the old bridge'));
    expect(of('bark')).toBeGreaterThan(of('bark, sagflis, bunnaske'));
    expect(of('copper slag')).toBeGreaterThan(of('copper slag and copper scrap'));
  });

  it('does not rise down the list', () => {
    const all = classifier.suggest('slag, fly ash, bark and steam from a steel works', OFFER, 10);
    expect(all.length).toBeGreaterThan(4);
    const figures = all.map((one) => one.confidence);
    expect(figures).toEqual([...figures].sort((a, b) => b - a));
  });
});

describe('suggest', () => {
  it('is empty when nothing is known', () => {
    for (const text of ['', '   ', '4.000 tonn/år', 'og eller med', 'kjernekraft', '!!! ((('])
      expect(codes(text)).toEqual([]);
  });

  it('names the words that decided', () => {
    expect(best('Slagg fra kobberverk')?.why).toBe('kobberverk + slagg → kobberslagg');
    expect(best('silikomaganslagg')?.why).toBe('silikomaganslagg → silikomanganslagg');
  });

  it('gives no more than asked for, and the same each time', () => {
    expect(classifier.suggest('slagg', OFFER, 0)).toEqual([]);
    expect(classifier.suggest('slagg', OFFER, 2)).toHaveLength(2);
    expect(classifier.suggest('slag and ash', NEED, 5)).toEqual(classifier.suggest('slag and ash', NEED, 5));
  });

  it('settles a tie by the side, then by code', () => {
    const slag = { labels: { nb: 'Slagg', en: 'Slag' } };
    const twins = buildClassifier([
      buildMaterial({ ...slag, code: 'b-input', role: 'input' }),
      buildMaterial({ ...slag, code: 'c-left-over', role: 'by_product' }),
      buildMaterial({ ...slag, code: 'd-both' }),
      buildMaterial({ ...slag, code: 'a-left-over', role: 'by_product' }),
    ]);
    const order = (side: 'OFFER' | 'NEED') => twins.suggest('slagg', { side }, 4).map((one) => one.code);
    expect(order('OFFER')).toEqual(['a-left-over', 'c-left-over', 'd-both', 'b-input']);
    expect(order('NEED')).toEqual(['b-input', 'd-both', 'a-left-over', 'c-left-over']);
  });

  it('works over no materials at all', () => {
    expect(buildClassifier([]).suggest('slagg', OFFER, 3)).toEqual([]);
  });
});
