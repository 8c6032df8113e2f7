import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { SYSTEM } from '#market';
import { Running, type Member } from '../support/running.js';

let running: Running;
let member: Member;
let staff: string;
let auditor: string;
let admin: string;
let plant: string;

const PASSWORD = 'a password for tests';

async function signIn(email: string): Promise<string> {
  const response = await fetch(`${running.url}/api/auth/sign-in/email`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ email, password: PASSWORD }),
  });
  return response.headers.get('set-auth-token') ?? '';
}

type Of = Pick<Parameters<Running['market']['registry']['addPerson']>[1], 'firms' | 'clusters'>;

async function person(of: Of): Promise<string> {
  const id = randomUUID();
  const email = `${id}@test.example`;
  await running.market.registry.addPerson(SYSTEM, { id, name: 'Kari', email, password: PASSWORD, ...of });
  return signIn(email);
}

beforeAll(async () => {
  running = await Running.start();
  member = await running.member('16.10', { latitude: 60, longitude: 12 });
  const { clusterId } = running;
  staff = await person({ firms: [], clusters: [{ clusterId, role: 'cluster_staff' }] });
  auditor = await person({ firms: [], clusters: [{ clusterId, role: 'auditor' }] });
  admin = await person({ firms: [{ firmId: member.firmId, role: 'firm_admin' }], clusters: [] });
  plant = await signIn(member.email);
}, 180_000);
afterAll(() => running.stop());

/** Whatever an answer holds, to be held against what is expected. */
interface Told {
  readonly [field: string]: Told | undefined;
}

interface Answer {
  readonly data?: Told | null;
  readonly errors?: readonly { readonly extensions?: { readonly code?: string } }[];
}

async function ask(token: string, query: string, variables: object = {}): Promise<Answer> {
  const response = await fetch(`${running.url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
    body: JSON.stringify({ query, variables }),
  });
  return (await response.json()) as Answer;
}
const told = async (token: string, query: string, variables: object = {}) => {
  const { data } = await ask(token, query, variables);
  return Object.values(data ?? {})[0] as Told;
};
const codeOf = async (token: string, query: string, variables: object = {}) =>
  (await ask(token, query, variables)).errors?.[0]?.extensions?.code;

async function send(token: string, body: string, query: Record<string, string> = {}) {
  const asked = new URLSearchParams({ clusterId: running.clusterId, source: 'Kartlegging', ...query });
  const response = await fetch(`${running.url}/api/imports/hints?${asked.toString()}`, {
    method: 'POST',
    headers: { authorization: `Bearer ${token}` },
    body,
  });
  return { status: response.status, body: (await response.json()) as Told };
}

const LIST = 'Bedrift;Side;Materiale;Mengde\r\nGranvåk;har;Tørr treflis;200 t\r\nTjurmo;?;Bark;\r\n';
const HINTS = `query ($id: ID!, $state: HintState) { hints(clusterId: $id, state: $state) {
  edges { node { id state firmName text amountText source firmId material { code } } } } }`;
const ERRORS = `... on UserError { code message }`;
const TIE = `mutation ($id: ID!, $firmId: ID!) { tieHint(id: $id, firmId: $firmId) { __typename
  ... on HintChanged { hint { state firmId } } ${ERRORS} } }`;
const CLAIM = `mutation ($id: ID!) { claimHint(id: $id) { __typename
  ... on DraftSaved { draft { id state side title amountText source } } ${ERRORS} } }`;

describe('the firms of a cluster', () => {
  const FIRMS = `query ($id: ID!) { clusterFirms(clusterId: $id) { id letsStaffDraft letsStaffEdit } }`;

  it('are told to its staff, with what each lets them do', async () => {
    const { clusterId: id } = running;
    const firm = { id: member.firmId, letsStaffDraft: false, letsStaffEdit: false };
    expect(await told(staff, FIRMS, { id })).toEqual([firm]);
    await told(admin, `mutation { letStaffEdit(allowed: true) { __typename } }`);
    expect(await told(staff, FIRMS, { id })).toEqual([{ ...firm, letsStaffEdit: true }]);
    expect(await codeOf(auditor, FIRMS, { id })).toBe('FORBIDDEN');
    expect(await codeOf(admin, FIRMS, { id })).toBe('NOT_FOUND');
    expect(await codeOf(staff, FIRMS, { id: randomUUID() })).toBe('NOT_FOUND');
  });
});

describe('a list of hints over the api', () => {
  it('is answered row by row, and recorded where that is asked for', async () => {
    const looked = await send(staff, LIST);
    expect(looked).toMatchObject({
      status: 200,
      body: {
        counts: { new: 1, same: 0, refused: 1 },
        recorded: null,
        rows: [
          { row: 2, effect: 'NEW', firmName: 'Granvåk', side: 'OFFER', source: 'Kartlegging', problems: [] },
          { row: 3, effect: 'REFUSED', problems: [{ field: 'SIDE', cell: 'B3' }] },
        ],
      },
    });
    expect(await send(staff, LIST, { record: 'ALL_OR_NOTHING' })).toMatchObject({
      status: 422,
      body: { code: 'VALIDATION', problems: [{ path: ['rows', '3', 'B3'] }] },
    });
    expect(await send(staff, LIST, { record: 'VALID_ONLY' })).toMatchObject({
      status: 201,
      body: { recorded: 1 },
    });
    expect(await send(staff, LIST, { record: 'SOME' })).toMatchObject({
      status: 422,
      body: { problems: [{ path: ['record'] }] },
    });
  });

  it('is taken of the staff of that cluster alone', async () => {
    expect((await send(admin, LIST)).status).toBe(404);
    expect((await send(auditor, LIST)).status).toBe(403);
    expect((await send('', LIST)).status).toBe(401);
    expect((await send(staff, LIST, { clusterId: randomUUID() })).status).toBe(404);
    for (const [token, code] of [
      [admin, 'NOT_FOUND'],
      [auditor, 'FORBIDDEN'],
    ] as const)
      expect(await codeOf(token, HINTS, { id: running.clusterId })).toBe(code);
  });

  it('is tied, told to administrators, claimed as a draft, completed and published', async () => {
    await send(staff, LIST, { record: 'VALID_ONLY' });
    const page = await told(staff, HINTS, { id: running.clusterId, state: 'UNCLAIMED' });
    const id = page['edges']?.['0']?.['node']?.['id'];
    expect(await told(admin, TIE, { id, firmId: member.firmId })).toMatchObject({ code: 'NOT_FOUND' });
    expect(await told(staff, TIE, { id, firmId: member.firmId })).toMatchObject({ hint: { state: 'TIED' } });
    const asked = '{ hintsForUs { id state text amountText source clusterName } }';
    expect(await told(admin, asked)).toMatchObject([{ id, state: 'TIED', text: 'Tørr treflis' }]);
    expect(await codeOf(plant, asked)).toBe('FORBIDDEN');
    const { draft } = await told(admin, CLAIM, { id });
    expect(draft).toMatchObject({
      state: 'DRAFT',
      side: 'OFFER',
      title: 'Tørr treflis',
      source: 'Kartlegging',
    });
    expect(await told(plant, '{ listingDrafts { id } }')).toEqual([{ id: draft?.['id'] }]);
    expect(await told(staff, '{ listingDrafts { id } }')).toEqual([]);
    const input = {
      siteId: member.siteId,
      side: 'OFFER',
      title: 'Tørr treflis',
      materialId: 'wood-chips',
      quantity: { value: '200', unit: 't', per: 'YEAR' },
    };
    const publish = `mutation ($id: ID!, $input: PublishListingInput!) { publishDraft(id: $id, input: $input) {
      __typename ... on ListingPublished { listing { id state } } ${ERRORS} } }`;
    expect(await told(staff, publish, { id: draft?.['id'], input })).toMatchObject({ code: 'NOT_FOUND' });
    expect(await told(plant, publish, { id: draft?.['id'], input })).toMatchObject({
      __typename: 'ListingPublished',
      listing: { id: draft?.['id'], state: 'ACTIVE' },
    });
    expect(
      await told(staff, `query ($id: ID!) { hintCounts(clusterId: $id) { unclaimed tied claimed } }`, {
        id: running.clusterId,
      }),
    ).toEqual({ unclaimed: 0, tied: 0, claimed: 1 });
  });
});

describe('a workshop over the api', () => {
  it('turns cards into hints and drafts, and shows whom to bring together', async () => {
    const allow = `mutation ($id: ID!) { letStaffDraft(clusterId: $id, allowed: true) { __typename
      ... on DraftsByStaffSet { clusters { id } } ${ERRORS} } }`;
    expect(await told(plant, allow, { id: running.clusterId })).toMatchObject({ code: 'FORBIDDEN' });
    expect(await told(admin, allow, { id: running.clusterId })).toMatchObject({
      clusters: [{ id: running.clusterId }],
    });
    const open = `mutation ($input: OpenWorkshopInput!) { openWorkshop(input: $input) { __typename
      ... on WorkshopOpened { workshop { id name heldOn } } ${ERRORS} } }`;
    const about = { clusterId: running.clusterId, name: 'Vårmøte', heldOn: '2026-06-15T10:00:00Z' };
    expect(await told(auditor, open, { input: about })).toMatchObject({ code: 'FORBIDDEN' });
    const { workshop } = await told(staff, open, { input: about });
    const record = `mutation ($input: RecordWorkshopCardsInput!) { recordWorkshopCards(input: $input) { __typename
      ... on WorkshopCardsRecorded { drafts hints known workshop { counts { claimed unclaimed } possiblePairs {
        suitability have { firmId text } want { firmName text } } } }
      ... on ValidationError { problems { path message } } ${ERRORS} } }`;
    const cards = [
      { firmId: member.firmId, side: 'OFFER', text: 'tørr treflis' },
      { firmName: 'Varme AS', side: 'NEED', text: 'treflis', amountText: 'to lass i uka' },
    ];
    const input = { workshopId: workshop?.['id'], cards };
    expect(await told(admin, record, { input })).toMatchObject({ code: 'NOT_FOUND' });
    expect(await told(staff, record, { input })).toMatchObject({
      __typename: 'WorkshopCardsRecorded',
      drafts: 1,
      hints: 1,
      workshop: {
        counts: { claimed: 1, unclaimed: 1 },
        possiblePairs: [{ have: { firmId: member.firmId }, want: { firmName: 'Varme AS' } }],
      },
    });
    expect(
      await told(staff, record, { input: { ...input, cards: [{ side: 'NEED', text: '' }] } }),
    ).toMatchObject({
      __typename: 'ValidationError',
      problems: [{ path: ['input', 'cards', '0', 'firmName'] }, { path: ['input', 'cards', '0', 'text'] }],
    });
    expect(
      await ask(plant, `query ($id: ID!) { workshop(id: $id) { id } }`, { id: workshop?.['id'] }),
    ).toMatchObject({
      data: { workshop: null },
    });
  });
});
