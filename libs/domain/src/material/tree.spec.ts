import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { buildMaterial, MATERIALS, RULES, serves, SUBSTITUTIONS } from '../testing/builders.js';
import { answersTo, buildMaterialBase, linkOf, wishesFor } from './tree.js';

const base = RULES.materials;
const pairs = MATERIALS.flatMap((a) => MATERIALS.map((b) => [a.code, b.code] as const));

describe('buildMaterialBase', () => {
  const t = (code: string, parent: string | null = null, unit = 't') => buildMaterial({ code, parent, unit });

  it.each([
    ['a parent that is not there', [t('a', 'nowhere')], [], 'a: parent nowhere is not in the tree'],
    ['a node that is its own parent', [t('a', 'a')], [], 'a: is its own ancestor'],
    ['a ring of three', [t('a', 'b'), t('b', 'c'), t('c', 'a')], [], 'b: is its own ancestor'],
    [
      'a child of another unit kind',
      [t('a'), t('b', 'a', 'MWh')],
      [],
      "b: unit kind differs from its parent's",
    ],
    ['a unit that is none', [t('a', null, 'bushel')], [], 'a: unknown unit bushel'],
    ['a child of a unit that is none', [t('a'), t('b', 'a', 'bushel')], [], 'b: unknown unit bushel'],
    ['a code that stands twice', [t('a'), t('b'), t('a')], [], 'a: stands twice'],
    ['a substitution of nothing', [t('a')], [serves('a', 'x')], 'a as x: x is not in the tree'],
    [
      'a substitution across kinds',
      [t('a'), t('h', null, 'MWh')],
      [serves('h', 'a')],
      'h as a: the two are measured in kinds that no ratio ties',
    ],
    [
      'a suitability above 1',
      [t('a'), t('b')],
      [serves('a', 'b', { suitability: 1.1 })],
      'a as b: suitability must lie in (0, 1]',
    ],
    [
      'a suitability of nothing',
      [t('a'), t('b')],
      [serves('a', 'b', { suitability: 0 })],
      'a as b: suitability must lie in (0, 1]',
    ],
    [
      'a ratio of nothing',
      [t('a'), t('b')],
      [serves('a', 'b', { ratio: 0 })],
      'a as b: ratio must be above 0',
    ],
    [
      'a ratio that is no number',
      [t('a'), t('b')],
      [serves('a', 'b', { ratio: NaN })],
      'ratio must be above 0',
    ],
  ])('refuses %s and names the row', (_what, materials, substitutions, fault) => {
    expect(() => buildMaterialBase(materials, substitutions)).toThrow(fault);
  });

  it('names every fault at once', () => {
    const build = () => buildMaterialBase([t('a', 'x'), t('b', 'b')], [serves('a', 'y')]);
    expect(build).toThrow(/a: parent x[^]*b: is its own ancestor[^]*a as y: y is not in the tree/);
  });

  it('example: knows the way up and everything below', () => {
    expect(base.pathToRoot('dry-chips')).toEqual(['dry-chips', 'wood-chips', 'wood']);
    expect(base.descendants('wood')).toEqual(['wood', 'wood-chips', 'dry-chips']);
    expect(base.pathToRoot('nothing')).toEqual([]);
  });
});

describe('linkOf', () => {
  it('example: the same material answers fully', () => {
    expect(linkOf(base, 'wood-chips', 'wood-chips')).toEqual({
      suitability: 1,
      ratio: 1,
      treatment: 'none',
      limits: [],
      evidence: 'the same material',
    });
  });

  it.each([
    ['dry-chips', 'wood-chips', 0.97], // a narrower kind of what is asked for
    ['dry-chips', 'wood', 0.9409], // 0.97 × 0.97
    ['wood-chips', 'dry-chips', 0.6], // vaguer by one level
    ['wood', 'dry-chips', 0.36], // 0.6 × 0.6
    ['copper-slag', 'gravel', 0.8], // as the table says
    ['copper-slag', 'fine-gravel', 0.48], // 0.8 × 0.6: fine gravel is asked for, gravel is what it serves as
    ['slag', 'gravel', 0.5],
    ['wood-chips', 'feed', 0.291], // 0.3 × 0.97, the row stands at the parent
    ['dry-chips', 'feed', 0.28227], // 0.3 × 0.97 × 0.97
  ])('%s as %s suits %d', (offered, wanted, suitability) => {
    expect(linkOf(base, offered, wanted)?.suitability).toBeCloseTo(suitability, 12);
  });

  it('takes a row for a kind of what is wanted: fine gravel would do as gravel', () => {
    const one = buildMaterialBase(MATERIALS, [serves('slag', 'fine-gravel')]);
    // 0.8 × 0.97
    expect(linkOf(one, 'slag', 'gravel')?.suitability).toBeCloseTo(0.776, 12);
  });

  it("carries the table's ratio, treatment and evidence along", () => {
    expect(linkOf(base, 'copper-slag', 'gravel')).toMatchObject({
      ratio: 0.9,
      treatment: 'treatment:crush',
      evidence: 'seen in practice',
    });
  });

  it('prefers the better of two ways', () => {
    const table = [serves('slag', 'gravel', { suitability: 0.9 }), serves('copper-slag', 'gravel')];
    // by the parent 0.9 × 0.97 = 0.873, by its own row 0.8
    expect(linkOf(buildMaterialBase(MATERIALS, table), 'copper-slag', 'gravel')?.suitability).toBeCloseTo(
      0.873,
      12,
    );
  });

  it('goes one way only and ties nothing that is not written down', () => {
    expect(linkOf(base, 'gravel', 'copper-slag')).toBeUndefined();
    expect(linkOf(base, 'gravel', 'feed')).toBeUndefined();
    expect(linkOf(base, 'gravel', 'nothing')).toBeUndefined();
  });

  it('does not chain substitutions: slag as gravel and gravel as feed do not make feed of slag', () => {
    const chained = buildMaterialBase(MATERIALS, [serves('slag', 'gravel'), serves('gravel', 'feed')]);
    expect(linkOf(chained, 'slag', 'feed')).toBeUndefined();
  });

  it('is between 0 and 1 wherever it exists', () => {
    for (const [a, b] of pairs) {
      const suitability = linkOf(base, a, b)?.suitability ?? 1;
      expect(suitability > 0 && suitability <= 1).toBe(true);
    }
  });

  it('does not depend on the order of rows', () => {
    const shuffled = <T>(rows: readonly T[]) =>
      fc.shuffledSubarray([...rows], { minLength: rows.length, maxLength: rows.length });
    fc.assert(
      fc.property(shuffled(MATERIALS), shuffled(SUBSTITUTIONS), (materials, substitutions) => {
        const other = buildMaterialBase(materials, substitutions);
        for (const [a, b] of pairs) expect(linkOf(other, a, b)).toEqual(linkOf(base, a, b));
      }),
      { numRuns: 30 },
    );
  });
});

describe('answersTo and wishesFor', () => {
  it('example: what could serve as gravel, and what copper slag could serve as', () => {
    expect(answersTo(base, 'gravel')).toEqual(['slag', 'copper-slag', 'gravel', 'fine-gravel']);
    expect(wishesFor(base, 'copper-slag')).toEqual(['copper-slag', 'slag', 'gravel', 'fine-gravel']);
  });

  it('are two views of one relation, so that no candidate is missed from either side', () => {
    for (const [a, b] of pairs) {
      const tied = linkOf(base, a, b) !== undefined;
      expect(answersTo(base, b).includes(a)).toBe(tied);
      expect(wishesFor(base, a).includes(b)).toBe(tied);
    }
  });
});
