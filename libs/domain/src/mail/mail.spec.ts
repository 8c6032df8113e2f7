import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { inMail, isMailAddress, isMailLink, linksOf } from './mail.js';

describe('isMailAddress', () => {
  it.each([
    ['kari@granvåk.example', true],
    ['kari.tangerud+b@post.granvak.example', true],
    ['øyvind@bistrom.example', true],
    ["o'neil@a-b.example", true],
    ['', false],
    ['kari', false],
    ['@granvak.example', false],
    ['kari@', false],
    ['kari@granvak', false],
    ['kari@-granvak.example', false],
    ['kari..t@granvak.example', false],
    ['.kari@granvak.example', false],
    ['kari@granvak.example, ola@granvak.example', false],
    ['kari@granvak.example;ola@granvak.example', false],
    ['Kari <kari@granvak.example>', false],
    ['"kari t"@granvak.example', false],
    ['kari(t)@granvak.example', false],
    ['kari@granvak.example\r\nBcc: all@x.example', false],
    ['kari@granvak.example\n', false],
    ['kari\u0000@granvak.example', false],
    ['kari@ola@granvak.example', false],
    // 64 octets before the @ are the most
    [`${'k'.repeat(64)}@granvak.example`, true],
    [`${'k'.repeat(65)}@granvak.example`, false],
    // 1 + 1 + 63 + 1 + 63 + 1 + 63 + 1 + 60 = 254 are the most
    [`k@${'a'.repeat(63)}.${'b'.repeat(63)}.${'c'.repeat(63)}.${'d'.repeat(60)}`, true],
    [`k@${'a'.repeat(63)}.${'b'.repeat(63)}.${'c'.repeat(63)}.${'d'.repeat(61)}`, false],
  ])('%j: %s', (text, expected) => expect(isMailAddress(text)).toBe(expected));

  it('takes nothing that a header could be forged with', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.constantFrom(...'\r\n\0 ,;<>"()[]\\'), (rest, sign) => {
        expect(isMailAddress(`kari${sign}${rest}@granvak.example`)).toBe(false);
        expect(isMailAddress(`kari@granvak.example${sign}${rest}`)).toBe(false);
      }),
    );
  });
});

describe('isMailLink', () => {
  it.each([
    ['https://bistrom.example/invitation?token=x', true],
    ['http://localhost:3000/reset?token=a%20b&x=1#y', true],
    ['javascript:alert(1)', false],
    ['data:text/html,x', false],
    ['//bistrom.example', false],
    ['https://bistrom.example/"onclick=', false],
    ["https://bistrom.example/'", false],
    ['https://bistrom.example/<b>', false],
    ['https://bistrom.example/ x', false],
    ['https://bistrom.example/\r\n', false],
    ['https://', false],
  ])('%j: %s', (text, expected) => expect(isMailLink(text)).toBe(expected));
});

describe('linksOf', () => {
  it('example: a notice has none', () => {
    expect(linksOf({ kind: 'sign-in-changed', what: 'password' })).toEqual([]);
  });

  it('are all that stand in a mail', () => {
    const [link, settingsLink, unsubscribeLink] = [
      'https://a.example',
      'https://b.example',
      'https://c.example',
    ];
    const links = { link, settingsLink, unsubscribeLink };
    const confirmations = [{ dueOn: '2026-12-12' as const, link: 'https://d.example' }];
    const digest = { kind: 'digest' as const, rhythm: 'DAILY' as const, counts: [], confirmations, ...links };
    expect(linksOf(digest)).toEqual(['https://d.example', ...Object.values(links)]);
    expect(linksOf({ kind: 'reset-password', link })).toEqual([link]);
  });
});

describe('inMail', () => {
  it('example: a name that would add a receiver', () => {
    expect(inMail('Granvåk\r\nBcc: all@x.example')).toBe('Granvåk Bcc all x. example');
  });

  it.each([
    ['Granvåk Trelast AS', 'Granvåk Trelast AS'],
    ['  Ås   Sag & Høvleri ', 'Ås Sag & Høvleri'],
    ['Win now: https://evil.example/x', 'Win now https evil. example x'],
    ['a\u202eb', 'a b'],
    // 79 letters and the sign of what was left out
    ['å'.repeat(81), `${'å'.repeat(79)}…`],
    ['å'.repeat(80), 'å'.repeat(80)],
  ])('%j becomes %j', (name, expected) => expect(inMail(name)).toBe(expected));

  it('is one line, at most 80 letters, without an address, and stays what it is', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (name) => {
        const plain = inMail(name);
        expect(plain).not.toMatch(/[\p{Cc}\p{Zl}\p{Zp}@:/]|\.[\p{L}\p{N}]/u);
        expect([...plain].length).toBeLessThanOrEqual(80);
        expect(inMail(plain)).toBe(plain);
      }),
    );
  });
});
