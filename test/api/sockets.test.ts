import { once } from 'node:events';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { WebSocket } from 'ws';
import { Running, type Member } from '../support/running.js';
import { authorizationOf, Wire } from '../support/wire.js';

const SUBSCRIPTION = 'subscription { matchFound { cursor } }';

let running: Running;
let member: Member;
beforeAll(async () => {
  running = await Running.start();
  member = await running.member('16.10', { latitude: 60, longitude: 12 });
}, 60_000);
afterAll(() => running.stop());

const opened = (): Promise<Wire> => Wire.open(running);
const signedIn = (): Promise<Wire> => Wire.signedIn(running, member.client);
const answered = async (wire: Wire, id: string): Promise<string> =>
  JSON.stringify(await wire.until((message) => message.id === id && message.type !== 'next'));

describe('the protocol graphql-transport-ws', () => {
  it.each<[string, number, () => Promise<Wire>, (wire: Wire) => void]>([
    ['no token', 4403, opened, (wire) => wire.init()],
    ['a token that signs nobody in', 4403, opened, (wire) => wire.init('Bearer nonsense.nonsense')],
    ['a token that is no text', 4403, opened, (wire) => wire.init(['x'] as never)],
    ['a subscription before it is known who asks', 4401, opened, (wire) => wire.subscribe('1', SUBSCRIPTION)],
    ['silence', 4408, opened, () => undefined],
    ['two initialisations', 4429, signedIn, (wire) => wire.init(authorizationOf(member.client))],
    ['text that is not JSON', 4400, opened, (wire) => wire.send('{')],
    ['a message of no known type', 4400, opened, (wire) => wire.send({ type: 'hello' })],
    [
      'an acknowledgement, which is ours to give',
      4400,
      signedIn,
      (wire) => wire.send({ type: 'connection_ack' }),
    ],
    [
      'an event, which is ours to send',
      4400,
      signedIn,
      (wire) => wire.send({ type: 'next', id: '1', payload: { data: {} } }),
    ],
    ['a subscription without an id', 4400, signedIn, (wire) => wire.send({ type: 'subscribe', payload: {} })],
    ['a message over 64 KiB', 1009, opened, (wire) => wire.send('x'.repeat(64 * 1024 + 1))],
  ])('closes on %s with %i', async (_what, code, open, speak) => {
    const wire = await open();
    speak(wire);
    expect((await wire.closed).code).toBe(code);
  });

  it('closes on an id that is taken with 4409', async () => {
    const wire = await signedIn();
    wire.subscribe('1', SUBSCRIPTION);
    wire.subscribe('1', SUBSCRIPTION);
    expect(await wire.closed).toMatchObject({ code: 4409, reason: 'Subscriber for 1 already exists' });
  });

  it('closes on another protocol of that time with 4406', async () => {
    const socket = new WebSocket(`ws://127.0.0.1:${running.port}/graphql`);
    expect(await once(socket, 'close')).toEqual([4406, expect.anything()]);
  });

  it('answers a ping with its payload, before and after it is known who asks', async () => {
    for (const wire of [await opened(), await signedIn()]) {
      wire.send({ type: 'ping', payload: { at: 1 } });
      const pong = await wire.until(({ type }) => type === 'pong');
      expect(pong).toEqual({ type: 'pong', payload: { at: 1 } });
      wire.socket.terminate();
    }
  });

  it('lets an id be used again once its subscription is completed', async () => {
    const wire = await signedIn();
    wire.subscribe('1', SUBSCRIPTION);
    wire.send({ id: '1', type: 'complete' });
    wire.subscribe('1', '{ viewer { name } }');
    expect(await answered(wire, '1')).toContain('Only subscriptions');
    wire.socket.terminate();
  });
});

describe('the WebSocket', () => {
  it('serves subscriptions only: a query, introspection and a mutation are refused', async () => {
    const wire = await signedIn();
    for (const query of [
      '{ viewer { name } }',
      '{ __schema { types { name } } }',
      'mutation { pauseListing(id: "1") { __typename } }',
    ]) {
      wire.subscribe(query, query);
      expect(await answered(wire, query)).toContain('Only subscriptions');
    }
    wire.socket.terminate();
  });

  it('refuses a cursor that is none, with a sentence', async () => {
    const wire = await signedIn();
    wire.subscribe('1', 'subscription { matchFound(after: "nonsense") { cursor } }');
    expect(JSON.stringify(await wire.until(({ id }) => id === '1'))).toContain('not a cursor');
    wire.socket.terminate();
  });

  it.each([
    [
      'too many aliases',
      `subscription { matchFound { ${'abcdefghijklmnop'.replace(/./g, '$&: cursor ')} } }`,
    ],
    ['too deep', `subscription { matchFound { ${'match { proposals { '.repeat(4)} id ${'} }'.repeat(4)} } }`],
    ['too long', `subscription { matchFound { cursor } } ${'#'.repeat(33_000)}`],
  ])('holds an operation against the limits of HTTP: %s', async (_what, query) => {
    const wire = await signedIn();
    wire.subscribe('1', query);
    expect(await answered(wire, '1')).toMatch(/TOO_(COMPLEX|DEEP|LONG)/);
    wire.socket.terminate();
  });

  it.each([
    ['another origin', 'https://elsewhere.example'],
    ['our origin on another port', 'http://localhost:1'],
    ['an origin that hides itself', 'null'],
    ['an origin that begins with ours', 'http://localhost.elsewhere.example'],
  ])('refuses a page of %s with 403', async (_what, origin) => {
    await expect(Wire.open(running, { origin })).rejects.toThrow('403');
  });

  it('takes a page of the public address, one of the host that it calls, and a program', async () => {
    const headersOfOurs: Record<string, string>[] = [
      { origin: `http://localhost:${running.port}` },
      { origin: 'http://market.example', host: 'market.example' },
      {},
    ];
    for (const headers of headersOfOurs) {
      const wire = await Wire.open(running, headers);
      wire.socket.terminate();
    }
  });

  it('refuses the twenty-first subscription and keeps the twenty', async () => {
    const wire = await signedIn();
    for (let id = 1; id <= 21; id += 1) wire.subscribe(String(id), SUBSCRIPTION);
    expect(await answered(wire, '21')).toContain('TOO_MANY_SUBSCRIPTIONS');
    wire.send({ id: '7', type: 'complete' });
    wire.subscribe('22', 'subscription { matchFound(after: "nonsense") { cursor } }');
    expect(JSON.stringify(await wire.until(({ id }) => id === '22'))).toContain('not a cursor');
    expect(wire.heard.filter(({ type }) => type === 'error' || type === 'complete').length).toBeLessThan(4);
    expect(wire.socket.readyState).toBe(WebSocket.OPEN);
    wire.socket.terminate();
  });

  it('gives up a client that asks and does not read, with 1013', async () => {
    const wire = await signedIn();
    const ping = { type: 'ping', payload: { filler: 'x'.repeat(60_000) } };
    wire.socket.pause();
    // 60 kB × 600 = 36 MB of answers: more than the buffers of the two kernels and the 8 MB that are borne
    for (let sent = 0; sent < 600; sent += 1) wire.send(ping);
    await new Promise((resolve) => setTimeout(resolve, 1500));
    wire.socket.resume();
    const { code, reason } = await wire.closed;
    expect([code, reason]).toEqual([1013, expect.stringContaining('`after`')]);
  });
});
