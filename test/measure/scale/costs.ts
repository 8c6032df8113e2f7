import { readFileSync } from 'node:fs';
import { InputError } from '../input-error.js';

/** What one doing of each step asks of whom, seconds of one core unless said; measured, or read and dated. */
export interface Costs {
  readonly publishApiS: number;
  readonly publishDatabaseS: number;
  /** Matching of one publication without its search: facts, checks, writing. */
  readonly matchWorkerS: number;
  readonly matchDatabaseS: number;
  /** One firm with an open page, which is told of its match as it may see it. */
  readonly hearApiS: number;
  readonly hearDatabaseS: number;
  readonly readApiS: number;
  readonly readDatabaseS: number;
  /** Queue in Redis, one job from adding to done. */
  readonly queueS: number;
  /** A changed listing read again by one worker for its own index. */
  readonly changeDatabaseS: number;
  /** Search of the kernel for one listing among a million; beyond that it grows with the root of their number. */
  readonly searchAtMillionS: number;
  readonly indexBytesAMillion: number;
  readonly databaseBytesAListing: number;
  /** Times of requests over their mean, as measured: the shape of every visit. */
  readonly shape: readonly number[];
}

/** Where a cost comes from, told in the report. */
export interface Sourced {
  readonly costs: Costs;
  readonly sources: Readonly<Record<string, string>>;
}

/**
 * What is not quick to measure, or needs a million listings: read on 2026-11-22 from a measurement of the matching design
 * on a 2-core machine (blocks of 64 rows, one core, 26 µs p50 at 1 M and 6 µs at 100 k; 44 MB for half a million rows;
 * BullMQ 6.7 on Redis 7.0, 7 000 to 9 000 jobs a second). A bench:matching report overrides the search.
 */
export const EARLIER = Object.freeze({
  searchAtMillionS: 26e-6,
  indexBytesAMillion: 90e6,
  queueS: 1 / 8000,
  from: 'measured earlier, 2026-11-22',
});

interface ReportFile {
  readonly name: string;
  readonly figures: readonly { readonly name: string; readonly value: number }[];
}

/**
 * The median search of a `bench:matching --json` report among a million listings.
 *
 * @returns seconds
 * @throws InputError where the file is no such report
 */
export function searchFrom(file: string): number {
  const report = readReport(file);
  const found = report.figures.find(({ name }) => name === 'T1 p50 us');
  if (found === undefined || !(found.value > 0))
    throw new InputError(
      `${file} holds no figure "T1 p50 us": give a report of bench:matching with 1M listings.`,
    );
  return found.value / 1e6;
}

function readReport(file: string): ReportFile {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as ReportFile;
  } catch {
    throw new InputError(`${file} is no report: give a file that bench:matching --json wrote.`);
  }
}
