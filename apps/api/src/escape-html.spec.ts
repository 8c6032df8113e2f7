import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { escapeHtml } from './escape-html.js';

describe('escapeHtml', () => {
  it('example: the signs of a tag', () => {
    expect(escapeHtml('Sag & <Høvel>')).toBe('Sag &amp; &lt;Høvel&gt;');
  });

  it('leaves no sign that ends a text or a quoted attribute', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        expect(escapeHtml(text).replaceAll(/&(amp|lt|gt|quot|#39);/g, '')).not.toMatch(/[<>"'&]/);
      }),
    );
  });
});
