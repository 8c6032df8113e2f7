import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { Outages } from './outages.js';
import type { Staged } from './stage.js';
import { TcpProxy } from './tcp-proxy.js';

const FAULT_MS = 800;

let api: Server;
let link: TcpProxy;
let staged: Staged;
let answers: boolean;
beforeEach(async () => {
  answers = false;
  api = createServer((_request, response) =>
    response.end(JSON.stringify(answers ? { data: {} } : { errors: [{}] })),
  );
  api.listen(0, '127.0.0.1');
  await once(api, 'listening');
  const { port } = api.address() as AddressInfo;
  link = await TcpProxy.open(port);
  const ownUrl = `http://127.0.0.1:${port}`;
  staged = {
    program: { readySince: 0, label: 'api 1' },
    links: [link],
    url: '',
    ownUrl,
  } as unknown as Staged;
});
afterEach(async () => {
  await link.close();
  api.closeAllConnections();
  api.close();
});

const pause = (ms: number): Promise<void> => new Promise((done) => setTimeout(done, ms));

describe('how long an api is away after a fault', () => {
  it('counts from the end of the fault until it answers', async () => {
    const outages = new Outages('', { isUp: true, since: 0 });
    outages.watch([staged], performance.now(), performance.now(), 'a cut');
    await pause(FAULT_MS);
    answers = true;
    await outages.settled();
    expect(outages.all[0]?.ms).toBeGreaterThanOrEqual(FAULT_MS);
  });

  it('does not count what a second fault took, that of its link or of PostgreSQL', async () => {
    for (const second of ['link', 'PostgreSQL']) {
      const database = { isUp: true, since: 0 };
      const outages = new Outages('', database);
      answers = false;
      if (second === 'link') link.swallow();
      else database.isUp = false;
      outages.watch([staged], performance.now(), performance.now(), 'a kill of PostgreSQL');
      await pause(FAULT_MS);
      if (second === 'link') link.heal();
      else Object.assign(database, { isUp: true, since: performance.now() });
      answers = true;
      await outages.settled();
      expect(outages.all).toHaveLength(1);
      expect(outages.all[0]?.ms).toBeLessThan(FAULT_MS);
    }
  });
});
