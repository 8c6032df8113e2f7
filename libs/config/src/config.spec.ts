import { describe, expect, it } from '@jest/globals';
import { readConfig } from './config.js';
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

  it('takes an empty variable as one that is not set', () => {
    expect(readConfig({ ...enough, REDIS_URL: '' }).redisUrl).toBeUndefined();
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
