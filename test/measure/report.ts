import { mkdirSync, writeFileSync } from 'node:fs';
import { cpus, totalmem } from 'node:os';
import { dirname, resolve } from 'node:path';

/** One number that a command stands for, as its JSON report holds it. */
export interface Figure {
  readonly name: string;
  readonly value: number;
  readonly unit: string;
  readonly baseline: string | null;
  readonly baselineValue: number | null;
  /** Value over baseline value; null without a baseline above 0. */
  readonly ratio: number | null;
  readonly target: string | null;
  readonly met: boolean | null;
}

export interface Report {
  readonly name: string;
  readonly machine: string;
  /** How often the thing measured was done. */
  readonly runs: number;
  readonly figures: readonly Figure[];
  /** Why there are no figures, where there are none. */
  readonly error?: string;
}

/** What a figure is held against, in words, and whether a value keeps it. */
export interface Target {
  readonly text: string;
  readonly keeps: (value: number) => boolean;
}

export const atLeast = (least: number, unit = ''): Target => ({
  text: `>= ${shown(least)}${unit}`,
  keeps: (value) => value >= least,
});
export const atMost = (most: number, unit = ''): Target => ({
  text: `<= ${shown(most)}${unit}`,
  keeps: (value) => value <= most,
});
export const exactly = (wanted: number): Target => ({
  text: `= ${shown(wanted)}`,
  keeps: (value) => value === wanted,
});

export interface FigureParts {
  readonly name: string;
  readonly value: number;
  readonly unit: string;
  readonly baseline?: { readonly name: string; readonly value: number } | undefined;
  readonly target?: Target | undefined;
}

export function figure({ name, value, unit, baseline, target }: FigureParts): Figure {
  return {
    name,
    value: rounded(value),
    unit,
    baseline: baseline?.name ?? null,
    baselineValue: baseline === undefined ? null : rounded(baseline.value),
    ratio: baseline === undefined || baseline.value === 0 ? null : rounded(value / baseline.value),
    target: target?.text ?? null,
    // Judged before rounding: a figure just short of its target has not reached it.
    met: target?.keeps(value) ?? null,
  };
}

/** Whether no figure misses its target. */
export const isMet = ({ figures, error }: Report): boolean =>
  error === undefined && figures.every((one) => one.met !== false);

/** Processor, number of them, memory and Node: what makes a time comparable, or not. */
export function machine(): string {
  const all = cpus();
  const model = all[0]?.model.trim().replaceAll(/\s+/g, ' ') ?? 'unknown processor';
  const memory = Math.round(totalmem() / 2 ** 30);
  return `${model} ×${all.length}, ${memory} GiB, Node ${process.versions.node}`;
}

export function writeReport(file: string, report: Report): void {
  const path = resolve(file);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, `${JSON.stringify(report, null, 2)}\n`);
}

/** The report as people read it: one line for each figure. */
export function reportTable(report: Report): string {
  const rows = report.figures.map((one) => [
    one.name,
    `${shown(one.value)}${one.unit === '' ? '' : ` ${one.unit}`}`,
    one.baseline === null ? '' : `${shown(one.baselineValue ?? 0)} ${one.baseline}`,
    one.ratio === null ? '' : `${shown(one.ratio)} ×`,
    one.target ?? '',
    one.met === null ? '' : one.met ? 'met' : 'MISSED',
  ]);
  const head = ['figure', 'value', 'baseline', 'ratio', 'target', ''];
  return [`${report.name} on ${report.machine}, ${report.runs} runs`, '', table(head, rows)].join('\n');
}

/** Columns as wide as their widest cell; numbers are the caller's text. */
export function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const widths = head.map((cell, at) =>
    Math.max(...[head, ...rows].map((row) => (row[at] ?? '').length), cell.length),
  );
  const line = (row: readonly string[]): string =>
    row
      .map((cell, at) => cell.padEnd(widths[at] ?? 0))
      .join('  ')
      .trimEnd();
  return [line(head), line(widths.map((width) => '-'.repeat(width))), ...rows.map(line)].join('\n');
}

/** At most four places after the point, as many as mean something. */
export const shown = (value: number): string =>
  Number.isInteger(value)
    ? String(value)
    : Number(value.toPrecision(Math.abs(value) >= 1 ? 5 : 3)).toString();

const rounded = (value: number): number => Number(value.toPrecision(12));
