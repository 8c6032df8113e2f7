import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { atLeast, atMost, exactly, figure, isMet, reportTable, writeReport, type Report } from './report.js';

const report = (figures: Report['figures']): Report => ({
  name: 'bench:test',
  machine: 'a machine',
  runs: 3,
  figures,
});

describe('a report of figures', () => {
  it('names baseline, ratio, target and whether it is met', () => {
    const found = figure({
      name: 'recall@10',
      value: 0.9,
      unit: '',
      baseline: { name: 'trigram', value: 0.36 },
      target: atLeast(0.8),
    });
    // 0.9 / 0.36 = 2.5
    expect(found).toEqual({
      name: 'recall@10',
      value: 0.9,
      unit: '',
      baseline: 'trigram',
      baselineValue: 0.36,
      ratio: 2.5,
      target: '>= 0.8',
      met: true,
    });
  });

  it('holds nulls where there is neither baseline nor target, and where the baseline is nothing', () => {
    const bare = { baseline: null, baselineValue: null, ratio: null, target: null, met: null };
    expect(figure({ name: 'rows', value: 130, unit: '' })).toMatchObject(bare);
    expect(figure({ name: 'x', value: 1, unit: '', baseline: { name: 'none', value: 0 } }).ratio).toBeNull();
  });

  it('is met only when no figure misses', () => {
    const kept = figure({ name: 'a', value: 9, unit: 'ms', target: atMost(10, ' ms') });
    const open = figure({ name: 'b', value: 9, unit: 'ms' });
    const missed = figure({ name: 'c', value: 1, unit: '', target: exactly(0) });
    expect(isMet(report([kept, open]))).toBe(true);
    expect(isMet(report([kept, missed]))).toBe(false);
    expect(isMet({ ...report([]), error: 'no input' })).toBe(false);
  });

  it('judges before it rounds', () => {
    const barely = figure({ name: 'a', value: 0.8 - 1e-15, unit: '', target: atLeast(0.8) });
    expect(barely).toMatchObject({ value: 0.8, met: false });
  });

  it('is written as JSON, into a folder that need not be there', () => {
    const folder = mkdtempSync(join(tmpdir(), 'bistrom-report-'));
    try {
      const file = join(folder, 'new/report.json');
      writeReport(file, report([figure({ name: 'rows', value: 2, unit: '' })]));
      expect(JSON.parse(readFileSync(file, 'utf8'))).toMatchObject({ name: 'bench:test', runs: 3 });
    } finally {
      rmSync(folder, { recursive: true });
    }
  });

  it('reads as a table', () => {
    const missed = figure({ name: 'p50', value: 12.345, unit: 'ms', target: atMost(10, ' ms') });
    expect(
      reportTable(report([missed]))
        .split('\n')
        .at(-1),
    ).toBe('p50     12.345 ms                   <= 10 ms  MISSED');
  });
});
