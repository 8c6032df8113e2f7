import type { Cursor } from '#store';

const FORM = /^(\d{1,20})\.(\d{1,19})$/;

/** The cursor of the API: opaque text, so that its form may change without breaking a caller. */
export const cursorText = ({ xid, seq }: Cursor): string =>
  Buffer.from(`${xid}.${seq}`).toString('base64url');

/** Undefined when the text is no cursor of ours. */
export function readCursor(text: string): Cursor | undefined {
  const parts = FORM.exec(Buffer.from(text, 'base64url').toString('utf8'));
  return parts === null ? undefined : { xid: parts[1] as string, seq: parts[2] as string };
}
