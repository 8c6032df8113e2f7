import { describe, expect, it } from '@jest/globals';
import { nameIn } from './file-name.js';

describe('the name of a file', () => {
  it('is the one that the server gives it', () => {
    expect(nameIn('attachment; filename="agder-2026.xlsx"')).toBe('agder-2026.xlsx');
    expect(nameIn(null)).toBeUndefined();
  });
});
