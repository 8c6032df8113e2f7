import { readCsv } from './csv.js';
import { FileRefused, type ReadFile } from './file.js';
import { readXlsx } from './xlsx.js';

const ZIP = [0x50, 0x4b];
const COMPOUND = [0xd0, 0xcf, 0x11, 0xe0];

/**
 * A file by what is in it: its name and the type that it was sent as say nothing.
 *
 * @throws FileRefused
 */
export function readFile(bytes: Uint8Array): ReadFile {
  const begins = (with_: readonly number[]): boolean => with_.every((one, at) => bytes[at] === one);
  if (bytes.length === 0) throw new FileRefused('FILE_BROKEN', 'The file is empty.');
  if (begins(COMPOUND)) {
    throw new FileRefused(
      'FILE_ENCRYPTED',
      'The workbook has a password, or is of the kind before 2007; save it as .xlsx without a password.',
    );
  }
  return begins(ZIP) ? readXlsx(bytes) : readCsv(bytes);
}
