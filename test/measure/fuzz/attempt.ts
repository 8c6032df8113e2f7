/** As whom something is sent; a guest's sign-in may be ended by what is sent, the others' are needed to the end. */
export type Who = 'nobody' | 'plant' | 'buyer' | 'staff' | 'guest';

interface Sent {
  /** The field, route or kind of damage that it is about. */
  readonly about: string;
  readonly who: Who;
}

export interface HttpAttempt extends Sent {
  readonly transport: 'http';
  readonly method: string;
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | Uint8Array;
}

/** One operation on a connection that others use at the same time: whatever it asks, the connection must survive it. */
export interface Subscribing extends Sent {
  readonly transport: 'subscription';
  /** JSON of the payload of `subscribe`. */
  readonly payload: string;
}

/** A connection of its own, which may break the protocol. */
export interface Frames extends Sent {
  readonly transport: 'frames';
  /** In this order; `INIT` stands for signing in. */
  readonly frames: readonly (string | Uint8Array)[];
}

export type Attempt = HttpAttempt | Subscribing | Frames;

/** Stands for the message that signs in. */
export const INIT = 'init';

/** What came back: of HTTP a status, of sockets the messages and how the connection was closed, if it was. */
export interface Answer {
  readonly status?: number | undefined;
  readonly headers?: Readonly<Record<string, string | readonly string[] | undefined>>;
  readonly text: string;
  readonly messages?: readonly string[];
  readonly closed?: number | undefined;
  /** Why there is no answer, where there is none. */
  readonly brokenOff?: string | undefined;
}

export const GRAPHQL = '/graphql';
export const SIGN_IN = '/api/auth';
