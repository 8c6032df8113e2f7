import { describe, expect, it } from '@jest/globals';
import type pg from 'pg';
import type { Library } from './library.js';
import { Sessions } from './sessions.js';

const FOUND = { session: { id: 'session' }, user: { id: 'person', name: 'Kari', email: 'kari@example.no' } };

/** A library that fails so many times, as it does on a broken connection, and a database that is there again or not. */
function sessions(failures: number, isBack: boolean): Sessions {
  let left = failures;
  const getSession = () =>
    left-- > 0 ? Promise.reject(new Error('Failed to get session')) : Promise.resolve(FOUND);
  const query = () => (isBack ? Promise.resolve({ rowCount: 0 }) : Promise.reject(new Error('ECONNREFUSED')));
  return new Sessions(() => ({ api: { getSession } }) as unknown as Library, { query } as unknown as pg.Pool);
}

describe('a session asked for while the database goes away', () => {
  it('is told once the database is back', async () => {
    expect(await sessions(1, true).of('Bearer x')).toMatchObject({ id: 'session', person: { id: 'person' } });
  });

  it('says that the database is away where it is', async () => {
    await expect(sessions(1, false).of('Bearer x')).rejects.toThrow('ECONNREFUSED');
  });

  it('says so when the library fails although the database is there', async () => {
    await expect(sessions(2, true).of('Bearer x')).rejects.toThrow('Failed to get session');
  });
});
