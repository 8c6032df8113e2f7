import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { openPost } from '../../apps/worker/src/webhooks/post.js';
import { WebhookReceiver } from '../support/webhook-receiver.js';
import { LOOPBACK } from '../support/webhook-world.js';

let receiver: WebhookReceiver;
const direct = openPost({ allowed: LOOPBACK });
beforeAll(async () => {
  receiver = await WebhookReceiver.start();
});
afterAll(() => receiver.stop());
beforeEach(() => void (receiver.received.length = 0));

describe('where messages may go', () => {
  const outcomeAt = async (
    address: string,
    family: 4 | 6,
    url = 'https://hooks.example/',
  ): Promise<string> => {
    const resolve = () => Promise.resolve([{ address, family }]);
    const post = openPost({ allowed: [], resolve, deadlineMs: 2_000 });
    return (await post({ url, headers: {}, body: '' })).outcome;
  };

  it.each([
    ['loopback', '127.0.0.1', 4],
    ['loopback', '127.8.8.8', 4],
    ['loopback', '::1', 6],
    ['mapped loopback', '::ffff:127.0.0.1', 6],
    ['mapped private', '::ffff:10.0.0.1', 6],
    ['nothing', '0.0.0.0', 4],
    ['nothing', '::', 6],
    ['metadata of clouds', '169.254.169.254', 4],
    ['link-local', 'fe80::1', 6],
    ['private', '10.1.2.3', 4],
    ['private', '172.16.0.1', 4],
    ['private', '192.168.1.1', 4],
    ['carrier', '100.64.0.1', 4],
    ['unique local', 'fd00::1', 6],
    ['translated', '64:ff9b::7f00:1', 6],
    ['multicast', '224.0.0.1', 4],
    ['broadcast', '255.255.255.255', 4],
  ] as const)('not to %s: a name that leads to %s', async (_what, address, family) => {
    expect(await outcomeAt(address, family)).toBe('ADDRESS_REFUSED');
  });

  it.each([
    'https://127.0.0.1/',
    'https://[::1]/',
    'https://0x7f000001/',
    'https://2130706433/',
    'https://[::ffff:7f00:1]/',
  ])('not to %s, however it is written', async (url) => {
    const post = openPost({ allowed: [], deadlineMs: 2_000 });
    expect((await post({ url, headers: {}, body: '' })).outcome).toBe('ADDRESS_REFUSED');
  });

  it('not to localhost, which the system itself leads home', async () => {
    const url = `http://localhost:${receiver.port}/`;
    const post = openPost({ allowed: [] });
    expect((await post({ url, headers: {}, body: 'x' })).outcome).toBe('ADDRESS_REFUSED');
    expect((await post({ url: url.replace('http', 'https'), headers: {}, body: 'x' })).outcome).toBe(
      'ADDRESS_REFUSED',
    );
    expect(receiver.received).toEqual([]);
  });

  it('not in the clear, except to where the operator allows it', async () => {
    expect(await outcomeAt('93.184.215.14', 4, 'http://hooks.example/')).toBe('ADDRESS_REFUSED');
    const { outcome } = await direct({ url: receiver.url, headers: {}, body: 'x' });
    expect(outcome).toBe('DELIVERED');
  });

  it('not where one of several addresses of a name is private', async () => {
    const resolve = () =>
      Promise.resolve([
        { address: '93.184.215.14', family: 4 },
        { address: '10.0.0.1', family: 4 },
      ]);
    const post = openPost({ allowed: LOOPBACK, resolve, deadlineMs: 2_000 });
    expect((await post({ url: 'https://hooks.example/', headers: {}, body: '' })).outcome).toBe(
      'ADDRESS_REFUSED',
    );
  });

  it('a name is looked up once: what it leads to a moment later changes nothing', async () => {
    const found = [[{ address: '127.0.0.1', family: 4 }], [{ address: '10.0.0.1', family: 4 }]];
    let looks = 0;
    const resolve = () => Promise.resolve(found[looks++] ?? []);
    const post = openPost({ allowed: LOOPBACK, resolve });
    const url = `http://rebinding.example:${receiver.port}/`;
    expect((await post({ url, headers: {}, body: 'x' })).outcome).toBe('DELIVERED');
    expect(looks).toBe(1);
  });

  it('a name that leads nowhere is said to', async () => {
    const post = openPost({ allowed: [], resolve: () => Promise.resolve([]), deadlineMs: 2_000 });
    expect((await post({ url: 'https://hooks.example/', headers: {}, body: '' })).outcome).toBe(
      'NAME_UNKNOWN',
    );
  });
});
