import { promisify } from 'node:util';
import { constants, crc32, deflateRaw } from 'node:zlib';

const deflate = promisify(deflateRaw);
const LOCAL = 0x04034b50;
const CENTRAL = 0x02014b50;
const END = 0x06054b50;
const VERSION = 20;
/** Names are UTF-8. */
const FLAGS = 0x0800;
const DEFLATED = 8;
/** 1 January 1980, the first day that the format knows: what is in a file says when it was made. */
const NO_DAY = 0x0021;
/** What offsets and sizes of 32 bits hold. */
const MOST_BYTES = 0xffffffff;

interface Entry {
  readonly name: Buffer;
  readonly parts: Buffer[];
  crc: number;
  size: number;
}

/** A ZIP file (PKWARE APPNOTE 6.3.10), made in pieces: only what is compressed is kept. */
export class Zip {
  private readonly entries = new Map<string, Entry>();

  /** Adds to the end of a file, a new one where there is none of that name. */
  async add(name: string, text: string): Promise<void> {
    const entry = this.entries.get(name) ?? { name: Buffer.from(name), parts: [], crc: 0, size: 0 };
    this.entries.set(name, entry);
    const bytes = Buffer.from(text, 'utf8');
    entry.crc = crc32(bytes, entry.crc);
    entry.size += bytes.length;
    // Ends at a whole byte and looks back at nothing, so that the next piece can follow.
    entry.parts.push(await deflate(bytes, { finishFlush: constants.Z_SYNC_FLUSH }));
  }

  /** @throws RangeError when it is larger than the format takes */
  async bytes(): Promise<Buffer> {
    const last = await deflate(Buffer.alloc(0));
    const parts: Buffer[] = [];
    const directory: Buffer[] = [];
    let offset = 0;
    for (const { name, parts: pieces, crc, size } of this.entries.values()) {
      const packed = [...pieces, last].reduce((sum, one) => sum + one.length, 0);
      const sizes = [NO_DAY, crc, packed, size] as const;
      const head = [header(LOCAL, [VERSION], sizes, [name.length, 0]), name];
      directory.push(
        header(CENTRAL, [VERSION, VERSION], sizes, [name.length, 0, 0, 0, 0]),
        tail(offset),
        name,
      );
      parts.push(...head, ...pieces, last);
      offset += (head[0]?.length ?? 0) + name.length + packed;
    }
    const length = directory.reduce((sum, one) => sum + one.length, 0);
    if (offset + length > MOST_BYTES) throw new RangeError('The bundle is larger than a ZIP file takes.');
    return Buffer.concat([...parts, ...directory, this.end(length, offset)]);
  }

  private end(length: number, offset: number): Buffer {
    const end = Buffer.alloc(22);
    end.writeUInt32LE(END, 0);
    end.writeUInt16LE(this.entries.size, 8);
    end.writeUInt16LE(this.entries.size, 10);
    end.writeUInt32LE(length, 12);
    end.writeUInt32LE(offset, 16);
    return end;
  }
}

/** What the header before a file and the one in the directory have in common. */
function header(
  signature: number,
  versions: readonly number[],
  [day, crc, packed, size]: readonly [number, number, number, number],
  lengths: readonly number[],
): Buffer {
  const words = [...versions, FLAGS, DEFLATED, 0, day];
  const head = Buffer.alloc(4 + 2 * words.length + 12 + 2 * lengths.length);
  head.writeUInt32LE(signature, 0);
  for (const [at, word] of words.entries()) head.writeUInt16LE(word, 4 + 2 * at);
  const sizes = 4 + 2 * words.length;
  for (const [at, value] of [crc, packed, size].entries()) head.writeUInt32LE(value, sizes + 4 * at);
  for (const [at, value] of lengths.entries()) head.writeUInt16LE(value, sizes + 12 + 2 * at);
  return head;
}

/** No attributes, and where the file begins. */
function tail(offset: number): Buffer {
  const bytes = Buffer.alloc(8);
  bytes.writeUInt32LE(offset, 4);
  return bytes;
}
