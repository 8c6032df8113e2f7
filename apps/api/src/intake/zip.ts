import { crc32, inflateRawSync } from 'node:zlib';
import { FILE_LIMITS, FileRefused, tooLarge } from './file.js';

/** A part of an archive, unpacked. */
interface Part {
  readonly name: string;
  readonly bytes: Buffer;
}

interface Entry {
  readonly name: string;
  readonly flags: number;
  readonly method: number;
  readonly packed: number;
  readonly at: number;
}

const END = 0x06054b50;
const CENTRAL = 0x02014b50;
const LOCAL = 0x04034b50;
const END_LENGTH = 22;
const LONGEST_COMMENT = 65_535;
const STORED = 0;
const DEFLATED = 8;

/** What of a workbook holds cells, or is missed where it is not there; drawings and the rest are not even unpacked. */
const READ =
  /^(\[content_types\]\.xml|_rels\/\.rels|xl\/(workbook|sharedstrings|styles|metadata)\.xml|xl\/_rels\/workbook\.xml\.rels|xl\/(worksheets|externallinks|persons)\/[^/]+\.xml)$/i;

/**
 * The parts of a workbook that hold cells, unpacked within the limits whatever the archive says of their size, and put
 * into an archive of our own: what is read afterwards is what was measured.
 *
 * @throws FileRefused
 */
export function repacked(archive: Buffer): Buffer {
  const entries = entriesOf(archive);
  const names = entries.map((one) => one.name.toLowerCase());
  if (new Set(names).size < names.length) throw broken('Two parts of the workbook have one name.');
  if (entries.some((one) => (one.flags & 1) !== 0))
    throw new FileRefused('FILE_ENCRYPTED', 'The file is encrypted; save it without a password.');
  if (names.some((name) => /vbaproject|xlmacro|macrosheets/.test(name)))
    throw new FileRefused('FILE_MACROS', 'The workbook holds macros; save it as .xlsx, without them.');
  if (!names.includes('xl/workbook.xml'))
    throw new FileRefused('FILE_TYPE', 'The archive is no Excel workbook; save it as .xlsx or CSV.');
  let left: number = FILE_LIMITS.unpackedBytes;
  const parts = entries
    .filter(({ name }) => READ.test(name))
    .map((entry) => {
      const bytes = unpacked(archive, entry, left);
      left -= bytes.length;
      return { name: entry.name, bytes };
    });
  return stored(parts);
}

function entriesOf(archive: Buffer): readonly Entry[] {
  const end = endOf(archive);
  const count = archive.readUInt16LE(end + 10);
  if (count > FILE_LIMITS.entries) throw tooLarge(`At most ${FILE_LIMITS.entries} parts in a workbook.`);
  const entries: Entry[] = [];
  let at = archive.readUInt32LE(end + 16);
  for (let nth = 0; nth < count; nth += 1) {
    if (at + 46 > end || archive.readUInt32LE(at) !== CENTRAL)
      throw broken('The list of its parts is broken.');
    const [name, extra, comment] = [28, 30, 32].map((offset) => archive.readUInt16LE(at + offset));
    entries.push({
      flags: archive.readUInt16LE(at + 8),
      method: archive.readUInt16LE(at + 10),
      packed: archive.readUInt32LE(at + 20),
      at: archive.readUInt32LE(at + 42),
      name: archive.toString('utf8', at + 46, at + 46 + (name ?? 0)),
    });
    at += 46 + (name ?? 0) + (extra ?? 0) + (comment ?? 0);
  }
  return entries;
}

function endOf(archive: Buffer): number {
  const first = Math.max(0, archive.length - END_LENGTH - LONGEST_COMMENT);
  for (let at = archive.length - END_LENGTH; at >= first; at -= 1) {
    if (archive.readUInt32LE(at) === END) return at;
  }
  throw broken('Its end is missing.');
}

function unpacked(archive: Buffer, { at, packed, method }: Entry, left: number): Buffer {
  if (at + 30 > archive.length || archive.readUInt32LE(at) !== LOCAL) throw broken('A part is missing.');
  const from = at + 30 + archive.readUInt16LE(at + 26) + archive.readUInt16LE(at + 28);
  if (from + packed > archive.length) throw broken('A part is cut off.');
  const bytes = archive.subarray(from, from + packed);
  const most = Math.min(left, Math.max(1, packed) * FILE_LIMITS.unzipRatio);
  if (method === STORED && packed <= left) return bytes;
  if (method !== DEFLATED) throw method === STORED ? bomb() : broken('A part is packed in a way of its own.');
  try {
    return inflateRawSync(bytes, { maxOutputLength: Math.max(1, most) });
  } catch (error) {
    if ((error as { code?: string }).code === 'ERR_BUFFER_TOO_LARGE') throw bomb();
    throw broken('A part cannot be unpacked.');
  }
}

/** An archive of plain copies. */
function stored(parts: readonly Part[]): Buffer {
  const files: Buffer[] = [];
  const list: Buffer[] = [];
  let at = 0;
  for (const { name, bytes } of parts) {
    const facts = factsOf(name, bytes);
    const local = Buffer.concat([u32(LOCAL), facts, Buffer.from(name), bytes]);
    // no comment, first disk, no attributes
    list.push(u32(CENTRAL), u16(20), facts, u16(0), u16(0), u16(0), u32(0), u32(at), Buffer.from(name));
    files.push(local);
    at += local.length;
  }
  const central = Buffer.concat(list);
  const counts = [u16(0), u16(0), u16(parts.length), u16(parts.length)];
  return Buffer.concat([...files, central, u32(END), ...counts, u32(central.length), u32(at), u16(0)]);
}

/** Version 2.0, no flags, stored, no time; sum and sizes; length of the name, nothing extra. */
const factsOf = (name: string, bytes: Buffer): Buffer =>
  Buffer.concat([
    u16(20),
    u16(0),
    u16(STORED),
    u16(0),
    u16(0),
    u32(crc32(bytes)),
    u32(bytes.length),
    u32(bytes.length),
    u16(Buffer.byteLength(name)),
    u16(0),
  ]);

function u16(value: number): Buffer {
  const bytes = Buffer.alloc(2);
  bytes.writeUInt16LE(value);
  return bytes;
}

function u32(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(value);
  return bytes;
}

const broken = (what: string): FileRefused =>
  new FileRefused('FILE_BROKEN', `The workbook cannot be read. ${what}`);
const bomb = (): FileRefused => tooLarge('Unpacked, the workbook is larger than any list of deliveries.');
