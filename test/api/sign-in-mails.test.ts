import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { mailsTo, tokenOf } from '../support/mailed.js';
import { Running, wait } from '../support/running.js';
import { Visitor } from '../support/visitor.js';

const NEW_PASSWORD = 'another password for tests';
const RESET = '/api/auth/request-password-reset';
const RESEND = '/api/auth/send-verification-email';

let running: Running;
beforeAll(async () => {
  running = await Running.start({}, ['api']);
}, 60_000);
afterAll(() => running.stop());

const visitor = (): Visitor => new Visitor(running.url);

async function resetToken(email: string): Promise<string> {
  expect((await visitor().post(RESET, { email })).status).toBe(200);
  return tokenOf((await mailsTo(running.database, email, 1))[0]);
}

const choose = (token: string, newPassword = NEW_PASSWORD) =>
  visitor().post('/api/auth/reset-password', { token, newPassword });

const unverify = (id: string) =>
  running.database.query(`update auth."user" set "emailVerified" = false where "id" = $1`, [id]);

describe('a forgotten password', () => {
  it('is replaced by a mailed link, which ends every session and is told by mail', async () => {
    const kari = await running.stranger();
    const before = visitor();
    await before.signIn(kari.email, kari.password);
    expect(await before.isSignedIn()).toBe(true);
    const token = await resetToken(kari.email);
    expect((await choose(token)).status).toBe(200);
    expect(await before.isSignedIn()).toBe(false);
    expect((await visitor().signIn(kari.email, kari.password)).status).toBe(401);
    expect((await visitor().signIn(kari.email, NEW_PASSWORD)).status).toBe(200);
    const [, notice] = await mailsTo(running.database, kari.email, 2);
    expect(notice).toEqual({ kind: 'sign-in-changed', what: 'password' });
  });

  it('is replaced once by one link, and not by one that is over', async () => {
    const kari = await running.stranger();
    const token = await resetToken(kari.email);
    expect((await choose(token)).status).toBe(200);
    expect((await choose(token, 'yet another password')).status).toBe(400);
    const ola = await running.stranger();
    const late = await resetToken(ola.email);
    await running.database.query(`update auth."verification" set "expiresAt" = now() - interval '1 second'`);
    expect((await choose(late)).status).toBe(400);
  });

  it('needs twelve characters', async () => {
    const kari = await running.stranger();
    const token = await resetToken(kari.email);
    const { status, body } = await choose(token, 'eleven char');
    expect([status, body['code']]).toEqual([400, 'PASSWORD_TOO_SHORT']);
  });

  it('cannot be replaced by who reads the database', async () => {
    const kari = await running.stranger();
    const token = await resetToken(kari.email);
    const rows = await running.database.query('select * from auth."verification"');
    expect(rows.length).toBeGreaterThan(0);
    expect(JSON.stringify(rows)).not.toContain(token);
  });

  it('lifts the wait that guesses brought about', async () => {
    const kari = await running.stranger();
    for (let n = 0; n < 6; n += 1) await visitor().signIn(kari.email, 'wrong');
    await choose(await resetToken(kari.email));
    expect((await visitor().signIn(kari.email, NEW_PASSWORD)).status).toBe(200);
  });

  it('fills nobody’s mailbox: three links in a quarter of an hour', async () => {
    const kari = await running.stranger();
    for (let n = 0; n < 5; n += 1)
      expect((await visitor().post(RESET, { email: kari.email })).status).toBe(200);
    await mailsTo(running.database, kari.email, 3);
    await wait(500);
    expect(await mailsTo(running.database, kari.email, 3)).toHaveLength(3);
  });
});

describe('an address', () => {
  it('must be verified before its person is let in; the link is mailed on request', async () => {
    const kari = await running.stranger();
    await unverify(kari.id);
    const refused = await visitor().signIn(kari.email, kari.password);
    expect([refused.status, refused.body.code]).toEqual([403, 'EMAIL_NOT_VERIFIED']);
    await visitor().post(RESEND, { email: kari.email });
    const token = tokenOf((await mailsTo(running.database, kari.email, 1))[0]);
    expect((await visitor().get('/api/auth/verify-email?token=nonsense')).status).toBe(401);
    expect((await visitor().get(`/api/auth/verify-email?token=${token}`)).status).toBe(200);
    expect((await visitor().signIn(kari.email, kari.password)).status).toBe(200);
  });

  it('that is not verified shows only to who knows the password', async () => {
    const kari = await running.stranger();
    await unverify(kari.id);
    const [unverified, unknown] = [
      await visitor().signIn(kari.email, 'wrong password'),
      await visitor().signIn('nobody@test.example', 'wrong password'),
    ];
    expect([unverified.status, unverified.body]).toEqual([unknown.status, unknown.body]);
  });
});

describe('whether somebody is a person here', () => {
  it.each([RESET, RESEND])('does not show at %s', async (path) => {
    const [verified, unverified] = [await running.stranger(), await running.stranger()];
    await unverify(unverified.id);
    const answers = [];
    for (const email of [verified.email, unverified.email, 'nobody@test.example']) {
      const { status, body, headers } = await visitor().post(path, { email });
      // of its own in every answer
      const { date: _date, 'x-request-id': _id, ...told } = headers;
      answers.push({ status, body, told });
    }
    expect(answers[0]).toEqual({ status: 200, body: { status: true }, told: expect.anything() });
    expect(answers[1]).toEqual(answers[0]);
    expect(answers[2]).toEqual(answers[0]);
  });

  it('does not show at sign-up, which there is none of', async () => {
    const kari = await running.stranger();
    const body = { email: kari.email, password: NEW_PASSWORD, name: 'Kari' };
    expect((await visitor().post('/api/auth/sign-up/email', body)).status).toBe(404);
  });
});

describe('a session', () => {
  it('is a signed bearer token, alike in header and body, and no cookie', async () => {
    const kari = await running.stranger();
    const { headers, body } = await visitor().signIn(kari.email, kari.password);
    expect(headers['set-auth-token']).toBe(body.token);
    expect(headers['set-cookie'] ?? []).toEqual([]);
  });

  it('cannot be taken over by who reads the database', async () => {
    const kari = await running.stranger();
    await visitor().signIn(kari.email, kari.password);
    const rows = await running.database.query<{ token: string }>(
      `select "token" from auth."session" where "userId" = $1`,
      [kari.id],
    );
    const thief = visitor();
    thief.token = rows[0]?.token;
    expect(await thief.isSignedIn()).toBe(false);
  });

  it('as a cookie signs nobody in, so that no page can use it unasked', async () => {
    const kari = await running.stranger();
    const hers = visitor();
    await hers.signIn(kari.email, kari.password);
    const other = visitor();
    other.cookies.set('better-auth.session_token', hers.token ?? '');
    expect((await other.get('/api/auth/get-session')).body).toBeNull();
    expect(await other.isSignedIn()).toBe(false);
  });

  it('ends seven days after it began, however much it is used', async () => {
    const kari = await running.stranger();
    const hers = visitor();
    await hers.signIn(kari.email, kari.password);
    const age = (interval: string) =>
      running.database.query(
        `update auth."session" set "createdAt" = now() - $2::interval, "expiresAt" = now() + interval '8 hours'
          where "userId" = $1`,
        [kari.id, interval],
      );
    await age('6 days 23 hours');
    expect(await hers.isSignedIn()).toBe(true);
    await age('7 days 1 second');
    expect(await hers.isSignedIn()).toBe(false);
  });

  it('is not won by a password that is soon guessed, nor changed to one', async () => {
    const kari = await running.stranger();
    const hers = visitor();
    await hers.signIn(kari.email, kari.password);
    for (const newPassword of ['password1234', kari.email]) {
      const change = { currentPassword: kari.password, newPassword };
      const { status, body } = await hers.post('/api/auth/change-password', change);
      expect([status, body]).toMatchObject([400, { code: 'PASSWORD_TOO_GUESSABLE' }]);
    }
    const { status, body } = await visitor().post('/api/auth/reset-password', {
      token: 'x',
      newPassword: 'qwertyuiop12',
    });
    expect([status, body]).toMatchObject([400, { code: 'PASSWORD_TOO_GUESSABLE' }]);
    await hers.signIn(kari.email, kari.password);
    expect(await hers.isSignedIn()).toBe(true);
  });

  it('is a new one after the password was changed, and all others have ended', async () => {
    const kari = await running.stranger();
    const [other, hers] = [visitor(), visitor()];
    await other.signIn(kari.email, kari.password);
    await hers.signIn(kari.email, kari.password);
    const before = hers.token;
    const change = { currentPassword: kari.password, newPassword: NEW_PASSWORD };
    expect((await hers.post('/api/auth/change-password', change)).status).toBe(200);
    expect(hers.token).not.toBe(before);
    expect([await hers.isSignedIn(), await other.isSignedIn()]).toEqual([true, false]);
    hers.token = before;
    expect(await hers.isSignedIn()).toBe(false);
  });
});
