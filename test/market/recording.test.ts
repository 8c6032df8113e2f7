import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { Decimal } from '#domain';
import { SYSTEM } from '#market';
import { LOADS, NO_ROWS, Weighbridge } from '../support/weighbridge.js';
import { ok, refused, World } from '../support/world.js';

let world: World;
let files: Weighbridge;

beforeAll(async () => {
  world = await World.open();
});
beforeEach(async () => {
  files = await Weighbridge.open(world);
});
afterAll(() => world.close());

describe('recording a file', () => {
  it('leaves out what has come to do something else than was shown, and says which', async () => {
    const id = await files.upload([...LOADS, ['03.06.2026', '90', 'A3'], ['04.06.2026', '1', 'A4']]);
    // 12.5 + 7.25 of 100 t leave no 90: refused when shown, and left out as asked
    const input = {
      agreementId: files.agreementId,
      amount: new Decimal(3),
      unit: 't',
      deliveredOn: '2026-06-01',
      reference: 'A1',
    };
    ok(await world.market.deliveries.record(files.taker.actor, input));
    expect(await files.record(id, { rows: 'VALID_ONLY' })).toEqual({
      state: 'RECORDED_IN_PART',
      totals: { ...NO_ROWS, RECORDED: 2, LEFT: 1, LAPSED: 1 },
    });
    expect(await files.outcomesOf(id)).toEqual([
      [2, 'NEW', 'LAPSED'],
      [3, 'NEW', 'RECORDED'],
      [4, 'REFUSED', 'LEFT'],
      [5, 'NEW', 'RECORDED'],
    ]);
    expect((await files.problemsOf(id))[0]).toMatch(/^2 REFERENCE: Since the file was shown/);
    expect(await files.standing()).toEqual([
      ['A1', '3'],
      ['A2', '7.25'],
      ['A4', '1'],
    ]);
  });

  it('says why a row is left out that the agreement has no room for any more', async () => {
    const id = await files.upload([['01.06.2026', '60', 'A1']]);
    const input = {
      agreementId: files.agreementId,
      amount: new Decimal(50),
      unit: 't',
      deliveredOn: '2026-06-01',
    };
    ok(await world.market.deliveries.record(files.giver.actor, input));
    expect((await files.record(id)).state).toBe('RECORDED_IN_PART');
    // 100 − 50
    expect(await files.problemsOf(id)).toEqual(['2 AMOUNT: The agreement has 50 t left in this year.']);
  });

  it('writes each slice once, whoever asks for it and however often', async () => {
    // 1 200 rows of 50 kg are 60 t of the 100: slices of 500, 500 and 200
    const rows = Array.from({ length: 1200 }, (_, at) => ['01.06.2026', '0,05', `S${at}`]);
    const id = await files.upload(rows);
    ok(await files.commit(id));
    const first = { importId: id, after: 0 };
    await Promise.all([1, 2, 3].map(() => world.market.recording.recordNext(SYSTEM, first)));
    // the header is row 1, so the first slice ends with row 501
    expect(await world.market.imports.find(files.giver.actor, id)).toMatchObject({
      state: 'RECORDING',
      recordedUntil: 501,
      totals: { RECORDED: 500 },
    });
    expect(await files.standing()).toHaveLength(500);
    const refreshes = async (): Promise<number> => {
      const [row] = await world.database.query<{ count: number }>(
        `select count(*)::int as count from job_request where name = 'refresh-figures'`,
      );
      return row?.count ?? 0;
    };
    const before = await refreshes();
    const next = await world.database.query<{ payload: object }>(
      `select payload from job_request where payload ->> 'importId' = $1 order by id`,
      [id],
    );
    expect(next.map(({ payload }) => payload)).toEqual([first, { importId: id, after: 501 }]);
    expect(await files.recordedOf(id)).toMatchObject({ state: 'RECORDED', totals: { RECORDED: 1200 } });
    await world.market.recording.recordNext(SYSTEM, { importId: id, after: 501 });
    expect(await files.standing()).toHaveLength(1200);
    // of the one cluster, once, at the end
    expect(await refreshes()).toBe(before + 1);
    await expect(async () => world.market.recording.recordNext(files.giver.actor, first)).rejects.toThrow(
      'installation',
    );
  });

  it('has FAILED where its job has, tells what stands, and goes on when somebody says so', async () => {
    const rows = Array.from({ length: 600 }, (_, at) => ['01.06.2026', '0,05', `S${at}`]);
    const id = await files.upload(rows);
    ok(await files.commit(id));
    await world.market.recording.recordNext(SYSTEM, { importId: id, after: 0 });
    const [{ request = '' } = {}] = await world.database.query<{ request: string }>(
      `select id::text as request from job_request where payload ->> 'importId' = $1 and payload ->> 'after' = '501'`,
      [id],
    );
    await world.market.outbox.failed([request], 'QueryFailedError 53100');
    expect(await world.market.imports.find(files.giver.actor, id)).toMatchObject({
      state: 'FAILED',
      failure: 'QueryFailedError 53100',
      totals: { RECORDED: 500 },
    });
    const told = `select from event where agreement_id = $1 and type = 'deliveriesRecorded'`;
    expect(await world.database.query(told, [files.agreementId])).toHaveLength(2);
    ok(await files.commit(id));
    expect(await files.recordedOf(id)).toMatchObject({
      state: 'RECORDED',
      failure: null,
      totals: { RECORDED: 600 },
    });
  });

  it('happens once, however often and by however many it is asked for', async () => {
    const id = await files.upload(LOADS);
    const outcomes = await Promise.all([1, 2, 3].map(() => files.commit(id)));
    expect(outcomes.filter((one) => one.ok)).toHaveLength(1);
    await files.recordedOf(id);
    expect(await files.standing()).toHaveLength(2);
  });

  it('answers a retry with the same key as it did at first', async () => {
    const id = await files.upload(LOADS);
    const first = ok(await files.commit(id, {}, 'key-1'));
    expect(ok(await files.commit(id, {}, 'key-1'))).toEqual(first);
    expect(refused(await files.commit(id, {}, 'key-2')).kind).toBe('conflict');
  });

  it('records no load twice of two files at once', async () => {
    const ids = [await files.upload(LOADS), await files.upload(LOADS)];
    for (const id of ids) ok(await files.commit(id));
    const ended = await Promise.all(ids.map((id) => files.recordedOf(id)));
    // whichever came first recorded both, and the other passed them over
    expect(ended.map((one) => one?.totals?.RECORDED).sort()).toEqual([0, 2]);
    expect(ended.map((one) => one?.state)).toEqual(['RECORDED', 'RECORDED']);
    expect(await files.standing()).toHaveLength(2);
  });
});

describe('files are forgotten', () => {
  it('after thirty days, recorded or not, with all that was in them', async () => {
    const id = await files.upload(LOADS);
    await files.record(id);
    world.now = new Date('2026-07-15T09:59:00Z');
    await world.market.imports.forget(SYSTEM);
    expect(await world.market.imports.find(files.giver.actor, id)).toBeDefined();
    world.now = new Date('2026-07-15T10:01:00Z');
    await world.market.imports.forget(SYSTEM);
    expect(await world.market.imports.find(files.giver.actor, id)).toBeUndefined();
    expect(await files.standing()).toHaveLength(2);
    await expect(async () => world.market.imports.forget(files.giver.actor)).rejects.toThrow('installation');
  });

  it('when a firm leaves more than twenty unrecorded, the oldest first', async () => {
    const ids: string[] = [];
    for (let at = 0; at < 21; at += 1) {
      world.now = new Date(world.now.getTime() + 1000);
      ids.push(await files.upload(LOADS));
    }
    const kept = await Promise.all(ids.map((id) => world.market.imports.find(files.giver.actor, id)));
    expect(kept.map((one) => one !== undefined)).toEqual([false, ...Array<boolean>(20).fill(true)]);
  });
});
