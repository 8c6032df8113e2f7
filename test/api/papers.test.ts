import { createHash, randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Running, type Member } from '../support/running.js';
import { accept, deliver, propose, publish, pushed } from '../support/flow.js';
import { authorizationOf } from '../support/wire.js';

const VERIFY = 'mutation ($id: ID!) { verifyDelivery(id: $id) { __typename } }';

let running: Running;
let giver: Member;
let taker: Member;
let stranger: Member;
let agreementId: string;
let deliveryId: string;

beforeAll(async () => {
  running = await Running.start();
  giver = await running.member('16.10', { latitude: 60, longitude: 12 });
  taker = await running.member('35.30', { latitude: 60.01, longitude: 12 });
  stranger = await running.member('10.51', { latitude: 61, longitude: 12 });
  const offer = await publish(giver, 'OFFER');
  const need = await publish(taker, 'NEED');
  const { match } = await pushed(giver.client, offer.cursor, offer.listing.id, need.listing.id);
  agreementId = await accept(giver.client, await propose(taker.client, match.id, '50'));
  deliveryId = await deliver(giver.client, agreementId, '1');
}, 180_000);
afterAll(() => running.stop());

const pdf = (text = ''): Buffer => Buffer.from(`%PDF-1.7\n${text}\n%%EOF\n`);
const png = (length = 0): Buffer =>
  Buffer.concat([
    Buffer.from('\x89PNG\r\n\x1a\n\0\0\0\rIHDR', 'latin1'),
    Buffer.alloc(length),
    Buffer.from('\0\0\0\0IEND\xae\x42\x60\x82', 'latin1'),
  ]);

interface Answer {
  readonly status: number;
  readonly body: { readonly id?: string; readonly code?: string; readonly message?: string };
}

async function attach(
  body: Buffer,
  { to = deliveryId, by = giver, query = 'kind=WEIGH_NOTE&name=seddel.pdf' } = {},
): Promise<Answer> {
  const response = await fetch(`${running.url}/api/deliveries/${to}/papers?${query}`, {
    method: 'POST',
    headers: by === null ? {} : { authorization: authorizationOf(by.client) },
    body: new Uint8Array(body),
  });
  return { status: response.status, body: (await response.json()) as Answer['body'] };
}

const read = (id = '', by = giver): Promise<Response> =>
  fetch(`${running.url}/api/papers/${id}`, { headers: { authorization: authorizationOf(by.client) } });

interface Paper {
  readonly id: string;
  readonly fileName: string;
  readonly byViewer: boolean;
  readonly removedAt: string | null;
}
const PAPERS = `query ($id: ID!) { agreement(id: $id) { deliveries { id papers {
  id kind fileName mediaType byteLength sha256 byViewer removedAt } } } }`;
async function papersOf(id: string, by = giver): Promise<readonly Paper[]> {
  const { agreement } = await by.client.ask<{
    agreement: { deliveries: readonly { readonly id: string; readonly papers: readonly Paper[] }[] } | null;
  }>(PAPERS, { id: agreementId });
  return agreement?.deliveries.find((one) => one.id === id)?.papers ?? [];
}

const REMOVE = `mutation ($id: ID!) { removeDeliveryPaper(id: $id) { __typename
  ... on DeliveryPaperRemoved { paper { id removedAt } } ... on UserError { code message } } }`;
const remove = async (id = '', by = giver) =>
  (await by.client.ask<{ removeDeliveryPaper: object }>(REMOVE, { id })).removeDeliveryPaper;

describe('a paper of a delivery', () => {
  it('is attached, listed to both sides, and handed out as a file that no browser opens', async () => {
    const bytes = pdf('weigh note 12');
    const sent = await attach(bytes, { query: 'kind=WEIGH_NOTE&name=..%2Fseddel%20%C3%B8.html' });
    expect(sent.status).toBe(201);
    const facts = {
      id: sent.body.id,
      kind: 'WEIGH_NOTE',
      fileName: 'seddel ø.pdf',
      mediaType: 'application/pdf',
      byteLength: bytes.length,
      sha256: createHash('sha256').update(bytes).digest('hex'),
      removedAt: null,
    };
    expect(await papersOf(deliveryId)).toContainEqual({ ...facts, byViewer: true });
    expect(await papersOf(deliveryId, taker)).toContainEqual({ ...facts, byViewer: false });
    for (const by of [giver, taker]) {
      const response = await read(sent.body.id, by);
      expect(Buffer.from(await response.arrayBuffer())).toEqual(bytes);
      expect(Object.fromEntries(response.headers)).toMatchObject({
        'content-type': 'application/pdf',
        'content-disposition': "attachment; filename*=UTF-8''seddel%20%C3%B8.pdf",
        'x-content-type-options': 'nosniff',
        'content-security-policy': "default-src 'none'; sandbox",
        'cache-control': 'no-store',
      });
    }
  });

  it('is one, however often it is sent', async () => {
    const bytes = png(100);
    const [first, second] = [await attach(bytes), await attach(bytes)];
    expect(second).toEqual(first);
    expect((await papersOf(deliveryId)).filter(({ id }) => id === first.body.id)).toHaveLength(1);
  });

  it('is nothing to others: neither read, listed, attached nor removed', async () => {
    const { body } = await attach(pdf('secret'));
    expect((await read(body.id, stranger)).status).toBe(404);
    const nowhere = await read(randomUUID(), stranger);
    expect(await (await read(body.id, stranger)).text()).toBe(await nowhere.text());
    expect(await papersOf(deliveryId, stranger)).toEqual([]);
    expect(await attach(pdf('x'), { by: stranger })).toEqual(
      await attach(pdf('x'), { by: stranger, to: randomUUID() }),
    );
    expect(await attach(pdf('x'), { by: stranger })).toMatchObject({ status: 404 });
    expect(await remove(body.id, stranger)).toEqual(await remove(randomUUID(), stranger));
    const staff = await running.staff();
    expect((await read(body.id, { ...stranger, client: staff })).status).toBe(404);
  });

  it('is removed by the side that attached it, and that it was there stays', async () => {
    const { body } = await attach(pdf('wrong one'));
    expect(await remove(body.id, taker)).toMatchObject({ __typename: 'ForbiddenError' });
    expect(await remove(body.id)).toMatchObject({ __typename: 'DeliveryPaperRemoved' });
    expect(await remove(body.id)).toMatchObject({ __typename: 'DeliveryPaperRemoved' });
    expect((await read(body.id)).status).toBe(404);
    const trace = (await papersOf(deliveryId, taker)).find(({ id }) => id === body.id);
    expect(trace?.removedAt).toEqual(expect.any(String));
    const [row] = await running.database.query<{ content: unknown; removed_by: string | null }>(
      'select content, removed_by from delivery_paper where id = $1',
      [body.id],
    );
    expect(row?.content).toBeNull();
    expect(row?.removed_by).not.toBeNull();
    // sent again, it is another paper
    expect((await attach(pdf('wrong one'))).body.id).not.toBe(body.id);
  });

  it('stays once the other side has verified the delivery', async () => {
    const verified = await deliver(giver.client, agreementId, '2');
    const { body } = await attach(pdf(), { to: verified });
    await taker.client.ask(VERIFY, { id: verified });
    expect(await remove(body.id)).toMatchObject({ __typename: 'ConflictError' });
    expect((await read(body.id, taker)).status).toBe(200);
  });
});

describe('what is not taken', () => {
  it.each<[string, Buffer, object, number, string]>([
    ['a paper of nobody', pdf(), { by: null }, 401, 'UNAUTHENTICATED'],
    ['a web page that is called a PDF', Buffer.from('<html>%%EOF'), {}, 415, 'FILE_TYPE'],
    ['an SVG', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>'), {}, 415, 'FILE_TYPE'],
    ['a PDF cut off', Buffer.from('%PDF-1.7\n1 0 obj'), {}, 415, 'FILE_TYPE'],
    ['nothing', Buffer.alloc(0), {}, 415, 'FILE_TYPE'],
    ['more than ten megabytes', png(10 * 2 ** 20), {}, 413, 'FILE_TOO_LARGE'],
    ['a kind that is none', pdf(), { query: 'kind=INVOICE' }, 422, 'VALIDATION'],
    ['a delivery that is no id', pdf(), { to: 'x' }, 404, 'NOT_FOUND'],
  ])('%s', async (_what, bytes, how, status, code) => {
    const answer = await attach(bytes, how);
    expect([answer.status, answer.body.code]).toEqual([status, code]);
    expect(answer.body.message?.length).toBeGreaterThan(5);
  });

  it('an eleventh, also of many at once', async () => {
    const full = await deliver(giver.client, agreementId, '3');
    const answers = await Promise.all(
      Array.from({ length: 12 }, (_, at) => attach(pdf(`page ${at}`), { to: full })),
    );
    const statuses = answers.map(({ status }) => status).sort();
    expect(statuses).toEqual([...Array<number>(10).fill(201), 409, 409]);
    expect(await papersOf(full)).toHaveLength(10);
  });
});
