import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { Actor, Cell } from '#domain';
import { SYSTEM, type CardInput, type HintList } from '#market';
import { mailsTo, tokenOf } from '../support/mailed.js';
import { ok, refused, World, type WorldFirm } from '../support/world.js';
import { sqlAs } from '../support/walled.js';

let world: World;
let staff: Actor;
let firm: WorldFirm;
let admin: Actor;
let place = 0;

beforeAll(async () => {
  world = await World.open();
});
beforeEach(async () => {
  place += 1;
  // each test a minute later: what it makes is the latest
  world.now = new Date(Date.UTC(2026, 5, 15, 10, place));
  staff = await world.staff();
  firm = await world.firm({ name: `Granvåk ${place}` });
  admin = await adminOf(firm);
});
afterAll(() => world.close());

async function adminOf({ id }: WorldFirm): Promise<Actor> {
  const personId = randomUUID();
  await world.market.registry.addPerson(SYSTEM, {
    id: personId,
    name: 'Kari',
    email: `${personId}@test.example`,
    password: 'a password for tests',
    firms: [{ firmId: id, role: 'firm_admin' }],
    clusters: [],
  });
  return world.market.registry.actor(personId, 'Kari');
}

const HEADER: readonly Cell[] = ['Bedrift', 'Orgnr', 'Kommune', 'Side', 'Materiale', 'Mengde', 'E-post'];
const listOf = (...rows: readonly (readonly Cell[])[]): HintList => ({
  clusterId: world.clusterId,
  source: 'Kartlegging 2026',
  rows: [HEADER, ...rows],
});
const take = async (list: HintList, by = staff) =>
  ok(await world.market.hintLists.take(by, list, 'ALL_OR_NOTHING'));
/** The latest hint of the cluster. */
const latest = async () => {
  const page = ok(await world.market.hints.page(staff, world.clusterId, {}, 1));
  return page.rows[0]!.node;
};
const rowFor = (name: string, ...more: readonly Cell[]): readonly Cell[] => [name, '', '', 'har', ...more];
/** A hint on flis that is tied to the firm. */
async function tied(text = `flis ${place}`): Promise<string> {
  await take(listOf(rowFor(firm.name, text, '200 t i året', 'kari@granvaak.example')));
  const { id } = await latest();
  ok(await world.market.hints.tie(staff, id, firm.id));
  return id;
}

describe('a list of firms and streams', () => {
  it('is looked at first, cell by cell, and makes nothing', async () => {
    const name = `Ukjent ${place}`;
    const list = listOf(
      [name, '974760673', 'Kongsvinger', 'tilbud', 'Tørr flis', 200, ''],
      [name, '974760674', 'Nirgendwo', 'kanskje', 'bark', '', 'kari'],
      [name, '974760673', '3401', 'offer', 'TØRR  FLIS', 300, ''],
    );
    const { counts, rows, recorded } = ok(await world.market.hintLists.take(staff, list));
    expect(recorded).toBeUndefined();
    expect(counts).toEqual({ NEW: 1, SAME: 1, REFUSED: 1 });
    expect(rows[0]).toMatchObject({ row: 2, effect: 'NEW', municipalityNumber: '3401' });
    expect(rows[0]?.materialCode).toContain('wood');
    // the columns from A: orgnr is B, side D, the address G
    expect(rows[1]?.problems.map(({ field, column }) => [field, column])).toEqual([
      ['SIDE', 3],
      ['ORG_NUMBER', 1],
      ['EMAIL', 6],
    ]);
    expect(ok(await world.market.hints.counts(staff, world.clusterId)).UNCLAIMED).toBe(0);
  });

  it('becomes hints, and none a second time', async () => {
    const list = listOf(rowFor(`A ${place}`, 'flis'), rowFor(`B ${place}`, 'bark'));
    expect((await take(list)).recorded).toBe(2);
    const again = await take(list);
    expect([again.counts, again.recorded]).toEqual([{ NEW: 0, SAME: 2, REFUSED: 0 }, 0]);
    expect(await latest()).toMatchObject({ state: 'UNCLAIMED', source: 'Kartlegging 2026', firmId: null });
  });

  it('is recorded whole or as far as it is right, as asked', async () => {
    const list = listOf(rowFor(`C ${place}`, 'flis'), rowFor('', 'bark'));
    const whole = await world.market.hintLists.take(staff, list, 'ALL_OR_NOTHING');
    expect(refused(whole)).toMatchObject({ kind: 'validation', path: 'rows.3.A3' });
    expect(ok(await world.market.hintLists.take(staff, list, 'VALID_ONLY')).recorded).toBe(1);
  });

  it('needs a header', async () => {
    const list = { ...listOf(), rows: [rowFor('A', 'flis')] };
    expect(refused(await world.market.hintLists.take(staff, list)).text).toContain('Organisasjonsnummer');
  });

  it('is taken of staff alone', async () => {
    const auditor = await world.staff('auditor');
    const list = listOf(rowFor('A', 'flis'));
    expect(refused(await world.market.hintLists.take(auditor, list)).kind).toBe('forbidden');
    expect(refused(await world.market.hintLists.take(admin, list)).kind).toBe('not_found');
    expect(refused(await world.market.hints.page(admin, world.clusterId, {}, 10)).kind).toBe('not_found');
    expect(refused(await world.market.hints.counts(auditor, world.clusterId)).kind).toBe('forbidden');
  });

  it('is no listing: matching, watches and figures have no right to it', async () => {
    await take(listOf(rowFor(`D ${place}`, 'flis')));
    for (const role of ['bistrom_matching', 'bistrom_figures'])
      for (const table of ['hint', 'listing_draft'])
        expect(
          await world.database.query(`select has_table_privilege($1, $2, 'select') as may`, [role, table]),
        ).toEqual([{ may: false }]);
    expect(await world.database.query(`select from listing where firm_id = $1`, [firm.id])).toEqual([]);
  });
});

describe('a hint', () => {
  it('is told to the administrators of the firm it is tied to, in no more words than they need', async () => {
    const id = await tied();
    const [hint] = ok(await world.market.hintAnswers.forUs(admin));
    expect(hint).toEqual({
      id,
      state: 'TIED',
      side: 'OFFER',
      materialText: `flis ${place}`,
      materialCode: expect.any(String),
      amountText: '200 t i året',
      siteName: undefined,
      source: 'Kartlegging 2026',
      clusterName: 'Test',
      workshop: undefined,
      statedAt: world.now,
    });
    expect(refused(await world.market.hintAnswers.forUs(firm.actor)).kind).toBe('forbidden');
    const other = await adminOf(await world.firm());
    expect(ok(await world.market.hintAnswers.forUs(other))).toEqual([]);
    expect(refused(await world.market.hintAnswers.claim(other, id)).kind).toBe('not_found');
    expect(refused(await world.market.hintAnswers.reject(firm.actor, id)).kind).toBe('forbidden');
  });

  it('is claimed once, as a draft that staff never see', async () => {
    const id = await tied();
    const { draftId } = ok(await world.market.hintAnswers.claim(admin, id, 'claim 1'));
    expect(ok(await world.market.hintAnswers.claim(admin, id, 'claim 1')).draftId).toBe(draftId);
    expect(refused(await world.market.hintAnswers.claim(admin, id)).kind).toBe('conflict');
    expect(await world.market.drafts.list(firm.actor)).toMatchObject([
      { id: draftId, source: 'Kartlegging 2026', terms: { side: 'OFFER', amountText: '200 t i året' } },
    ]);
    expect(await world.market.hints.find(staff, id)).toMatchObject({ state: 'CLAIMED', contactEmail: null });
    expect(await sqlAs(world.store, staff, 'select * from listing_draft')).toEqual([]);
    expect(refused(await world.market.hints.remove(staff, id)).kind).toBe('conflict');
  });

  it('is rejected: its words are gone, and the same list does not bring them back', async () => {
    const text = `bark ${place}`;
    const id = await tied(text);
    ok(await world.market.hintAnswers.reject(admin, id));
    expect(await world.market.hints.find(staff, id)).toMatchObject({
      state: 'REJECTED',
      firmId: firm.id,
      firmName: null,
      materialText: null,
      materialCode: null,
      source: null,
      contactEmail: null,
    });
    expect(ok(await world.market.hintAnswers.forUs(admin))).toEqual([]);
    const again = await take(listOf(rowFor(firm.name, text)));
    expect(again.counts.SAME).toBe(1);
    expect(refused(await world.market.hintAnswers.claim(admin, id)).kind).toBe('conflict');
  });

  it('is tied to firms of the cluster, once, and taken back while nobody has answered', async () => {
    await take(listOf(rowFor(`E ${place}`, 'flis', '', 'kari@granvaak.example')));
    const { id } = await latest();
    const { hints } = world.market;
    expect(refused(await hints.tie(staff, id, randomUUID())).kind).toBe('not_found');
    expect(refused(await hints.tie(admin, id, firm.id)).kind).toBe('not_found');
    ok(await hints.removeContact(staff, id));
    expect((await hints.find(staff, id))?.contactEmail).toBeNull();
    ok(await hints.tie(staff, id, firm.id));
    expect(refused(await hints.tie(staff, id, firm.id)).kind).toBe('conflict');
    ok(await hints.remove(staff, id));
    expect(await hints.find(staff, id)).toBeUndefined();
  });

  it('loses its address after half a year', async () => {
    await take(listOf(rowFor(`F ${place}`, 'flis', '', 'kari@granvaak.example')));
    const { id } = await latest();
    const lastDay = world.now.getTime() + 180 * 86_400_000;
    world.now = new Date(lastDay);
    await world.market.hints.forget(SYSTEM);
    expect((await world.market.hints.find(staff, id))?.contactEmail).toBe('kari@granvaak.example');
    world.now = new Date(lastDay + 1);
    await world.market.hints.forget(SYSTEM);
    expect((await world.market.hints.find(staff, id))?.contactEmail).toBeNull();
  });

  it('is told to a firm that joins, by its number and by what its invitation named', async () => {
    await take(listOf(['Sagen AS', '974760673', '', 'har', 'flis', '', ''], rowFor('Saga?', 'sagflis')));
    const page = ok(await world.market.hints.page(staff, world.clusterId, { state: 'UNCLAIMED' }, 50));
    const named = page.rows.map(({ node }) => node).find((one) => one.materialText === 'sagflis')!;
    const question = {
      clusterId: world.clusterId,
      language: 'nb' as const,
      webUrl: 'http://localhost',
      name: 'Sagen AS',
      orgNumber: '974760673',
      naceCode: '16.10',
      siteName: 'Sagen',
      municipalityNumber: '3401',
      email: `${randomUUID()}@test.example`,
    };
    const { invitations, acceptances } = world.market;
    const stray = await invitations.inviteFirm(staff, { ...question, hintIds: [randomUUID()] });
    expect(refused(stray).path).toBe('input.hintIds.0');
    ok(await invitations.inviteFirm(staff, { ...question, hintIds: [named.id] }));
    const [mail] = await mailsTo(world.database, question.email, 1);
    ok(await acceptances.acceptAsNew(tokenOf(mail), 'Håkon', 'et langt passord til prøve'));
    const [person] = await world.database.query<{ id: string }>(
      'select "id" from auth."user" where "email" = $1',
      [question.email],
    );
    const håkon = await world.market.registry.actor(person!.id, 'Håkon');
    const told = ok(await world.market.hintAnswers.forUs(håkon));
    expect(told.map(({ materialText }) => materialText).sort()).toEqual(['flis', 'sagflis']);
  });
});

describe('a workshop', () => {
  const opened = async (by = staff) =>
    ok(
      await world.market.workshops.open(by, {
        clusterId: world.clusterId,
        name: 'Vårmøte',
        heldOn: '2026-06-15',
      }),
    ).workshopId;
  const card = (side: CardInput['side'], text: string, more: Partial<CardInput> = {}): CardInput => ({
    side,
    text,
    ...more,
  });

  it('makes hints of cards, and drafts of firms that let staff begin them', async () => {
    const id = await opened();
    const other = await world.firm();
    ok(await world.market.hintAnswers.permit(admin, world.clusterId, true));
    const cards = [
      card('OFFER', 'tørr flis', { firmId: firm.id, amountText: 'et lass i uka' }),
      card('OFFER', 'bark', { firmId: other.id }),
      card('NEED', 'flis til fyring', { firmName: 'En gjest' }),
    ];
    expect(ok(await world.market.workshops.record(staff, id, cards))).toMatchObject({
      drafts: 1,
      hints: 2,
      known: 0,
    });
    expect(ok(await world.market.workshops.record(staff, id, cards))).toMatchObject({
      drafts: 0,
      hints: 0,
      known: 3,
    });
    expect(await world.market.drafts.list(firm.actor)).toMatchObject([
      { source: 'Vårmøte, 2026-06-15', terms: { title: 'tørr flis', amountText: 'et lass i uka' } },
    ]);
    const workshop = (await world.market.workshops.find(staff, id))!;
    expect(await world.market.workshops.counts(staff, workshop)).toEqual({
      UNCLAIMED: 1,
      TIED: 1,
      CLAIMED: 1,
      REJECTED: 0,
    });
    const told = ok(await world.market.hintAnswers.forUs(await adminOf(other)));
    expect(told[0]?.workshop).toEqual({ name: 'Vårmøte', heldOn: '2026-06-15' });
  });

  it('shows who may answer whom, of the cards alone', async () => {
    const id = await opened();
    const [giver, taker] = [await world.firm(), await world.firm()];
    await world.publish(giver, 'OFFER');
    const cards = [
      card('OFFER', 'tørr treflis', { firmName: 'Sag' }),
      card('NEED', 'treflis', { firmName: 'Varme' }),
      card('NEED', 'treflis', { firmName: 'sag' }),
      card('NEED', 'hydrogen', { firmId: taker.id }),
    ];
    ok(await world.market.workshops.record(staff, id, cards));
    const workshop = (await world.market.workshops.find(staff, id))!;
    const pairs = await world.market.workshops.pairs(staff, workshop, 100);
    expect(pairs.map(({ have, want }) => [have.firmName, want.firmName])).toEqual([['Sag', 'Varme']]);
  });

  it('takes cards of its own staff, each with a firm', async () => {
    const id = await opened();
    const { workshops } = world.market;
    const stray = [
      card('OFFER', 'flis'),
      card('OFFER', ' ', { firmName: 'A' }),
      card('OFFER', 'flis', { firmId: randomUUID() }),
    ];
    const answer = await workshops.record(staff, id, stray);
    expect(refused(answer)).toMatchObject({ kind: 'validation', path: 'input.cards.0.firmName' });
    expect(refused(await workshops.record(admin, id, [card('OFFER', 'x', { firmName: 'A' })])).kind).toBe(
      'not_found',
    );
    expect(await workshops.find(admin, id)).toBeUndefined();
    expect(refused(await workshops.list(admin, world.clusterId)).kind).toBe('not_found');
    const auditor = await world.staff('auditor');
    expect(refused(await workshops.list(auditor, world.clusterId)).kind).toBe('forbidden');
  });

  it('begins drafts only as long as the firm lets it, also behind the back of the use case', async () => {
    const begin = `insert into listing_draft (id, firm_id, side, title, written_by)
      values (gen_random_uuid(), $1, 'OFFER', 'x', 'y')`;
    await expect(sqlAs(world.store, staff, begin, [firm.id])).rejects.toThrow('row-level security');
    ok(await world.market.hintAnswers.permit(admin, world.clusterId, true));
    await expect(sqlAs(world.store, staff, begin, [firm.id])).resolves.toBeDefined();
    expect(await world.market.hintAnswers.permitted(firm.actor)).toMatchObject([{ id: world.clusterId }]);
    ok(await world.market.hintAnswers.permit(admin, world.clusterId, false));
    await expect(sqlAs(world.store, staff, begin, [firm.id])).rejects.toThrow('row-level security');
    expect(refused(await world.market.hintAnswers.permit(firm.actor, world.clusterId, true)).kind).toBe(
      'forbidden',
    );
    expect(refused(await world.market.hintAnswers.permit(admin, randomUUID(), true)).kind).toBe('not_found');
  });
});
