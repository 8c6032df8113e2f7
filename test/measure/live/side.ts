import type { Seat } from './messages.js';

/** A listing that somebody published, and when the mutation was sent. */
export interface Publication {
  readonly listingId: string;
  readonly sentAt: number;
}

/** One of the two that are measured: where a crowd sits, and how something is published that all of it must hear. */
export interface Side {
  readonly seats: (count: number) => readonly Seat[];
  readonly publish: () => Promise<Publication>;
}
