import { execFile } from 'node:child_process';
import { readFileSync, writeFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { testDatabase, type TestDatabase } from '../support/database.js';

const run = promisify(execFile);
const COMMAND = fileURLToPath(new URL('../../dist/apps/worker/src/factors-load.js', import.meta.url));
const SHIPPED = readFileSync(new URL('../../data/factors/2026-2.csv', import.meta.url), 'utf8');

let database: TestDatabase;
let folder: string;
beforeAll(async () => {
  database = await testDatabase();
  folder = mkdtempSync(join(tmpdir(), 'bistrom-factors-'));
});
afterAll(async () => {
  rmSync(folder, { recursive: true });
  await database.drop();
});

const command = async (...words: string[]): Promise<string> => {
  const env = { PATH: process.env['PATH'] ?? '', DATABASE_URL: database.programsUrl };
  return (await run(process.execPath, [COMMAND, ...words], { env })).stdout;
};
const file = (name: string, text: string): string => {
  writeFileSync(join(folder, name), text);
  return join(folder, name);
};
const ids = async () =>
  (await database.query<{ id: string }>('select id from factor_set order by 1')).map((one) => one.id);

describe('npm run factors:load', () => {
  it('brings a set as the login of the programs, lists it, and says from when it is used', async () => {
    const path = file('sound.csv', SHIPPED.replace('0.09502,', '0.1,'));
    const told = await command(path, '--id', '2090-1', '--note', 'lorries of 2090');
    // 198 factors, one a line below the header
    expect(told).toContain('2090-1: 198 factors, beside 2026-2. It is not used yet');
    expect(await command()).toMatch(/2026-2 .*in use.*\n2090-1 +not used +198 factors +lorries of 2090/);
    expect(await command('--id', '2090-1', '--from', '2090-01-01')).toContain('From 2090-01-01 on');
    expect(await command()).toMatch(/2090-1 +2090-01-01/);
  });

  it('writes nothing of a file with a wrong row, and names file, line and field', async () => {
    const path = file('wrong.csv', SHIPPED.replace('0.09502,', '"0,1",'));
    await expect(command(path, '--id', '2091-1')).rejects.toMatchObject({
      code: 1,
      stderr: expect.stringContaining(`${path}:2: value "0,1": must be a plain number such as 12.5`),
    });
    expect(await ids()).toEqual(['2026-1', '2026-2', '2090-1']);
  });

  it('asks for what it was not told', async () => {
    const path = file('sound.csv', SHIPPED);
    await expect(command(path)).rejects.toMatchObject({
      code: 1,
      stderr: expect.stringContaining('--id: missing'),
    });
    await expect(command('--id', '2090-1')).rejects.toMatchObject({
      stderr: expect.stringContaining('--from: missing'),
    });
  });
});
