import { afterEach, beforeEach, afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { migrate } from '#store';
import { testDatabase, type TestDatabase } from '../support/database.js';

const DATA = join(import.meta.dirname, '../../data');
const NODES = 'materials/nodes/wood-and-paper.csv';
const ROWS = 'materials/substitutions/wood-and-paper.csv';

describe('reference data that are not sound', () => {
  let database: TestDatabase;
  let folder: string;
  beforeAll(async () => {
    database = await testDatabase();
  });
  afterAll(() => database.drop());
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'bistrom-data-'));
    cpSync(DATA, folder, { recursive: true });
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  /** Writes a row at the end of a file, after one of its own that is changed. @returns the number of its line */
  function addRow(file: string, changed: Readonly<Record<string, string>>): number {
    const path = join(folder, file);
    const text = readFileSync(path, 'utf8').trimEnd();
    const [header = ''] = text.split('\n');
    const cells = header.split(',').map((column) => changed[column] ?? SOUND[column] ?? '');
    writeFileSync(path, `${text}\n${cells.join(',')}\n`);
    return text.split('\n').length + 1;
  }

  const SOUND: Readonly<Record<string, string>> = {
    code: 'willow-chips',
    parent: 'wood-chips',
    class: 'wood',
    role: 'by_product',
    label_nb: 'Pilflis til prøve',
    label_en: 'Willow chips for a test',
    unit: 't',
    reach_km: '100',
    storable: '1',
    by_product: 'willow-chips',
    serves_as: 'biomass-fuel',
    ratio: '1',
    suitability: '0.8',
    treatment: 'treatment:none',
    evidence: 'common practice',
    source: 'own knowledge',
    confidence: 'low',
  };

  it('a sound new row is taken', async () => {
    addRow(NODES, {});
    addRow(ROWS, {});
    await migrate(database.url, folder);
    expect(await database.query("select label_en from material where code = 'willow-chips'")).toEqual([
      { label_en: 'Willow chips for a test' },
    ]);
  });

  it.each([
    ['a parent that is not there', NODES, { parent: 'gone' }, 'parent gone is not in the tree'],
    ['a code that stands twice', NODES, { code: 'wood-chips' }, 'wood-chips: stands twice'],
    ['its own ancestor', NODES, { parent: 'willow-chips' }, 'willow-chips: is its own ancestor'],
    ['a unit nobody knows', NODES, { unit: 'bushel' }, 'unknown unit bushel'],
    ['a unit of another kind than its family', NODES, { unit: 'MWh' }, "unit kind differs from its parent's"],
    [
      'a waste code that is not in the list',
      NODES,
      { ewc_codes: '03 01 99|99 99 99' },
      'waste code 99 99 99 is not',
    ],
    ['an industry that is not there', NODES, { nace_gives: '04' }, 'NACE division 04 is not in the list'],
    ['a rule of law that is not there', NODES, { legal: 'hearsay' }, 'legal rule hearsay is not in the list'],
    [
      'a name that another node bears',
      NODES,
      { synonyms_en: 'wood chips' },
      'the name "wood chips" belongs to',
    ],
    ['no source', NODES, { source: '' }, 'source "": must be filled'],
    [
      'a number that is none',
      NODES,
      { reach_km: '100 km' },
      'reach_km "100 km": must be a plain number such as 12.5',
    ],
    ['properties that cannot be read', NODES, { properties: 'moisture about 40' }, 'is not of the form'],
    [
      'a factor that is not in the set',
      NODES,
      { production_factor: 'production:gold' },
      'factor production:gold is not',
    ],
    [
      'a factor stated per another unit',
      NODES,
      { disposal_factor: 'disposal:flared' },
      'factor disposal:flared is stated per MWh, the material in t',
    ],
    [
      'a use that is not in the tree',
      ROWS,
      { by_product: 'wood-chips', serves_as: 'gold' },
      'gold is not in the tree',
    ],
    ['a use as what it is', ROWS, { by_product: 'wood-chips', serves_as: 'wood' }, 'are of one branch'],
    [
      'a suitability above one',
      ROWS,
      { by_product: 'bark', suitability: '1.2' },
      'suitability must lie in (0, 1]',
    ],
    ['a ratio of nothing', ROWS, { by_product: 'bark', ratio: '0' }, 'ratio must be above 0'],
    ['limits that cannot be read', ROWS, { by_product: 'bark', limits: 'dry' }, '"dry" is not of the form'],
    ['no evidence', ROWS, { by_product: 'bark', evidence: '' }, 'evidence "": must be filled'],
  ])('%s stops the start with file, line and reason', async (_what, file, changed, reason) => {
    const line = addRow(file, changed);
    const error = await migrate(database.url, folder).then(
      () => undefined,
      (thrown: Error) => thrown,
    );
    expect(error?.message).toContain(`data/${file}:${line}: `);
    expect(error?.message).toContain(reason);
  });

  it('a file that is no table stops the start with its name', async () => {
    writeFileSync(join(folder, NODES), 'code,parent\n"never closed');
    await expect(migrate(database.url, folder)).rejects.toThrow(`data/${NODES} cannot be read`);
  });

  it('a factor that is not that of the used set any more stops the start with its key', async () => {
    const path = join(folder, 'factors/2026-2.csv');
    writeFileSync(
      path,
      readFileSync(path, 'utf8').replace(
        '\nproduction:wood-chips,production,34.3,',
        '\nproduction:wood-chips,production,34.4,',
      ),
    );
    await expect(migrate(database.url, folder)).rejects.toThrow(
      'data/factors/2026-2.csv differs at production:wood-chips: The factor set 2026-2 is used and frozen',
    );
  });

  it('takes over the sets of a database of before, with what was reckoned with them', async () => {
    await database.query(
      'alter table factor drop constraint factor_set_id_fkey, drop constraint factor_in_order, drop constraint factor_sourced, drop constraint factor_dated',
    );
    await database.query(
      'drop trigger factors_stay on factor; drop trigger factors_go on factor; drop trigger factor_unchanged on factor; drop table factor_set cascade',
    );
    await database.query(
      'drop function is_frozen_factor_set, guard_factors, refuse_factor_change, guard_factor_set',
    );
    await database.query(
      `delete from migration where name like 'FactorSets%'; delete from reference_version where name = 'factors/sets.csv'`,
    );
    await migrate(database.url, folder);
    expect(
      await database.query(
        'select id, used_from::text, replaces, note <> $1 as noted from factor_set order by 1',
        [''],
      ),
    ).toEqual([
      { id: '2026-1', used_from: '2026-01-01', replaces: null, noted: true },
      { id: '2026-2', used_from: '2026-01-01', replaces: '2026-1', noted: true },
    ]);
    await expect(database.query(`delete from factor where set_id = '2026-1'`)).rejects.toThrow('frozen');
  });

  it('leaves the tables as they were', async () => {
    const count = () => database.query<{ count: string }>('select count(*) from material');
    const before = await count();
    addRow(NODES, { code: 'another', parent: 'gone' });
    await expect(migrate(database.url, folder)).rejects.toThrow('gone');
    expect(await count()).toEqual(before);
  });
});
