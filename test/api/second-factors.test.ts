import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Authenticator } from '../support/authenticator.js';
import { mailsTo } from '../support/mailed.js';
import { Running, type Stranger } from '../support/running.js';
import { totpOf } from '../support/totp.js';
import { Visitor } from '../support/visitor.js';

let running: Running;
beforeAll(async () => {
  running = await Running.start({ BISTROM_DOCUMENTS: 'any' }, ['api']);
}, 60_000);
afterAll(() => running.stop());

const AUTH = '/api/auth';
/** Passkeys are bound to the host that the api calls itself. */
const origin = (): string => `http://localhost:${running.port}`;
const visitor = (): Visitor => new Visitor(running.url, { origin: origin() });

async function signedIn({ email, password }: Stranger): Promise<Visitor> {
  const one = visitor();
  expect((await one.signIn(email, password)).status).toBe(200);
  return one;
}

interface Standing {
  readonly steppedUp: boolean;
  readonly until: string | null;
  readonly ways: readonly string[];
}
const standing = async (one: Visitor): Promise<Standing> => (await one.get<Standing>(`${AUTH}/step-up`)).body;

/** As though the last proof of all sessions lay so many minutes back. */
const elapse = (minutes: number) =>
  running.database.query(`update auth."session" set "provedAt" = "provedAt" - make_interval(mins => $1)`, [
    minutes,
  ]);

interface App {
  readonly person: Stranger;
  readonly signedIn: Visitor;
  readonly totpURI: string;
  readonly backupCodes: readonly string[];
}

/** Somebody with an authenticator app; its code of the period before has been used. */
async function withApp(): Promise<App> {
  const person = await running.stranger();
  const one = await signedIn(person);
  const { body } = await one.post<{ totpURI: string; backupCodes: string[] }>(`${AUTH}/two-factor/enable`, {
    password: person.password,
  });
  const verified = await one.post(`${AUTH}/two-factor/verify-totp`, { code: totpOf(body.totpURI, -1) });
  expect(verified.status).toBe(200);
  return { person, signedIn: one, ...body };
}

/** A person who has given the password and not yet the code. */
async function halfway({ email, password }: Stranger): Promise<Visitor> {
  const one = visitor();
  const { status, body } = await one.signIn(email, password);
  expect([status, body]).toEqual([200, { twoFactorRedirect: true, twoFactorMethods: ['totp'] }]);
  expect(one.token).toBeUndefined();
  return one;
}

const give = (one: Visitor, code: string) =>
  one.post<{ code?: string }>(`${AUTH}/two-factor/verify-totp`, { code });

describe('an authenticator app', () => {
  it('is enrolled with a first code, in a new session, and told by mail', async () => {
    const person = await running.stranger();
    const one = await signedIn(person);
    const before = one.token;
    const { body } = await one.post<{ totpURI: string; backupCodes: string[] }>(`${AUTH}/two-factor/enable`, {
      password: person.password,
    });
    expect(body.backupCodes).toHaveLength(10);
    // not yet: somebody who could not read the picture is not locked out
    expect((await visitor().signIn(person.email, person.password)).body.token).toBeDefined();
    expect((await give(one, totpOf(body.totpURI))).status).toBe(200);
    expect(one.token).not.toBe(before);
    const [notice] = await mailsTo(running.database, person.email, 1);
    expect(notice).toEqual({ kind: 'sign-in-changed', what: 'totp' });
  });

  it('is asked for at sign-in, after the password', async () => {
    const app = await withApp();
    const one = await halfway(app.person);
    expect(await one.isSignedIn()).toBe(false);
    expect((await give(one, totpOf(app.totpURI))).status).toBe(200);
    expect(await one.isSignedIn()).toBe(true);
    expect((await standing(one)).steppedUp).toBe(true);
  });

  it('takes a code once only', async () => {
    const app = await withApp();
    const code = totpOf(app.totpURI);
    expect((await give(await halfway(app.person), code)).status).toBe(200);
    const thief = await halfway(app.person);
    expect((await give(thief, code)).status).toBe(401);
    expect(await thief.isSignedIn()).toBe(false);
  });

  it('allows five wrong codes in one sign-in, and ten in all before it waits', async () => {
    const app = await withApp();
    const wrong = async (one: Visitor, times: number): Promise<number[]> => {
      const statuses: number[] = [];
      for (let n = 0; n < times; n += 1) statuses.push((await give(one, '000000')).status);
      return statuses;
    };
    expect(await wrong(await halfway(app.person), 6)).toEqual([401, 401, 401, 401, 401, 400]);
    await wrong(await halfway(app.person), 5);
    const right = await give(await halfway(app.person), totpOf(app.totpURI));
    expect([right.status, right.body.code]).toEqual([429, 'ACCOUNT_TEMPORARILY_LOCKED']);
  });

  it('that is lost is replaced by a backup code, each once', async () => {
    const app = await withApp();
    const [code = ''] = app.backupCodes;
    const use = async (): Promise<number> =>
      (await (await halfway(app.person)).post(`${AUTH}/two-factor/verify-backup-code`, { code })).status;
    expect([await use(), await use()]).toEqual([200, 401]);
  });

  it('is asked for on every device, also where one asks to be trusted', async () => {
    const app = await withApp();
    const one = await halfway(app.person);
    await one.post(`${AUTH}/two-factor/verify-totp`, { code: totpOf(app.totpURI), trustDevice: true });
    expect((await one.signIn(app.person.email, app.person.password)).body.token).toBeUndefined();
  });

  it('is kept encrypted', async () => {
    const app = await withApp();
    const rows = JSON.stringify(await running.database.query('select * from auth."twoFactor"'));
    expect(rows).not.toContain(app.backupCodes[0]);
  });
});

describe('step-up', () => {
  it('without a second factor: a sign-in is fresh for ten minutes, then the password is asked for', async () => {
    const person = await running.stranger();
    const one = await signedIn(person);
    expect(await standing(one)).toMatchObject({ steppedUp: true, ways: ['password'] });
    await elapse(9);
    expect((await standing(one)).steppedUp).toBe(true);
    await elapse(1);
    expect(await standing(one)).toEqual({ steppedUp: false, until: null, ways: ['password'] });
    expect((await one.post(`${AUTH}/step-up`, { password: 'wrong' })).status).toBe(401);
    expect((await one.post(`${AUTH}/step-up`, { password: person.password })).status).toBe(200);
    expect((await standing(one)).steppedUp).toBe(true);
  });

  it('with an authenticator app: by its code or a backup code, never by the password', async () => {
    const app = await withApp();
    const one = app.signedIn;
    await elapse(10);
    expect(await standing(one)).toMatchObject({ steppedUp: false, ways: ['totp', 'backup-code'] });
    expect((await one.post(`${AUTH}/step-up`, { password: app.person.password })).status).toBe(403);
    expect((await one.post(`${AUTH}/step-up`, { code: totpOf(app.totpURI) })).status).toBe(200);
    expect((await standing(one)).steppedUp).toBe(true);
    await elapse(10);
    // the same code again
    expect((await one.post(`${AUTH}/step-up`, { code: totpOf(app.totpURI) })).status).toBe(401);
    expect((await one.post(`${AUTH}/step-up`, { backupCode: app.backupCodes[1] })).status).toBe(200);
    expect((await standing(one)).steppedUp).toBe(true);
  });

  it('is of one session only', async () => {
    const person = await running.stranger();
    const [one, other] = [await signedIn(person), await signedIn(person)];
    await elapse(10);
    await one.post(`${AUTH}/step-up`, { password: person.password });
    expect([(await standing(one)).steppedUp, (await standing(other)).steppedUp]).toEqual([true, false]);
  });

  it('lets a found session guess neither codes nor passwords', async () => {
    const app = await withApp();
    const statuses: number[] = [];
    for (let n = 0; n < 6; n += 1)
      statuses.push((await app.signedIn.post(`${AUTH}/step-up`, { code: '000000' })).status);
    expect(statuses).toEqual([401, 401, 401, 401, 401, 429]);
    // nor by the way round, which the library would leave uncounted
    expect((await give(app.signedIn, totpOf(app.totpURI))).status).toBe(403);
  });

  it.each([
    ['POST', '/two-factor/enable'],
    ['POST', '/two-factor/disable'],
    ['POST', '/two-factor/generate-backup-codes'],
    ['GET', '/passkey/generate-register-options'],
    ['POST', '/passkey/verify-registration'],
    ['POST', '/passkey/delete-passkey'],
  ])('is needed for %s %s', async (method, path) => {
    const person = await running.stranger();
    const one = await signedIn(person);
    await elapse(10);
    const { status, body } = await (method === 'GET'
      ? one.get(`${AUTH}${path}`)
      : one.post(`${AUTH}${path}`, { password: person.password }));
    expect([status, body['code']]).toEqual([403, 'STEP_UP_REQUIRED']);
    expect((await visitor().post(`${AUTH}${path}`)).status).toBe(method === 'GET' ? 404 : 401);
  });
});

describe('a passkey', () => {
  async function register(one: Visitor, authenticator: Authenticator): Promise<number> {
    const { body } = await one.get<{ challenge: string }>(`${AUTH}/passkey/generate-register-options`);
    const response = authenticator.register(body);
    return (await one.post(`${AUTH}/passkey/verify-registration`, { response, name: 'Laptop' })).status;
  }

  async function enter(
    authenticator: Authenticator,
    one = visitor(),
  ): Promise<{ one: Visitor; status: number }> {
    const { body } = await one.get<{ challenge: string }>(`${AUTH}/passkey/generate-authenticate-options`);
    const response = authenticator.authenticate(body);
    return { one, status: (await one.post(`${AUTH}/passkey/verify-authentication`, { response })).status };
  }

  it('signs in alone, and is a second factor from then on', async () => {
    const person = await running.stranger();
    const first = await signedIn(person);
    const authenticator = new Authenticator(origin());
    expect(await register(first, authenticator)).toBe(200);
    expect(await standing(first)).toEqual({ steppedUp: false, until: null, ways: ['passkey'] });
    expect((await first.post(`${AUTH}/step-up`, { password: person.password })).status).toBe(403);
    const { one, status } = await enter(authenticator);
    expect([status, await one.isSignedIn()]).toEqual([200, true]);
    expect((await standing(one)).steppedUp).toBe(true);
    const [notice] = await mailsTo(running.database, person.email, 1);
    expect(notice).toEqual({ kind: 'sign-in-changed', what: 'passkey' });
  });

  it('is not taken twice by one answer, nor of another origin, nor of somebody unknown', async () => {
    const authenticator = new Authenticator(origin());
    await register(await signedIn(await running.stranger()), authenticator);
    const one = visitor();
    const { body } = await one.get<{ challenge: string }>(`${AUTH}/passkey/generate-authenticate-options`);
    const response = authenticator.authenticate(body);
    const cookies = new Map(one.cookies);
    expect((await one.post(`${AUTH}/passkey/verify-authentication`, { response })).status).toBe(200);
    const again = visitor();
    for (const [name, value] of cookies) again.cookies.set(name, value);
    expect((await again.post(`${AUTH}/passkey/verify-authentication`, { response })).status).toBe(400);
    expect((await enter(new Authenticator(origin()))).status).toBe(401);
    const phished = new Authenticator('http://localhost.evil.example');
    expect(await register(await signedIn(await running.stranger()), phished)).not.toBe(200);
  });

  it('of a device that did not ask for its person is none', async () => {
    const careless = new Authenticator(origin(), false);
    expect(await register(await signedIn(await running.stranger()), careless)).not.toBe(200);
  });

  it('can be removed, after a sign-in with it', async () => {
    const authenticator = new Authenticator(origin());
    await register(await signedIn(await running.stranger()), authenticator);
    const { one } = await enter(authenticator);
    const { body } = await one.get<{ id: string }[]>(`${AUTH}/passkey/list-user-passkeys`);
    expect((await one.post(`${AUTH}/passkey/delete-passkey`, { id: body[0]?.id })).status).toBe(200);
    expect((await enter(authenticator)).status).toBe(401);
  });
});
