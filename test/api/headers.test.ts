import { existsSync, readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Running } from '../support/running.js';
import { buildGraphiql, buildPage } from '../web/built-page.js';

const BASE = {
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'permissions-policy': 'camera=(), geolocation=(), microphone=(), payment=(), usb=()',
  'referrer-policy': 'no-referrer',
  'strict-transport-security': 'max-age=31536000',
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
};

let running: Running;
beforeAll(async () => {
  await Promise.all([buildPage(), buildGraphiql()]);
  running = await Running.start({ BISTROM_DOCUMENTS: 'any', BISTROM_URL: 'https://market.example' });
}, 240_000);
afterAll(() => running.stop());

type Ask = readonly [path: string, init?: RequestInit];

const filesOf = (folder: string): readonly string[] => {
  const path = fileURLToPath(new URL(`../../dist/${folder}`, import.meta.url));
  return existsSync(path) ? readdirSync(path) : [];
};

/** One of each kind: pages, every file of both builds, routes, answers of the API, refusals, what is not there. */
const kinds = (): readonly Ask[] => [
  ['/'],
  ['/graphiql'],
  ['/graphiql/'],
  ...filesOf('web/assets').map((file): Ask => [`/assets/${file}`]),
  ...filesOf('graphiql/assets').map((file): Ask => [`/graphiql/assets/${file}`]),
  ['/documents.json'],
  ['/livez'],
  ['/readyz'],
  ['/demo.json'],
  ['/schema.graphql'],
  ['/graphql', { headers: { accept: 'text/html' } }],
  ['/graphql'],
  ['/graphql', { method: 'POST' }],
  ['/graphql', { method: 'POST', headers: { 'content-type': 'application/json' }, body: '{"query":"{a}"}' }],
  ['/api/auth/get-session'],
  ['/api/auth/sign-in/email', { method: 'POST', body: 'x'.repeat(20_000) }],
  ['/nothing/here'],
  ['/%ff'],
];

const headersOf = async ([path, init]: Ask): Promise<Readonly<Record<string, string>>> => {
  const response = await fetch(`${running.url}${path}`, { redirect: 'manual', ...init });
  await response.arrayBuffer();
  return Object.fromEntries(response.headers);
};

const directives = (policy = ''): ReadonlyMap<string, string> =>
  new Map(
    policy.split('; ').map((one) => [one.split(' ')[0] ?? '', one.split(' ').slice(1).join(' ')] as const),
  );

describe('every answer', () => {
  it('tells the browser to trust nothing but itself', async () => {
    for (const ask of kinds()) {
      const headers = await headersOf(ask);
      expect([ask[0], headers]).toEqual([ask[0], expect.objectContaining(BASE)]);
      expect([ask[0], headers['x-powered-by']]).toEqual([ask[0], undefined]);
      const policy = headers['content-security-policy'] ?? '';
      expect([ask[0], policy]).toEqual([ask[0], expect.stringMatching(/^default-src 'none'/)]);
      // nothing remote: every host of a policy is an address of the api itself
      const hosts = policy.match(/wss?:\/\/[^ ;]+|https?:[^ ;]*/g) ?? [];
      const ours = [
        'wss://market.example',
        `ws://localhost:${running.port}`,
        `ws://127.0.0.1:${running.port}`,
      ];
      expect(hosts.filter((host) => !ours.includes(host))).toEqual([]);
      expect(policy).not.toMatch(/unsafe-eval|\*|blob:/);
    }
  });

  it('lets the page run no script and no style that is not a file of its own', async () => {
    for (const path of ['/', '/schema.graphql', '/nothing/here']) {
      const policy = directives((await headersOf([path]))['content-security-policy']);
      expect([...policy.values()].join(' ')).not.toContain('unsafe');
      expect(Object.fromEntries(policy)).toMatchObject({
        'script-src': "'self'",
        'worker-src': "'self'",
        'style-src': "'self'",
        'frame-ancestors': "'none'",
        'base-uri': "'none'",
        'trusted-types': 'default',
        'require-trusted-types-for': "'script'",
      });
    }
  });

  it('lets GraphiQL alone write styles, and run no script that is not a file of ours either', async () => {
    const policy = directives((await headersOf(['/graphiql/']))['content-security-policy']);
    expect(Object.fromEntries(policy)).toMatchObject({
      'script-src': "'self'",
      'worker-src': "'self'",
      'style-src': "'self' 'unsafe-inline'",
      'frame-ancestors': "'none'",
    });
  });

  it('of the API is kept by nobody', async () => {
    for (const path of ['/graphql', '/api/auth/get-session'])
      expect((await headersOf([path]))['cache-control']).toBe('no-store');
  });
});

describe('GraphiQL', () => {
  it('is where a browser that opens the endpoint is sent', async () => {
    const { location } = await headersOf(['/graphql', { headers: { accept: 'text/html' } }]);
    expect(location).toBe('/graphiql/');
    expect((await fetch(`${running.url}/graphiql/`)).status).toBe(200);
  });

  it('is not there where pages are held to their documents', async () => {
    const strict = await Running.start();
    const opened = await fetch(`${strict.url}/graphql`, {
      redirect: 'manual',
      headers: { accept: 'text/html' },
    });
    const page = await fetch(`${strict.url}/graphiql/`);
    await strict.stop();
    expect([opened.headers.get('location'), page.status]).toEqual(['/schema.graphql', 404]);
    expect([...opened.headers.keys()]).not.toContain('strict-transport-security');
  });
});
