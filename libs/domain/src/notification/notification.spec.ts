import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import {
  DEFAULT_RHYTHMS,
  NOTICE_KINDS,
  noticeCounts,
  NOTICES,
  NOTIFICATION_RHYTHMS,
  NOTIFICATION_TOPICS,
  rhythmOf,
  topicsOf,
} from './notification.js';

const kind = fc.constantFrom(...NOTICE_KINDS);
const rhythm = fc.constantFrom(...NOTIFICATION_RHYTHMS);

describe('rhythmOf', () => {
  it('example: who turned watches off gets none of a watch of its own rhythm', () => {
    expect(rhythmOf('OFF', 'INSTANT')).toBe('OFF');
  });

  it("is the watch's own where the topic is on, and the person's where it has none", () => {
    fc.assert(
      fc.property(
        rhythm.filter((one) => one !== 'OFF'),
        rhythm,
        (chosen, own) => {
          expect(rhythmOf(chosen, own)).toBe(own);
          expect(rhythmOf(chosen)).toBe(chosen);
        },
      ),
    );
  });
});

describe('noticeCounts', () => {
  it('example: two finds of watches and a match', () => {
    expect(noticeCounts(['WATCH_FOUND', 'MATCH_FOUND', 'WATCH_FOUND'])[1]).toEqual({
      kind: 'WATCH_FOUND',
      count: 2,
    });
  });

  it('counts every entry once, each kind once, and holds nothing but kinds and whole numbers', () => {
    fc.assert(
      fc.property(fc.array(kind), (kinds) => {
        const counts = noticeCounts(kinds);
        expect(counts.reduce((sum, one) => sum + one.count, 0)).toBe(kinds.length);
        expect(new Set(counts.map((one) => one.kind)).size).toBe(counts.length);
        for (const one of counts) expect(Object.keys(one)).toEqual(['kind', 'count']);
        expect(counts.every((one) => Number.isInteger(one.count) && one.count > 0)).toBe(true);
      }),
    );
  });
});

describe('topicsOf', () => {
  it('example: matches', () => {
    expect(topicsOf([{ kind: 'MATCH_FOUND', count: 3 }])).toEqual(['MATCHES']);
  });

  it('names each topic once, and every topic has a kind and a rhythm to begin with', () => {
    const all = NOTICE_KINDS.map((one) => ({ kind: one, count: 1 }));
    expect(topicsOf(all)).toEqual(NOTIFICATION_TOPICS);
    expect(Object.keys(DEFAULT_RHYTHMS)).toEqual([...NOTIFICATION_TOPICS]);
    expect(Object.values(NOTICES).every((one) => one.nb.length === 2 && one.en.length === 2)).toBe(true);
  });
});
