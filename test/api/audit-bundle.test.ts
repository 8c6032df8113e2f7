import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { CFB } from '@e965/xlsx';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Decimal, type Actor } from '#domain';
import { SYSTEM } from '#market';
import { bundleOf } from '../../apps/api/src/exports/bundle/bundle.js';
import { ok, tonnes, World, type WorldFirm } from '../support/world.js';

const YEAR = { from: '2026-01-01', to: '2026-12-31' };
const PRICE = '97.31';
let world: World;
let folder: string;
let firms: WorldFirm[];
let auditor: Actor;

/** Exchanges of 40, 30 and 50 t at a price, the first corrected to 39.25 t; their bundle, unpacked. */
beforeAll(async () => {
  world = await World.open();
  folder = mkdtempSync(join(tmpdir(), 'bundle-'));
  auditor = await world.staff('auditor');
  firms = [];
  for (const [at, amount] of ['40', '30', '50'].entries()) {
    const place = { latitude: 60 + at * 0.01 };
    const [giver, taker] = [await world.firm(place), await world.firm({ ...place, naceCode: '35.30' })];
    const { matchId } = await world.matched(giver, taker);
    const terms = { quantity: tonnes('60'), startsOn: '2026-01-01', retrospective: true };
    const agreementId = await world.agreed(giver, taker, matchId, { ...terms, price: new Decimal(PRICE) });
    const deliveryId = await world.delivered(giver, taker, agreementId, amount, '2026-05-04');
    if (at === 0) {
      const input = { agreementId, amount: new Decimal('39.25'), unit: 't', deliveredOn: '2026-05-04' };
      ok(await world.market.deliveries.correct(giver.actor, deliveryId, input, 'weighed again'));
    }
    firms.push(giver, taker);
  }
  unpack(await bundled(SYSTEM));
}, 120_000);
afterAll(async () => {
  rmSync(folder, { recursive: true });
  await world.close();
});

const make = (actor: Actor, steppedUp = true, period = YEAR) =>
  bundleOf(world.market.auditBundles, actor, { cluster: { id: world.clusterId }, ...period }, steppedUp);

async function bundled(actor: Actor): Promise<Buffer> {
  const made = await make(actor);
  if ('bytes' in made) return made.bytes;
  throw new Error(JSON.stringify(made.refusal));
}

/** By another program than the one that packed it. */
function unpack(zip: Buffer): readonly string[] {
  const { FullPaths, FileIndex } = CFB.read(zip, { type: 'buffer' }) as {
    readonly FullPaths: readonly string[];
    readonly FileIndex: readonly { readonly content?: Uint8Array }[];
  };
  const names = FullPaths.map((path) => path.replace(/^.*\//, ''));
  for (const [at, name] of names.entries()) {
    const content = FileIndex[at]?.content;
    if (name !== '' && content !== undefined) writeFileSync(join(folder, name), Buffer.from(content));
  }
  return names.filter((name) => name !== '');
}

const fileOf = (name: string): string => readFileSync(join(folder, name), 'utf8');
const verify = (): Promise<{ readonly code: number; readonly out: string; readonly errors: string }> =>
  new Promise((resolve) =>
    execFile(process.execPath, [join(folder, 'verify.mjs')], { env: {} }, (error, out, errors) =>
      resolve({ code: error === null ? 0 : Number(error.code), out, errors }),
    ),
  );
/** The bundle with one of its files changed, put back afterwards. */
async function verifyWith(name: string, change: (text: string) => string) {
  const before = fileOf(name);
  const after = change(before);
  expect(after).not.toBe(before);
  writeFileSync(join(folder, name), after);
  const verified = await verify();
  writeFileSync(join(folder, name), before);
  return verified;
}

describe('an audit bundle', () => {
  it('verifies itself with Node alone', async () => {
    const { code, out, errors } = await verify();
    expect([errors, code]).toEqual(['', 0]);
    // 3 agreed, 3 × (delivered, verified), 1 delivered anew and 2 taken back
    expect(out).toContain('12 links of the chain, 12 entries with all they say, 0 by their hash only');
    expect(out).toContain('All as stated.');
    const head = await world.store.read(SYSTEM, (tx) => tx.audit.headOf(world.clusterId));
    expect(out).toContain(head?.hash);
  });

  it('states sums that follow from the entries', () => {
    const sums = fileOf('sums.jsonl')
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as Record<string, unknown>);
    const delivered = sums.find(({ basis, name }) => basis === 'DELIVERED' && name === 'materialMoved');
    // 39.25 + 30 + 50 = 119.25 t
    expect(delivered?.['value']).toBe('119.25');
  });

  it('holds no name, no price and no sum of money', () => {
    const all = ['manifest.json', 'entries.jsonl', 'sums.jsonl'].map(fileOf).join('\n');
    for (const { name } of firms) expect(all).not.toContain(name);
    // 97.31 NOK/t × 39.25, 40, 30, 50 and 60 t
    for (const money of ['97.31', '3819.41', '3892.4', '2919.3', '4865.5', '5838.6'])
      expect(all).not.toContain(money);
    expect(all).not.toMatch(/valueNok|NOK|salesValue/);
    expect(all).toMatch(/"valueSeal":"[\da-f]{64}"/);
  });

  it.each([
    ['an amount', (text: string) => text.replace('"amountBase":"30000"', '"amountBase":"30001"')],
    ['a day', (text: string) => text.replace('"occurredOn":"2026-05-04"', '"occurredOn":"2026-05-05"')],
    ['a firm', (text: string) => text.replace(/"takerFirmId":"\w/, '"takerFirmId":"x')],
    ['a seal', (text: string) => text.replace(/"valueSeal":"\w{4}/, '"valueSeal":"0000')],
  ])('names the row in which somebody has changed %s', async (_what, change) => {
    const before = fileOf('entries.jsonl').split('\n');
    const at = change(fileOf('entries.jsonl'))
      .split('\n')
      .findIndex((line, index) => line !== before[index]);
    const { entry } = JSON.parse(before[at] ?? '') as { entry: { id: string } };
    const { code, errors } = await verifyWith('entries.jsonl', change);
    expect(code).toBe(1);
    expect(errors).toContain(
      `entries.jsonl, line ${at + 1} (entry ${entry.id}): is not the entry that was hashed`,
    );
    expect(errors).toContain('entries.jsonl: is not the file that the manifest names');
  });

  it('names a row that was taken out, a sum and a head that were changed, a file that is missing', async () => {
    const without = await verifyWith('entries.jsonl', (text) => text.split('\n').toSpliced(4, 1).join('\n'));
    expect(without.errors).toMatch(/line 5 .*follows position 4: what stood between is missing/);
    const sum = await verifyWith('sums.jsonl', (text) =>
      text.replace(/(DELIVERED.*materialMoved.*)"119\.25"/, '$1"120"'),
    );
    expect(sum.errors).toMatch(
      /sums\.jsonl, line \d+ \(DELIVERED figure materialMoved t\): states 120, the entries come to 119\.25/,
    );
    const head = await verifyWith('manifest.json', (text) => text.replace(/"hash": "\w{4}/, '"hash": "0000'));
    expect(head.errors).toMatch(/not at the head that the manifest names/);
    const factors = await verifyWith('factors.jsonl', (text) => text.replace('"value":"', '"value":"1'));
    expect(factors.errors).toContain('factors.jsonl: is not the file that the manifest names');
    expect([without.code, sum.code, head.code, factors.code]).toEqual([1, 1, 1, 1]);
  });

  it('is for staff and auditors of the cluster, freshly proved, each look kept for every firm in it', async () => {
    const kindOf = async (actor: Actor, steppedUp = true) => {
      const made = await make(actor, steppedUp);
      return 'bytes' in made ? 'made' : made.refusal.kind;
    };
    const looks = async () =>
      (
        await world.database.query<{ n: number }>(
          'select count(*)::int as n from look where firm_id is not null',
        )
      )[0]?.n;
    expect(await looks()).toBe(0);
    expect(await kindOf(firms[0]?.actor as Actor)).toBe('not_found');
    expect(await kindOf(auditor, false)).toBe('forbidden');
    expect(await looks()).toBe(0);
    expect(await kindOf(auditor)).toBe('made');
    expect(await looks()).toBe(6);
  });

  it('gives entries from before there were seals by their hash alone', async () => {
    await world.database.query('alter table ledger_seal disable trigger seal_append_only');
    const [row] = await world.database.query<{ entry_id: string; salt: string }>(
      'delete from ledger_seal where entry_id = (select min(entry_id) from ledger_seal) returning entry_id::text, salt',
    );
    const made = await make(SYSTEM);
    expect(made).toMatchObject({ hashesOnly: 1 });
    const { faults } = await world.market.audit.verify(SYSTEM);
    // without its seal the entry is no longer what was hashed
    expect(faults).toContainEqual(expect.objectContaining({ table: 'ledger_entry', row: row?.entry_id }));
    await world.database.query(`insert into ledger_seal values (${row?.entry_id}, '${row?.salt}')`);
    await world.database.query('alter table ledger_seal enable trigger seal_append_only');
    expect((await world.market.audit.verify(SYSTEM)).faults).toEqual([]);
  });
});
