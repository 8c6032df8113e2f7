import { readdirSync, readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { buildSchema, parse, validate } from 'graphql';
import { buildPage } from '../web/built-page.js';
import { Running, type Member } from '../support/running.js';
import { authorizationOf, Wire } from '../support/wire.js';

const built = (file: string): string => readFileSync(new URL(`../../${file}`, import.meta.url), 'utf8');

let known: [hash: string, text: string][];
let running: Running;
let member: Member;
let browser: Record<string, string>;
beforeAll(async () => {
  await buildPage();
  known = Object.entries(JSON.parse(built('dist/web/documents.json')) as Record<string, string>);
  running = await Running.start();
  member = await running.member('16.10', { latitude: 60, longitude: 12 });
  browser = { origin: `http://localhost:${running.port}` };
}, 120_000);
afterAll(() => running.stop());

interface Fault {
  readonly message: string;
  readonly extensions: { readonly code: string };
}
interface Answer {
  readonly data?: unknown;
  readonly errors?: readonly Fault[];
}

const hashOf = (start: string): string => known.find(([, text]) => text.startsWith(start))?.[0] ?? 'none';
const byHash = (sha256Hash: string) => ({
  query: '',
  extensions: { persistedQuery: { version: 1, sha256Hash } },
});

async function post(body: object, headers: Record<string, string> = {}): Promise<Answer> {
  const response = await fetch(`${running.url}/graphql`, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      authorization: authorizationOf(member.client),
      ...headers,
    },
    body: JSON.stringify(body),
  });
  return (await response.json()) as Answer;
}

async function subscribing(payload: object, headers: Record<string, string>): Promise<Wire> {
  const wire = await Wire.open(running, headers);
  wire.init(authorizationOf(member.client));
  await wire.until(({ type }) => type === 'connection_ack');
  wire.send({ id: '1', type: 'subscribe', payload });
  return wire;
}

async function refusal(payload: object, headers: Record<string, string> = {}): Promise<Fault | undefined> {
  const wire = await subscribing(payload, headers);
  const error = await wire.until(({ id, type }) => id === '1' && type === 'error');
  wire.socket.terminate();
  return (error.payload as Fault[])[0];
}

/** Whether a subscription holds: its id is then taken, and asking for it once more closes the socket with 4409. */
async function holds(payload: object, headers: Record<string, string> = {}): Promise<boolean> {
  const wire = await subscribing(payload, headers);
  wire.send({ id: '2', type: 'subscribe', payload: { query: '{ viewer { name } }' } });
  await wire.until(({ id }) => id === '2');
  wire.send({ id: '1', type: 'subscribe', payload });
  const closed = wire.closed.then(({ code }) => code === 4409);
  return Promise.race([closed, wire.until(({ id }) => id === '1').then(() => false)]);
}

describe('the documents of the page', () => {
  it('are all valid, and each hash stands in a script that the browser loads', () => {
    const schema = buildSchema(built('apps/api/schema.graphql'));
    expect(known.length).toBeGreaterThanOrEqual(4);
    for (const [, text] of known) expect(validate(schema, parse(text))).toEqual([]);
    const scripts = readdirSync(new URL('../../dist/web/assets/', import.meta.url))
      .filter((file) => file.endsWith('.js'))
      .map((file) => built(`dist/web/assets/${file}`));
    const missing = known.filter(([hash]) => !scripts.some((script) => script.includes(hash)));
    expect(missing.map(([, text]) => text.slice(0, 60))).toEqual([]);
  });

  it('are carried out by their hash alone, from a browser and from a program', async () => {
    for (const headers of [browser, {}]) {
      const { data, errors } = await post(byHash(hashOf('query ConsoleViewer{')), headers);
      expect([errors, data]).toEqual([undefined, { viewer: expect.objectContaining({ name: 'Person' }) }]);
      expect(await holds(byHash(hashOf('subscription LiveMatches(')), headers)).toBe(true);
    }
  });

  it('take their variables with them', async () => {
    const { errors } = await post(
      { ...byHash(hashOf('query BoardFigures(')), variables: { clusterId: 'x' } },
      browser,
    );
    expect(errors?.[0]?.message).toContain('$from');
  });

  it('that nobody knows are the same clear error on both transports', async () => {
    for (const sent of [byHash('0'.repeat(64)), byHash('__proto__'), byHash('')]) {
      const { errors } = await post(sent, browser);
      expect(errors?.[0]).toEqual({
        message: expect.stringContaining('load the page again'),
        extensions: { code: 'UNKNOWN_DOCUMENT' },
      });
      expect(await refusal(sent, browser)).toEqual(errors?.[0]);
    }
  });
});

describe('a page in a browser', () => {
  const QUERY = '{ viewer { firms { id } } }';
  const SUBSCRIPTION = 'subscription { matchFound { cursor match { score } } }';

  it('may ask nothing else: not by origin, nor by the word of the browser alone', async () => {
    for (const headers of [browser, { 'sec-fetch-site': 'same-origin' }, { origin: 'null' }]) {
      const { errors } = await post({ query: QUERY }, headers);
      expect(errors?.[0]?.extensions).toEqual({ code: 'UNKNOWN_DOCUMENT' });
    }
    const refused = await refusal({ query: SUBSCRIPTION }, browser);
    expect(refused?.extensions).toEqual({ code: 'UNKNOWN_DOCUMENT' });
  });

  it('may spell out what it was built with', async () => {
    const [, text] = known.find(([hash]) => hash === hashOf('query ConsoleViewer{')) ?? ['', ''];
    expect((await post({ query: text }, browser)).errors).toBeUndefined();
    expect((await post({ query: `${text} ` }, browser)).errors).toHaveLength(1);
  });

  it('keeps no program from asking freely within the limits', async () => {
    expect((await post({ query: QUERY })).errors).toBeUndefined();
    expect(await holds({ query: SUBSCRIPTION })).toBe(true);
  });
});
