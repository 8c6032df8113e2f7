import { once } from 'node:events';
import { Agent, request, type ClientRequest, type IncomingMessage, type RequestOptions } from 'node:http';
import { WebSocket } from 'ws';
import {
  INIT,
  SIGN_IN,
  type Answer,
  type Attempt,
  type Frames,
  type HttpAttempt,
  type Who,
} from './attempt.js';
import { Line } from './line.js';

/** Longer than any answer takes with many at once on two busy cores. */
const PATIENCE_MS = 20_000;
/** How long nothing must come before a connection counts as left open. */
const QUIET_MS = 60;
/** The same for a subscription that takes its place and has no news yet. */
const NO_NEWS_MS = 250;

export interface Address {
  readonly port: number;
  readonly authorization: Readonly<Partial<Record<Who, string>>>;
}

/** Sends what is to be sent, over as many connections as it takes, and says what came back. */
export class Sender {
  private readonly agent = new Agent({ keepAlive: true });
  private readonly lines = new Map<string, Line>();
  private sent = 0;

  constructor(private readonly address: Address) {}

  send(attempt: Attempt): Promise<Answer> {
    if (attempt.transport === 'http') return this.http(attempt);
    return attempt.transport === 'frames'
      ? this.frames(attempt)
      : this.line(attempt.who).ask(attempt.payload);
  }

  close(): void {
    this.agent.destroy();
    for (const line of this.lines.values()) line.close();
  }

  private async http(attempt: HttpAttempt): Promise<Answer> {
    const { method, path, body, headers: own, who } = attempt;
    const authorization = this.address.authorization[who];
    const headers = {
      ...(authorization === undefined ? {} : { authorization }),
      ...own,
      'content-length': Buffer.byteLength(body),
    };
    const asked = { port: this.address.port, host: '127.0.0.1', method, path, headers };
    try {
      return await this.request({ ...asked, ...this.from(path) }, body);
    } catch (error) {
      return { text: '', brokenOff: (error as Error).message };
    }
  }

  /** Again, as browsers do, where a connection that was kept open was closed for idleness at that very moment. */
  private async request(asked: RequestOptions, body: HttpAttempt['body']): Promise<Answer> {
    const sent = request(asked);
    sent.setTimeout(PATIENCE_MS, () => sent.destroy(new Error(`no answer within ${PATIENCE_MS} ms`)));
    sent.end(body);
    try {
      return await answerOf(sent);
    } catch (error) {
      if (sent.reusedSocket && (error as NodeJS.ErrnoException).code === 'ECONNRESET')
        return this.request(asked, body);
      throw error;
    }
  }

  /**
   * Sign-in counts by address, and is to be fuzzed rather than to refuse: each request comes from another address of
   * the machine's own network, where the system lends them out unasked.
   */
  private from(path: string): object {
    if (!path.startsWith(SIGN_IN)) return { agent: this.agent };
    this.sent += 1;
    const localAddress = `127.${1 + (this.sent >> 14)}.${(this.sent >> 7) & 127}.${1 + (this.sent & 127)}`;
    return { agent: false, ...(process.platform === 'linux' ? { localAddress } : {}) };
  }

  private line(who: Who): Line {
    const known = this.lines.get(who);
    if (known?.isOpen === true) return known;
    const made = new Line(this.address.port, this.init(who), NO_NEWS_MS);
    this.lines.set(who, made);
    return made;
  }

  private init(who: Who): string {
    return JSON.stringify({
      type: 'connection_init',
      payload: { authorization: this.address.authorization[who] },
    });
  }

  /** Sends one frame after the other, then waits until nothing more comes. */
  private async frames({ frames, who }: Frames): Promise<Answer> {
    const socket = new WebSocket(`ws://127.0.0.1:${this.address.port}/graphql`, 'graphql-transport-ws');
    const messages: string[] = [];
    socket.on('message', (data: Buffer) => messages.push(data.toString()));
    let problem = 'closed';
    socket.on('error', ({ message }) => (problem = message));
    const closed = new Promise<number>((resolve) => socket.once('close', resolve));
    const opened = new Promise<'open'>((resolve) => socket.once('open', () => resolve('open')));
    if ((await Promise.race([opened, closed])) !== 'open')
      return { text: '', brokenOff: `the upgrade was refused: ${problem}` };
    for (const frame of frames) {
      if (socket.readyState !== WebSocket.OPEN) break;
      socket.send(frame === INIT ? this.init(who) : frame, () => undefined);
      if (frame === INIT)
        await Promise.race([new Promise((resolve) => socket.once('message', resolve)), closed]);
    }
    const code = await quiet(messages, closed);
    socket.terminate();
    return { text: '', messages, ...(typeof code === 'number' ? { closed: code } : {}) };
  }
}

async function quiet(messages: readonly string[], closed: Promise<number>): Promise<number | undefined> {
  for (let heard = -1; heard !== messages.length;) {
    heard = messages.length;
    const code = await Promise.race([closed, pause(QUIET_MS)]);
    if (typeof code === 'number') return code;
  }
  return undefined;
}

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

/** The answer may come before all of the body has been sent: then it counts all the same. */
async function answerOf(sent: ClientRequest): Promise<Answer> {
  const [response] = (await once(sent, 'response')) as [IncomingMessage];
  sent.on('error', () => undefined);
  response.setEncoding('utf8');
  let text = '';
  for await (const chunk of response) text += chunk;
  return { status: response.statusCode, headers: response.headers, text };
}
