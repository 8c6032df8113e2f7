import { lookup as lookUp, type LookupAddress } from 'node:dns';
import {
  Agent as HttpAgent,
  request as httpRequest,
  type ClientRequest,
  type IncomingMessage,
} from 'node:http';
import { Agent as HttpsAgent, request as httpsRequest } from 'node:https';
import { BlockList, isIP, type LookupFunction } from 'node:net';
import { promisify } from 'node:util';
import { RequestFilteringHttpsAgent } from 'request-filtering-agent';
import { retryAfterOf, webhookOutcome, type WebhookOutcome } from '#domain';

/** For all of it, from the look-up of the name to the answer. Less than the lease of a delivery. */
const DEADLINE_MS = 10_000;
/** Nothing of it is kept; a receiver that goes on is hung up on. */
const MOST_ANSWER_BYTES = 4096;

export interface Message {
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

export interface Answered {
  readonly outcome: WebhookOutcome;
  readonly statusCode: number | undefined;
  readonly retryAfterSeconds: number;
}

/** Every address of a name. */
export type Resolve = (hostname: string) => Promise<readonly LookupAddress[]>;

/** Sends a message and says how that went; throws nothing that the receiver can bring about. */
export type Post = (message: Message) => Promise<Answered>;

export interface PostParts {
  /** Addresses and CIDR blocks that the operator lets messages go to, also in the clear. */
  readonly allowed: readonly string[];
  readonly resolve?: Resolve;
  readonly deadlineMs?: number;
}

/**
 * What goes out goes to addresses that others chose. A name is looked up once, and the connection is held to what was
 * found: to public addresses, which the filtering agent sees to when it connects, or to those that the operator allows.
 * A name that leads elsewhere a moment later changes nothing.
 */
export function openPost({ allowed, resolve = systemResolve, deadlineMs = DEADLINE_MS }: PostParts): Post {
  const blocks = blocksOf(allowed);
  const isAllowed = ({ address, family }: LookupAddress): boolean =>
    blocks.check(address, family === 6 ? 'ipv6' : 'ipv4');
  return async ({ url, headers, body }) => {
    const deadline = AbortSignal.timeout(deadlineMs);
    try {
      const target = new URL(url);
      const found = await within(deadline, resolve(target.hostname.replace(/^\[|\]$/g, '')));
      const isOwn = found.length > 0 && found.every(isAllowed);
      if (target.protocol !== 'https:' && !isOwn) return failed('ADDRESS_REFUSED');
      return await exchange(target, { headers, body, found, isOwn, deadline });
    } catch (error) {
      return failed(outcomeOf(error, deadline));
    }
  };
}

const systemResolve: Resolve = (hostname) => promisify(lookUp)(hostname, { all: true });

function blocksOf(allowed: readonly string[]): BlockList {
  const blocks = new BlockList();
  for (const one of allowed) {
    const [address = '', prefix] = one.split('/');
    const family = isIP(address) === 6 ? 'ipv6' : 'ipv4';
    if (prefix === undefined) blocks.addAddress(address, family);
    else blocks.addSubnet(address, Number(prefix), family);
  }
  return blocks;
}

interface Exchange extends Pick<Message, 'headers' | 'body'> {
  readonly found: readonly LookupAddress[];
  readonly isOwn: boolean;
  readonly deadline: AbortSignal;
}

function exchange(target: URL, { headers, body, found, isOwn, deadline }: Exchange): Promise<Answered> {
  const secure = target.protocol === 'https:';
  const agent = isOwn ? plainAgent(secure) : new RequestFilteringHttpsAgent(NOTHING_KEPT);
  const options = { method: 'POST', headers, agent, lookup: heldTo(found), signal: deadline };
  return new Promise((resolve, reject) => {
    const request: ClientRequest = (secure ? httpsRequest : httpRequest)(target, options);
    request.once('error', reject);
    request.once('response', (response) => {
      const answered = answerOf(response);
      drain(response, () => resolve(answered));
    });
    request.end(body);
  });
}

/** No connection is shared: what one firm's receiver does to it touches nobody else. */
const NOTHING_KEPT = { keepAlive: false } as const;
const plainAgent = (secure: boolean): HttpAgent =>
  secure ? new HttpsAgent(NOTHING_KEPT) : new HttpAgent(NOTHING_KEPT);

/** Answers with what was found before, whichever form is asked for. */
const heldTo =
  (found: readonly LookupAddress[]): LookupFunction =>
  (_hostname, { all }, done) => {
    const [first] = found;
    if (first === undefined) done(Object.assign(new Error('No address.'), { code: 'ENOTFOUND' }), '', 0);
    else if (all === true) done(null, [...found]);
    else done(null, first.address, first.family);
  };

function answerOf({ statusCode = 0, headers }: IncomingMessage): Answered {
  return {
    outcome: webhookOutcome(statusCode),
    statusCode,
    retryAfterSeconds: retryAfterOf(statusCode, headers['retry-after'], new Date()),
  };
}

/** The code is the answer: what follows it is read a little, so that a polite receiver is not cut off, and dropped. */
function drain(response: IncomingMessage, done: () => void): void {
  let bytes = 0;
  response.on('data', (chunk: Buffer) => {
    bytes += chunk.length;
    if (bytes > MOST_ANSWER_BYTES) response.destroy();
  });
  response.once('error', () => undefined);
  response.once('close', done);
}

const failed = (outcome: WebhookOutcome): Answered => ({
  outcome,
  statusCode: undefined,
  retryAfterSeconds: 0,
});

function within<T>(signal: AbortSignal, work: Promise<T>): Promise<T> {
  const over = new Promise<never>((_resolve, reject) => {
    signal.addEventListener('abort', () => reject(new Error('The deadline is over.')), { once: true });
  });
  return Promise.race([work, over]);
}

const UNKNOWN_NAMES: readonly (string | undefined)[] = ['ENOTFOUND', 'EAI_AGAIN', 'ENODATA'];
/** The agent tells its refusals by words alone. */
const REFUSED_ADDRESS = /is not allowed\. Because/;

function outcomeOf(error: unknown, deadline: AbortSignal): WebhookOutcome {
  const { code, message = '' } = error as { code?: string; message?: string };
  if (deadline.aborted) return 'TIMED_OUT';
  if (REFUSED_ADDRESS.test(message)) return 'ADDRESS_REFUSED';
  return UNKNOWN_NAMES.includes(code) ? 'NAME_UNKNOWN' : 'UNREACHABLE';
}
