import { describe, expect, it } from '@jest/globals';
import { parse } from 'csv-parse/sync';
import { readdirSync, readFileSync } from 'node:fs';
import { buildClassifier, readPropertyRanges, type Material, type MaterialRole, type Side } from '#domain';

type Row = Readonly<Record<string, string>>;
const root = new URL('../../', import.meta.url);
const rowsOf = (path: string): readonly Row[] =>
  parse<Row>(readFileSync(new URL(path, root), 'utf8'), { columns: true, bom: true });
const list = (row: Row, column: string): readonly string[] =>
  (row[column] ?? '').split('|').flatMap((one) => one.trim() || []);

/** What the classifier looks at; it knows neither densities nor factors. */
const materials: readonly Material[] = readdirSync(new URL('data/materials/nodes/', root))
  .filter((name) => name.endsWith('.csv'))
  .sort()
  .flatMap((name) => rowsOf(`data/materials/nodes/${name}`))
  .map((row) => ({
    code: row['code'] ?? '',
    parent: row['parent'] || null,
    class: row['class'] ?? '',
    role: row['role'] as MaterialRole,
    labels: { nb: row['label_nb'] ?? '', en: row['label_en'] ?? '' },
    synonyms: { nb: list(row, 'synonyms_nb'), en: list(row, 'synonyms_en') },
    unit: row['unit'] ?? '',
    wasteCodes: list(row, 'ewc_codes'),
    givers: list(row, 'nace_gives'),
    takers: list(row, 'nace_takes'),
    properties: readPropertyRanges(row['properties'] ?? '').ranges,
    legal: list(row, 'legal'),
    reachKm: Number(row['reach_km']),
    storable: row['storable'] === '1',
  }));

/** Titles and descriptions as people write them, with the codes that may be taken for right, the best one first. */
const texts = rowsOf('test/fixtures/labelled-texts.csv').map((row) => ({
  text: `${row['title'] ?? ''}\n${row['description'] ?? ''}`,
  context: { side: row['side'] as Side, division: row['division'] },
  codes: list(row, 'codes'),
}));

const classifier = buildClassifier(materials);
const answers = texts.map(({ text, context, codes }) =>
  classifier.suggest(text, context, 6).map((one) => ({ ...one, right: codes.includes(one.code) })),
);

const share = (all: readonly boolean[]): number => all.filter(Boolean).length / all.length;
const mean = (all: readonly number[]): number => all.reduce((sum, one) => sum + one, 0) / all.length;

/** Expected calibration error: how far the confidence said and the share that is right lie apart, in ten bins. */
function calibrationError(said: readonly { readonly confidence: number; readonly right: boolean }[]): number {
  const apart = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9].map((tenth) => {
    const bin = said.filter((one) => Math.min(9, Math.floor(one.confidence * 10)) === tenth);
    if (bin.length === 0) return 0;
    const gap = Math.abs(mean(bin.map((one) => one.confidence)) - share(bin.map((one) => one.right)));
    return (gap * bin.length) / said.length;
  });
  return apart.reduce((sum, one) => sum + one, 0);
}

describe('the classifier over the material base', () => {
  it('is asked of texts whose codes the base has', () => {
    const known = new Set(materials.map((one) => one.code));
    expect(texts.flatMap((one) => one.codes).filter((one) => !known.has(one))).toEqual([]);
    expect(texts.length).toBeGreaterThan(150);
  });

  it('names the right material first for five texts in six, and among three for eleven in twelve', () => {
    expect(share(answers.map((all) => all[0]?.right === true))).toBeGreaterThan(5 / 6);
    expect(share(answers.map((all) => all.slice(0, 3).some((one) => one.right)))).toBeGreaterThan(11 / 12);
  });

  it('does as well for needs as for offers', () => {
    for (const side of ['OFFER', 'NEED'] as const) {
      const of = answers.filter((_all, at) => texts[at]?.context.side === side);
      expect(share(of.map((all) => all.slice(0, 3).some((one) => one.right)))).toBeGreaterThan(0.9);
    }
  });

  it('is as often right as it says', () => {
    expect(calibrationError(answers.flat())).toBeLessThan(0.12);
    expect(calibrationError(answers.flatMap((all) => all.slice(0, 1)))).toBeLessThan(0.12);
  });
});
