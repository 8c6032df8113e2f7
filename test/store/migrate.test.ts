import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { SYSTEM } from '#domain';
import { eraseDatabase, migrate, Store } from '#store';
import { testDatabase, type TestDatabase } from '../support/database.js';

let database: TestDatabase;
beforeAll(async () => {
  database = await testDatabase();
  await eraseDatabase(database.url);
}, 60_000);
afterAll(() => database.drop());

const count = async (table: string, where = 'true'): Promise<number> =>
  (await database.query<{ count: number }>(`select count(*)::int as count from ${table} where ${where}`))[0]
    ?.count ?? 0;

describe('migrating', () => {
  it('goes well from nothing by several processes at once, and a second time changes nothing', async () => {
    await Promise.all([migrate(database.url), migrate(database.url), migrate(database.url)]);
    const loaded = await database.query('select name, loaded_at from reference_version order by name');
    await migrate(database.url);
    expect(await database.query('select name, loaded_at from reference_version order by name')).toEqual(
      loaded,
    );
    expect(await count('migration')).toBe(18);
  });

  it('leaves the login of the programs nothing to change and nothing to miss', async () => {
    await migrate(database.programsUrl);
    const store = await Store.open(database.programsUrl, 1);
    expect(await store.isReady()).toBe(true);
    await store.close();
    await database.query(`delete from migration where name like 'RowSecurity%'`);
    await expect(migrate(database.programsUrl)).rejects.toThrow('DATABASE_OWNER_URL');
    await database.query(
      `insert into migration (timestamp, name) values (1763700000013, 'RowSecurity1763700000013')`,
    );
  });

  it('loads the reference data whole', async () => {
    // 20 chapters + 112 subchapters + 850 codes, of which 842 are in the EU list and 8 Norwegian
    expect(await count('waste_code')).toBe(982);
    expect(await count('waste_code', 'level = 3 and hazardous')).toBeGreaterThanOrEqual(408);
    // 21 sections + 88 divisions + 272 groups + 615 classes
    expect(await count('industry_code')).toBe(996);
    expect(await count('municipality')).toBe(357);
    expect(await count('postal_place')).toBe(5132);
  });

  it('has a tree of 60 materials and more, labelled in both languages, every row with its source', async () => {
    expect(await count('material')).toBeGreaterThanOrEqual(60);
    expect(await count('material', `label_nb = '' or label_en = '' or source = ''`)).toBe(0);
    expect(await count('substitution', `evidence = '' or source = ''`)).toBe(0);
    expect(await count('factor', `source = '' or low > value or value > high`)).toBe(0);
    const unknown = await database.query(
      'select m.code, c from material m, unnest(m.waste_codes) c where not exists (select 1 from waste_code w where w.code = c and w.level = 3)',
    );
    expect(unknown).toEqual([]);
  });

  it('opens as a material base and a factor set that know each other', async () => {
    const store = await Store.open(database.url);
    const [materials, factors] = await store.read(
      SYSTEM,
      async (tx) => [await tx.reference.materials(), await tx.reference.factorSet()] as const,
    );
    await store.close();
    const keys = materials.all
      .flatMap((one) => [one.productionFactor, one.disposalFactor])
      .filter((key) => key !== undefined);
    expect(keys.filter((key) => factors.get(key) === undefined)).toEqual([]);
    expect(factors.get('transport:truck-articulated')?.value.toFixed()).toBe('0.09502');
  });
});
