import { afterEach, describe, expect, it } from '@jest/globals';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { openRouter } from '#market';

// A server of our own that speaks the protocol; the client and the network between them are the real ones.
let server: Server | undefined;
let asked: string[] = [];

afterEach(() => {
  server?.closeAllConnections();
  server?.close();
  server = undefined;
  asked = [];
});

type Answer = (path: string, response: ServerResponse) => void;

async function serve(answer: Answer): Promise<string> {
  const listening = createServer((request: IncomingMessage, response) => {
    asked.push(request.url ?? '');
    answer(request.url ?? '', response);
  });
  server = listening;
  await new Promise<void>((done) => listening.listen(0, '127.0.0.1', done));
  return `http://127.0.0.1:${(listening.address() as AddressInfo).port}`;
}

const json =
  (body: unknown, status = 200): Answer =>
  (_path, response) => {
    response.writeHead(status, { 'content-type': 'application/json' });
    response.end(JSON.stringify(body));
  };

const isTable = (path: string): boolean => path.startsWith('/table/');
const coordinates = (path: string): string[] => (path.split('/')[4] ?? '').split('?')[0]?.split(';') ?? [];
/** Every destination as many kilometres away as its place in the list. */
const countingTable: Answer = (path, response) =>
  json({ code: 'Ok', distances: [coordinates(path).map((_one, index) => index * 1000)] })(path, response);

const KONGSVINGER = { latitude: 60.19, longitude: 12 };
const OSLO = { latitude: 59.91, longitude: 10.75 };
const HAMAR = { latitude: 60.79, longitude: 11.07 };

describe('distances from a router', () => {
  it('are asked for in one table, longitude first, and come back in kilometres', async () => {
    const url = await serve(json({ code: 'Ok', distances: [[0, 95_400, 94_000.5]] }));
    expect(await openRouter(url).distances(KONGSVINGER, [OSLO, HAMAR])).toEqual([95.4, 94.0005]);
    expect(asked).toEqual([
      '/table/v1/driving/12.00000,60.19000;10.75000,59.91000;11.07000,60.79000?sources=0&annotations=distance',
    ]);
  });

  it('keep the path of the address', async () => {
    const url = await serve(countingTable);
    expect(await openRouter(`${url}/osrm/`).distances(KONGSVINGER, [])).toEqual([]);
    await openRouter(`${url}/osrm/`).distances(KONGSVINGER, [OSLO]);
    expect(asked[0]).toMatch(/^\/osrm\/table\/v1\/driving\//);
  });

  it('of many places are asked for a hundred coordinates at a time, and keep their order', async () => {
    const url = await serve(countingTable);
    const found = await openRouter(url).distances(KONGSVINGER, Array<typeof OSLO>(250).fill(OSLO));
    expect(asked.map((path) => coordinates(path).length)).toEqual([100, 100, 53]); // 99 + 99 + 52 = 250
    expect([found.length, found[0], found[98], found[99], found[249]]).toEqual([250, 1, 99, 1, 52]);
  });

  it('are undefined where no road goes', async () => {
    const url = await serve(json({ code: 'Ok', distances: [[0, null, 94_000]] }));
    expect(await openRouter(url).distances(KONGSVINGER, [OSLO, HAMAR])).toEqual([undefined, 94]);
  });

  it.each([
    ['without a table', json({ code: 'NotImplemented' }, 501)],
    ['that knows no distances in tables', json({ code: 'Ok', durations: [[0, 60, 70]] })],
    ['that refuses a table for one place far from any road', json({ code: 'NoSegment' }, 400)],
  ])('of a server %s are asked for route by route', async (_what, table) => {
    const routes = [json({ code: 'Ok', routes: [{ distance: 95_000 }] }), json({ code: 'NoRoute' }, 400)];
    const url = await serve((path, response) =>
      (isTable(path) ? table : (routes.shift() ?? table))(path, response),
    );
    expect(await openRouter(url).distances(KONGSVINGER, [OSLO, HAMAR])).toEqual([95, undefined]);
    expect(asked[1]).toBe('/route/v1/driving/12.00000,60.19000;10.75000,59.91000?overview=false');
  });

  it.each<[string, Answer]>([
    ['500', json({ code: 'Error' }, 500)],
    ['no JSON', (_path, response) => response.end('<html>busy</html>')],
    ['a connection that breaks', (_path, response) => response.destroy()],
    [
      'a redirect to somebody else',
      (_path, response) => response.writeHead(302, { location: 'http://x.example' }).end(),
    ],
  ])('are undefined, and asked for no further, after %s', async (_what, answer) => {
    const url = await serve(answer);
    const found = await openRouter(url).distances(KONGSVINGER, Array<typeof OSLO>(150).fill(OSLO));
    expect(found).toEqual(Array(150).fill(undefined));
    expect(asked).toHaveLength(1);
  });

  it.each([
    ['numbers that are none', { code: 'Ok', distances: [[0, -5, 'far']] }],
    ['a row too short', { code: 'Ok', distances: [[0, 1000]] }],
    ['nothing at all', null],
    ['a list', [1, 2, 3]],
  ])('are undefined after %s', async (_what, body) => {
    const url = await serve(json(body));
    expect(await openRouter(url).distances(KONGSVINGER, [OSLO, HAMAR])).toEqual([undefined, undefined]);
  });

  it('are not waited for longer than the time-out', async () => {
    const url = await serve(() => undefined);
    const started = performance.now();
    const found = await openRouter(url, { timeoutMs: 100 }).distances(
      KONGSVINGER,
      Array<typeof OSLO>(300).fill(OSLO),
    );
    expect(found).toEqual(Array(300).fill(undefined));
    expect(performance.now() - started).toBeLessThan(2000);
  });

  it('are undefined when nobody listens', async () => {
    const url = await serve(countingTable);
    await new Promise((done) => server?.close(done));
    expect(await openRouter(url).distances(KONGSVINGER, [OSLO])).toEqual([undefined]);
  });
});

describe('the address of a router', () => {
  it.each(['ftp://router', 'router:5000', '', 'http://name:word@router'])('is refused: %s', (url) =>
    expect(() => openRouter(url)).toThrow('The address of the router must be http:// or https://'),
  );
});
