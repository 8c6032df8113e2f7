import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { dayInOslo, type Day } from '../calendar/day.js';
import { between, RULES } from '../testing/builders.js';
import { lastClosing, parcelsOf, type Parcel, type Pooled } from './parcel.js';
import { publishedFigures, publishedFlows, type Publication } from './published.js';

const CLOSED = '2026-06-30';

/** An exchange of firms of cluster `x`, unless told otherwise. */
function pooled(
  id: number,
  giver: string,
  taker: string,
  tonnes: number,
  { clusters = [['x'], ['x']], division = '24', year = 2026 } = {},
): Pooled {
  const entry = between(giver, taker, tonnes, { giverDivision: division }, { occurredOn: `${year}-02-03` });
  return {
    entry: { ...entry, id: String(id) },
    giverClusterIds: clusters[0] ?? [],
    otherClusterIds: clusters[1] ?? [],
  };
}
const three = [pooled(1, 'a', 'b', 40), pooled(2, 'c', 'd', 30), pooled(3, 'e', 'f', 50)];

const publicationOf = (
  clusterId: string,
  { parcels, held }: ReturnType<typeof parcelsOf>,
  years: readonly number[] = [2026],
): Publication => ({
  parcels: parcels.filter((one) => one.clusterIds.includes(clusterId)),
  held: held.filter((one) => one.clusterId === clusterId),
  years,
  publishedUntil: CLOSED,
});
const moved = (publication: Publication) =>
  publishedFigures(publication, 'DELIVERED').find((one) => one.name === 'materialMoved');

describe('parcelsOf', () => {
  it('example: three exchanges of six firms are one parcel', () => {
    const { parcels, held } = parcelsOf(three, CLOSED, RULES);
    expect(parcels.length).toBe(1);
    expect(parcels[0]).toMatchObject({ basis: 'DELIVERED', clusterIds: ['x'], entryIds: ['1', '2', '3'] });
    expect(held).toEqual([]);
    // 40 + 30 + 50 t; who knows one of them sees one sum of two, and a second figure would tell both
    expect(parcels[0]?.years[0]?.figures.get('materialMoved')?.toString()).toBe('120');
  });

  it('lets wait what two firms did, and says so', () => {
    const { parcels, held } = parcelsOf(three.slice(0, 1), CLOSED, RULES);
    expect(parcels).toEqual([]);
    expect(held).toEqual([
      { clusterId: 'x', basis: 'DELIVERED', year: 2026, unitKind: 'mass', reason: 'FEW_FIRMS' },
    ]);
  });

  it('keeps years apart', () => {
    const late = pooled(4, 'g', 'h', 10, { year: 2025 });
    const { parcels, held } = parcelsOf([...three, late], CLOSED, RULES);
    expect(parcels.map((one) => one.years.map(({ year }) => year))).toEqual([[2026]]);
    expect(held.map((one) => one.year)).toEqual([2025]);
  });

  it("counts one exchange between two clusters in the giver's alone, so that their difference does not tell it", () => {
    const across = pooled(4, 'g', 'h', 45, { clusters: [['x'], ['y']] });
    const ofY = [5, 6, 7].map((id) => pooled(id, `g${id}`, `t${id}`, 40, { clusters: [['y'], ['y']] }));
    const weakX = three.slice(0, 2);
    // x has 40 and 30 of its own: with the 45 they stand together, in x alone
    const result = parcelsOf([...weakX, across, ...ofY], CLOSED, RULES);
    expect(moved(publicationOf('x', result))?.value?.toString()).toBe('115');
    expect(moved(publicationOf('y', result))?.value?.toString()).toBe('120');
  });

  it('counts no exchange of which floats would leave a rounding', () => {
    // 0.1 + 0.2 − 0.1 − 0.2 kg are 0 kg, and 2.8e-17 in floats
    const grams = [0.0001, 0.0002, -0.0001, -0.0002].map((tonnes, at) => pooled(4 + at, 'g', 'h', tonnes));
    const { parcels } = parcelsOf([...three, ...grams], CLOSED, RULES);
    expect(parcels[0]?.years[0]).toMatchObject({ agreementIds: ['a→b', 'c→d', 'e→f'], entryCount: 7 });
  });

  it('adds an exchange that was taken back to nothing', () => {
    const back = [pooled(4, 'a', 'b', 40), pooled(5, 'a', 'b', -40)];
    const { parcels, held } = parcelsOf(back, CLOSED, RULES);
    expect([parcels, held]).toEqual([[], []]);
  });

  it('publishes an agreement by the year in one parcel for all its years', () => {
    const yearly = three.map(({ entry, ...rest }) => ({
      ...rest,
      entry: {
        ...entry,
        basis: 'AGREED' as const,
        kind: 'agreed' as const,
        yearly: true,
        occurredOn: '2026-01-01',
      },
    }));
    const { parcels } = parcelsOf(yearly, CLOSED, RULES);
    expect(parcels.length).toBe(1);
    expect(
      parcels[0]?.years.map(({ figures }) => figures.get('materialMoved')?.toString()).slice(0, 3),
    ).toEqual([
      '120',
      '120',
      '120.328767123288', // 2028 has 366 days: 120 × 366 ÷ 365
    ]);
  });
});

describe('lastClosing', () => {
  it.each([
    ['2026-06-30', '2026-03-31'],
    ['2026-07-01', '2026-06-30'],
    ['2026-01-01', '2025-12-31'],
    ['2026-12-31', '2026-09-30'],
  ])('example: on %s it is %s', (today, closed) => expect(lastClosing(today)).toBe(closed));
});

/** Rank of the rows by elimination: shares no code with the rule. */
function rankOf(rows: readonly (readonly number[])[]): number {
  const left = rows.map((row) => {
    const size = Math.max(...row.map(Math.abs)) || 1;
    return row.map((one) => one / size);
  });
  let rank = 0;
  for (let column = 0; column < (rows[0]?.length ?? 0); column += 1) {
    const pivot = left.slice(rank).findIndex((row) => Math.abs(row[column] ?? 0) > 1e-7) + rank;
    const row = left[pivot];
    if (pivot < rank || row === undefined) continue;
    left.splice(pivot, 1);
    left.splice(rank, 0, row);
    for (const other of left.slice(rank + 1)) {
      const factor = (other[column] ?? 0) / (row[column] ?? 1);
      row.forEach((one, at) => (other[at] = (other[at] ?? 0) - factor * one));
    }
    rank += 1;
  }
  return rank;
}

const firm = fc.integer({ min: 0, max: 13 });
const CLUSTERS = [['x'], ['y'], ['x', 'y'], ['z'], ['y', 'z']];
const clustersOf = (index: number): string[] => CLUSTERS[index % CLUSTERS.length] ?? [];
const exchange = fc
  .record({
    giver: firm,
    taker: firm,
    tonnes: fc.integer({ min: 1, max: 60 }),
    division: fc.constantFrom('24', '10', '38'),
    year: fc.constantFrom(2025, 2026),
    quarter: fc.constantFrom('2026-03-31', '2026-06-30', '2026-09-30'),
  })
  .filter(({ giver, taker }) => giver !== taker);

describe('everything that outsiders are ever told', () => {
  it('never holds the amount of a firm, nor of an exchange, in any sum or difference', () => {
    fc.assert(
      fc.property(fc.array(exchange, { minLength: 3, maxLength: 40 }), (all) => {
        const entries = all.map((one, at) => ({
          quarter: one.quarter,
          pool: pooled(at + 1, `f${one.giver}`, `f${one.taker}`, one.tonnes, {
            clusters: [clustersOf(one.giver), clustersOf(one.taker)],
            division: one.division,
            year: one.year,
          }),
        }));
        const { parcels, answers } = answersOf(entries);
        // unknown: what each entry comes to; known: every answer as the sum of the entries behind it
        const rows = answers.map((ids) =>
          entries.map(({ pool }) =>
            ids.has(pool.entry.id) ? (all.at(Number(pool.entry.id) - 1)?.tonnes ?? 0) : 0,
          ),
        );
        const known = rankOf(rows);
        for (const one of new Set(parcels.flatMap((parcel) => parcel.entryIds))) {
          const target = entries.map(({ pool }) => (pool.entry.id === one ? 1 : 0));
          expect(rankOf([...rows, target])).toBe(known + 1);
        }
      }),
      { numRuns: 60 },
    );
  });

  it('adds up: named flows and others are the amount, in each cluster and year', () => {
    fc.assert(
      fc.property(fc.array(exchange, { minLength: 3, maxLength: 40 }), (all) => {
        const pool = all.map((one, at) =>
          pooled(at + 1, `f${one.giver}`, `f${one.taker}`, one.tonnes, {
            division: one.division,
            year: one.year,
          }),
        );
        const result = parcelsOf(pool, CLOSED, RULES);
        for (const years of [[2025], [2026], [2025, 2026]]) {
          const publication = publicationOf('x', result, years);
          const total = moved(publication)?.value?.toNumber() ?? 0;
          const flows = publishedFlows(publication).reduce(
            (sum, one) => sum + (one.value?.toNumber() ?? 0),
            0,
          );
          expect(flows).toBeCloseTo(total, 9);
        }
      }),
      { numRuns: 60 },
    );
  });
});

/** Closes quarter by quarter, and asks for the amounts of every cluster and year after each closing. */
function answersOf(entries: readonly { readonly quarter: Day; readonly pool: Pooled }[]) {
  const parcels: Parcel[] = [];
  const answers: ReadonlySet<string>[] = [];
  for (const closedOn of ['2026-03-31', '2026-06-30', '2026-09-30']) {
    const done = new Set(parcels.flatMap((one) => one.entryIds));
    const waiting = entries.filter(({ quarter, pool }) => quarter <= closedOn && !done.has(pool.entry.id));
    parcels.push(
      ...parcelsOf(
        waiting.map(({ pool }) => pool),
        closedOn,
        RULES,
      ).parcels,
    );
    const divisionOf = new Map(
      entries.map(({ pool }) => [pool.entry.id, pool.entry.exchange.giverDivision] as const),
    );
    for (const clusterId of ['x', 'y', 'z']) {
      for (const year of [2025, 2026]) {
        const own = parcels.filter(
          (one) => one.clusterIds.includes(clusterId) && one.years.some((part) => part.year === year),
        );
        answers.push(new Set(own.flatMap((one) => one.entryIds)));
        for (const division of ['24', '10', '38']) {
          const naming = own.filter((one) =>
            one.years.some(({ flows }) => flows.some((flow) => flow.fromDivision === division)),
          );
          answers.push(
            new Set(naming.flatMap((one) => one.entryIds).filter((id) => divisionOf.get(id) === division)),
          );
        }
      }
    }
  }
  return { parcels, answers: answers.filter((ids) => ids.size > 0) };
}

it('an instant of the last evening of a quarter belongs to it by the clock in Oslo', () =>
  expect(lastClosing(dayInOslo(new Date('2026-06-30T22:30:00Z')))).toBe('2026-06-30'));
