import { describe, expect, it } from '@jest/globals';
import { asKind, daysOf, instantsOf, isPeriod, kindOfPeriod, neighbourOf, yearInOslo } from './period.js';

describe('a period of the address', () => {
  it('is a year, a quarter or a month', () => {
    expect(['2026', '2026-Q2', '2026-05'].map(kindOfPeriod)).toEqual(['YEAR', 'QUARTER', 'MONTH']);
    expect(['2026-Q5', '2026-13', '26', '2026-5', ''].map(isPeriod)).toEqual(Array(5).fill(false));
  });

  it('covers its days and no other', () => {
    expect(instantsOf('2026')).toEqual({ from: '2026-01-01T00:00:00.000Z', to: '2027-01-01T00:00:00.000Z' });
    expect(instantsOf('2026-Q4').to).toBe('2027-01-01T00:00:00.000Z');
    expect(daysOf('2024-02')).toEqual({ from: '2024-02-01', to: '2024-02-29' });
    expect(daysOf('2026-Q2')).toEqual({ from: '2026-04-01', to: '2026-06-30' });
  });

  it('has neighbours of its kind, over the turn of the year too', () => {
    expect(neighbourOf('2026', -1)).toBe('2025');
    expect(neighbourOf('2026-Q1', -1)).toBe('2025-Q4');
    expect(neighbourOf('2026-12', 1)).toBe('2027-01');
  });

  it('turns into the one of another kind where it begins', () => {
    expect(asKind('2026-Q2', 'MONTH')).toBe('2026-04');
    expect(asKind('2026-05', 'QUARTER')).toBe('2026-Q2');
    expect(asKind('2026-05', 'YEAR')).toBe('2026');
  });

  it('begins a year by the clock of Oslo', () => {
    expect(yearInOslo(new Date('2026-12-31T23:30:00Z'))).toBe('2027');
  });
});
