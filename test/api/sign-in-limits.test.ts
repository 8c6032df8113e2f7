import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Running } from '../support/running.js';
import { Visitor } from '../support/visitor.js';

const ELSEWHERE = { from: '127.0.0.2' };

let running: Running;
beforeAll(async () => {
  running = await Running.start({}, ['api']);
}, 60_000);
afterAll(() => running.stop());

const here = (): Visitor => new Visitor(running.url);
const elsewhere = (): Visitor => new Visitor(running.url, ELSEWHERE);

/** The answers to so many wrong passwords, one after the other. */
async function guess(email: string, times: number, visitor = here()): Promise<number[]> {
  const statuses: number[] = [];
  for (let n = 0; n < times; n += 1) statuses.push((await visitor.signIn(email, `wrong ${n}`)).status);
  return statuses;
}

describe('wrong passwords', () => {
  it('are looked at five times in a row, then have to wait; the right one from there waits too', async () => {
    const kari = await running.stranger();
    expect(await guess(kari.email, 6)).toEqual([401, 401, 401, 401, 401, 429]);
    const answer = await here().signIn(kari.email, kari.password);
    expect([answer.status, answer.body.code]).toEqual([429, 'TOO_MANY_TRIES']);
    // the fifth failure costs five seconds
    expect(Number(answer.headers['retry-after'])).toBeGreaterThan(0);
    expect(Number(answer.headers['retry-after'])).toBeLessThanOrEqual(5);
  });

  it('do not shut out the owner, who comes from another address', async () => {
    const kari = await running.stranger();
    await guess(kari.email, 6);
    expect((await elsewhere().signIn(kari.email, kari.password)).status).toBe(200);
  });

  it('are counted alike where there is no such person', async () => {
    const kari = await running.stranger();
    const known = await guess(kari.email, 7);
    expect(await guess('nobody@test.example', 7)).toEqual(known);
  });

  it('are counted when all are sent at once', async () => {
    const kari = await running.stranger();
    const statuses = await Promise.all(
      Array.from({ length: 20 }, async (_, n) => (await here().signIn(kari.email, `wrong ${n}`)).status),
    );
    expect(statuses.filter((status) => status === 401)).toHaveLength(5);
  });

  it('stay counted when the program starts again', async () => {
    const kari = await running.stranger();
    await guess(kari.email, 6);
    // longer than a start takes
    await running.database.query(
      `update auth.sign_in_tries set blocked_until = now() + interval '5 minutes' where blocked_until > now()`,
    );
    await running.kill('api');
    await running.run('api');
    expect((await here().signIn(kari.email, kari.password)).status).toBe(429);
  });

  it('are looked at again when the wait is over, and cost more then', async () => {
    const kari = await running.stranger();
    await guess(kari.email, 5);
    await running.database.query(
      `update auth.sign_in_tries set blocked_until = now() where blocked_until > now()`,
    );
    expect((await here().signIn(kari.email, 'wrong')).status).toBe(401);
    // 5 s × 2 after the sixth
    const retry = Number((await here().signIn(kari.email, 'wrong')).headers['retry-after']);
    expect([retry > 5, retry <= 10]).toEqual([true, true]);
  });

  it('from everywhere hold an account at new addresses, and not where its owner signs in from', async () => {
    const kari = await running.stranger();
    await elsewhere().signIn(kari.email, kari.password);
    await running.database.query(
      `insert into auth.sign_in_tries (account, address, failures, since, blocked_until)
       select account, '', 100, now(), now() + interval '15 minutes' from auth.sign_in_tries
        where succeeded_at is not null and address = '127.0.0.2' order by succeeded_at desc limit 1`,
    );
    expect((await here().signIn(kari.email, kari.password)).status).toBe(429);
    expect((await elsewhere().signIn(kari.email, kari.password)).status).toBe(200);
  });

  it('are kept without the address that was typed', async () => {
    await guess('secret.name@test.example', 1);
    const rows = await running.database.query('select * from auth.sign_in_tries');
    expect(JSON.stringify(rows)).not.toContain('secret.name');
  });
});

describe('behind a proxy', () => {
  /** The answers to so many guesses that the header says come from somewhere else. */
  async function forwarded(server: Running, email: string, from: string, times: number): Promise<number[]> {
    const statuses: number[] = [];
    for (let n = 0; n < times; n += 1) {
      const { status } = await fetch(`${server.url}/api/auth/sign-in/email`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', 'x-forwarded-for': from },
        body: JSON.stringify({ email, password: `wrong ${n}` }),
      });
      statuses.push(status);
    }
    return statuses;
  }

  /** The answer to a link of a mail. */
  async function opened(server: Running, from: string): Promise<number> {
    const headers = { 'x-forwarded-for': from };
    return (await fetch(`${server.url}/unsubscribe/${'x'.repeat(43)}`, { method: 'POST', headers })).status;
  }

  it('that is trusted its word counts, and not what a client wrote before it', async () => {
    const behind = await Running.start({ TRUSTED_PROXIES: '127.0.0.1, 10.0.0.0/8' }, ['api']);
    try {
      const kari = await behind.stranger();
      expect(await forwarded(behind, kari.email, '198.51.100.7, 10.1.2.3', 6)).toEqual([
        401, 401, 401, 401, 401, 429,
      ]);
      // the same address, whatever it claims to pass on
      expect(await forwarded(behind, kari.email, '203.0.113.9, 198.51.100.7', 1)).toEqual([429]);
      expect(await forwarded(behind, kari.email, '203.0.113.9', 1)).toEqual([401]);
      // 120 links of mails in a minute, by the same address
      const used = await Promise.all(Array.from({ length: 200 }, () => opened(behind, '198.51.100.7')));
      expect(used.filter((status) => status === 200).length).toBeGreaterThanOrEqual(120);
      expect(used).toContain(429);
      expect(await opened(behind, '203.0.113.9')).toBe(200);
    } finally {
      await behind.stop();
    }
  });

  it('that nobody named the header counts for nothing', async () => {
    const kari = await running.stranger();
    const others = Array.from({ length: 6 }, (_, n) => forwarded(running, kari.email, `198.51.100.${n}`, 1));
    expect((await Promise.all(others)).flat().filter((status) => status === 429)).toHaveLength(1);
  });
});

describe('right passwords', () => {
  it('are never held back, however often and however many at once', async () => {
    const kari = await running.stranger();
    const from = { from: '127.0.0.3' };
    const statuses = await Promise.all(
      Array.from(
        { length: 30 },
        async () => (await new Visitor(running.url, from).signIn(kari.email, kari.password)).status,
      ),
    );
    expect(new Set(statuses)).toEqual(new Set([200]));
  });

  it('start the count of failures anew', async () => {
    const kari = await running.stranger();
    for (let round = 0; round < 3; round += 1) {
      expect(await guess(kari.email, 4)).toEqual([401, 401, 401, 401]);
      expect((await here().signIn(kari.email, kari.password)).status).toBe(200);
    }
  });
});

describe('one address', () => {
  it('may try thirty accounts a minute, also where every try fails', async () => {
    const visitor = new Visitor(running.url, { from: '127.0.0.4' });
    const statuses: number[] = [];
    for (let n = 0; n < 30; n += 1)
      statuses.push((await visitor.signIn(`nobody-${n}@test.example`, 'x')).status);
    expect(new Set(statuses)).toEqual(new Set([401]));
  });

  it('with six hundred failures in a quarter of an hour waits, but not for accounts that it is the address of', async () => {
    const from = { from: '127.0.0.5' };
    const kari = await running.stranger();
    const ola = await running.stranger();
    await new Visitor(running.url, from).signIn(kari.email, kari.password);
    await running.database.query(
      `insert into auth.sign_in_tries values ('', '127.0.0.5', 600, now(), now() + interval '1 minute', null)`,
    );
    expect((await new Visitor(running.url, from).signIn(ola.email, ola.password)).status).toBe(429);
    expect((await new Visitor(running.url, from).signIn(kari.email, kari.password)).status).toBe(200);
  });
});
