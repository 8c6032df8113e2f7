import { describe, expect, it } from '@jest/globals';
import type { StoredEvent } from '#store';
import { Recent } from './recent.js';

const at = (xid: number, seq = 1) => ({ xid: String(xid), seq: String(seq) });
const event = (xid: number, firmId: string): StoredEvent =>
  ({ cursor: at(xid), type: 'matchFound', firmId, writtenAt: new Date(0) }) as StoredEvent;
const xids = (events: readonly StoredEvent[] | undefined): readonly string[] | undefined =>
  events?.map(({ cursor }) => cursor.xid);

describe('the latest events', () => {
  it('are given to the firm that they are for, from its cursor on, in order', () => {
    const recent = new Recent(at(9));
    recent.add([event(10, 'a'), event(11, 'b'), event(12, 'a')]);
    recent.add([event(13, 'a')]);
    expect(xids(recent.after(at(9), 'a'))).toEqual(['10', '12', '13']);
    expect(xids(recent.after(at(10), 'a'))).toEqual(['12', '13']);
    expect(xids(recent.after(at(12, 0), 'a'))).toEqual(['12', '13']);
    expect(xids(recent.after(at(13), 'b'))).toEqual([]);
    expect(xids(recent.after(at(9), 'c'))).toEqual([]);
    expect(recent.until).toEqual(at(13));
  });

  it('say nothing to who is further behind than they reach', () => {
    const recent = new Recent(at(9, 5));
    expect(recent.after(at(9, 4), 'a')).toBeUndefined();
    expect(recent.after(at(8, 9), 'a')).toBeUndefined();
    expect(recent.after(at(9, 5), 'a')).toEqual([]);
    expect(recent.until).toEqual(at(9, 5));
  });

  it('are two thousand; with one more the oldest is forgotten, and who needs it is told so', () => {
    const recent = new Recent(at(0));
    // 1 … 2001: the first is forgotten
    recent.add(Array.from({ length: 2001 }, (_, count) => event(count + 1, count % 2 === 0 ? 'a' : 'b')));
    expect(recent.after(at(0), 'a')).toBeUndefined();
    // of 2 … 2001 the odd ones are a's: 3 … 2001, one thousand
    expect(recent.after(at(1), 'a')).toHaveLength(1000);
    expect(xids(recent.after(at(1), 'a'))?.[0]).toBe('3');
    expect(recent.after(at(1), 'b')).toHaveLength(1000);
  });
});
