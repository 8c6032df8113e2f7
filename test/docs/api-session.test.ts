import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Running } from '../support/running.js';

const PROJECT = fileURLToPath(new URL('../../', import.meta.url));
const SESSION = readFileSync(`${PROJECT}docs/api-session.md`, 'utf8');
const PASSWORD = 'heather-quay-drum-4827';

/** The text of every block of a language, in the order of the page. */
const blocks = (language: string): readonly string[] =>
  [...SESSION.matchAll(new RegExp(`^\`\`\`${language}\n(.*?)^\`\`\``, 'gms'))].map((found) => found[1] ?? '');

/** Runs all blocks as one script, as a reader would who pastes them one after the other. */
async function runSession(url: string): Promise<{ code: unknown; printed: string; complaints: string }> {
  const env = { PATH: process.env['PATH'], BISTROM_URL: url, BISTROM_DEMO_PASSWORD: PASSWORD };
  const bash = spawn('bash', ['-eu', '-o', 'pipefail', '-c', blocks('bash').join('\n')], {
    cwd: PROJECT,
    env,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const [printed, complaints, [code]] = await Promise.all([
    text(bash.stdout),
    text(bash.stderr),
    once(bash, 'close') as Promise<[unknown]>,
  ]);
  return { code, printed, complaints };
}

let running: Running;
let session: Awaited<ReturnType<typeof runSession>>;
beforeAll(async () => {
  running = await Running.start();
  await running.demoPeople(PASSWORD);
  session = await runSession(running.url);
}, 120_000);
afterAll(() => running.stop());

describe('docs/api-session.md', () => {
  it('runs from its first block to its last', () => {
    expect([session.complaints, session.code]).toEqual(['', 0]);
    expect(blocks('bash').length).toBeGreaterThan(10);
  });

  it('prints every line that it says it prints', () => {
    const promised = blocks('text').flatMap((block) => block.trimEnd().split('\n'));
    expect(promised).toContain('delivered: 12.5 t, verified: true');
    const printed = session.printed.split('\n');
    expect(promised.filter((line) => !printed.includes(line))).toEqual([]);
  });

  it('makes the agreement, and the ledger holds what was agreed, delivered and verified', async () => {
    expect(session.printed).toContain('AgreementMade: Granvåk Trelast → Tjurmo Bioenergi');
    const rows = await running.database.query(
      'select basis, sum(amount_base)::text as kg, count(*)::int as entries from ledger_entry group by basis order by basis',
    );
    // 40 t a year agreed, 12.5 t moved
    expect(rows).toEqual([
      { basis: 'AGREED', kg: '40000', entries: 1 },
      { basis: 'DELIVERED', kg: '12500', entries: 1 },
      { basis: 'VERIFIED', kg: '12500', entries: 1 },
    ]);
  });

  it('shows the masked side only once both have agreed, and refuses as it says', () => {
    const [before, after] = session.printed.split('AgreementMade');
    expect(before).toContain('giver: null');
    expect(after).toContain('Granvåk Trelast');
    expect(session.printed).toMatch(/"path": \[\s*"input",\s*"amount"\s*\]/);
    expect(session.printed.trimEnd()).toMatch(/NotFoundError$/);
  });
});
