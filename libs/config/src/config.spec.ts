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
