import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { headingOf, safeText, sheetByUnit } from './sheet.js';

describe('a text in a cell', () => {
  it.each([
    ['=1+1', "'=1+1"],
    ["=cmd|' /C calc'!A0", "'=cmd|' /C calc'!A0"],
    ['+47 22 33 44 55', "'+47 22 33 44 55"],
    ['-2+3', "'-2+3"],
    ['@SUM(1)', "'@SUM(1)"],
    ['\t=1', "'\t=1"],
    ['\r=1', "'\r=1"],
    ['\n=1', "'\n=1"],
    ['  =1', "'  =1"],
    ['＝1', "'＝1"],
    ['－1', "'－1"],
    ['\u0000=1', "'=1"],
  ])('%j begins no formula', (text, safe) => expect(safeText(text)).toBe(safe));

  it.each(['Tørr flis', 'a = b', '3 %', '', "'quoted", '20–50'])('%j stays as it is', (text) =>
    expect(safeText(text)).toBe(text),
  );

  it('holds nothing that a file cannot hold, and no more than a cell takes', () => {
    expect(safeText('a\u0007b\ud800c\ufffe')).toBe('abc');
    expect(safeText('😀')).toBe('😀');
    expect(safeText('x'.repeat(40_000))).toHaveLength(32_767);
    expect(safeText(`=${'x'.repeat(40_000)}`)).toHaveLength(32_767);
  });

  it('never begins a formula, whatever is written', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'binary' }),
        fc.constantFrom('=', '+', '-', '@', '\t', '\r', ''),
        (text, sign) => {
          expect(safeText(`${sign}${text}`)).not.toMatch(/^\s*[=+\-@＝＋－＠]/u);
        },
      ),
    );
  });
});

describe('a sheet', () => {
  const rows = [
    { before: ['wood'], unit: 't', values: [1, 2], after: ['x'] },
    { before: ['heat'], unit: 'MWh', values: [3, undefined], after: ['y'] },
  ];
  const form = {
    name: 'x',
    before: [{ title: 'What' }],
    titles: ['Amount', 'Target'],
    after: [{ title: 'Note' }],
  };

  it('says the unit in the heading', () =>
    expect(headingOf({ title: 'Amount', unit: 't' })).toBe('Amount (t)'));

  it('gives every unit columns of its own', () => {
    expect(
      sheetByUnit({ name: 'x', before: [{ title: 'What' }], titles: ['Amount'], after: [] }, rows).columns[1]
        ?.unit,
    ).toBe('t');
    const sheet = sheetByUnit(form, rows);
    expect(sheet.columns.map(headingOf)).toEqual([
      'What',
      'Amount (t)',
      'Amount (MWh)',
      'Target (t)',
      'Target (MWh)',
      'Note',
    ]);
    expect(sheet.rows).toEqual([
      ['wood', 1, undefined, 2, undefined, 'x'],
      ['heat', undefined, 3, undefined, undefined, 'y'],
    ]);
  });
});
