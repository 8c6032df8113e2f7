import { once } from 'node:events';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { WebSocket } from 'ws';
import { Running, type Member } from '../support/running.js';

let running: Running;
let member: Member;
beforeAll(async () => {
  running = await Running.start();
  member = await running.member('16.10', { latitude: 60, longitude: 12 });
}, 60_000);
afterAll(() => running.stop());

const open = (headers: Record<string, string> = {}): WebSocket =>
  new WebSocket(`ws://127.0.0.1:${running.port}/graphql`, 'graphql-transport-ws', { headers });

/** Says hello and subscribes; gives every message until the socket closes or one of the wanted types comes. */
async function talk(
  authorization: string | undefined,
  query: string,
  until: string,
): Promise<{ type: string; payload?: unknown }[]> {
  const socket = open();
  const heard: { type: string; payload?: unknown }[] = [];
  await once(socket, 'open');
  return new Promise((resolve) => {
    socket.on('close', (code) => resolve([...heard, { type: `closed ${code}` }]));
    socket.on('message', (data: Buffer) => {
      const message = JSON.parse(data.toString()) as { type: string; payload?: unknown };
      heard.push(message);
      if (message.type === 'connection_ack') {
        socket.send(JSON.stringify({ id: '1', type: 'subscribe', payload: { query } }));
      }
      if (message.type === until) socket.terminate();
    });
    socket.send(JSON.stringify({ type: 'connection_init', payload: { authorization } }));
  });
}

describe('the WebSocket', () => {
  const authorization = (): string => (member.client as unknown as { authorization: string }).authorization;

  it('closes at once on who is not signed in', async () => {
    const heard = await talk(undefined, 'subscription { matchFound { cursor } }', 'next');
    expect(heard).toEqual([{ type: 'closed 4403' }]);
  });

  it('serves subscriptions only: a query, introspection and a mutation are refused', async () => {
    for (const query of [
      '{ viewer { name } }',
      '{ __schema { types { name } } }',
      'mutation { pauseListing(id: "1") { __typename } }',
    ]) {
      const heard = await talk(authorization(), query, 'error');
      const error = heard.find((message) => message.type === 'error');
      expect(JSON.stringify(error?.payload)).toContain('Only subscriptions');
    }
  });

  it('refuses a page of another origin', async () => {
    const socket = open({ origin: 'https://elsewhere.example' });
    const [error] = (await once(socket, 'error')) as [Error];
    expect(error.message).toContain('401');
  });

  it('refuses a cursor that is none, with a sentence', async () => {
    const heard = await talk(
      authorization(),
      'subscription { matchFound(after: "nonsense") { cursor } }',
      'complete',
    );
    expect(JSON.stringify(heard)).toContain('not a cursor');
  });
});
