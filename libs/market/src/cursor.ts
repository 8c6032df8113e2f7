import type { Cursor } from '#store';

/** xid8 and bigint hold no more; asked for more, the database answers with an error of its own. */
const MOST_XID = 2n ** 64n - 1n;
const MOST_SEQ = 2n ** 63n - 1n;
const FORM = /^(\d{1,20})\.(\d{1,19})$/;

/** The cursor of the API: opaque text, so that its form may change without breaking a caller. */
export const cursorText = ({ xid, seq }: Cursor): string =>
  Buffer.from(`${xid}.${seq}`).toString('base64url');

/** Undefined when the text is no cursor of ours. */
export function readCursor(text: string): Cursor | undefined {
  const parts = FORM.exec(Buffer.from(text, 'base64url').toString('utf8'));
  if (parts === null) return undefined;
  const [, xid, seq] = parts as unknown as [string, string, string];
  return BigInt(xid) <= MOST_XID && BigInt(seq) <= MOST_SEQ ? { xid, seq } : undefined;
}

/** Whether a cursor comes before another in the order of events. */
export const isBefore = (one: Cursor, other: Cursor): boolean =>
  one.xid === other.xid ? BigInt(one.seq) < BigInt(other.seq) : BigInt(one.xid) < BigInt(other.xid);
