/** One hostile or malformed thing to send, and the answer that it should get. */
interface Named {
  readonly name: string;
  /** As the answer is marked: `400 TOO_DEEP`, `200` for what is harmless, `error TOO_DEEP` and `closed 4400` on sockets. */
  readonly expects: string;
}

export interface HttpAttack extends Named {
  readonly transport: 'http';
  readonly method: string;
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Buffer;
  /** Sent as the signed-in member. */
  readonly isSignedIn: boolean;
}

export interface SocketAttack extends Named {
  readonly transport: 'socket';
  /** What is sent once the socket is open; `init` stands for signing in. */
  readonly messages: readonly (string | Buffer)[];
  readonly origin?: string;
}

export type Attack = HttpAttack | SocketAttack;

/** What came back. */
export interface Answer {
  readonly mark: string;
  readonly text: string;
  /** From the last byte that had to be sent to the end of the answer, milliseconds. */
  readonly ms: number;
}

export interface Sent {
  readonly query?: unknown;
  readonly variables?: unknown;
  readonly operationName?: unknown;
  readonly extensions?: unknown;
}

type HttpParts = Partial<Omit<HttpAttack, 'transport' | 'name' | 'expects' | 'body'>>;

/** Bytes to the GraphQL endpoint, as JSON from the member unless something else is said. */
export const bytes = (
  name: string,
  expects: string,
  body: Buffer | string,
  parts: HttpParts = {},
): HttpAttack => ({
  transport: 'http',
  method: 'POST',
  path: '/graphql',
  headers: { 'content-type': 'application/json' },
  isSignedIn: true,
  ...parts,
  name,
  expects,
  body: Buffer.from(body),
});

export const operation = (name: string, expects: string, sent: Sent, parts: HttpParts = {}): HttpAttack =>
  bytes(name, expects, JSON.stringify(sent), parts);

export const query = (name: string, expects: string, text: string): HttpAttack =>
  operation(name, expects, { query: text });

/** The member's own. */
export const CLUSTER_ID = '00000000-0000-4000-8000-000000000001';

export const times = (count: number, part: (at: number) => string): string =>
  Array.from({ length: count }, (_, at) => part(at)).join(' ');

/** Nothing of how we are built may stand in an answer. */
const LEAKS = /Did you mean|node_modules|\bat \S+ \(|\.js:\d+|QueryFailed|\bselect .+ from\b|postgres:\/\//i;

export const marked = (mark: string, text: string): string => (LEAKS.test(text) ? `${mark} LEAK` : mark);
