import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { connect } from 'node:net';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { WEBHOOK_EVENTS } from '#domain';
import { freePort, wait } from '../support/running.js';
import { WebhookWorld } from '../support/webhook-world.js';

const PROJECT = fileURLToPath(new URL('../../', import.meta.url));
const PAGE = readFileSync(`${PROJECT}docs/webhooks.md`, 'utf8');
const PROGRAM = /^```js\n(.*?)^```/ms.exec(PAGE)?.[1] ?? '';

let on: WebhookWorld;
let program: ChildProcess | undefined;
const printed: string[] = [];
beforeAll(async () => {
  on = await WebhookWorld.open();
});
afterAll(async () => {
  program?.kill();
  await on.close();
});

async function listens(port: number): Promise<void> {
  for (;;) {
    const socket = connect(port, '127.0.0.1');
    const [error] = (await Promise.race([once(socket, 'connect'), once(socket, 'error')]).catch(
      (fault: unknown) => [fault],
    )) as [unknown];
    socket.destroy();
    if (error === undefined) return;
    await wait(50);
  }
}

describe('the page of webhooks', () => {
  it('has a receiver that takes what is signed, and nothing else', async () => {
    const port = await freePort();
    const url = `http://127.0.0.1:${port}/`;
    const { id, secret } = await on.endpoint({ url });
    const env = { PATH: process.env['PATH'], PORT: String(port), WEBHOOK_SECRET: secret };
    program = spawn(process.execPath, ['--input-type=module', '-e', PROGRAM], { cwd: PROJECT, env });
    program.stdout?.on('data', (chunk: Buffer) => printed.push(chunk.toString()));
    await listens(port);
    const { matchId, offerId: listingId } = await on.trade();
    await on.tell();
    expect(await on.deliveries(id)).toMatchObject([{ state: 'DELIVERED' }]);
    while (printed.length === 0) await wait(20);
    expect(JSON.parse(printed.join(''))).toMatchObject({ type: 'match.found', data: { matchId, listingId } });
    const forged = await fetch(url, { method: 'POST', body: '{}', headers: { 'webhook-id': 'msg_1' } });
    expect(forged.status).toBe(400);
  });

  it('tells the types and their ids as the domain has them', () => {
    const rows = [...PAGE.matchAll(/^\| `([a-z]+\.[a-z]+)` \|[^|]*\| (.*) \|$/gm)];
    const told = rows.map(([, type = '', ids = '']) => [
      type,
      [...ids.matchAll(/`(\w+)`/g)].map(([, name]) => name),
    ]);
    const carried = Object.entries(WEBHOOK_EVENTS).map(([type, { carries }]) => [type, [...carries]]);
    expect(told).toEqual([...carried, ['webhook.test', []]]);
  });
});
