import type { Frame } from './messages.js';
import type { Publication } from './side.js';

/** What of the events that all sockets had to be pushed came, how often, and how long after they were sent. */
export interface Tally {
  readonly pushes: number;
  readonly lost: number;
  readonly doubled: number;
  /** Events of the socket that got fewest, and of the one that got most; each counted once. */
  readonly fewest: number;
  readonly most: number;
  /** From the sent mutation to the first frame on each socket, milliseconds, smallest first. */
  readonly delays: readonly number[];
}

/**
 * @param published what every socket had to be pushed once; frames of anything else are not counted
 * @param sockets the frames of each
 */
export function tallyOf(published: readonly Publication[], sockets: readonly (readonly Frame[])[]): Tally {
  const sentAt = new Map(published.map((one) => [one.listingId, one.sentAt]));
  const delays: number[] = [];
  const counts: number[] = [];
  let doubled = 0;
  for (const frames of sockets) {
    const seen = new Set<string>();
    for (const [listingId, at] of frames) {
      const sent = sentAt.get(listingId);
      if (sent === undefined) continue;
      if (seen.has(listingId)) doubled += 1;
      else delays.push(at - sent);
      seen.add(listingId);
    }
    counts.push(seen.size);
  }
  return {
    pushes: delays.length,
    lost: published.length * sockets.length - delays.length,
    doubled,
    fewest: Math.min(...counts),
    most: Math.max(...counts),
    delays: delays.sort((a, b) => a - b),
  };
}

/** @param sorted smallest first @param part from 0 to 1: what so many lie at or below (nearest rank) */
export const percentile = (sorted: readonly number[], part: number): number =>
  sorted[Math.max(0, Math.ceil(part * sorted.length) - 1)] ?? NaN;
