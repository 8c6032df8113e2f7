import { once } from 'node:events';
import { connect, createServer, type AddressInfo, type Server } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Running } from '../support/running.js';

const settings: Record<string, string> = {};
let running: Running;
let proxy: Server;
let failing = false;

const READY = Buffer.from('Z\0\0\0\u0005I', 'latin1');
/** What PostgreSQL says last when its postmaster was killed; protocol 3.0, message ErrorResponse. */
const LAST_WORDS = errorResponse(
  'SFATAL\0VFATAL\0C57P01\0Mterminating connection due to unexpected postmaster exit\0\0',
);

function errorResponse(fields: string): Buffer {
  const head = Buffer.alloc(5);
  head.write('E');
  head.writeInt32BE(4 + fields.length, 1);
  return Buffer.concat([head, Buffer.from(fields, 'latin1')]);
}

/** Lets everything through; while it is failing, the end of a reply brings the end of the connection with it, at once. */
function failingProxy(port: number): Server {
  return createServer((client) => {
    const server = connect(port, '127.0.0.1');
    client.pipe(server);
    server.on('data', (bytes: Buffer) => {
      const isReply = bytes.subarray(-READY.length).equals(READY);
      if (failing && isReply) client.end(Buffer.concat([bytes, LAST_WORDS]));
      else client.write(bytes);
    });
    for (const [one, other] of [
      [client, server],
      [server, client],
    ] as const) {
      one.on('error', () => undefined);
      one.on('close', () => other.destroy());
    }
  }).listen(0, '127.0.0.1');
}

beforeAll(async () => {
  running = await Running.start(settings, []);
  const url = new URL(running.database.programsUrl);
  proxy = failingProxy(Number(url.port));
  await once(proxy, 'listening');
  url.port = String((proxy.address() as AddressInfo).port);
  settings['DATABASE_URL'] = url.href;
  await running.run('api');
}, 120_000);
afterAll(async () => {
  failing = false;
  await running.stop();
  proxy.close();
});

describe('a database that goes away with the last reply', () => {
  it('does not take the api with it, whatever a connection is being used for', async () => {
    const { client, email } = await running.member('16.10', { latitude: 60.19, longitude: 12 });
    const signIn = () =>
      fetch(`${running.url}/api/auth/sign-in/email`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ email, password: 'a password for tests' }),
      });
    failing = true;
    for (let round = 0; round < 5; round += 1) {
      await Promise.all([signIn(), client.ask('{ viewer { name } }').catch(() => undefined)]);
    }
    failing = false;
    expect((await fetch(`${running.url}/livez`)).status).toBe(200);
    expect((await signIn()).status).toBe(200);
  });
});
