import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { Cell } from '#domain';
import type { UploadedFile } from '#market';
import { HEADER, LOADS, NO_ROWS, Weighbridge } from '../support/weighbridge.js';
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

describe('a file of deliveries', () => {
  it('is shown first, and changes nothing', async () => {
    const id = await files.upload(LOADS);
    expect(await files.effectsOf(id)).toEqual([
      [2, 'NEW'],
      [3, 'NEW'],
    ]);
    expect(await world.market.imports.find(files.giver.actor, id)).toMatchObject({
      counts: { NEW: 2, SAME: 0, CHANGED: 0, REFUSED: 0 },
      plan: { headerRow: 1, columns: { DATE: 0, AMOUNT: 1, REFERENCE: 2 }, unit: 't' },
    });
    expect(await files.standing()).toEqual([]);
  });

  it('is recorded as if by hand: rows, ledger, events, what the round leaves', async () => {
    expect(await files.record(await files.upload(LOADS))).toEqual({
      state: 'RECORDED',
      totals: { ...NO_ROWS, RECORDED: 2 },
    });
    expect(await files.standing()).toEqual([
      ['A1', '12.5'],
      ['A2', '7.25'],
    ]);
    // 12.5 t and 7.25 t beside the 100 t agreed, in kg
    expect(await files.entries()).toEqual(['AGREED 100000', 'DELIVERED 12500', 'DELIVERED 7250']);
    const agreement = await world.market.reading.agreement(files.taker.actor, files.agreementId);
    // 100 − 12.5 − 7.25
    expect(agreement?.remaining.value).toBe('80.25');
    const events = await world.database.query(
      `select type, delivery_id from event where agreement_id = $1 and type like 'deliver%'`,
      [files.agreementId],
    );
    // one for all of the file to each of the two firms
    const once = { type: 'deliveriesRecorded', delivery_id: null };
    expect(events).toEqual([once, once]);
  });

  it('changes nothing when it comes again', async () => {
    await files.record(await files.upload(LOADS));
    const again = await files.upload(LOADS);
    expect(await files.effectsOf(again)).toEqual([
      [2, 'SAME'],
      [3, 'SAME'],
    ]);
    const before = await files.entries();
    expect((await files.record(again)).totals).toEqual({ ...NO_ROWS, SKIPPED: 2 });
    expect(await files.entries()).toEqual(before);
  });

  it('knows a load again in another unit', async () => {
    await files.record(await files.upload(LOADS));
    const id = await files.upload([['2026-06-01', '12 500 kg', 'A1']], {
      rows: [
        ['Dato', 'Vekt', 'Veieseddel'],
        ['2026-06-01', '12 500 kg', 'A1'],
      ],
    });
    expect(await files.effectsOf(id)).toEqual([[2, 'SAME']]);
  });

  it('corrects only what is confirmed with a reason', async () => {
    await files.record(await files.upload(LOADS));
    const changed = [LOADS[0] ?? [], ['02.06.2026', '7,5', 'A2']];
    const id = await files.upload(changed);
    expect(await files.effectsOf(id)).toEqual([
      [2, 'SAME'],
      [3, 'CHANGED'],
    ]);
    expect(refused(await files.commit(id))).toMatchObject({ kind: 'conflict', path: 'correctionReason' });
    expect(refused(await files.commit(id, { correctionReason: ' ' })).path).toBe('correctionReason');
    expect((await files.record(id, { correctionReason: 'weighed again' })).totals).toEqual({
      ...NO_ROWS,
      CORRECTED: 1,
      SKIPPED: 1,
    });
    expect(await files.standing()).toEqual([
      ['A1', '12.5'],
      ['A2', '7.5'],
    ]);
    // the old entry reversed, the new one entered: 7 250 − 7 250 + 7 500
    expect((await files.entries()).slice(2)).toEqual(['DELIVERED 7250', 'DELIVERED 7500', 'DELIVERED -7250']);
  });

  it('leaves corrections out where nobody confirms them', async () => {
    await files.record(await files.upload(LOADS));
    const id = await files.upload([
      ['02.06.2026', '9', 'A2'],
      ['03.06.2026', '1', 'A3'],
    ]);
    expect(await files.record(id, { rows: 'VALID_ONLY' })).toEqual({
      state: 'RECORDED',
      totals: { ...NO_ROWS, RECORDED: 1, LEFT: 1 },
    });
    expect(await files.standing()).toEqual([
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
    const id = await files.upload(MIXED);
    expect(await files.problemsOf(id)).toEqual([
      '3 DATE: This is no day from 2000 to 2099; write 01.06.2026 or 2026-06-01.',
      '4 DATE: Must be today (2026-06-15, Europe/Oslo) or earlier.',
      '5 AMOUNT: The amount is missing.',
    ]);
    expect(refused(await files.commit(id))).toMatchObject({ kind: 'validation', path: 'rows.3.A3' });
    expect(await files.standing()).toEqual([]);
    expect((await files.record(id, { rows: 'VALID_ONLY' })).totals).toMatchObject({ RECORDED: 1, LEFT: 3 });
    expect(await files.standing()).toEqual([['A1', '12.5']]);
  });

  it('find what the rows above have taken of the agreement', async () => {
    const id = await files.upload([
      ['01.06.2026', '60', 'A1'],
      ['02.06.2026', '50', 'A2'],
      ['03.06.2026', '40', 'A3'],
    ]);
    // 60 of 100 t taken: 50 is too much, 40 fits
    expect(await files.effectsOf(id)).toEqual([
      [2, 'NEW'],
      [3, 'REFUSED'],
      [4, 'NEW'],
    ]);
    expect(await files.problemsOf(id)).toEqual(['3 AMOUNT: The agreement has 40 t left in this year.']);
  });

  it('are the same load twice, or two loads under one number', async () => {
    const id = await files.upload([
      ['01.06.2026', '10', 'A1'],
      ['01.06.2026', '10', 'A1'],
      ['01.06.2026', '11', 'A1'],
    ]);
    expect(await files.effectsOf(id)).toEqual([
      [2, 'NEW'],
      [3, 'SAME'],
      [4, 'REFUSED'],
    ]);
    await files.record(id, { rows: 'VALID_ONLY' });
    expect(await files.standing()).toEqual([['A1', '10']]);
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
    const id = await files.upload([], { rows: [[...HEADER, 'Avtale'], ...rows] });
    const messages = (await files.problemsOf(id)).map((one) => one.slice(2));
    expect(messages).toHaveLength(3);
    expect(new Set(messages).size).toBe(1);
    expect(messages[0]).toContain('Your firm has no such agreement');
  });
});

describe('whose a file is', () => {
  it('is nobody else’s: neither read, nor mapped, nor recorded', async () => {
    const id = await files.upload(LOADS);
    expect(await world.market.imports.find(files.taker.actor, id)).toBeUndefined();
    expect(await files.rowsOf(id, files.taker)).toEqual([]);
    expect(refused(await files.commit(id, {}, undefined, files.taker)).kind).toBe('not_found');
    const mapping = { importId: id, columns: { DATE: 0 } };
    expect(refused(await world.market.imports.map(files.taker.actor, mapping)).kind).toBe('not_found');
  });

  it('is kept by nobody without a firm, and by no key that may not trade', async () => {
    const staff = await world.staff();
    expect(refused(await world.market.imports.keep(staff, files.fileOf(LOADS))).kind).toBe('not_found');
    const key = {
      ...files.giver.actor,
      firms: files.giver.actor.firms.map((one) => ({ ...one, role: 'api_key' as const })),
    };
    const reader = { ...key, scopes: ['read' as const] };
    expect(refused(await world.market.imports.keep(reader, files.fileOf(LOADS))).kind).toBe('forbidden');
    ok(await world.market.imports.keep({ ...key, scopes: ['trade' as const] }, files.fileOf(LOADS)));
  });
});

describe('naming columns by hand', () => {
  const STRANGE: UploadedFile['rows'] = [
    ['Når', 'Hvor mye', 'Lapp'],
    ['01.06.2026', '1,234', 'L1'],
  ];

  it('reads the file anew', async () => {
    const id = await files.upload([], {
      rows: STRANGE,
      format: { type: 'csv', delimiter: '\t', epoch: '1900', notices: [] },
    });
    expect(await files.effectsOf(id)).toEqual([
      [1, 'REFUSED'],
      [2, 'REFUSED'],
    ]);
    const columns = { DATE: 0, AMOUNT: 1, REFERENCE: 2 };
    const mapping = { importId: id, columns, unit: 't', agreementId: files.agreementId };
    ok(await world.market.imports.map(files.giver.actor, mapping));
    expect((await files.problemsOf(id)).at(-1)).toContain('may be 1.234 or 1234');
    ok(await world.market.imports.map(files.giver.actor, { ...mapping, decimalMark: 'COMMA' }));
    expect((await files.rowsOf(id))[1]).toMatchObject({
      effect: 'NEW',
      delivery: { amount: '1.234', unit: 't' },
    });
    expect((await files.record(id, { rows: 'VALID_ONLY' })).totals).toMatchObject({ RECORDED: 1, LEFT: 1 });
    expect(refused(await world.market.imports.map(files.giver.actor, mapping)).kind).toBe('conflict');
  });
});
