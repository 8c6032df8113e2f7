import { once } from 'node:events';
import { setTimeout as pause } from 'node:timers/promises';
import { WebSocket } from 'ws';

/** What came back, word for word: all of it is searched. */
export interface Heard {
  readonly text: string;
  /** `data` of the answer or of each event. */
  readonly data: readonly unknown[];
  readonly codes: readonly string[];
}

interface GraphQLAnswer {
  readonly data?: unknown;
  readonly errors?: readonly { readonly message: string; readonly extensions?: { readonly code?: string } }[];
}

export interface Person {
  readonly email: string;
  readonly password: string;
}

const ACTING_FOR = 'x-bistrom-acting-for';
const NEVER_MS = 10_000;
/** How long a subscription may stay silent before it is taken to have told everything: longer where answers are slow. */
const QUIET_MS = 250;
const MOST_QUIET_MS = 2500;
const PROTOCOL = 'graphql-transport-ws';

/** Somebody at the doors of a running api, over HTTP and WebSocket, as no client library would hold back. */
export class Visitor {
  private socket: WebSocket | undefined;
  private connecting: Promise<WebSocket | string> | undefined;
  private subscriptions = 0;
  private slowestMs = 0;

  private constructor(
    private readonly url: string,
    private readonly headers: Readonly<Record<string, string>>,
  ) {}

  static anonymous(url: string): Visitor {
    return new Visitor(url, { 'user-agent': 'probe' });
  }

  /** A program with a key of its firm. */
  static withKey(url: string, secret: string): Visitor {
    return new Visitor(url, { authorization: `Bearer ${secret}`, 'user-agent': 'probe' });
  }

  /** @throws Error when the server does not take the password */
  static async signedIn(url: string, { email, password }: Person, agent = 'probe'): Promise<Visitor> {
    const response = await fetch(`${url}/api/auth/sign-in/email`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'user-agent': agent },
      body: JSON.stringify({ email, password }),
    });
    const token = response.headers.get('set-auth-token');
    if (!response.ok || token === null)
      throw new Error(`${email} could not sign in: ${await response.text()}`);
    return new Visitor(url, { authorization: `Bearer ${token}`, 'user-agent': agent });
  }

  /** The same sign-in, naming the firm that it acts for. */
  actingFor(firmId: string): Visitor {
    return new Visitor(this.url, { ...this.headers, [ACTING_FOR]: firmId });
  }

  async ask(query: string, variables: Readonly<Record<string, unknown>> = {}): Promise<Heard> {
    const askedAt = performance.now();
    const response = await fetch(`${this.url}/graphql`, {
      method: 'POST',
      headers: { ...this.headers, 'content-type': 'application/json' },
      body: JSON.stringify({ query, variables }),
    });
    const words = await wordsOf(response);
    this.slowestMs = Math.max(this.slowestMs, performance.now() - askedAt);
    return heardIn(words);
  }

  /** A page beside GraphQL. */
  async get(path: string): Promise<Heard> {
    const response = await fetch(`${this.url}${path}`, { headers: this.headers });
    return { text: (await wordsOf(response)).join('\n'), data: [], codes: [] };
  }

  /** Sends a file to a page beside GraphQL. */
  async send(path: string, file: string): Promise<Heard> {
    const response = await fetch(`${this.url}${path}`, { method: 'POST', headers: this.headers, body: file });
    return { text: (await wordsOf(response)).join('\n'), data: [], codes: [] };
  }

  /** Sends an empty form to a page beside GraphQL, as the button on it does. */
  async post(path: string): Promise<Heard> {
    const body = new URLSearchParams();
    const response = await fetch(`${this.url}${path}`, { method: 'POST', headers: this.headers, body });
    return { text: (await wordsOf(response)).join('\n'), data: [], codes: [] };
  }

  /**
   * Sends the operation over the WebSocket, whatever its kind, and hears it out.
   *
   * @param expectsEvent something has to come, so silence before it means only that the server is busy
   */
  async subscribe(
    query: string,
    variables: Readonly<Record<string, unknown>> = {},
    expectsEvent = false,
  ): Promise<Heard> {
    const socket = await this.connected();
    if (typeof socket === 'string') return { text: socket, data: [], codes: [] };
    const id = String((this.subscriptions += 1));
    const messages: string[] = [];
    let lastAt = Date.now();
    let over = false;
    const hear = (bytes: Buffer): void => {
      const text = bytes.toString('utf8');
      const { id: of, type } = JSON.parse(text) as { id?: string; type: string };
      if (of !== id) return;
      messages.push(text);
      lastAt = Date.now();
      over ||= type === 'error' || type === 'complete';
    };
    const close = (code: number, reason: Buffer): void => {
      messages.push(JSON.stringify({ type: 'closed', code, reason: reason.toString('utf8') }));
      over = true;
    };
    socket.setMaxListeners(0).on('message', hear).once('close', close);
    socket.send(JSON.stringify({ id, type: 'subscribe', payload: { query, variables } }));
    const quietMs = Math.min(Math.max(QUIET_MS, this.slowestMs), MOST_QUIET_MS);
    const waitMs = (): number => (expectsEvent && messages.length === 0 ? NEVER_MS : quietMs);
    while (!over && Date.now() - lastAt < waitMs()) await pause(5);
    socket.off('message', hear).off('close', close);
    if (!over) socket.send(JSON.stringify({ id, type: 'complete' }));
    return heardOf(messages);
  }

  leave(): void {
    this.socket?.terminate();
  }

  /** The socket that is let in, or how it was refused; several ask for it at once. */
  private async connected(): Promise<WebSocket | string> {
    if (this.socket?.readyState === WebSocket.OPEN && this.connecting === undefined) return this.socket;
    this.connecting ??= this.connect().finally(() => (this.connecting = undefined));
    return this.connecting;
  }

  private async connect(): Promise<WebSocket | string> {
    const { authorization, [ACTING_FOR]: actingFor, ...headers } = this.headers;
    const socket = new WebSocket(`${this.url.replace(/^http/, 'ws')}/graphql`, PROTOCOL, { headers });
    socket.on('error', () => undefined);
    this.socket = socket;
    await once(socket, 'open');
    const first = Promise.race([once(socket, 'message'), once(socket, 'close')]);
    socket.send(JSON.stringify({ type: 'connection_init', payload: { authorization, actingFor } }));
    const timer = setTimeout(() => socket.terminate(), NEVER_MS);
    const [message, reason] = (await first) as [Buffer | number, Buffer | boolean | undefined];
    clearTimeout(timer);
    return typeof message === 'number' ? `closed ${message} ${String(reason)}` : socket;
  }
}

/** Headers and body; every answer is searched whole. */
const wordsOf = async (response: Response): Promise<readonly [string, string]> => [
  JSON.stringify(Object.fromEntries(response.headers)),
  await response.text(),
];

function heardIn([headers, body]: readonly [string, string]): Heard {
  const answer = parsed(body);
  const { data } = answer;
  return {
    text: `${headers}\n${body}`,
    data: data === undefined || data === null ? [] : [data],
    codes: codesOf(answer),
  };
}

interface Message {
  readonly type: string;
  /** Of `error` a list of them, of `next` an answer. */
  readonly payload?: GraphQLAnswer | GraphQLAnswer['errors'];
}

function heardOf(messages: readonly string[]): Heard {
  const answers = messages.map((message): GraphQLAnswer => {
    const { payload = {} } = JSON.parse(message) as Message;
    return isErrors(payload) ? { errors: payload } : payload;
  });
  return {
    text: messages.join('\n'),
    data: answers.flatMap(({ data }) => data ?? []),
    codes: answers.flatMap(codesOf),
  };
}

const isErrors = (
  payload: NonNullable<Message['payload']>,
): payload is NonNullable<GraphQLAnswer['errors']> => Array.isArray(payload);
const codesOf = ({ errors = [] }: GraphQLAnswer): readonly string[] =>
  errors.map(({ extensions }) => extensions?.code ?? '');

function parsed(body: string): GraphQLAnswer {
  try {
    return JSON.parse(body) as GraphQLAnswer;
  } catch {
    return {};
  }
}
