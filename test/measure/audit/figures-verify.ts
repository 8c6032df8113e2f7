import { readLaunchConfig } from '#config';
import { Market, SYSTEM } from '#market';
import { Store } from '#store';
import type { Measured, Say } from '../command.js';
import { InputError } from '../input-error.js';
import { exactly, figure, type Figure } from '../report.js';
import { withServer } from '../temporary-server.js';
import { playDemo } from './demo-market.js';
import { tamper } from './tampering.js';

export const USAGE = 'npm run figures:verify [-- --json FILE] [--rebuild] [--head HASH …] [--change SET:SET]';

const MOST_SHOWN = 50;
type AuditReport = Awaited<ReturnType<Market['audit']['verify']>>;

/**
 * Follows every chain of the ledger and counts every stored figure again: of the installation that DATABASE_URL names,
 * or of the demo's market in a PostgreSQL of the command's own, where it also changes rows by hand and must find them.
 */
export async function figuresVerify(values: Readonly<Record<string, unknown>>, say: Say): Promise<Measured> {
  const asked = {
    rebuild: values['rebuild'] === true,
    heads: headsOf(values['head']),
    change: setsOf(values['change']),
  };
  const { databaseUrl } = readLaunchConfig();
  if (databaseUrl !== undefined) return ofDatabase(databaseUrl, asked, say);
  return withServer({ durable: false }, async (server) => {
    const url = await server.database();
    await playDemo(url, say);
    const { runs, figures } = await ofDatabase(url, asked, say);
    const { tried, named } = await tamper(url);
    const found = {
      name: 'rows changed by hand and named',
      value: named,
      unit: '',
      baseline: { name: 'changed', value: tried },
      target: exactly(tried),
    };
    return { runs, figures: [...figures, figure(found)] };
  });
}

interface Asked {
  readonly rebuild: boolean;
  readonly heads: readonly string[];
  readonly change: readonly [string, string] | undefined;
}

function setsOf(given: unknown): Asked['change'] {
  if (given === undefined) return undefined;
  const [from, to, more] = (given as string).split(':');
  if (from === undefined || to === undefined || more !== undefined)
    throw new InputError('--change takes two factor sets, as 2026-1:2026-2.');
  return [from, to];
}

function headsOf(given: unknown): readonly string[] {
  const heads = (Array.isArray(given) ? given : []) as readonly string[];
  const wrong = heads.find((one) => !/^[0-9a-f]{64}$/.test(one));
  if (wrong !== undefined)
    throw new InputError(
      `--head takes a hash of 64 hexadecimal digits, as an earlier run printed it; not ${wrong}.`,
    );
  return heads;
}

async function ofDatabase(url: string, { rebuild, heads, change }: Asked, say: Say): Promise<Measured> {
  const store = await Store.open(url, 2);
  try {
    if (!(await store.isReady()))
      throw new Error('The database lacks migrations of this program: start it once.');
    const market = await Market.open(store);
    if (rebuild) await rebuilt(market, say);
    if (change !== undefined) await changed(market, change, say);
    const began = performance.now();
    const report = await market.audit.verify(SYSTEM, heads);
    tell(report, say);
    return { runs: 1, figures: figuresOf(report, (performance.now() - began) / 1000) };
  } finally {
    await store.close();
  }
}

async function rebuilt(market: Market, say: Say): Promise<void> {
  const { before, after, changed } = await market.audit.rebuild(SYSTEM);
  say(
    `Cache rebuilt: ${before} rows dropped, ${after} made, ${changed.length} of them new, gone or different.`,
  );
  for (const name of changed) say(`  ${name}`);
}

async function changed(market: Market, [from, to]: readonly [string, string], say: Say): Promise<void> {
  const changes = await market.audit.change(SYSTEM, from, to);
  say(`Net CO2e avoided, kg, with the factors of ${from} and of ${to}: ${changes.length} figures move.`);
  for (const { clusterId, basis, year, before, after, because } of changes) {
    say(`  ${clusterId} ${basis} ${year}: ${before.toFixed()} → ${after.toFixed()}`);
    for (const one of because)
      say(
        `    ${one.effect.toFixed()} by ${one.factor}: ${one.before?.toFixed() ?? 'none'} → ${one.after?.toFixed() ?? 'none'}`,
      );
  }
}

function tell({ chains, faults }: AuditReport, say: Say): void {
  say('Heads of the chains; note them where nobody can change both:');
  for (const { cluster, chainId, length, hash } of chains)
    say(`  ${(cluster ?? chainId).padEnd(38)} ${String(length).padStart(8)}  ${hash}`);
  for (const { table, row, what } of faults.slice(0, MOST_SHOWN)) say(`FAULT ${table} ${row}: ${what}`);
  if (faults.length > MOST_SHOWN) say(`… and ${faults.length - MOST_SHOWN} more.`);
}

function figuresOf(report: AuditReport, seconds: number): readonly Figure[] {
  const faultsIn = (...tables: readonly string[]): number =>
    report.faults.filter((one) => tables.includes(one.table)).length;
  const none = exactly(0);
  return [
    { name: 'ledger entries', value: report.entries, unit: '' },
    { name: 'chains', value: report.chains.length, unit: '' },
    { name: 'links', value: report.links, unit: '' },
    {
      name: 'faults in the ledger',
      value: faultsIn('ledger_entry', 'ledger_leg', 'ledger_link'),
      unit: '',
      target: none,
    },
    {
      name: 'balances that differ',
      value: faultsIn('ledger_balance', 'ledger_month', 'ledger_rate'),
      unit: '',
      target: none,
    },
    { name: 'rows of the figure cache', value: report.cacheRows, unit: '' },
    { name: 'rows that the ledger has added to since', value: report.stale, unit: '' },
    { name: 'published parcels', value: report.parcels, unit: '' },
    { name: 'numbers counted again', value: report.numbers, unit: '' },
    { name: 'numbers that differ', value: faultsIn('figure', 'figure_parcel'), unit: '', target: none },
    { name: 'time', value: seconds, unit: 's' },
  ].map(figure);
}
