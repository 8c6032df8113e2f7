import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pause } from '../../apps/local/src/process-life.js';
import { supervise, type Supervision } from '../../apps/local/src/supervise.js';
import { remove, temporaryFolder } from './temporary-folder.js';

let folder: string;
let said: string[];
let supervision: Supervision;

beforeEach(() => {
  folder = temporaryFolder();
  said = [];
});

afterEach(async () => {
  await supervision.stop();
  remove(folder);
});

/** Notes each start and each polite stop in files, so that the test sees them from outside. */
function run(script: string): void {
  const entry = join(folder, 'program.mjs');
  writeFileSync(
    entry,
    `import { appendFileSync } from 'node:fs';\nconst note = (name) => appendFileSync(process.env.NOTES + name, '.');\n${script}`,
  );
  const program = { name: 'program', entry, env: { NOTES: `${folder}/` }, readyWhen: 'message' } as const;
  supervision = supervise([program], (line) => said.push(line));
}

const count = (name: string): number => {
  const file = join(folder, name);
  return existsSync(file) ? readFileSync(file, 'utf8').length : 0;
};

describe('a supervised program', () => {
  it('is stopped politely', async () => {
    run(`setInterval(() => undefined, 1000);
         process.on('SIGTERM', () => { note('stopped'); process.exit(); });
         process.send('ready');`);
    await supervision.ready();
    await supervision.stop();
    expect(count('stopped')).toBe(1);
  });

  it('is started again when it dies, and said so', async () => {
    run(`note('started'); process.send('ready'); setTimeout(() => process.exit(3), 20);`);
    await supervision.ready();
    while (count('started') < 3) await pause(50);
    expect(said.slice(0, 2)).toEqual([
      'program ended (code 3); starting it again in 0.2 s.',
      'program ended (code 3); starting it again in 0.4 s.',
    ]);
  });

  it('is given up on by those who wait, when it never comes up', async () => {
    run(`process.exit(1);`);
    await expect(supervision.ready()).rejects.toThrow('program does not start');
  });

  it('is ended when it does not stop', async () => {
    run(`setInterval(() => undefined, 1000); process.on('SIGTERM', () => undefined); process.send('ready');`);
    await supervision.ready();
    const from = Date.now();
    await supervision.stop();
    expect(Date.now() - from).toBeLessThan(4_500);
    expect(said.join()).toContain('did not stop');
  });
});
