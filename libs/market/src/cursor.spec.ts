import { describe, expect, it } from '@jest/globals';
import { cursorText, isBefore, readCursor } from './cursor.js';

const text = (cursor: string): string => Buffer.from(cursor).toString('base64url');

describe('the order of cursors', () => {
  it.each([
    ['9.5', '10.1', true],
    ['10.1', '9.5', false],
    ['9.9', '9.10', true],
    ['9.9', '9.9', false],
  ])('%s before %s: %s', (one, other, expected) => {
    const [a, b] = [readCursor(text(one))!, readCursor(text(other))!];
    expect(isBefore(a, b)).toBe(expected);
  });
});

describe('the cursor of an event', () => {
  it.each([
    { xid: '1', seq: '1' },
    // 2^64 − 1 and 2^63 − 1: the last that xid8 and bigint hold
    { xid: '18446744073709551615', seq: '9223372036854775807' },
  ])('is read as it was written: $xid.$seq', (cursor) => {
    expect(readCursor(cursorText(cursor))).toEqual(cursor);
  });

  it.each(['18446744073709551616.1', '99999999999999999999.1', '1.9223372036854775808', '1', 'x.1', ''])(
    '%s is none: the database holds no such number',
    (cursor) => {
      expect(readCursor(text(cursor))).toBeUndefined();
    },
  );
});
