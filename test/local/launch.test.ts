import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { FlowClient } from '../../apps/local/src/flow/client.js';
import { SITES } from '../../apps/local/src/flow/documents.js';
import { publish } from '../support/flow.js';
import { launch, stop, type Launched } from '../support/launched.js';
import { wait } from '../support/running.js';
import { remove, temporaryFolder } from './temporary-folder.js';

const PASSWORD = 'a demo password';
const FLOW = fileURLToPath(new URL('../../dist/apps/local/src/demo-flow.js', import.meta.url));

let folder: string;
let launcher: Launched;

const launchHere = (args: readonly string[] = []): Promise<Launched> => launch(folder, PASSWORD, args);

const as = (who: string): Promise<FlowClient> =>
  FlowClient.signIn(launcher.url, `${who}@demo.bistrom.example`, PASSWORD);

interface Viewer {
  readonly viewer: { readonly firms: { sites: { id: string }[] }[]; readonly clusters: { name: string }[] };
}

beforeAll(async () => {
  folder = temporaryFolder();
  launcher = await launchHere();
}, 180_000);
afterAll(async () => {
  if (launcher.child.exitCode === null) await stop(launcher);
  remove(folder);
});

describe('one command', () => {
  it('ends with links, logins, the password, and Ready on its last line', () => {
    const text = launcher.lines.join('\n');
    expect(text).toContain(`Password for the demo logins: ${PASSWORD}`);
    for (const who of ['plant', 'buyer', 'staff']) expect(text).toContain(`${who}@demo.bistrom.example`);
    expect(text.match(/http:\/\/localhost:\d+/g)?.length).toBeGreaterThanOrEqual(4);
    expect(launcher.lines.at(-1)).toMatch(/^Ready on http:\/\/localhost:\d+$/);
  });

  it('names the mailbox, where everything lies that would have been sent', async () => {
    expect(launcher.lines.join('\n')).toContain(`Mailbox  ${launcher.url}/mailbox`);
    const answer = await fetch(`${launcher.url}/mailbox`);
    expect([answer.status, await answer.text()]).toEqual([
      200,
      expect.stringContaining('this would have gone out'),
    ]);
  });

  it('shows figures of the demo to an outsider of the cluster staff, not withheld', async () => {
    const [plant, staff] = [await as('plant'), await as('staff')];
    const { viewer } = await staff.ask<{ viewer: { clusters: { id: string }[] } }>(
      '{ viewer { clusters { id } } }',
    );
    const year = new Date().getUTCFullYear();
    const { circularity } = await plant.ask<{
      circularity: { figures: { name: string; value: string | null; withheld: boolean }[] };
    }>(
      `query($id: ID!) { circularity(clusterId: $id, from: "${year}-01-01T00:00:00Z", to: "${year + 1}-01-01T00:00:00Z", basis: VERIFIED) {
         figures { name value withheld } } }`,
      { id: viewer.clusters[0]?.id },
    );
    for (const name of ['materialMoved', 'netCo2eAvoided', 'virginMaterialDisplaced']) {
      const figure = circularity.figures.find((one) => one.name === name);
      expect([name, figure?.withheld]).toEqual([name, false]);
      expect(Number(figure?.value)).toBeGreaterThan(0);
    }
  });

  it('refuses a second launcher on the same folder and says who holds it', async () => {
    await expect(launchHere()).rejects.toThrow('Another launcher');
  });
});

describe('stopping and starting', () => {
  it('a stop is clean within five seconds, and the next start keeps what was entered', async () => {
    const plant = await as('plant');
    const siteId = (await plant.ask<Viewer>(SITES)).viewer.firms[0]?.sites[0]?.id ?? '';
    const { listing } = await publish({ client: plant, siteId }, 'OFFER', {
      title: 'Kept over the night',
    });
    expect(await stop(launcher)).toBeLessThan(5_000);
    launcher = await launchHere();
    const kept = await (
      await as('plant')
    ).ask('query($id: ID!) { listing(id: $id) { title } }', { id: listing.id });
    expect(kept).toEqual({ listing: { title: 'Kept over the night' } });
  }, 120_000);

  it('kill -9 of the whole group in the middle of the flow loses nothing that was answered', async () => {
    const env = {
      PATH: process.env['PATH'] ?? '',
      BISTROM_URL: launcher.url,
      BISTROM_DEMO_PASSWORD: PASSWORD,
    };
    const flow = spawn(process.execPath, [FLOW], { env, stdio: ['ignore', 'pipe', 'ignore'] });
    let printed = '';
    flow.stdout.on('data', (data: Buffer) => (printed += data.toString()));
    while (!printed.includes('buyer proposed terms')) await wait(5);
    process.kill(-(launcher.child.pid ?? 0), 'SIGKILL');
    await once(flow, 'exit');
    await wait(1_000);
    launcher = await launchHere();
    const idAfter = (what: string): string =>
      new RegExp(`${what}\\s+([0-9a-f-]{36})`).exec(printed)?.[1] ?? '';
    const buyer = await as('buyer');
    const answered = await buyer.ask<{
      listing: { id: string };
      match: { id: string };
      proposal: { id: string };
    }>(
      'query($need: ID!, $match: ID!, $proposal: ID!) { listing(id: $need) { id } match(id: $match) { id } proposal(id: $proposal) { id } }',
      {
        need: idAfter('stated a need'),
        match: idAfter('pushed the match'),
        proposal: idAfter('proposed terms'),
      },
    );
    expect(answered.listing.id).toBe(idAfter('stated a need'));
    expect(answered.match.id).toBe(idAfter('pushed the match'));
    expect(answered.proposal.id).toBe(idAfter('proposed terms'));
  }, 120_000);
});
