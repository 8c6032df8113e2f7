import { GRAPHQL, type Answer, type Attempt } from './attempt.js';

export type FaultKind = 'status' | 'unmasked' | 'internal' | 'malformed' | 'closed' | 'broken off';

/** One thing about an answer that may not be. */
export interface Fault {
  readonly kind: FaultKind;
  readonly why: string;
}

/**
 * Nothing of how we are built, and no words of a library or the database. What is sent holds none of these, so that
 * none can be an echo.
 */
const LEAKS: readonly RegExp[] = [
  /\bat (?:\S+ )?\(?(?:file:|node:|\/)\S+:\d+/,
  /\.[cm]?[jt]s:\d+/,
  /node_modules|\/(?:tmp|home|usr|work|var|root|app|opt)\//,
  /postgres(?:ql)?:\/\/|redis:\/\//,
  /\b(?:select|insert into|update|delete from)\b.+\b(?:from|values|set|where)\b.+\$\d/is,
  /QueryFailed|EntityNotFound|TypeORM|DecimalError|AssertionError|\b(?:Type|Reference|Range|Syntax)Error\b/,
  /violates|duplicate key|syntax error at or near|invalid input syntax|invalid byte sequence|out of range for type/i,
  /(?:relation|column|constraint|function) "[^"]*"|deadlock|terminating connection|statement timeout|ECONN[A-Z]+/i,
  /Cannot (?:read|set) propert|is not (?:a function|iterable|a constructor)|(?<!Variable \\?"\$\w{1,99}\\?") is not defined(?! by)|Cannot convert|Cannot destructure/,
  /in JSON at position|Unexpected (?:end of JSON|token .* is not valid JSON)|Maximum call stack/,
  /Invalid (?:time|array|count) (?:value|length)|Cannot return null for non-nullable|Expected Iterable/,
  /Did you mean/,
];

/** Codes of RFC 6455 and graphql-transport-ws that tell a client what *it* did; 1006, 1011, 4500 tell what we did. */
const CLOSES = new Set([1000, 1001, 1002, 1003, 1007, 1009, 1012, 4400, 4401, 4403, 4406, 4408, 4409, 4429]);
const MESSAGES = new Set(['connection_ack', 'next', 'error', 'complete', 'ping', 'pong']);

/** Everything that is wrong with an answer; empty where nothing is. */
export function faultsOf(attempt: Attempt, answer: Answer): readonly Fault[] {
  if (answer.brokenOff !== undefined) return [fault('broken off', answer.brokenOff)];
  const found = attempt.transport === 'http' ? httpFaults(attempt.path, answer) : socketFaults(answer);
  return [...found, ...leaksOf([answer.text, ...(answer.messages ?? [])].join('\n'))];
}

const fault = (kind: FaultKind, why: string): Fault => ({ kind, why });

function leaksOf(text: string): readonly Fault[] {
  const leak = LEAKS.map((one) => one.exec(text)?.[0]).find((one) => one !== undefined);
  return leak === undefined ? [] : [fault('unmasked', `the answer tells «${leak}»`)];
}

function httpFaults(path: string, answer: Answer): readonly Fault[] {
  const { status = 0 } = answer;
  if (status >= 500) return [fault('status', `HTTP ${status}`)];
  return path.startsWith(GRAPHQL) ? graphFaults(status, answer) : [];
}

const TYPES = /^application\/(?:graphql-response\+)?json; *charset=utf-8$/i;

/** GraphQL over HTTP, sections 6 and 7: what an answer of the endpoint is. */
function graphFaults(status: number, { headers, text }: Answer): readonly Fault[] {
  // Who opens the address in a browser is sent to the schema.
  if (status === 302) return [];
  const type = String(headers?.['content-type'] ?? '');
  if (!TYPES.test(type)) return [fault('malformed', `HTTP ${status} as «${type}»`)];
  const body = parsed(text);
  if (!isObject(body)) return [fault('malformed', `HTTP ${status} and a body that is no JSON object`)];
  const odd = oddityOf(status, body);
  return odd === undefined ? errorFaults(body['errors']) : [fault('malformed', odd)];
}

/** What of the envelope is not as it should be. */
function oddityOf(
  status: number,
  { data, errors, ...rest }: Readonly<Record<string, unknown>>,
): string | undefined {
  const [unknown] = Object.keys(rest).filter((key) => key !== 'extensions');
  if (unknown !== undefined) return `an unknown member ${unknown}`;
  if (data === undefined && errors === undefined) return 'neither data nor errors';
  if (status < 400) return undefined;
  if (errors === undefined) return `HTTP ${status} without errors`;
  return isObject(data) ? `HTTP ${status} with data` : undefined;
}

/** Each error says what is wrong, and under which code. */
function errorFaults(errors: unknown): readonly Fault[] {
  if (errors === undefined) return [];
  if (!Array.isArray(errors) || errors.length === 0)
    return [fault('malformed', 'errors are no list, or empty')];
  return errors.flatMap((error: unknown) => {
    const { message, extensions } = isObject(error) ? error : {};
    if (typeof message !== 'string' || message === '')
      return [fault('malformed', 'an error without a message')];
    const code = isObject(extensions) ? extensions['code'] : undefined;
    if (typeof code !== 'string') return [fault('unmasked', `an error without a code: ${message}`)];
    return code.startsWith('INTERNAL') ? [fault('internal', message)] : [];
  });
}

function socketFaults({ messages = [], closed }: Answer): readonly Fault[] {
  const wrong = closed === undefined || CLOSES.has(closed) ? [] : [fault('closed', `closed with ${closed}`)];
  return [...wrong, ...messages.flatMap(messageFaults)];
}

function messageFaults(text: string): readonly Fault[] {
  const message = parsed(text);
  if (!isObject(message) || !MESSAGES.has(String(message['type'])))
    return [fault('malformed', `a message that the protocol does not know: ${text.slice(0, 100)}`)];
  const { type, payload } = message;
  if (type === 'error') return errorFaults(payload ?? null);
  return type === 'next' && isObject(payload) ? errorFaults(payload['errors']) : [];
}

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

function parsed(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}

/** How an answer is counted: its status or close and the first code or union member that it names. */
export function markOf({ status, text, messages, closed, brokenOff }: Answer): string {
  if (brokenOff !== undefined) return 'broken off';
  const named = namedIn(
    messages === undefined ? text : (messages.find((one) => !one.includes('_ack')) ?? ''),
  );
  const how = status ?? (closed === undefined ? 'socket' : `closed ${closed}`);
  return [how, named].filter((part) => part !== '').join(' ');
}

const namedIn = (text: string): string =>
  /"code":"([A-Z_]{2,60})"/.exec(text)?.[1] ??
  /"__typename":"(\w{1,60})"/.exec(text)?.[1] ??
  /^\{"(?:id":"[^"]*",")?type":"(\w{1,20})"/.exec(text)?.[1] ??
  (text.startsWith('{"data":') ? 'data' : '');
