import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { isOrgNumber, scrub, STRUCK } from './scrub.js';

const NAMES = ['Granvåk Trelast AS', 'Granvåk sag og høvleri'];
const struck = (text: string) => scrub(text, NAMES);

describe('isOrgNumber', () => {
  it('example: the number of Brønnøysundregistrene', () => {
    // 9·3 + 7·2 + 4·7 + 7·6 + 6·5 + 0·4 + 6·3 + 7·2 + 3 = 176 = 16 · 11
    expect(isOrgNumber('974 760 673')).toBe(true);
  });

  it.each([
    ['974760673', true],
    ['974760674', false],
    ['974760637', false],
    ['97476067', false],
    ['9747606730', false],
    ['974-760-673', false],
    ['NO974760673', false],
    ['', false],
    // 8·3 + 5·2 = 34 = 3 · 11 + 1: no ninth digit makes it a multiple of 11
    ...[...'0123456789'].map((last) => [`80000005${last}`, false] as const),
  ] as const)('%s: %s', (text, expected) => expect(isOrgNumber(text)).toBe(expected));

  it('has one last digit for eight others, or none', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[0-9]{8}$/), (eight) => {
        const fitting = [...'0123456789'].filter((last) => isOrgNumber(eight + last));
        expect(fitting.length).toBeLessThanOrEqual(1);
      }),
    );
  });
});

describe('scrub strikes out', () => {
  it('example: name and phone number', () => {
    expect(scrub('Flis fra Granvåk, ring 22 33 44 55', ['Granvåk Trelast AS'])).toBe(
      'Flis fra [...], ring [...]',
    );
  });

  it.each([
    ['the whole name', 'Tilbys av Granvåk Trelast AS i juli', 'Tilbys av [...] i juli'],
    ['a name in small letters', 'tilbys av granvåk', 'tilbys av [...]'],
    ['a genitive', 'Granvåks beste flis', '[...] beste flis'],
    ['the beginning of a compound', 'Ren granvåkflis', 'Ren [...]'],
    ['å written otherwise', 'Flis fra Granvaak og Granvak', 'Flis fra [...] og [...]'],
    ['a word of the name that is a word of the trade', 'Vanlig trelast', 'Vanlig [...]'],
    ['a word of a site', 'Fra vårt høvleri', 'Fra vårt [...]'],
    ['letters parted by what is not seen', 'Flis fra Gran\u200Bvåk', 'Flis fra [...]'],
    ['another firm by its legal form', 'Kjøres av Solør Transport AS', 'Kjøres av [...]'],
    ['a foreign firm', 'Aus der Müller & Söhne GmbH', 'Aus der [...]'],
    ['an e-mail address', 'Skriv til kari.nordmann+flis@granvaak.example nå', 'Skriv til [...] nå'],
    ['an e-mail address with blanks', 'kari @ firma.no', '[...]'],
    ['an e-mail address in wide letters', 'kari＠firma．no', '[...]'],
    ['a web address', 'Se https://eksempel.no/flis?x=1 der', 'Se [...] der'],
    ['a web address without http', 'Se www.eksempel.test/flis', 'Se [...]'],
    ['a bare domain', 'Se eksempel.no/flis, der', 'Se [...] der'],
    ['a street', 'Hentes i Industriveien 12b etter kl 8', 'Hentes i [...] etter kl 8'],
    ['a street in small letters', 'hentes i storgata 5', 'hentes i [...]'],
    ['a street of several words', 'Hentes i Nedre Kristian Augusts gate 12', 'Hentes i [...]'],
    ['a new Norwegian street', 'Hentast i Fabrikkvegen 3', 'Hentast i [...]'],
    ['an organisation number', 'Org.nr. 974760673 mva', 'Org.nr. [...] mva'],
    ['an organisation number with blanks', 'NO 974 760 673 MVA', 'NO [...] MVA'],
    ['an organisation number in other groups', '97.47.60-67/3', '[...]'],
    ['an organisation number within more digits', '12 974760673 5', '12 [...] 5'],
    ['a mobile number', 'Ring 912 34 567', 'Ring [...]'],
    ['a number in one piece', 'tlf 22334455', 'tlf [...]'],
    ['a number with its country', 'Ring +47 22 33 44 55 el. 0046 8 123 456 78', 'Ring [...] el. [...]'],
  ])('%s', (_what, text, expected) => expect(struck(text)).toBe(expected));
});

describe('scrub leaves', () => {
  it.each([
    'Tørr flis fra høvling, fukt under 12 %',
    '1 200 tonn i året, 25 tonn om gangen',
    'Fra 2026 til 2028, helst 09.07.2026 eller 2026-07-09',
    'Avfallskode 03 01 05, fraksjon 16–32 mm, 4.2 MJ/kg',
    'Veien til god flis er tørking; hentes ved porten',
    'Temperatur 80-90 °C, trykk 6 bar, 3 000 000 kWh',
    'Asken er som sand. Ingen lukt.',
  ])('%s', (text) => expect(struck(text)).toBe(text));

  it('the text of a firm whose name is nothing but a legal form', () => {
    expect(scrub('Tørr flis som er god', ['AS', ''])).toBe('Tørr flis som er god');
  });
});

/** The last digit of an organisation number, where its first eight have one. */
const orgNumbers = fc
  .stringMatching(/^[89][0-9]{7}$/)
  .map((eight) => [...'0123456789'].map((last) => eight + last).find(isOrgNumber))
  .filter((whole) => whole !== undefined);
const gaps = fc.constantFrom('', '', ' ', '\u00A0', '  ', '.', '-', ' – ', '\n', '/');
const spaced = fc
  .tuple(orgNumbers, fc.array(gaps, { minLength: 9, maxLength: 9 }))
  .map(([digits, between]) => [...digits].map((digit, at) => digit + (at < 8 ? between[at] : '')).join(''));
const pieces = fc.oneof(
  spaced,
  fc.emailAddress(),
  fc.string(),
  fc.string({ unit: 'grapheme' }),
  fc.stringMatching(/^[0-9 ]{1,14}$/),
  fc.constantFrom('Granvåk', 'Flis AS', ' ', ', ', '. ', 'Storgata 5', STRUCK, '@', '+47 ', 'www.x.no'),
);
const texts = fc.array(pieces, { maxLength: 8 }).map((all) => all.join(''));

/** An own, naive search: every nine digits in a row once what may part them is taken out. */
function orgNumbersIn(text: string): string[] {
  const runs = text.replaceAll(/[\s.\-‐‑‒–—_/·]/g, '').match(/[0-9]+/g) ?? [];
  return runs.flatMap((run) =>
    [...run].map((_digit, at) => run.slice(at, at + 9)).filter((nine) => isOrgNumber(nine)),
  );
}

describe('whatever the text', () => {
  it('no organisation number and no e-mail address survives', () => {
    fc.assert(
      fc.property(texts, (text) => {
        const left = struck(text);
        expect(orgNumbersIn(left)).toEqual([]);
        expect(left).not.toMatch(/@/);
      }),
      { numRuns: 1000 },
    );
  });

  it('no word of the own name survives', () => {
    fc.assert(
      fc.property(texts, fc.constantFrom('GRANVÅK', 'Trelast', 'granvaak'), texts, (before, word, after) => {
        expect(struck(`${before} ${word} ${after}`).toLowerCase()).not.toMatch(
          /(?<![\p{L}\p{N}])(granv(å|aa)k|trelast)/u,
        );
      }),
    );
  });

  it('what is hidden behind something that is struck out is struck out too', () => {
    for (const text of ['Storgata 5Granvåk', 'Storgata 5Storgata 7Granvåk', 'Flis AS22334455'])
      expect(struck(text)).toBe(STRUCK);
  });

  it('scrubbing twice changes nothing more', () => {
    fc.assert(fc.property(texts, (text) => expect(struck(struck(text))).toBe(struck(text))));
  });

  it('is done in time for a text of ten thousand letters of the worst kind', () => {
    for (const worst of ['a', '-', '1', '1 ', 'Aa ', 'a.', 'a-', '+4', '@', 'Gata 5Gata'])
      expect(typeof struck(worst.repeat(10_000 / worst.length))).toBe('string');
  }, 5000);
});
