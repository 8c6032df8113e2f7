import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { hintKey, hintProblem, type HintField, type HintStatement } from './statement.js';

const HINT: HintStatement = {
  firmName: 'Granvåk  AS',
  side: 'OFFER',
  materialText: 'Flis',
  source: 'Kommunens avfallsplan',
};

describe('hintProblem', () => {
  it('example: a number whose check digit is wrong', () =>
    // 3·1 + 2·2 + 7·3 + 6·4 + 5·5 + 4·6 + 3·7 + 2·8 + 9 = 147, which 11 does not divide
    expect(hintProblem('orgNumber', '123456789')).toContain('modulus 11'));

  it.each<[HintField, string | undefined, string]>([
    ['firmName', undefined, 'Name the firm'],
    ['materialText', '', 'a few words'],
    ['source', undefined, 'known from'],
    ['amountText', 'x'.repeat(101), 'At most 100'],
    ['siteName', 'A\u0000B', 'nobody sees'],
    ['materialText', '=HYPERLINK("x")', 'formula'],
    ['contactEmail', 'kari', 'e-mail'],
  ])('%s: %s', (field, text, message) => expect(hintProblem(field, text)).toContain(message));

  it.each<[HintField, string | undefined]>([
    ['orgNumber', '974760673'],
    ['orgNumber', undefined],
    ['municipality', undefined],
    ['contactEmail', 'kari@granvåk.example'],
    ['amountText', 'ca. 200 t i året'],
  ])('takes %s: %s', (field, text) => expect(hintProblem(field, text)).toBeUndefined());
});

describe('hintKey', () => {
  it('example: capitals, blanks and sources make no difference', () => {
    const same = { ...HINT, firmName: 'granvåk as', materialText: ' flis ', source: 'y', amountText: '5 t' };
    expect(hintKey(same)).toBe(hintKey(HINT));
  });

  it.each<[string, Partial<HintStatement>]>([
    ['another firm', { firmName: 'Granvåk Sag AS' }],
    ['another place', { municipality: '3401' }],
    ['another site', { siteName: 'Saga' }],
    ['the other side', { side: 'NEED' }],
    ['another material', { materialText: 'bark' }],
  ])('%s is another hint', (_what, other) => expect(hintKey({ ...HINT, ...other })).not.toBe(hintKey(HINT)));

  it('knows a firm by its number whatever it is called', () => {
    const numbered = { ...HINT, orgNumber: '974760673' };
    expect(hintKey({ ...numbered, firmName: 'Granvåk Trelast' })).toBe(hintKey(numbered));
  });

  it('keeps what was said at a meeting apart', () => expect(hintKey(HINT, 'w')).not.toBe(hintKey(HINT)));

  it('never takes one firm and material for another, however they are written', () => {
    const word = fc.stringMatching(/^[a-zæøå",[\]]{1,8}$/);
    fc.assert(
      fc.property(word, word, word, word, (a, b, c, d) => {
        const [one, other] = [
          hintKey({ ...HINT, firmName: a, materialText: b }),
          hintKey({ ...HINT, firmName: c, materialText: d }),
        ];
        expect(one === other).toBe(a === c && b === d);
      }),
    );
  });
});
