import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { dayInOslo, METHOD_VERSION, SYSTEM, type Actor, type Basis, type Day } from '#domain';
import { Chance } from '../support/chance.js';
import { hits, hitsByChance, isNear, type Difference } from '../support/subtraction.js';
import { World, type WorldFirm } from '../support/world.js';

/**
 * Outsiders subtract answers from one another: nested periods, bases, overlapping clusters, flows from totals, the day
 * before from the day after. A pair of answers recovers a firm when one of them holds all that the other does, and what
 * they differ by lies within 10 % of what the firm that is party to most of it moved there. The attacker is taken to
 * know which entries lie behind an answer, and the amounts of his own: all but the amounts of others.
 */
const PAIRS = 10_000;
/** More than all of so many deals is more than chance, at one in a hundred. */
const DEALS = 100;
const YEARS = [2025, 2026] as const;
const SPANS = [
  [2025, 2025],
  [2026, 2026],
  [2025, 2026],
] as const;
const BASES = ['AGREED', 'DELIVERED', 'VERIFIED'] as const;
const MATERIALS = ['wood-chips', 'bark'] as const;
const DIVISIONS = ['16'] as const;

interface Row {
  readonly basis: Basis;
  readonly giver: number;
  readonly taker: number;
  readonly tonnes: number;
  readonly day: Day;
  readonly recorded: Date;
  readonly material: string;
  readonly division: string;
}

let world: World;
let firms: WorldFirm[];
let rows: readonly Row[];
let members: readonly (readonly number[])[];
let clusterIds: string[];
let pairs: readonly (readonly [Cell, Cell])[];
let published: Answers;
let askers: readonly { readonly actor: Actor; readonly firm: number | undefined }[];

beforeAll(async () => {
  world = await World.open();
  const random = new Chance(7);
  firms = [];
  for (let one = 0; one < 36; one += 1) firms.push(await world.firm());
  // in one order always: an entry that cannot stand alone goes to the first of its giver's clusters
  clusterIds = [world.clusterId, ...[1, 2, 3].map((one) => `ffffffff-ffff-4fff-8fff-fffffffffff${one}`)];
  // four clusters; every sixth firm belongs to two of them
  members = clusterIds.map((_, cluster) =>
    firms.flatMap((_firm, at) =>
      at % 4 === cluster || (at % 6 === 0 && (at + 1) % 4 === cluster) ? [at] : [],
    ),
  );
  rows = Array.from({ length: 600 }, () => {
    const giver = random.whole(firms.length);
    // mostly within the own cluster
    const near = firms.flatMap((_, at) => (at % 4 === giver % 4 && at !== giver ? [at] : []));
    const taker = random.part() < 0.8 ? random.of(near) : (giver + 1 + random.whole(34)) % firms.length;
    const year = random.of(YEARS);
    const month = 1 + random.whole(12);
    const day = `${year}-${String(month).padStart(2, '0')}-${String(1 + random.whole(27)).padStart(2, '0')}`;
    const recorded = new Date(Date.parse(`${day}T09:00:00Z`) + random.whole(40) * 86_400_000);
    const tonnes = Math.round(10 * Math.exp(random.part() * 4));
    return {
      basis: random.of(BASES),
      giver,
      taker,
      tonnes,
      day,
      recorded,
      material: random.of(MATERIALS),
      division: random.of(DIVISIONS),
    };
  }).flatMap((row) => (row.basis === 'VERIFIED' ? [{ ...row, basis: 'DELIVERED' as const }, row] : [row]));
  await record();
  askers = [
    { actor: await world.staff(), firm: undefined },
    ...[0, 1, 2, 3, 6].map((firm) => ({ actor: (firms[firm] as WorldFirm).actor, firm })),
  ];
  pairs = pairsOf(11);
  published = await asked(pairs.flat());
}, 240_000);
afterAll(() => world.close());

/** Only figures are asked here. */
const WITHOUT_AGREEMENTS = `
  alter table ledger_entry drop constraint ledger_entry_agreement_id_fkey, drop constraint ledger_entry_delivery_id_fkey;
  alter table ledger_balance drop constraint ledger_balance_agreement_id_fkey`;

/** Clusters, memberships and entries as the ledger would hold them, with their days of recording. */
async function record(): Promise<void> {
  const client = new pg.Client(world.database.url);
  await client.connect();
  await client.query(WITHOUT_AGREEMENTS);
  for (const [at, id] of clusterIds.entries()) {
    if (at > 0)
      await world.market.registry.addCluster(SYSTEM, {
        id,
        name: `C${at}`,
        slug: id,
        demo: false,
        goals: [],
      });
    await client.query('delete from firm_cluster where cluster_id = $1', [id]);
    for (const firm of members[at] ?? [])
      await client.query('insert into firm_cluster (firm_id, cluster_id) values ($1, $2)', [
        firms[firm]?.id,
        id,
      ]);
  }
  let delivery = randomUUID();
  for (const row of rows) {
    if (row.basis !== 'VERIFIED') delivery = randomUUID();
    const [giverFirmId, takerFirmId] = [firms[row.giver]?.id, firms[row.taker]?.id];
    const agreementId = randomUUID();
    const exchange = {
      agreementId,
      giverFirmId,
      takerFirmId,
      giverDivision: row.division,
      takerDivision: '35',
      byProductCode: row.material,
      inputCode: row.material,
      ratio: 1,
      treatment: 'none',
    };
    await client.query(
      `insert into ledger_entry (agreement_id, delivery_id, kind, basis, unit_kind, amount_base, road_km, occurred_on, yearly,
                                 exchange, giver_firm_id, taker_firm_id, method_version, recorded_at)
       values ($1, $2, $3, $4, 'mass', $5, 10, $6, false, $7, $8, $9, $10, $11)`,
      [
        agreementId,
        row.basis === 'AGREED' ? null : delivery,
        row.basis.toLowerCase(),
        row.basis,
        row.tonnes * 1000,
        row.day,
        JSON.stringify(exchange),
        giverFirmId,
        takerFirmId,
        METHOD_VERSION,
        row.recorded,
      ],
    );
  }
  await client.end();
}

/** A question and which part of its answer is looked at: the amount, or a flow of one material and giver's division. */
interface Cell {
  readonly cluster: number;
  readonly span: readonly [number, number];
  readonly basis: Basis;
  readonly at: Date;
  readonly flow?: string | undefined;
}

const keyOf = ({ cluster, span, basis, at }: Cell): string =>
  [cluster, span, basis, at.toISOString()].join('|');
const flowOf = (row: Pick<Row, 'division' | 'material'>): string => `${row.division}|${row.material}`;

/** What is told of a cell, and the entries behind it. */
interface Answer {
  readonly value: number;
  readonly rows: ReadonlySet<Row>;
}
type Answers = (cell: Cell) => Answer | undefined;

const isOf = (row: Row, { span, flow }: Cell): boolean =>
  Number(row.day.slice(0, 4)) >= span[0] &&
  Number(row.day.slice(0, 4)) <= span[1] &&
  (flow === undefined || flowOf(row) === flow);
const sumOf = (of: Iterable<Row>): number => [...of].reduce((sum, row) => sum + row.tonnes, 0);

const asTheyAre = new Map<string, Answer>();

/** The figures as they are: what staff would see. */
const unprotected = (cell: Cell): Answer => {
  const key = `${keyOf(cell)}|${cell.flow ?? ''}`;
  const known = asTheyAre.get(key);
  if (known !== undefined) return known;
  const found = rows.filter(
    (row) =>
      isOf(row, cell) &&
      row.basis === cell.basis &&
      row.recorded <= cell.at &&
      [row.giver, row.taker].some((firm) => members[cell.cluster]?.includes(firm)),
  );
  const answer = { value: sumOf(found), rows: new Set(found) };
  asTheyAre.set(key, answer);
  return answer;
};

/** Every question is asked by each of the outsiders, who must all get the same. */
async function asked(cells: readonly Cell[]): Promise<Answers> {
  const questions = new Map(cells.map((cell) => [keyOf(cell), cell]));
  const told = new Map<string, ReadonlyMap<string, number>>();
  for (const cell of [...questions.values()].sort((a, b) => a.at.getTime() - b.at.getTime())) {
    world.now = cell.at;
    const outside = askers.filter(({ actor }) => cell.cluster > 0 || actor.clusters.length === 0);
    const asker = outside[told.size % outside.length];
    const view = await world.market.figures.report(asker?.actor ?? SYSTEM, {
      clusterId: clusterIds[cell.cluster] ?? '',
      from: new Date(`${cell.span[0]}-01-01T00:00:00Z`),
      to: new Date(`${cell.span[1] + 1}-01-01T00:00:00Z`),
      basis: cell.basis,
    });
    if (view === undefined || view === 'no days') throw new Error(String(view));
    const amount = view.figures.find((one) => one.name === 'materialMoved')?.value?.toNumber();
    const flows = view.flows.flatMap((one) =>
      one.fromDivision === undefined || one.materialCode === undefined || one.value === undefined
        ? []
        : [[`${one.fromDivision}|${one.materialCode}`, one.value.toNumber()] as const],
    );
    told.set(keyOf(cell), new Map([...flows, ...(amount === undefined ? [] : [['', amount] as const])]));
  }
  const behind = await parcels();
  return (cell) => {
    const value = told.get(keyOf(cell))?.get(cell.flow ?? '');
    return value === undefined ? undefined : { value, rows: behind(cell, value) };
  };
}

/** The entries behind an answer, by the parcels that were made; found to add up to what was told. */
async function parcels(): Promise<(cell: Cell, value: number) => ReadonlySet<Row>> {
  const kept = await world.database.query<{
    basis: Basis;
    cluster_ids: string[];
    closed_on: string;
    verified_on: string | null;
    entries: string[];
    years: { year: number; figures: [string, string][]; flows: { materialCode: string }[] }[];
  }>(
    `select p.basis, p.cluster_ids, p.closed_on::text, p.verified_on::text, p.report as years,
            (select array_agg(e.entry_id::text) from figure_parcel_entry e where e.parcel_id = p.id) as entries
       from figure_parcel p`,
  );
  return (cell, value) => {
    const day = dayInOslo(cell.at);
    const own = kept.filter(
      (one) =>
        one.basis === (cell.basis === 'AGREED' ? 'AGREED' : 'DELIVERED') &&
        one.cluster_ids.includes(clusterIds[cell.cluster] ?? '') &&
        (cell.basis === 'VERIFIED' ? (one.verified_on ?? '9') : one.closed_on) < day,
    );
    const found = own.flatMap(({ entries, years }) => {
      const told = years.filter(({ figures, flows }) =>
        cell.flow === undefined
          ? figures.some(([name]) => name === 'materialMoved')
          : flows.some(({ materialCode }) => cell.flow?.endsWith(`|${materialCode}`)),
      );
      const all = entries.map((id) => rows[Number(id) - 1] as Row);
      return all.filter((row) => told.some(({ year }) => row.day.startsWith(`${year}-`)));
    });
    const behind = new Set(found.filter((row) => isOf(row, cell)));
    expect(sumOf(behind)).toBeCloseTo(value, 6);
    return behind;
  };
}

/** Moments at which a quarter closes, the day before and after, and days on which somebody delivers. */
function moments(): readonly Date[] {
  const closings = YEARS.flatMap((year) => [
    `${year}-04-01`,
    `${year}-07-01`,
    `${year}-10-01`,
    `${year + 1}-01-01`,
  ]);
  return ['2026-02-10', '2026-02-11', '2026-02-12', ...closings].map((day) => new Date(`${day}T12:00:00Z`));
}

function pairsOf(seed: number): readonly (readonly [Cell, Cell])[] {
  const random = new Chance(seed);
  const all = moments();
  const flows = DIVISIONS.flatMap((division) => MATERIALS.map((material) => flowOf({ division, material })));
  const cell = (): Cell => ({
    cluster: random.whole(clusterIds.length),
    span: random.of(SPANS),
    basis: random.of(BASES),
    at: random.of(all),
    flow: random.part() < 0.5 ? undefined : random.of(flows),
  });
  const strategies: readonly ((one: Cell) => Cell)[] = [
    (one) => ({ ...one, span: random.of(SPANS) }),
    (one) => ({ ...one, basis: random.of(BASES) }),
    (one) => ({ ...one, cluster: (one.cluster + 1) % clusterIds.length }),
    (one) => ({ ...one, flow: one.flow === undefined ? random.of(flows) : undefined }),
    (one) => ({ ...one, at: all[(all.indexOf(one.at) + 1) % all.length] ?? one.at }),
  ];
  return Array.from({ length: PAIRS }, (_, at) => {
    const one = cell();
    return [one, (strategies[at % strategies.length] ?? strategies[0])?.(one) ?? one] as const;
  });
}

/** How many of the pairs give a firm away to one of the attackers, and how many were answered at all. */
function attack(pairs: readonly (readonly [Cell, Cell])[], answers: Answers) {
  const known = new Map<Cell, Answer | undefined>();
  const of = (cell: Cell): Answer | undefined =>
    known.has(cell) ? known.get(cell) : (known.set(cell, answers(cell)), known.get(cell));
  const told = pairs.flatMap(([one, other]) => {
    const [a, b] = [of(one), of(other)];
    return a === undefined || b === undefined ? [] : [[a, b] as const];
  });
  const owns = [undefined, ...askers.map(({ firm }) => firm)];
  const recovered = told.filter(([a, b]) => owns.some((own) => isRecovered(a, b, own)));
  const differing = told.filter(([a, b]) => a.value !== b.value);
  return { told: told.length, differing: differing.length, recovered: recovered.length };
}

/** @param own firm of the attacker, who leaves out what he knows */
function isRecovered(one: Answer, other: Answer, own: number | undefined): boolean {
  const [less, more] = one.rows.size < other.rows.size ? [one, other] : [other, one];
  if ([...less.rows].some((row) => !more.rows.has(row))) return false;
  const differing = [...more.rows].filter((row) => !less.rows.has(row));
  const mine = differing.filter((row) => own !== undefined && [row.giver, row.taker].includes(own));
  const shares = new Map<number, number>();
  for (const row of differing.filter((one) => !mine.includes(one)))
    for (const firm of [row.giver, row.taker]) shares.set(firm, (shares.get(firm) ?? 0) + row.tonnes);
  const largest = Math.max(0, ...shares.values());
  const left = more.value - less.value - sumOf(mine);
  return isNear(left, largest);
}

/** Answers that differ, whatever lies behind them, with what their questions differ by in the figures as they are. */
function differencesIn(answers: Answers): readonly Difference<Row>[] {
  return pairs.flatMap(([one, other]) => {
    const [a, b] = [answers(one), answers(other)];
    if (a === undefined || b === undefined || a.value === b.value) return [];
    const [left, right] = [unprotected(one).rows, unprotected(other).rows];
    const entries = [...left].filter((row) => !right.has(row));
    entries.push(...[...right].filter((row) => !left.has(row)));
    return [{ told: Math.abs(a.value - b.value), entries }];
  });
}

/**
 * How often a difference lies near to a firm's amount, and the most often that it did with the exchanges dealt out anew:
 * some differences always do, and that alone recovers nothing.
 */
function guessed(differences: readonly Difference<Row>[]) {
  const clustersOf = (row: Row): string =>
    members.map((all) => all.includes(row.giver) || all.includes(row.taker)).join();
  const groupOf = (row: Row): string => [row.basis, row.day.slice(0, 4), clustersOf(row)].join('|');
  // what is verified is the delivery before it
  const originOf = new Map(rows.map((row, at) => [row, row.basis === 'VERIFIED' ? rows[at - 1] : row]));
  const counts = hitsByChance(differences, groupOf, (row) => originOf.get(row) ?? row, {
    deals: DEALS,
    seed: 3,
  });
  return { hit: hits(differences), byChance: counts.at(-1) ?? 0 };
}

describe('a differencing attack', () => {
  it('finds firms in the figures as they are, and none in what outsiders get', () => {
    const bare = attack(pairs, unprotected);
    const guarded = attack(pairs, published);
    expect(bare.recovered).toBeGreaterThan(PAIRS / 100);
    // the attack is not won by silence: a thousand pairs get two answers that differ
    expect(guarded.differing).toBeGreaterThan(PAIRS / 10);
    expect(guarded.recovered).toBe(0);
  });

  it('comes near to a firm by pairs of any kind no more often than by guessing', () => {
    const bare = guessed(differencesIn(unprotected));
    expect(bare.hit).toBeGreaterThan(bare.byChance);
    const guarded = guessed(differencesIn(published));
    expect(guarded.hit).toBeLessThanOrEqual(guarded.byChance);
  });

  it('gets the same answers from one closing to the next, whoever asks', async () => {
    const cells = (at: Date): Cell[] =>
      clusterIds.map((_, cluster) => ({ cluster, span: [2025, 2026], basis: 'DELIVERED', at }));
    const [early, late] = [cells(new Date('2027-04-02T12:00:00Z')), cells(new Date('2027-06-29T12:00:00Z'))];
    const answers = await asked([...early, ...late]);
    expect(early.map((one) => answers(one)?.value)).toEqual(late.map((one) => answers(one)?.value));
    expect(dayInOslo(world.now)).toBe('2027-06-29');
  });
});
