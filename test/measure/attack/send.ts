import { once } from 'node:events';
import { Agent, request, type ClientRequest, type IncomingMessage } from 'node:http';
import { WebSocket } from 'ws';
import { marked, type Answer, type Attack, type HttpAttack, type SocketAttack } from './attack.js';
import { INIT } from './frames.js';

export interface Victim {
  readonly port: number;
  readonly authorization: string;
}

/** Nothing here may take longer: what is not answered by then counts as not refused. */
const PATIENCE_MS = 5000;

export const send = (victim: Victim, attack: Attack): Promise<Answer> =>
  attack.transport === 'http' ? sendHttp(victim, attack) : sendFrames(victim, attack);

const agent = new Agent({ keepAlive: true, maxSockets: 1 });

async function sendHttp({ port, authorization }: Victim, attack: HttpAttack): Promise<Answer> {
  const { method, path, body, isSignedIn } = attack;
  const headers = {
    ...attack.headers,
    ...(isSignedIn ? { authorization } : {}),
    ...(attack.headers['transfer-encoding'] === undefined ? { 'content-length': body.length } : {}),
  };
  const started = performance.now();
  const sent = request({ agent, port, host: '127.0.0.1', method, path, headers, timeout: PATIENCE_MS });
  sent.on('timeout', () => sent.destroy(new Error('no answer')));
  sent.end(body);
  try {
    const { status, text } = await answerOf(sent);
    return { mark: marked(markOf(status, text), text), text, ms: performance.now() - started };
  } catch (error) {
    return { mark: `broken off: ${(error as Error).message}`, text: '', ms: performance.now() - started };
  }
}

/** The answer may come, and the connection end, before the body has been sent: then it counts all the same. */
async function answerOf(sent: ClientRequest): Promise<{ status: number; text: string }> {
  const [response] = (await once(sent, 'response')) as [IncomingMessage];
  sent.on('error', () => undefined);
  response.setEncoding('utf8');
  let text = '';
  for await (const chunk of response) text += chunk;
  return { status: response.statusCode ?? 0, text };
}

interface Envelope {
  readonly data?: Readonly<Record<string, { readonly __typename?: string } | null>> | null;
  readonly errors?: readonly { readonly extensions?: { readonly code?: string } }[];
}

function markOf(status: number, text: string): string {
  const { data, errors } = envelopeOf(text);
  const code = errors?.[0]?.extensions?.code;
  const [result] = Object.values(data ?? {});
  const refused = result?.__typename?.endsWith('Error') === true ? result.__typename : undefined;
  return [status, code ?? refused].filter((part) => part !== undefined).join(' ');
}

function envelopeOf(text: string): Envelope {
  try {
    return JSON.parse(text) as Envelope;
  } catch {
    return {};
  }
}

async function sendFrames({ port, authorization }: Victim, attack: SocketAttack): Promise<Answer> {
  const headers = attack.origin === undefined ? {} : { origin: attack.origin };
  const socket = new WebSocket(`ws://127.0.0.1:${port}/graphql`, 'graphql-transport-ws', { headers });
  const init = JSON.stringify({ type: 'connection_init', payload: { authorization } });
  let started = performance.now();
  const outcome = outcomeOf(socket);
  const over = outcome.then(() => undefined);
  await Promise.race([once(socket, 'open').catch(() => undefined), over]);
  if (socket.readyState === WebSocket.OPEN) {
    for (const [at, message] of attack.messages.entries()) {
      const acknowledged = message === INIT && at === 0 ? once(socket, 'message') : undefined;
      started = performance.now();
      socket.send(message === INIT ? init : message, () => undefined);
      if (acknowledged !== undefined) await Promise.race([acknowledged, over]);
    }
  }
  const { mark, text } = await outcome;
  const ms = performance.now() - started;
  socket.terminate();
  return { mark: marked(mark, text), text, ms };
}

/** The first error, or how the socket was closed. */
function outcomeOf(socket: WebSocket): Promise<{ mark: string; text: string }> {
  return new Promise((resolve) => {
    const timer = setTimeout(() => resolve({ mark: 'no answer', text: '' }), PATIENCE_MS);
    const end = (mark: string, text: string): void => {
      clearTimeout(timer);
      resolve({ mark, text });
    };
    socket.on('message', (data: Buffer) => {
      const text = data.toString();
      const { type, payload } = JSON.parse(text) as { type: string; payload?: Envelope['errors'] };
      if (type === 'error') end(`error ${payload?.[0]?.extensions?.code}`, text);
    });
    socket.on('close', (code, reason) => end(`closed ${code}`, reason.toString()));
    socket.on('unexpected-response', (sent: ClientRequest, response: IncomingMessage) => {
      end(`refused ${response.statusCode}`, '');
      sent.destroy();
    });
    socket.on('error', () => undefined);
  });
}
