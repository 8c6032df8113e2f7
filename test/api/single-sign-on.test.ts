import { createServer } from 'node:http';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { IdentityProvider } from '../support/identity-provider.js';
import { freePort, Running } from '../support/running.js';
import { Visitor } from '../support/visitor.js';

const CLIENT = { id: 'bistrom', secret: 'a client secret for tests' };

let provider: IdentityProvider;
let running: Running;
beforeAll(async () => {
  const port = await freePort();
  // The library binds the redirect to the public address, so both are fixed beforehand.
  provider = await IdentityProvider.start({
    ...CLIENT,
    redirectUri: `http://127.0.0.1:${port}/api/auth/callback/sso`,
  });
  running = await Running.start(settings(port, provider.issuer), ['api']);
}, 60_000);
afterAll(async () => {
  await running.stop();
  await provider.stop();
});

const settings = (port: number, issuer: string): Record<string, string> => ({
  PORT: String(port),
  BISTROM_URL: `http://127.0.0.1:${port}`,
  OIDC_ISSUER: issuer,
  OIDC_CLIENT_ID: CLIENT.id,
  OIDC_CLIENT_SECRET: CLIENT.secret,
  OIDC_NAME: 'Granvåk',
});

/** The url that the sign-in page would send the browser to. */
async function begin(browser: Visitor, body: object = {}): Promise<string> {
  const answer = await browser.post<{ url: string }>('/api/auth/sign-in/social', body);
  expect(answer.status).toBe(200);
  return answer.body.url;
}

/** Follows the provider's redirects with its cookies, until it sends the browser back to us. */
async function atProvider(from: string): Promise<URL> {
  const browser = new Visitor(provider.issuer);
  let at = new URL(from);
  for (let steps = 0; steps < 10; steps += 1) {
    const { headers, status } = await browser.get(`${at.pathname}${at.search}`);
    if (headers.location === undefined) throw new Error(`The provider answers ${status} at ${at.pathname}.`);
    at = new URL(headers.location, provider.issuer);
    if (at.origin !== provider.issuer) return at;
  }
  throw new Error('The provider redirects for ever.');
}

/** Back at our callback; where the browser is sent then. */
const back = async (browser: Visitor, { pathname, search }: URL): Promise<URL> => {
  const { headers } = await browser.get(`${pathname}${search}`);
  return new URL(headers.location ?? '', running.url);
};

async function enter(person: {
  sub: string;
  email: string;
  email_verified?: boolean;
}): Promise<{ browser: Visitor; at: URL }> {
  provider.person = { email_verified: true, ...person };
  const browser = new Visitor(running.url);
  return { browser, at: await back(browser, await atProvider(await begin(browser))) };
}

const handOver = (browser: Visitor) => browser.post<{ token?: string }>('/api/auth/session-token');

const linked = (id: string) =>
  running.database.query(`select * from auth."account" where "userId" = $1 and "providerId" = 'sso'`, [id]);

describe('an identity provider', () => {
  it('signs in a person who is entered here, and the page takes the session over', async () => {
    const kari = await running.stranger();
    const { browser, at } = await enter({ sub: 'kari', email: kari.email });
    expect(at.pathname).toBe('/sign-in-sso');
    const { status, body } = await handOver(browser);
    expect([status, await browser.isSignedIn()]).toEqual([200, true]);
    expect(browser.token).toBe(body.token);
    // the cookie is gone: a second page finds nothing
    browser.token = undefined;
    expect((await handOver(browser)).status).toBe(401);
  });

  it('is asked by code with PKCE, state and nonce', async () => {
    await begin(new Visitor(running.url)).then(atProvider);
    const {
      response_type: type,
      code_challenge_method: method,
      ...rest
    } = Object.fromEntries(provider.asked.at(-1) ?? []);
    expect([type, method]).toEqual(['code', 'S256']);
    for (const name of ['code_challenge', 'state', 'nonce']) expect(rest[name]?.length).toBeGreaterThan(20);
  });

  it('has its name on the sign-in page', async () => {
    expect((await new Visitor(running.url).get('/api/auth/ways')).body).toEqual({ sso: 'Granvåk' });
  });

  it('makes nobody an account', async () => {
    const { browser, at } = await enter({ sub: 'stranger', email: 'stranger@test.example' });
    expect([at.pathname, at.searchParams.get('error')]).toEqual(['/sign-in-failed', 'signup_disabled']);
    expect((await handOver(browser)).status).toBe(401);
    const rows = await running.database.query(`select 1 from auth."user" where "email" like 'stranger%'`);
    expect(rows).toEqual([]);
  });

  it('vouches for no address that it has not verified, nor for one not verified here', async () => {
    const kari = await running.stranger();
    const unproven = await enter({ sub: 'thief', email: kari.email, email_verified: false });
    expect(unproven.at.pathname).toBe('/sign-in-failed');
    await running.database.query(`update auth."user" set "emailVerified" = false where "id" = $1`, [kari.id]);
    const early = await enter({ sub: 'early', email: kari.email });
    expect(early.at.pathname).toBe('/sign-in-failed');
    expect(await linked(kari.id)).toEqual([]);
  });

  it('knows a person by its own id: an address given to somebody else later opens nothing', async () => {
    const kari = await running.stranger();
    await enter({ sub: 'first', email: kari.email });
    const { at } = await enter({ sub: 'second', email: kari.email });
    expect(at.pathname).toBe('/sign-in-failed');
    expect(await linked(kari.id)).toMatchObject([{ accountId: 'first', idToken: null, accessToken: null }]);
    // and the first still signs in after the address has changed there
    expect((await enter({ sub: 'first', email: 'moved@test.example' })).at.pathname).toBe('/sign-in-sso');
  });

  it('cannot sign a victim in as somebody else: the answer counts in the browser that asked', async () => {
    const kari = await running.stranger();
    provider.person = { sub: 'mine', email: kari.email, email_verified: true };
    const attacker = new Visitor(running.url);
    const answer = await atProvider(await begin(attacker));
    const victim = new Visitor(running.url);
    expect((await back(victim, answer)).pathname).toBe('/sign-in-failed');
    expect((await handOver(victim)).status).toBe(401);
  });

  it('sends nobody to a page that is not ours', async () => {
    const evil = {
      callbackURL: 'https://evil.example',
      errorCallbackURL: 'https://evil.example',
      provider: 'github',
    };
    const kari = await running.stranger();
    provider.person = { sub: 'evil', email: kari.email, email_verified: true };
    const browser = new Visitor(running.url);
    const at = await back(browser, await atProvider(await begin(browser, evil)));
    expect(at.href).toBe(`${running.url}/sign-in-sso`);
  });

  it('hands a session over to our own page only', async () => {
    const kari = await running.stranger();
    const { browser } = await enter({ sub: 'page', email: kari.email });
    const foreign = new Visitor(running.url, { origin: 'https://evil.example' });
    for (const [name, value] of browser.cookies) foreign.cookies.set(name, value);
    expect((await handOver(foreign)).status).toBe(401);
  });
});

describe('a provider that is not the one configured', () => {
  it('is not used, and all else works', async () => {
    const server = createServer((_request, response) =>
      response.end(
        JSON.stringify({
          issuer: 'https://other.example',
          authorization_endpoint: 'https://other.example/auth',
        }),
      ),
    ).listen(0, '127.0.0.1');
    await once(server, 'listening');
    const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    const other = await Running.start({ OIDC_ISSUER: issuer, OIDC_CLIENT_ID: 'x', OIDC_CLIENT_SECRET: 'y' }, [
      'api',
    ]);
    const visitor = new Visitor(other.url);
    expect((await visitor.post('/api/auth/sign-in/social')).status).toBe(503);
    const kari = await other.stranger();
    expect((await visitor.signIn(kari.email, kari.password)).status).toBe(200);
    await other.stop();
    server.close();
  });
});
