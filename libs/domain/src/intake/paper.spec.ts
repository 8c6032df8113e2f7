import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { PAPER_LIMITS, paperName, paperTypeOf, type PaperType } from './paper.js';

const bytes = (text: string): Uint8Array => Uint8Array.from(text, (one) => one.charCodeAt(0));
const PDF = '%PDF-1.7\n1 0 obj\n%%EOF\n';
const PNG = '\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\0\x01\0\0\0\0IEND\xae\x42\x60\x82';
const JPEG = '\xff\xd8\xff\xe0\0\x10JFIF\0\xff\xd9';

describe('what a paper is', () => {
  it('example: a PDF', () =>
    expect(paperTypeOf(new TextEncoder().encode('%PDF-1.7\n%%EOF\n'))).toBe('application/pdf'));

  it.each<[string, string, PaperType]>([
    ['a PDF', PDF, 'application/pdf'],
    ['a PDF with a note of its writer behind', `${PDF}${' '.repeat(1000)}`, 'application/pdf'],
    ['a PNG', PNG, 'image/png'],
    ['a JPEG', JPEG, 'image/jpeg'],
    ['a JPEG as phones write it, with more behind', `${JPEG}SEFT`, 'image/jpeg'],
  ])('%s', (_what, text, type) => expect(paperTypeOf(bytes(text))).toBe(type));

  it.each<[string, string]>([
    ['nothing', ''],
    ['a PDF cut off', PDF.slice(0, 12)],
    ['a PDF with something before it', `x${PDF}`],
    ['a PDF with a kilobyte of something else behind it', `${PDF}${'x'.repeat(1024)}`],
    ['a PNG cut off', PNG.slice(0, -1)],
    ['a PNG with something behind it', `${PNG}x`],
    ['a JPEG cut off', JPEG.slice(0, -2)],
    ['a web page', '<html><script>alert(1)</script></html>'],
    ['an SVG, which holds scripts', '<svg xmlns="http://www.w3.org/2000/svg"/>'],
    ['a program', 'MZ\x90\0'],
    ['a workbook', 'PK\x03\x04'],
    ['a GIF', 'GIF89a'],
  ])('nothing that is taken: %s', (_what, text) => expect(paperTypeOf(bytes(text))).toBeUndefined());

  it('law: any bytes are told or not, and nothing is told that begins as none', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), (any) => {
        const begins = [0x25, 0x89, 0xff].includes(any[0] ?? 0);
        expect(paperTypeOf(any) === undefined || begins).toBe(true);
      }),
    );
  });
});

describe('what a paper is called', () => {
  it('example: the last part of its path, with the ending of what it is', () =>
    expect(paperName('C:\\veiing\\seddel 12.exe', 'application/pdf')).toBe('seddel 12.pdf'));

  it.each<[string, string]>([
    ['../../etc/passwd', 'passwd.png'],
    ['', 'paper.png'],
    ['.png', 'paper.png'],
    ['vei\u202eexe.gnp', 'veiexe.png'],
    ['a"; filename="b.html', 'a; filename=b.png'],
    ['12.500 kg', '12.500 kg.png'],
  ])('%j is %j', (name, kept) => expect(paperName(name, 'image/png')).toBe(kept));

  it('law: never longer than 200 characters, without control characters, with its ending', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 500 }), (name) => {
        const kept = paperName(name, 'image/jpeg');
        expect(kept.length).toBeLessThanOrEqual(PAPER_LIMITS.nameLength);
        expect(kept).toMatch(/^[^\p{C}/\\]+\.jpg$/u);
      }),
    );
  });
});
