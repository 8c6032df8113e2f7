import { isUtf8 } from 'node:buffer';
import { FileRefused } from './file.js';

export interface DecodedText {
  readonly text: string;
  readonly encoding: 'UTF-8' | 'UTF-16LE' | 'UTF-16BE' | 'Windows-1252';
}

type Encoding = DecodedText['encoding'];

const MARKS: readonly (readonly [Encoding, readonly number[]])[] = [
  ['UTF-8', [0xef, 0xbb, 0xbf]],
  ['UTF-16LE', [0xff, 0xfe]],
  ['UTF-16BE', [0xfe, 0xff]],
];

/**
 * Bytes as text: by their mark; without one as UTF-16 where every other byte of the beginning is nought, as UTF-8 where
 * they are that, and as Windows-1252 else, which is what Norwegian Excel writes.
 *
 * @throws FileRefused when they are no text
 */
export function decode(bytes: Uint8Array): DecodedText {
  const marked = MARKS.find(([, mark]) => mark.every((one, at) => bytes[at] === one))?.[0];
  const encoding = marked ?? unmarkedUtf16(bytes) ?? (isUtf8(bytes) ? 'UTF-8' : 'Windows-1252');
  const text = decoded(bytes, encoding);
  if (hasControls(text))
    throw new FileRefused('FILE_TYPE', 'This is neither CSV nor XLSX; save it as one of them.');
  return { text, encoding };
}

function decoded(bytes: Uint8Array, encoding: Encoding): string {
  try {
    return new TextDecoder(encoding.toLowerCase(), { fatal: true }).decode(bytes);
  } catch {
    throw new FileRefused('FILE_BROKEN', `The file begins as ${encoding} and holds bytes that are none.`);
  }
}

function unmarkedUtf16(bytes: Uint8Array): Encoding | undefined {
  const head = bytes.subarray(0, 512);
  if (head.length < 4 || head.length % 2 !== 0) return undefined;
  const noughts = [0, 1].map((odd) => head.filter((byte, at) => at % 2 === odd && byte === 0).length);
  const most = head.length / 2;
  const [even = 0, odd = 0] = noughts;
  if (odd > most * 0.7 && even === 0) return 'UTF-16LE';
  return even > most * 0.7 && odd === 0 ? 'UTF-16BE' : undefined;
}

/** Control characters that are no white space: no line of a text holds them, and a wrong encoding shows them. */
const hasControls = (text: string): boolean => /[^\P{Cc}\s]/u.test(text);
