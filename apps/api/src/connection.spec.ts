import { describe, expect, it } from '@jest/globals';
import { pageKey, type SortedBy } from './connection.js';

const ID = '11111111-2222-4333-8444-555555555555';
const cursor = (sortKey: string, id = ID): string =>
  Buffer.from(JSON.stringify([sortKey, id])).toString('base64url');

describe('the cursor of a page', () => {
  it.each<[SortedBy, string]>([
    ['time', '2026-02-28T23:59:59.999999Z'],
    ['score', '0.5'],
    ['score', '1e-7'],
    ['score', '0'],
  ])('by %s, %s is what the database can be asked for', (by, sortKey) => {
    expect(pageKey(cursor(sortKey), by)).toEqual({ sortKey, id: ID });
  });

  it.each<[SortedBy, string, string]>([
    ['time', '2026-99-99T99:99:99.999999Z', ID],
    ['time', '2026-02-29T00:00:00.000000Z', ID],
    // 1 BC to PostgreSQL, which writes that another way
    ['time', '0000-01-01T00:00:00.000000Z', ID],
    ['time', '0.5', ID],
    ['score', '1e999', ID],
    ['score', '9'.repeat(400), ID],
    // beneath the smallest number there is
    ['score', '1e-999', ID],
    ['score', '2026-01-01T00:00:00.000000Z', ID],
    ['time', '2026-01-01T00:00:00.000000Z', '-'.repeat(36)],
    ['score', '0.5', 'f'.repeat(36)],
  ])('by %s, %s of the row %s is refused', (by, sortKey, id) => {
    expect(() => pageKey(cursor(sortKey, id), by)).toThrow(/not a cursor of this list/);
  });
});
