/** Where a socket connects to, as whom, and from which cursor on. */
export interface Seat {
  readonly url: string;
  readonly authorization: string;
  readonly after: string;
}

/** A frame with an event: of which listing, and when it came. */
export type Frame = readonly [listingId: string, at: number];

/** What the crowd is told to do. */
export type Order =
  | { readonly do: 'open'; readonly query: string; readonly seats: readonly Seat[] }
  | { readonly do: 'drop' }
  | { readonly do: 'come back' }
  | { readonly do: 'tally' };

/** What the crowd says. */
export type Word =
  | { readonly say: 'ready' }
  /** Every socket is connected and has subscribed. */
  | { readonly say: 'open'; readonly at: number }
  | { readonly say: 'dropped' }
  /** Every socket has been pushed this listing; the moment is that of the last. */
  | { readonly say: 'heard'; readonly listingId: string; readonly at: number; readonly sample: string }
  | { readonly say: 'tally'; readonly frames: readonly (readonly Frame[])[]; readonly retries: number };
