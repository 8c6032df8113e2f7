import type pg from 'pg';
import { calendarYear, SYSTEM, yearOf, type Actor } from '#domain';
import { Market } from '#market';
import { Store } from '#store';
import { timed, timingOf } from '../bench/timing.js';
import type { Measured, Say } from '../command.js';
import { atMost, exactly, figure, type Figure, type Target } from '../report.js';
import { withClient, withServer, type TemporaryServer } from '../temporary-server.js';
import { wholeNumber } from '../whole-number.js';
import { AGREEMENTS, enterOne, fillLedger, FIRMS, type BigLedger } from './big-ledger.js';
import { foldNaively } from './naive-fold.js';

export const USAGE = 'npm run bench:figures -- [--entries N] [--runs N] [--json FILE]';

const DEFAULT_ENTRIES = 1_000_000;
const DEFAULT_RUNS = 3;
/** Reads and refreshes for each run of what takes long. */
const READS_A_RUN = 20;
const REFRESHES_A_RUN = 5;
const SMALLER = 10;
const READ_MS = 50;
const below = (most: number): Target => ({ text: `< ${most}`, keeps: (value) => value < most });
const PLAIN = 'plain SQL aggregate';

/** Times what a cluster's figures cost over a long ledger: to read, after one delivery more, and made from nothing. */
export async function benchFigures(values: Readonly<Record<string, unknown>>, say: Say): Promise<Measured> {
  const entries = wholeNumber(values, 'entries', DEFAULT_ENTRIES);
  const runs = wholeNumber(values, 'runs', DEFAULT_RUNS);
  return withServer({ durable: true }, async (server) => {
    const few = Math.ceil(entries / SMALLER);
    const smaller = await withLedger(server, few, say, (bench) => bench.refreshes(runs));
    const figures = await withLedger(server, entries, say, async (bench) => [
      ...(await bench.rebuilds(runs, say)),
      ...(await bench.reads(runs)),
      ...refreshFigures(await bench.refreshes(runs), smaller, entries, few),
    ]);
    return { runs, figures };
  });
}

async function withLedger<T>(
  server: TemporaryServer,
  entries: number,
  say: Say,
  work: (bench: Bench) => Promise<T>,
): Promise<T> {
  const url = await server.database();
  const store = await Store.open(url, 2);
  try {
    const market = await Market.open(store);
    return await withClient(url, async (client) => {
      say(`Filling a ledger of ${entries} entries, ${AGREEMENTS} agreements, ${FIRMS} firms …`);
      const ledger = await fillLedger(client, entries, yearOf(market.registry.today()));
      // Nothing of it is published: parcels are made once a quarter, and not what is measured.
      await market.figures.publishAfter(SYSTEM, market.registry.today());
      await market.audit.rebuild(SYSTEM);
      await client.query('vacuum analyze');
      return work(new Bench(market, client, ledger));
    });
  } finally {
    await store.close();
  }
}

interface Refreshes {
  readonly entered: number;
  readonly refreshed: number;
}

class Bench {
  private readonly staff: Actor;
  constructor(
    private readonly market: Market,
    private readonly client: pg.Client,
    private readonly ledger: BigLedger,
  ) {
    const clusters = [{ clusterId: ledger.clusterId, role: 'cluster_staff' as const }];
    this.staff = { personId: 'measured', name: 'Measured', firms: [], clusters };
  }

  /** What the worker does after a delivery, the entry of it beside. */
  async refreshes(runs: number): Promise<Refreshes> {
    const [entered, refreshed]: [number[], number[]] = [[], []];
    for (let run = 0; run < runs * REFRESHES_A_RUN; run += 1) {
      entered.push(await timed(() => enterOne(this.client, this.ledger)));
      refreshed.push(await timed(() => this.market.figures.refresh(this.ledger.clusterId)));
    }
    return { entered: timingOf(entered).p50, refreshed: timingOf(refreshed).p50 };
  }

  /** The year from the cache, and a period that no cache holds and that cuts its first and last month. */
  async reads(runs: number): Promise<readonly Figure[]> {
    const { lastYear } = this.ledger;
    const year = calendarYear(lastYear);
    const odd = { from: `${lastYear - 1}-08-11`, to: `${lastYear}-05-19` };
    return [
      ...(await this.read('the cached year', year, runs)),
      ...(await this.read('an odd period', odd, runs)),
    ];
  }

  private async read(name: string, span: Span, runs: number): Promise<readonly Figure[]> {
    const [ours, plain]: [number[], number[]] = [[], []];
    await this.report(span);
    for (let run = 0; run < runs * READS_A_RUN; run += 1) {
      ours.push(await timed(() => this.report(span)));
      if (run % READS_A_RUN === 0) plain.push(await timed(() => this.aggregate(span)));
    }
    const sorted = [...ours].sort((a, b) => a - b);
    const p95 = sorted[Math.ceil(sorted.length * 0.95) - 1] ?? NaN;
    const baseline = { name: `ms ${PLAIN}`, value: timingOf(plain).p50 };
    return [
      figure({ name: `report of ${name}, p50`, value: timingOf(ours).p50, unit: 'ms', baseline }),
      figure({ name: `report of ${name}, p95`, value: p95, unit: 'ms', target: atMost(READ_MS, ' ms') }),
    ];
  }

  private async report({ from, to }: Span): Promise<void> {
    const { clusterId } = this.ledger;
    const asked = { clusterId, basis: 'DELIVERED' as const, from: noonOf(from), to: noonOf(to) };
    const view = await this.market.figures.report(this.staff, asked);
    if (view === undefined || view === 'no days') throw new Error('The staff got no report.');
  }

  private aggregate({ from, to }: Span): Promise<unknown> {
    return this.client.query(AGGREGATE, [this.ledger.clusterId, 'DELIVERED', from, to]);
  }

  /** Balances and cache from nothing, beside the fold of the same rows in one thread, which must come to the same. */
  async rebuilds(runs: number, say: Say): Promise<readonly Figure[]> {
    const [ours, naive, plain]: [number[], number[], number[]] = [[], [], []];
    let differing = 0;
    for (let run = 0; run < runs; run += 1) {
      say(`Rebuilding, run ${run + 1} of ${runs} …`);
      ours.push(await timed(() => this.market.audit.rebuild(SYSTEM)));
      naive.push(
        await timed(async () => {
          const sums = await foldNaively(this.client, this.market.setting.rules);
          differing = await this.differing(sums);
        }),
      );
      plain.push(await timed(() => this.client.query(AGGREGATE_ALL)));
    }
    const [rebuilt, folded] = [timingOf(ours).p50 / 1000, timingOf(naive).p50 / 1000];
    const beside = { name: 's naive fold in one thread', value: folded };
    const aggregate = { name: `s ${PLAIN}`, value: timingOf(plain).p50 / 1000 };
    return [
      figure({ name: 'rebuild of balances and cache', value: rebuilt, unit: 's', baseline: aggregate }),
      figure({
        name: 'rebuild beside the naive fold',
        value: rebuilt,
        unit: 's',
        baseline: beside,
        target: atMost(folded, ' s'),
      }),
      figure({ name: 'numbers that the two differ in', value: differing, unit: '', target: exactly(0) }),
    ];
  }

  private async differing(sums: ReadonlyMap<string, { toFixed(): string }>): Promise<number> {
    const { rows } = await this.client.query<{ key: string; value: string }>(STORED);
    const stored = new Map(rows.map(({ key, value }) => [key, value]));
    return [...sums].filter(([key, value]) => stored.get(key) !== value.toFixed()).length;
  }
}

interface Span {
  readonly from: string;
  readonly to: string;
}

const noonOf = (day: string): Date => new Date(`${day}T12:00:00Z`);

const refreshFigures = (
  many: Refreshes,
  few: Refreshes,
  entries: number,
  fewer: number,
): readonly Figure[] => [
  figure({ name: `refresh after one delivery at ${fewer} entries`, value: few.refreshed, unit: 'ms' }),
  figure({
    name: `refresh after one delivery at ${entries} entries`,
    value: many.refreshed,
    unit: 'ms',
    baseline: { name: `ms at ${fewer}`, value: few.refreshed },
  }),
  figure({
    name: 'refresh at all entries over refresh at a tenth',
    value: many.refreshed / few.refreshed,
    unit: '',
    target: below(2),
  }),
  figure({
    name: 'entering one delivery',
    value: many.entered,
    unit: 'ms',
    baseline: { name: `ms at ${fewer}`, value: few.entered },
  }),
];

/** The amounts of a period straight from the rows, without factors, firms' shares or flows. */
const AGGREGATE = `
  select e.unit_kind, sum(e.amount_base), sum(e.amount_base * e.road_km), sum(e.value_nok), count(*), count(distinct e.agreement_id)
    from ledger_entry e join ledger_link l on l.entry_id = e.id
   where l.chain_id = $1 and e.basis = $2 and not e.yearly and e.occurred_on between $3::date and $4::date
   group by e.unit_kind`;

const AGGREGATE_ALL = `
  select l.chain_id, e.basis, extract(year from e.occurred_on), e.agreement_id, e.unit_kind, sum(e.amount_base),
         sum(e.amount_base * e.road_km), sum(e.value_nok), count(*)
    from ledger_entry e join ledger_link l on l.entry_id = e.id
   group by 1, 2, 3, 4, 5`;

/** Cached sums and shares under the names that the naive fold gives them. */
const STORED = `
  select concat_ws(' ', basis, extract(year from period_from), one ->> 'name', share ->> 0) as key,
         coalesce(share ->> 1, one ->> 'value') as value
    from figure, jsonb_array_elements(report -> 'figures') one,
         lateral (select null::jsonb union all select jsonb_array_elements(one -> 'shares')) part (share)`;
