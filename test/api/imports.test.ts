import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { utils, write } from '@e965/xlsx';
import { Running, wait, type Member } from '../support/running.js';
import { accept, propose, publish, pushed } from '../support/flow.js';

let running: Running;
let giver: Member;
let taker: Member;
let agreementId: string;
let tokens: { readonly giver: string; readonly taker: string };
let today: string;

async function tokenOf({ email }: Member): Promise<string> {
  const response = await fetch(`${running.url}/api/auth/sign-in/email`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ email, password: 'a password for tests' }),
  });
  return response.headers.get('set-auth-token') ?? '';
}

beforeAll(async () => {
  running = await Running.start();
  giver = await running.member('16.10', { latitude: 60, longitude: 12 });
  taker = await running.member('35.30', { latitude: 60.01, longitude: 12 });
  const large = { quantity: { value: '100000', unit: 't', per: 'YEAR' } };
  const offer = await publish(giver, 'OFFER', large);
  const need = await publish(taker, 'NEED', large);
  const { match } = await pushed(giver.client, offer.cursor, offer.listing.id, need.listing.id);
  agreementId = await accept(giver.client, await propose(taker.client, match.id, '90000'));
  tokens = { giver: await tokenOf(giver), taker: await tokenOf(taker) };
  today = running.market.registry.today();
}, 180_000);
afterAll(() => running.stop());

interface Answer {
  readonly status: number;
  readonly body: { readonly id?: string; readonly code?: string; readonly message?: string };
}

async function send(
  body: Buffer | string,
  headers: Record<string, string> = {},
  query = '',
): Promise<Answer> {
  const response = await fetch(`${running.url}/api/imports/deliveries?${query}`, {
    method: 'POST',
    headers: { authorization: `Bearer ${tokens.giver}`, ...headers },
    body: new Uint8Array(Buffer.from(body)),
  });
  return { status: response.status, body: (await response.json()) as Answer['body'] };
}

const IMPORT = `query ($id: ID!, $first: Int!) { deliveryImport(id: $id) {
  fileName notices unit counts { new same changed refused } columns { field column header }
  rows(first: $first) { row effect amount unit reference problems { cell field message } delivery { id amount } } } }`;
const COMMIT = `mutation ($id: ID!, $rows: ImportedRows!, $reason: String) {
  commitDeliveryImport(id: $id, rows: $rows, correctionReason: $reason) { __typename
    ... on DeliveryImportBegun { import { state committedAt } }
    ... on ValidationError { problems { path message } } ... on UserError { code message } } }`;
const MAP = `mutation ($input: MapDeliveryImportInput!) { mapDeliveryImport(input: $input) { __typename
  ... on DeliveryImportMapped { import { counts { new } } } ... on UserError { code message } } }`;

interface Shown {
  readonly deliveryImport: {
    readonly fileName: string;
    readonly counts: object;
    readonly rows: readonly { readonly effect: string; readonly problems: readonly object[] }[];
  } | null;
}
const shown = async (id = '', first = 10, by = giver) =>
  (await by.client.ask<Shown>(IMPORT, { id, first })).deliveryImport;
const committed = async (id = '', reason: string | null = null, by = giver) =>
  Object.values(
    await by.client.ask<Record<string, object>>(COMMIT, { id, rows: 'ALL_OR_NOTHING', reason }),
  )[0];
const PROGRESS = `query ($id: ID!) { deliveryImport(id: $id) {
  state failure endedAt totals { recorded corrected skipped left lapsed } } }`;
interface Progress {
  readonly state: string;
  readonly totals: Readonly<Record<string, number>> | null;
}
/** What became of it once the worker has recorded it. */
async function ended(id = ''): Promise<Progress> {
  for (;;) {
    const { deliveryImport: found } = await giver.client.ask<{ deliveryImport: Progress }>(PROGRESS, { id });
    if (found.state !== 'RECORDING') return found;
    await wait(50);
  }
}
const csv = (...rows: string[]): string => ['Dato;Vekt;Enhet;Avtale;Veieseddel', ...rows].join('\r\n');

describe('a file of deliveries over the api', () => {
  it('is sent, shown, recorded, and sent again for nothing', async () => {
    const file = csv(`${today};1,5;t;${agreementId};W1`, `${today};900;kg;${agreementId};W2`);
    const sent = await send(file, { 'content-type': 'text/csv' }, 'name=juni%00%202026.csv');
    expect(sent.status).toBe(201);
    expect(await shown(sent.body.id)).toMatchObject({
      fileName: 'juni 2026.csv',
      counts: { new: 2, same: 0, changed: 0, refused: 0 },
      columns: [
        { field: 'DATE', column: 1, header: 'Dato' },
        { field: 'AMOUNT', column: 2, header: 'Vekt' },
        { field: 'UNIT', column: 3, header: 'Enhet' },
        { field: 'AGREEMENT', column: 4, header: 'Avtale' },
        { field: 'REFERENCE', column: 5, header: 'Veieseddel' },
      ],
      rows: [
        { row: 2, effect: 'NEW', amount: '1.5', unit: 't', reference: 'W1', problems: [], delivery: null },
        { row: 3, effect: 'NEW', amount: '900', unit: 'kg', reference: 'W2' },
      ],
    });
    expect(await committed(sent.body.id)).toMatchObject({ __typename: 'DeliveryImportBegun' });
    expect(await ended(sent.body.id)).toEqual({
      state: 'RECORDED',
      failure: null,
      endedAt: expect.any(String) as unknown,
      totals: { recorded: 2, corrected: 0, skipped: 0, left: 0, lapsed: 0 },
    });
    const again = await send(file);
    expect(await shown(again.body.id)).toMatchObject({
      counts: { new: 0, same: 2 },
      rows: [{ delivery: { amount: '1.5' } }, { delivery: { amount: '900' } }],
    });
  });

  it('is a workbook where it is one, whatever it is called', async () => {
    const book = utils.book_new();
    const sheet = utils.aoa_to_sheet([
      ['Dato', 'Netto (kg)', 'Ticket'],
      [today, 1234, 'X1'],
    ]);
    utils.book_append_sheet(book, sheet, 'Ark1');
    const bytes = write(book, { type: 'buffer', bookType: 'xlsx' }) as Buffer;
    const sent = await send(bytes, { 'content-type': 'text/csv' }, `name=a.csv&agreementId=${agreementId}`);
    expect(await shown(sent.body.id)).toMatchObject({
      unit: 'kg',
      rows: [{ effect: 'NEW', amount: '1234' }],
    });
  });

  it('names rows and cells that are wrong, and is read anew by columns that are named', async () => {
    const sent = await send(`Når;Hvor mye;Lapp\r\n${today};1,5;Y1\r\n`);
    const [header] = (await shown(sent.body.id))?.rows ?? [];
    expect(header?.effect).toBe('REFUSED');
    expect(await committed(sent.body.id)).toMatchObject({
      __typename: 'ValidationError',
      code: 'VALIDATION',
    });
    const columns = [
      { field: 'DATE', column: 1 },
      { field: 'AMOUNT', column: 2 },
      { field: 'REFERENCE', column: 3 },
    ];
    const input = { id: sent.body.id, columns, unit: 't', agreementId };
    expect(await giver.client.ask(MAP, { input })).toMatchObject({
      mapDeliveryImport: { __typename: 'DeliveryImportMapped', import: { counts: { new: 1 } } },
    });
    const rows = (await shown(sent.body.id))?.rows ?? [];
    expect(rows[0]?.problems).toContainEqual({
      cell: 'A1',
      field: 'DATE',
      message: 'This is no day from 2000 to 2099; write 01.06.2026 or 2026-06-01.',
    });
  });

  it('is nothing to the other side', async () => {
    const sent = await send(csv(`${today};1;t;${agreementId};Z1`));
    expect(await shown(sent.body.id, 10, taker)).toBeNull();
    expect(await committed(sent.body.id, null, taker)).toMatchObject({ __typename: 'NotFoundError' });
    expect(await committed(randomUUID(), null, taker)).toMatchObject({ __typename: 'NotFoundError' });
  });
});

describe('what is not taken', () => {
  it.each<[string, () => Promise<Answer>, number, string]>([
    ['a file of nobody', () => send('x', { authorization: '' }), 401, 'UNAUTHENTICATED'],
    ['a file of a stranger', () => send('x', { authorization: 'Bearer x' }), 401, 'UNAUTHENTICATED'],
    [
      'a file for another firm',
      () => send('x', { 'x-bistrom-acting-for': taker.firmId }),
      403,
      'NOT_YOUR_FIRM',
    ],
    ['a form', () => send('x', { 'content-type': 'multipart/form-data; boundary=x' }), 415, 'FILE_TYPE'],
    ['what is compressed', () => send('x', { 'content-encoding': 'gzip' }), 415, 'FILE_TYPE'],
    ['more than ten megabytes', () => send(Buffer.alloc(10 * 2 ** 20 + 1, 'x')), 413, 'FILE_TOO_LARGE'],
    ['a picture', () => send(Buffer.from('\x89PNG\r\n\x1a\n\0\0', 'latin1')), 415, 'FILE_TYPE'],
    ['nothing', () => send(''), 422, 'FILE_BROKEN'],
    ['a header alone', () => send('Dato;Vekt\r\n'), 422, 'VALIDATION'],
  ])('%s', async (_what, call, status, code) => {
    const answer = await call();
    expect([answer.status, answer.body.code]).toEqual([status, code]);
    expect(answer.body.message?.length).toBeGreaterThan(5);
  });
});

describe('a file whose length nobody told', () => {
  it('is cut off where it is too long', async () => {
    const piece = new Uint8Array(2 ** 20).fill(120);
    let sent = 0;
    const body = new ReadableStream<Uint8Array>({
      pull: (to) => {
        sent += 1;
        if (sent > 11) to.close();
        else to.enqueue(piece);
      },
    });
    const response = await fetch(`${running.url}/api/imports/deliveries`, {
      method: 'POST',
      headers: { authorization: `Bearer ${tokens.giver}` },
      body,
      duplex: 'half',
    });
    expect([response.status, ((await response.json()) as Answer['body']).code]).toEqual([
      413,
      'FILE_TOO_LARGE',
    ]);
  });
});

describe('the template', () => {
  it('is recognised as it is', async () => {
    const response = await fetch(`${running.url}/api/imports/deliveries/template.csv`);
    expect(response.headers.get('content-disposition')).toContain('attachment');
    const bytes = Buffer.from(await response.arrayBuffer());
    expect(bytes.subarray(0, 3)).toEqual(Buffer.from([0xef, 0xbb, 0xbf]));
    const sent = await send(Buffer.concat([bytes, Buffer.from(`${today};2;t;${agreementId};T1;17\r\n`)]));
    expect(await shown(sent.body.id)).toMatchObject({ counts: { new: 1 } });
  });
});

describe('a worker that is killed while it records', () => {
  it('is followed by one that goes on where it stopped: every row once', async () => {
    const rows = Array.from({ length: 2000 }, (_, at) => `${today};1,5;t;${agreementId};L${at}`);
    const sent = await send(csv(...rows));
    await committed(sent.body.id);
    const after = async (): Promise<number> => {
      const [row] = await running.database.query<{ recorded_until: number }>(
        'select recorded_until from delivery_import where id = $1',
        [sent.body.id],
      );
      return row?.recorded_until ?? 0;
    };
    while ((await after()) === 0) await wait(5);
    await running.kill('worker');
    const stoppedAt = await after();
    // 2 000 rows and a header: killed behind a whole slice, before the last
    expect([501, 1001, 1501]).toContain(stoppedAt);
    await running.run('worker');
    expect(await ended(sent.body.id)).toMatchObject({ state: 'RECORDED', totals: { recorded: 2000 } });
    const [sums] = await running.database.query<{ loads: string; entries: string; base: string }>(
      `select count(distinct d.id) as loads, count(e.id) as entries, sum(e.amount_base) as base
         from delivery d left join ledger_entry e on e.delivery_id = d.id where d.reference like 'L%'`,
    );
    // 2 000 × 1.5 t = 3 000 t
    expect(sums).toEqual({ loads: '2000', entries: '2000', base: '3000000' });
  }, 120_000);
});
