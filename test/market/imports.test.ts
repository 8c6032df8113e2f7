import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { Decimal, type Cell } from '#domain';
import { SYSTEM, type Committing, type UploadedFile } from '#market';
import { ok, refused, World, type WorldFirm } from '../support/world.js';

let world: World;
let giver: WorldFirm;
let taker: WorldFirm;
let agreementId: string;
let place = 0;

beforeAll(async () => {
  world = await World.open();
});
beforeEach(async () => {
  place += 1;
  world.now = new Date('2026-06-15T10:00:00Z');
  const at = { latitude: 30 + place * 2, longitude: 10 };
  giver = await world.firm({ naceCode: '16.10', ...at });
  taker = await world.firm({ naceCode: '35.30', ...at });
  const { matchId } = await world.matched(giver, taker);
  agreementId = await world.agreed(giver, taker, matchId, { startsOn: '2026-03-01', retrospective: true });
});
afterAll(() => world.close());

const HEADER: readonly Cell[] = ['Dato', 'Vekt (t)', 'Veieseddel'];
const fileOf = (rows: readonly (readonly Cell[])[], more: Partial<UploadedFile> = {}): UploadedFile => ({
  fileName: 'juni.csv',
  format: { type: 'csv', delimiter: ';', epoch: '1900', notices: [] },
  rows: [HEADER, ...rows],
  agreementId,
  ...more,
});

const upload = async (
  rows: readonly (readonly Cell[])[],
  more: Partial<UploadedFile> = {},
  by = giver,
): Promise<string> => ok(await world.market.imports.keep(by.actor, fileOf(rows, more))).importId;

const rowsOf = async (id: string, by = giver) =>
  world.market.imports.rows(by.actor, id, { after: 0, first: 100 });
const effectsOf = async (id: string) => (await rowsOf(id)).map(({ row, effect }) => [row, effect]);
const problemsOf = async (id: string) =>
  (await rowsOf(id)).flatMap(({ row, problems, judged }) =>
    [...problems, ...judged].map(({ field, message }) => `${row} ${field}: ${message}`),
  );
const commit = (id: string, more: Partial<Committing> = {}, key?: string, by = giver) =>
  world.market.recording.commit(by.actor, { importId: id, rows: 'ALL_OR_NOTHING', ...more }, key);
/** As the worker goes on from slice to slice. */
async function recordedOf(id: string) {
  for (;;) {
    const found = await world.market.imports.find(giver.actor, id);
    if (found?.state !== 'RECORDING') return found;
    await world.market.recording.recordNext(SYSTEM, { importId: id, after: found.recordedUntil });
  }
}
const NONE = { RECORDED: 0, CORRECTED: 0, SKIPPED: 0, LEFT: 0, LAPSED: 0 };
/** Commits and records. */
const record = async (id: string, more: Partial<Committing> = {}) => {
  ok(await commit(id, more));
  const { state, totals } = (await recordedOf(id)) ?? {};
  return { state, totals };
};
const outcomesOf = async (id: string) =>
  (await rowsOf(id)).map(({ row, effect, outcome }) => [row, effect, outcome]);
const standing = async () =>
  (await world.market.reading.deliveriesOf(giver.actor, agreementId)).map(({ reference, amount }) => [
    reference,
    amount,
  ]);
const entries = async () =>
  (
    await world.database.query<{ basis: string; amount_base: string }>(
      'select basis, amount_base from ledger_entry where agreement_id = $1 order by id',
      [agreementId],
    )
  ).map(({ basis, amount_base }) => `${basis} ${amount_base}`);

const LOADS: readonly (readonly Cell[])[] = [
  ['01.06.2026', '12,5', 'A1'],
  ['02.06.2026', '7,25', 'A2'],
];

describe('a file of deliveries', () => {
  it('is shown first, and changes nothing', async () => {
    const id = await upload(LOADS);
    expect(await effectsOf(id)).toEqual([
      [2, 'NEW'],
      [3, 'NEW'],
    ]);
    expect(await world.market.imports.find(giver.actor, id)).toMatchObject({
      counts: { NEW: 2, SAME: 0, CHANGED: 0, REFUSED: 0 },
      plan: { headerRow: 1, columns: { DATE: 0, AMOUNT: 1, REFERENCE: 2 }, unit: 't' },
    });
    expect(await standing()).toEqual([]);
  });

  it('is recorded as if by hand: rows, ledger, events, what the round leaves', async () => {
    expect(await record(await upload(LOADS))).toEqual({
      state: 'RECORDED',
      totals: { ...NONE, RECORDED: 2 },
    });
    expect(await standing()).toEqual([
      ['A1', '12.5'],
      ['A2', '7.25'],
    ]);
    // 12.5 t and 7.25 t beside the 100 t agreed, in kg
    expect(await entries()).toEqual(['AGREED 100000', 'DELIVERED 12500', 'DELIVERED 7250']);
    const agreement = await world.market.reading.agreement(taker.actor, agreementId);
    // 100 − 12.5 − 7.25
    expect(agreement?.remaining.value).toBe('80.25');
    const events = await world.database.query(
      `select type, delivery_id from event where agreement_id = $1 and type like 'deliver%'`,
      [agreementId],
    );
    // one for all of the file to each of the two firms
    const once = { type: 'deliveriesRecorded', delivery_id: null };
    expect(events).toEqual([once, once]);
  });

  it('changes nothing when it comes again', async () => {
    await record(await upload(LOADS));
    const again = await upload(LOADS);
    expect(await effectsOf(again)).toEqual([
      [2, 'SAME'],
      [3, 'SAME'],
    ]);
    const before = await entries();
    expect((await record(again)).totals).toEqual({ ...NONE, SKIPPED: 2 });
    expect(await entries()).toEqual(before);
  });

  it('knows a load again in another unit', async () => {
    await record(await upload(LOADS));
    const id = await upload([['2026-06-01', '12 500 kg', 'A1']], {
      rows: [
        ['Dato', 'Vekt', 'Veieseddel'],
        ['2026-06-01', '12 500 kg', 'A1'],
      ],
    });
    expect(await effectsOf(id)).toEqual([[2, 'SAME']]);
  });

  it('corrects only what is confirmed with a reason', async () => {
    await record(await upload(LOADS));
    const changed = [LOADS[0] ?? [], ['02.06.2026', '7,5', 'A2']];
    const id = await upload(changed);
    expect(await effectsOf(id)).toEqual([
      [2, 'SAME'],
      [3, 'CHANGED'],
    ]);
    expect(refused(await commit(id))).toMatchObject({ kind: 'conflict', path: 'correctionReason' });
    expect(refused(await commit(id, { correctionReason: ' ' })).path).toBe('correctionReason');
    expect((await record(id, { correctionReason: 'weighed again' })).totals).toEqual({
      ...NONE,
      CORRECTED: 1,
      SKIPPED: 1,
    });
    expect(await standing()).toEqual([
      ['A1', '12.5'],
      ['A2', '7.5'],
    ]);
    // the old entry reversed, the new one entered: 7 250 − 7 250 + 7 500
    expect((await entries()).slice(2)).toEqual(['DELIVERED 7250', 'DELIVERED 7500', 'DELIVERED -7250']);
  });

  it('leaves corrections out where nobody confirms them', async () => {
    await record(await upload(LOADS));
    const id = await upload([
      ['02.06.2026', '9', 'A2'],
      ['03.06.2026', '1', 'A3'],
    ]);
    expect(await record(id, { rows: 'VALID_ONLY' })).toEqual({
      state: 'RECORDED',
      totals: { ...NONE, RECORDED: 1, LEFT: 1 },
    });
    expect(await standing()).toEqual([
      ['A1', '12.5'],
      ['A2', '7.25'],
      ['A3', '1'],
    ]);
  });
});

describe('rows that cannot stand', () => {
  const MIXED: readonly (readonly Cell[])[] = [
    ['01.06.2026', '12,5', 'A1'],
    ['31.06.2026', '5', 'A2'],
    ['16.06.2026', '5', 'A3'],
    ['03.06.2026', '', 'A4'],
  ];

  it('are named by row and cell, and all or nothing records nothing', async () => {
    const id = await upload(MIXED);
    expect(await problemsOf(id)).toEqual([
      '3 DATE: This is no day from 2000 to 2099; write 01.06.2026 or 2026-06-01.',
      '4 DATE: Must be today (2026-06-15, Europe/Oslo) or earlier.',
      '5 AMOUNT: The amount is missing.',
    ]);
    expect(refused(await commit(id))).toMatchObject({ kind: 'validation', path: 'rows.3.A3' });
    expect(await standing()).toEqual([]);
    expect((await record(id, { rows: 'VALID_ONLY' })).totals).toMatchObject({ RECORDED: 1, LEFT: 3 });
    expect(await standing()).toEqual([['A1', '12.5']]);
  });

  it('find what the rows above have taken of the agreement', async () => {
    const id = await upload([
      ['01.06.2026', '60', 'A1'],
      ['02.06.2026', '50', 'A2'],
      ['03.06.2026', '40', 'A3'],
    ]);
    // 60 of 100 t taken: 50 is too much, 40 fits
    expect(await effectsOf(id)).toEqual([
      [2, 'NEW'],
      [3, 'REFUSED'],
      [4, 'NEW'],
    ]);
    expect(await problemsOf(id)).toEqual(['3 AMOUNT: The agreement has 40 t left in this year.']);
  });

  it('are the same load twice, or two loads under one number', async () => {
    const id = await upload([
      ['01.06.2026', '10', 'A1'],
      ['01.06.2026', '10', 'A1'],
      ['01.06.2026', '11', 'A1'],
    ]);
    expect(await effectsOf(id)).toEqual([
      [2, 'NEW'],
      [3, 'SAME'],
      [4, 'REFUSED'],
    ]);
    await record(id, { rows: 'VALID_ONLY' });
    expect(await standing()).toEqual([['A1', '10']]);
  });

  it('are refused alike for an agreement of others and for one that is not there', async () => {
    const [third, fourth] = [
      await world.firm({ naceCode: '16.10' }),
      await world.firm({ naceCode: '35.30' }),
    ];
    const { matchId } = await world.matched(third, fourth);
    const foreign = await world.agreed(third, fourth, matchId);
    const rows = [foreign, '00000000-0000-4000-8000-000000000001', 'Flisavtalen'].map((one) => [
      '15.06.2026',
      '1',
      'A1',
      one,
    ]);
    const id = await upload([], { rows: [[...HEADER, 'Avtale'], ...rows] });
    const messages = (await problemsOf(id)).map((one) => one.slice(2));
    expect(messages).toHaveLength(3);
    expect(new Set(messages).size).toBe(1);
    expect(messages[0]).toContain('Your firm has no such agreement');
  });
});

describe('whose a file is', () => {
  it('is nobody else’s: neither read, nor mapped, nor recorded', async () => {
    const id = await upload(LOADS);
    expect(await world.market.imports.find(taker.actor, id)).toBeUndefined();
    expect(await rowsOf(id, taker)).toEqual([]);
    expect(refused(await commit(id, {}, undefined, taker)).kind).toBe('not_found');
    const mapping = { importId: id, columns: { DATE: 0 } };
    expect(refused(await world.market.imports.map(taker.actor, mapping)).kind).toBe('not_found');
  });

  it('is kept by nobody without a firm, and by no key that may not trade', async () => {
    const staff = await world.staff();
    expect(refused(await world.market.imports.keep(staff, fileOf(LOADS))).kind).toBe('not_found');
    const key = {
      ...giver.actor,
      firms: giver.actor.firms.map((one) => ({ ...one, role: 'api_key' as const })),
    };
    const reader = { ...key, scopes: ['read' as const] };
    expect(refused(await world.market.imports.keep(reader, fileOf(LOADS))).kind).toBe('forbidden');
    ok(await world.market.imports.keep({ ...key, scopes: ['trade' as const] }, fileOf(LOADS)));
  });
});

describe('naming columns by hand', () => {
  const STRANGE: UploadedFile['rows'] = [
    ['Når', 'Hvor mye', 'Lapp'],
    ['01.06.2026', '1,234', 'L1'],
  ];

  it('reads the file anew', async () => {
    const id = await upload([], {
      rows: STRANGE,
      format: { type: 'csv', delimiter: '\t', epoch: '1900', notices: [] },
    });
    expect(await effectsOf(id)).toEqual([
      [1, 'REFUSED'],
      [2, 'REFUSED'],
    ]);
    const columns = { DATE: 0, AMOUNT: 1, REFERENCE: 2 };
    const mapping = { importId: id, columns, unit: 't', agreementId };
    ok(await world.market.imports.map(giver.actor, mapping));
    expect((await problemsOf(id)).at(-1)).toContain('may be 1.234 or 1234');
    ok(await world.market.imports.map(giver.actor, { ...mapping, decimalMark: 'COMMA' }));
    expect((await rowsOf(id))[1]).toMatchObject({ effect: 'NEW', delivery: { amount: '1.234', unit: 't' } });
    expect((await record(id, { rows: 'VALID_ONLY' })).totals).toMatchObject({ RECORDED: 1, LEFT: 1 });
    expect(refused(await world.market.imports.map(giver.actor, mapping)).kind).toBe('conflict');
  });
});

describe('recording a file', () => {
  it('leaves out what has come to do something else than was shown, and says which', async () => {
    const id = await upload([...LOADS, ['03.06.2026', '90', 'A3'], ['04.06.2026', '1', 'A4']]);
    // 12.5 + 7.25 of 100 t leave no 90: refused when shown, and left out as asked
    const input = {
      agreementId,
      amount: new Decimal(3),
      unit: 't',
      deliveredOn: '2026-06-01',
      reference: 'A1',
    };
    ok(await world.market.deliveries.record(taker.actor, input));
    expect(await record(id, { rows: 'VALID_ONLY' })).toEqual({
      state: 'RECORDED_IN_PART',
      totals: { ...NONE, RECORDED: 2, LEFT: 1, LAPSED: 1 },
    });
    expect(await outcomesOf(id)).toEqual([
      [2, 'NEW', 'LAPSED'],
      [3, 'NEW', 'RECORDED'],
      [4, 'REFUSED', 'LEFT'],
      [5, 'NEW', 'RECORDED'],
    ]);
    expect((await problemsOf(id))[0]).toMatch(/^2 REFERENCE: Since the file was shown/);
    expect(await standing()).toEqual([
      ['A1', '3'],
      ['A2', '7.25'],
      ['A4', '1'],
    ]);
  });

  it('says why a row is left out that the agreement has no room for any more', async () => {
    const id = await upload([['01.06.2026', '60', 'A1']]);
    const input = { agreementId, amount: new Decimal(50), unit: 't', deliveredOn: '2026-06-01' };
    ok(await world.market.deliveries.record(giver.actor, input));
    expect((await record(id)).state).toBe('RECORDED_IN_PART');
    // 100 − 50
    expect(await problemsOf(id)).toEqual(['2 AMOUNT: The agreement has 50 t left in this year.']);
  });

  it('writes each slice once, whoever asks for it and however often', async () => {
    // 1 200 rows of 50 kg are 60 t of the 100: slices of 500, 500 and 200
    const rows = Array.from({ length: 1200 }, (_, at) => ['01.06.2026', '0,05', `S${at}`]);
    const id = await upload(rows);
    ok(await commit(id));
    const first = { importId: id, after: 0 };
    await Promise.all([1, 2, 3].map(() => world.market.recording.recordNext(SYSTEM, first)));
    // the header is row 1, so the first slice ends with row 501
    expect(await world.market.imports.find(giver.actor, id)).toMatchObject({
      state: 'RECORDING',
      recordedUntil: 501,
      totals: { RECORDED: 500 },
    });
    expect(await standing()).toHaveLength(500);
    const next = await world.database.query<{ payload: object }>(
      `select payload from job_request where payload ->> 'importId' = $1 order by id`,
      [id],
    );
    expect(next.map(({ payload }) => payload)).toEqual([first, { importId: id, after: 501 }]);
    expect(await recordedOf(id)).toMatchObject({ state: 'RECORDED', totals: { RECORDED: 1200 } });
    await world.market.recording.recordNext(SYSTEM, { importId: id, after: 501 });
    expect(await standing()).toHaveLength(1200);
    await expect(async () => world.market.recording.recordNext(giver.actor, first)).rejects.toThrow(
      'installation',
    );
  });

  it('has FAILED where its job has, tells what stands, and goes on when somebody says so', async () => {
    const rows = Array.from({ length: 600 }, (_, at) => ['01.06.2026', '0,05', `S${at}`]);
    const id = await upload(rows);
    ok(await commit(id));
    await world.market.recording.recordNext(SYSTEM, { importId: id, after: 0 });
    const [{ request = '' } = {}] = await world.database.query<{ request: string }>(
      `select id::text as request from job_request where payload ->> 'importId' = $1 and payload ->> 'after' = '501'`,
      [id],
    );
    await world.market.outbox.failed([request], 'QueryFailedError 53100');
    expect(await world.market.imports.find(giver.actor, id)).toMatchObject({
      state: 'FAILED',
      failure: 'QueryFailedError 53100',
      totals: { RECORDED: 500 },
    });
    const told = `select from event where agreement_id = $1 and type = 'deliveriesRecorded'`;
    expect(await world.database.query(told, [agreementId])).toHaveLength(2);
    ok(await commit(id));
    expect(await recordedOf(id)).toMatchObject({
      state: 'RECORDED',
      failure: null,
      totals: { RECORDED: 600 },
    });
  });

  it('happens once, however often and by however many it is asked for', async () => {
    const id = await upload(LOADS);
    const outcomes = await Promise.all([1, 2, 3].map(() => commit(id)));
    expect(outcomes.filter((one) => one.ok)).toHaveLength(1);
    await recordedOf(id);
    expect(await standing()).toHaveLength(2);
  });

  it('answers a retry with the same key as it did at first', async () => {
    const id = await upload(LOADS);
    const first = ok(await commit(id, {}, 'key-1'));
    expect(ok(await commit(id, {}, 'key-1'))).toEqual(first);
    expect(refused(await commit(id, {}, 'key-2')).kind).toBe('conflict');
  });

  it('records no load twice of two files at once', async () => {
    const ids = [await upload(LOADS), await upload(LOADS)];
    for (const id of ids) ok(await commit(id));
    const ended = await Promise.all(ids.map((id) => recordedOf(id)));
    // whichever came first recorded both, and the other passed them over
    expect(ended.map((one) => one?.totals?.RECORDED).sort()).toEqual([0, 2]);
    expect(ended.map((one) => one?.state)).toEqual(['RECORDED', 'RECORDED']);
    expect(await standing()).toHaveLength(2);
  });
});

describe('files are forgotten', () => {
  it('after thirty days, recorded or not, with all that was in them', async () => {
    const id = await upload(LOADS);
    await record(id);
    world.now = new Date('2026-07-15T09:59:00Z');
    await world.market.imports.forget(SYSTEM);
    expect(await world.market.imports.find(giver.actor, id)).toBeDefined();
    world.now = new Date('2026-07-15T10:01:00Z');
    await world.market.imports.forget(SYSTEM);
    expect(await world.market.imports.find(giver.actor, id)).toBeUndefined();
    expect(await standing()).toHaveLength(2);
    await expect(async () => world.market.imports.forget(giver.actor)).rejects.toThrow('installation');
  });

  it('when a firm leaves more than twenty unrecorded, the oldest first', async () => {
    const ids: string[] = [];
    for (let at = 0; at < 21; at += 1) {
      world.now = new Date(world.now.getTime() + 1000);
      ids.push(await upload(LOADS));
    }
    const kept = await Promise.all(ids.map((id) => world.market.imports.find(giver.actor, id)));
    expect(kept.map((one) => one !== undefined)).toEqual([false, ...Array<boolean>(20).fill(true)]);
  });
});
