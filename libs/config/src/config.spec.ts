import { describe, expect, it } from '@jest/globals';
import { poolOf, readConfig } from './config.js';
import { readLaunchConfig } from './launch.js';

const enough = { DATABASE_URL: 'postgres://localhost/bistrom' };

describe('the environment of a program', () => {
  it('has defaults for all but the database', () => {
    expect(readConfig(enough)).toMatchObject({
      port: 3000,
      publicUrl: 'http://localhost:3000',
      redisUrl: undefined,
    });
  });

  it('is refused with everything that is wrong, by name', () => {
    const wrong = { DATABASE_URL: 'mysql://x', BISTROM_SECRET: 'short', PORT: '99999' };
    expect(() => readConfig(wrong)).toThrow(/DATABASE_URL: .*\n.*PORT: .*\n.*BISTROM_SECRET: /s);
  });

  it('holds pages to their own documents, unless there is a demo to try things out with', () => {
    const demo = JSON.stringify({ password: 'secret', logins: [] });
    const rules = [{}, { BISTROM_DEMO: demo }, { BISTROM_DEMO: demo, BISTROM_DOCUMENTS: 'trusted' }];
    expect(rules.map((env) => readConfig({ ...enough, ...env }).documents)).toEqual([
      'trusted',
      'any',
      'trusted',
    ]);
    expect(() => readConfig({ ...enough, BISTROM_DOCUMENTS: 'all' })).toThrow('must be any or trusted');
  });

  it('lets webhooks go to public addresses only, but for those that are listed', () => {
    const demo = JSON.stringify({ password: 'secret', logins: [] });
    const listed = (env: object) => readConfig({ ...enough, ...env }).webhookAllowedAddresses;
    expect(listed({})).toEqual([]);
    expect(listed({ BISTROM_DEMO: demo })).toEqual(['127.0.0.0/8', '::1']);
    expect(listed({ WEBHOOK_ALLOWED_ADDRESSES: '10.0.0.0/8, fd00::7' })).toEqual(['10.0.0.0/8', 'fd00::7']);
    for (const wrong of ['10.0.0.0/33', 'hooks.example', '10.0.0.1,', '::1/129', '10.0.0.0/8/8'])
      expect(() => listed({ WEBHOOK_ALLOWED_ADDRESSES: wrong })).toThrow('must be addresses or networks');
  });

  it('takes an empty variable as one that is not set', () => {
    expect(readConfig({ ...enough, REDIS_URL: '' }).redisUrl).toBeUndefined();
  });

  it('has the worker search in the database, unless it is to hold the market in memory', () => {
    const searched = (env: object) => readConfig({ ...enough, ...env }).matchingIndex;
    expect([searched({}), searched({ MATCHING_INDEX: 'memory' })]).toEqual(['sql', 'memory']);
    expect(() => searched({ MATCHING_INDEX: 'redis' })).toThrow('MATCHING_INDEX: must be sql or memory');
  });

  it('takes from one thread to 64 for runs through all listings, or says nothing of them', () => {
    const threads = (env: object) => readConfig({ ...enough, ...env }).matchingThreads;
    expect([threads({}), threads({ MATCHING_THREADS: '3' })]).toEqual([undefined, 3]);
    for (const wrong of ['0', '65', 'all'])
      expect(() => threads({ MATCHING_THREADS: wrong })).toThrow('MATCHING_THREADS');
  });

  it('keeps figures to itself until a port is named, and then to this machine', () => {
    expect(readConfig(enough).metrics).toBeUndefined();
    expect(readConfig({ ...enough, METRICS_PORT: '9464' }).metrics).toEqual({
      host: '127.0.0.1',
      port: 9464,
    });
  });

  it('gives the worker longer than the api, unless the operator says how long', () => {
    const [api, worker] = [poolOf(readConfig(enough), 'api'), poolOf(readConfig(enough), 'worker')];
    for (const name of ['statement', 'lock', 'idle', 'connection'] as const)
      expect(worker[name]).toBeGreaterThan(api[name]);
    const said = readConfig({ ...enough, DATABASE_LOCK_MS: '500' });
    expect([poolOf(said, 'api').lock, poolOf(said, 'worker').lock]).toEqual([500, 500]);
    expect(() => readConfig({ ...enough, DATABASE_LOCK_MS: '0' })).toThrow('DATABASE_LOCK_MS');
  });

  it('takes addresses and networks of proxies, and nothing else', () => {
    expect(readConfig(enough).trustedProxies).toEqual([]);
    const named = readConfig({ ...enough, TRUSTED_PROXIES: '127.0.0.1, 10.0.0.0/8,::1' });
    expect(named.trustedProxies).toEqual(['127.0.0.1', '10.0.0.0/8', '::1']);
    expect(() => readConfig({ ...enough, TRUSTED_PROXIES: 'everybody' })).toThrow('TRUSTED_PROXIES');
  });

  it('takes a mail server with the sender, named or bare', () => {
    const smtp = { ...enough, SMTP_URL: 'smtps://user:p%40ss@mail.example:465' };
    expect(readConfig({ ...smtp, MAIL_FROM: 'Bistrøm <post@bistrøm.example>' }).mail).toEqual({
      url: smtp.SMTP_URL,
      from: { name: 'Bistrøm', address: 'post@bistrøm.example' },
    });
    expect(readConfig({ ...smtp, MAIL_FROM: 'post@b.example' }).mail?.from).toEqual({
      name: '',
      address: 'post@b.example',
    });
    expect(readConfig({ ...enough, MAIL_FROM: 'post@b.example' }).mail).toBeUndefined();
  });

  it('refuses a mail server without a sender, and never quotes its password', () => {
    const withoutSender = { ...enough, SMTP_URL: 'smtp://user:hunter2@mail.example' };
    expect(() => readConfig(withoutSender)).toThrow(/^[^]*MAIL_FROM: must say whom(?![^]*hunter2)/);
    const wrong = { ...enough, SMTP_URL: 'http://user:hunter2@mail.example', MAIL_FROM: 'a@b, c@d' };
    expect(() => readConfig(wrong)).toThrow(
      /^(?![^]*hunter2)[^]*SMTP_URL: [^]*MAIL_FROM: must be an address/,
    );
    expect(() => readConfig({ ...enough, MAIL_FROM: 'Bistrøm\r\nBcc: <a@b.example>' })).toThrow(/MAIL_FROM/);
    expect(() => readConfig({ ...enough, SMTP_URL: 'smtp://' })).toThrow(/SMTP_URL/);
  });

  it('takes an identity provider whole or not at all', () => {
    const whole = {
      OIDC_ISSUER: 'https://id.example',
      OIDC_CLIENT_ID: 'bistrom',
      OIDC_CLIENT_SECRET: 'secret',
    };
    expect(readConfig({ ...enough, ...whole }).oidc).toEqual({
      issuer: 'https://id.example',
      clientId: 'bistrom',
      clientSecret: 'secret',
      name: 'id.example',
    });
    expect(readConfig({ ...enough, ...whole, OIDC_NAME: 'Granvåk' }).oidc?.name).toBe('Granvåk');
    expect(readConfig(enough).oidc).toBeUndefined();
    expect(() => readConfig({ ...enough, OIDC_ISSUER: 'https://id.example' })).toThrow(
      /OIDC_CLIENT_ID: must be set.*\n.*OIDC_CLIENT_SECRET: must be set/s,
    );
  });

  it('is frozen', () => {
    expect(Object.isFrozen(readConfig(enough))).toBe(true);
  });
});

describe('the environment of the launcher', () => {
  it('needs nothing', () => {
    expect(readLaunchConfig({})).toMatchObject({
      dataFolder: '.bistrom',
      port: undefined,
      databaseUrl: undefined,
    });
  });

  it('passes on to programs only what they need', () => {
    const { inherited } = readLaunchConfig({ PATH: '/bin', AWS_SECRET: 'no' });
    expect(inherited).toEqual({ PATH: '/bin' });
  });
});
