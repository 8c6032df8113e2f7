import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Actor } from '#domain';
import { SYSTEM } from '#market';
import { fillEveryTable, managerOf, sqlAs, type Walled } from '../support/walled.js';
import { World, type WorldFirm } from '../support/world.js';

/** Tables that hold something of a firm or a person, and how many rows a firm without dealings sees: its own. */
const SEEN_BY_STRANGER = [
  ['agreement', 0],
  ['delivery', 0],
  ['delivery_paper', 0],
  ['disclosure_grant', 0],
  ['disclosure_request', 0],
  ['draft_permission', 0],
  ['event', 0],
  ['firm', 1],
  ['firm_cluster', 1],
  ['hint', 0],
  ['idempotency', 0],
  ['inbox_read', 0],
  ['ledger_entry', 0],
  ['listing', 0],
  ['listing_draft', 0],
  ['listing_search', 0],
  ['listing_version', 0],
  ['look', 0],
  ['match', 0],
  ['person_cluster', 0],
  ['person_firm', 1],
  ['proposal', 0],
  ['reminder', 0],
  ['road_distance', 0],
  ['site', 1],
  ['watch', 0],
  ['watch_hit', 0],
  ['watch_material', 0],
  ['workshop', 0],
  ['auth."user"', 1],
] as const;
/** Tables that people's work may not even ask of. */
const CLOSED_TO_PEOPLE = [
  'confirmation_link',
  'cost_bucket',
  'figure',
  'job_request',
  'ledger_balance',
  'ledger_leg',
  'ledger_link',
  'ledger_month',
  'ledger_rate',
  'mark',
  'match_list',
  'search_change',
  'auth.account',
  'auth.verification',
];
/** What the database answers when a policy or a missing right refuses. */
const REFUSED = /row-level security|permission denied|may only take/;

let world: World;
let walled: Walled;
const counted = async (actor: Actor, table: string, where = 'true'): Promise<number> => {
  const column = table.startsWith('auth.') ? '"id"' : '*';
  const text = `select count(${column})::int as count from ${table} where ${where}`;
  return (await sqlAs<{ count: number }>(world.store, actor, text))[0]?.count ?? -1;
};
const as = <Row = unknown>(firm: WorldFirm, text: string, values: readonly unknown[] = []) =>
  sqlAs<Row>(world.store, firm.actor, text, values);

beforeAll(async () => {
  world = await World.open();
  walled = await fillEveryTable(world);
});
afterAll(() => world.close());

describe('a firm without dealings that asks for everything', () => {
  it.each(SEEN_BY_STRANGER)('sees of %s its own %i rows', async (table, own) => {
    const [all] = await world.database.query<{ count: number }>(
      `select count(*)::int as count from ${table}`,
    );
    expect(all?.count).toBeGreaterThan(own);
    expect(await counted(walled.stranger.actor, table)).toBe(own);
  });

  it.each(CLOSED_TO_PEOPLE)('may not ask of %s', async (table) => {
    await expect(counted(walled.stranger.actor, table)).rejects.toThrow('permission denied');
  });

  it('sees of sessions neither others’ nor any token', async () => {
    await world.database.query(
      `insert into auth."session" ("id", "token", "userId", "expiresAt", "updatedAt")
       select gen_random_uuid(), gen_random_uuid(), person_id, now() + interval '1 hour', now() from person_firm`,
    );
    // Three firms of one person each.
    expect(await counted(walled.stranger.actor, 'auth."session"')).toBe(1);
    expect(await counted(SYSTEM, 'auth."session"')).toBe(3);
    await expect(as(walled.stranger, 'select "token" from auth."session"')).rejects.toThrow(
      'permission denied',
    );
  });

  it('changes and removes nothing of others', async () => {
    const [offer] = [walled.offerId];
    const statements = [
      [`update listing set state = 'WITHDRAWN' where id = $1 returning id`, offer],
      [`update match set state = 'DECLINED' where id = $1 returning id`, walled.matchId],
      [`update proposal set state = 'DECLINED' where id = $1 returning id`, walled.proposalId],
      [`update delivery set verified_at = now() where id = $1 returning id`, walled.deliveryId],
      [
        `update delivery_paper set content = null, removed_by = 'x', removed_at = now() where delivery_id = $1 returning id`,
        walled.deliveryId,
      ],
      [`update agreement set holds_offer = false where id = $1 returning id`, walled.agreementId],
      [`update disclosure_request set state = 'REFUSED' where match_id = $1 returning id`, walled.matchId],
      [`update disclosure_grant set withdrawn_at = now() where match_id = $1 returning id`, walled.matchId],
      [`delete from listing_search where firm_id = $1 returning listing_id`, walled.giver.id],
      [`delete from idempotency where person_id = $1 returning key`, walled.giver.actor.personId],
      [`update watch set state = 'PAUSED' where firm_id = $1 returning id`, walled.taker.id],
      [`delete from watch where firm_id = $1 returning id`, walled.taker.id],
      [`update hint set state = 'REJECTED' where firm_id = $1 returning id`, walled.giver.id],
      [`delete from hint where firm_id = $1 returning id`, walled.giver.id],
      [`update listing_draft set title = 'x' where firm_id = $1 returning id`, walled.giver.id],
      [`delete from draft_permission where firm_id = $1 returning firm_id`, walled.giver.id],
      [`delete from auth."session" where "userId" = $1 returning "id"`, walled.giver.actor.personId],
    ] as const;
    for (const [text, id] of statements)
      expect((await as<unknown[]>(walled.stranger, text, [id]))[0]).toEqual([]);
  });

  it('is refused what nobody of a firm does', async () => {
    for (const text of [
      'delete from listing',
      'delete from match',
      'delete from event',
      'update ledger_entry set amount_base = 0',
      'delete from watch_hit',
      `insert into watch_hit (id) values (gen_random_uuid())`,
      'update firm set name = null',
      `insert into person_firm values ('x', gen_random_uuid(), 'buyer')`,
      `insert into match (id) values (gen_random_uuid())`,
      'truncate listing cascade',
      'alter table listing disable row level security',
      'set local role bistrom_gate',
    ]) {
      await expect(as(walled.stranger, text)).rejects.toThrow(/permission denied|must be owner/);
    }
  });
});

describe('rows written in the name of another firm', () => {
  const listing = `insert into listing (id, firm_id, site_id, side, state, version, remaining, material_code)
    values ($1, $2, $3, 'OFFER', 'ACTIVE', 1, 1, 'wood-chips')`;
  const request = `insert into disclosure_request (id, match_id, listing_id, from_firm_id, to_firm_id, groups, state, asked_by)
    values ($1, $2, $3, $4, $5, '{PRICE}', 'ASKED', 'x')`;
  const proposal = `insert into proposal (id, match_id, from_firm_id, to_firm_id, state, amount, unit, per, currency, starts_on,
    retrospective, sent_by, expires_at) values ($1, $2, $3, $4, 'SENT', 1, 't', 'YEAR', 'NOK', now(), false, 'x', now())`;
  const delivery = `insert into delivery (id, agreement_id, amount, unit, amount_base, delivered_on, road_km, recorded_by_firm_id,
    recorded_by) values ($1, $2, 1, 't', 1, now(), 1, $3, 'x')`;
  const entry = `insert into ledger_entry (agreement_id, kind, basis, unit_kind, amount_base, road_km, occurred_on, yearly, exchange,
    giver_firm_id, taker_firm_id, method_version) values ($1, 'corrected', 'DELIVERED', 'mass', 1, 1, now(), false, '{}', $2, $3, 'x')`;

  it('are taken from nobody: listings', async () => {
    const { stranger, giver } = walled;
    await expect(as(stranger, listing, [randomUUID(), giver.id, giver.siteId])).rejects.toThrow(REFUSED);
    await expect(as(stranger, listing, [randomUUID(), stranger.id, giver.siteId])).rejects.toThrow(REFUSED);
    await expect(as(stranger, listing, [randomUUID(), stranger.id, stranger.siteId])).resolves.toBeDefined();
    const version = `insert into listing_version select listing_id, 9 from listing_version where listing_id = $1`;
    expect(await as(stranger, version, [walled.offerId])).toEqual([]);
  });

  it('are taken from nobody: hints, drafts, meetings, permissions', async () => {
    const { stranger, giver, staff } = walled;
    const { clusterId } = world;
    const hint = `insert into hint (id, cluster_id, digest, state, firm_name, side, material_text, source, stated_by, stated_at)
      values (gen_random_uuid(), $1, 'x', 'UNCLAIMED', 'A', 'OFFER', 'b', 'c', 'd', now())`;
    await expect(as(stranger, hint, [clusterId])).rejects.toThrow(REFUSED);
    await expect(sqlAs(world.store, walled.auditor, hint, [clusterId])).rejects.toThrow(REFUSED);
    await expect(sqlAs(world.store, staff, hint, [clusterId])).resolves.toBeDefined();
    const meeting = `insert into workshop (id, cluster_id, name, held_on, made_by) values (gen_random_uuid(), $1, 'x', now(), 'y')`;
    await expect(as(stranger, meeting, [clusterId])).rejects.toThrow(REFUSED);
    const draft = `insert into listing_draft (id, firm_id, side, title, written_by) values (gen_random_uuid(), $1, 'OFFER', 'x', 'y')`;
    await expect(as(stranger, draft, [giver.id])).rejects.toThrow(REFUSED);
    await expect(as(stranger, draft, [stranger.id])).resolves.toBeDefined();
    const permission = `insert into draft_permission (firm_id, cluster_id, given_by) values ($1, $2, 'x')`;
    await expect(as(stranger, permission, [giver.id, clusterId])).rejects.toThrow(REFUSED);
    await expect(as(stranger, permission, [stranger.id, randomUUID()])).rejects.toThrow(REFUSED);
    await expect(sqlAs(world.store, staff, permission, [stranger.id, clusterId])).rejects.toThrow(REFUSED);
  });

  it('are taken from nobody: proposals, requests, deliveries, entries', async () => {
    const { stranger, giver, taker, matchId, agreementId, offerId } = walled;
    for (const from of [giver.id, stranger.id]) {
      await expect(as(stranger, proposal, [randomUUID(), matchId, from, taker.id])).rejects.toThrow(REFUSED);
      const asked = [randomUUID(), matchId, offerId, from, giver.id];
      await expect(as(stranger, request, asked)).rejects.toThrow(REFUSED);
      await expect(as(stranger, delivery, [randomUUID(), agreementId, from])).rejects.toThrow(REFUSED);
      await expect(as(stranger, entry, [agreementId, from, taker.id])).rejects.toThrow(REFUSED);
    }
    await expect(as(giver, entry, [agreementId, giver.id, stranger.id])).rejects.toThrow(REFUSED);
    await expect(as(giver, entry, [agreementId, giver.id, taker.id])).resolves.toBeDefined();
    await expect(as(giver, delivery, [randomUUID(), agreementId, taker.id])).rejects.toThrow(REFUSED);
  });

  it('are taken from nobody: events, looks, kept answers, the search', async () => {
    const { stranger, giver, taker, matchId, offerId } = walled;
    const event = `insert into event (type, firm_id, match_id) values ('x', $1, $2)`;
    await expect(as(stranger, event, [giver.id, matchId])).rejects.toThrow(REFUSED);
    await expect(as(taker, event, [giver.id, null])).rejects.toThrow(REFUSED);
    await expect(as(taker, event, [stranger.id, matchId])).rejects.toThrow(REFUSED);
    await expect(as(taker, event, [giver.id, matchId])).resolves.toBeDefined();
    const look = `insert into look (person_id, what, subject_id) values ($1, 'listing', $2)`;
    await expect(as(stranger, look, [giver.actor.personId, offerId])).rejects.toThrow(REFUSED);
    const kept = `insert into idempotency (person_id, key, operation, fingerprint) values ($1, 'k', 'x', 'x')`;
    await expect(as(stranger, kept, [giver.actor.personId])).rejects.toThrow(REFUSED);
    const search = `insert into listing_search (listing_id, material, side, firm_id, division, confidence, yearly_base, place, x, y, z, radius_km)
      values ($1, 1, 'OFFER', $2, '16', 1, 1, point(1, 1), 1, 1, 1, 0)`;
    await expect(as(stranger, search, [offerId, giver.id])).rejects.toThrow(REFUSED);
    await expect(as(stranger, search, [offerId, stranger.id])).rejects.toThrow(REFUSED);
  });
});

describe('the two sides of an agreement', () => {
  it('see the rows that their views are made of', async () => {
    for (const firm of [walled.giver, walled.taker]) {
      const other = firm === walled.giver ? walled.taker : walled.giver;
      const theirs = firm === walled.giver ? walled.needId : walled.offerId;
      expect(await counted(firm.actor, 'firm', `id = '${other.id}'`)).toBe(1);
      expect(await counted(firm.actor, 'site', `id = '${other.siteId}'`)).toBe(1);
      expect(await counted(firm.actor, 'listing', `id = '${theirs}'`)).toBe(1);
      expect(await counted(firm.actor, 'agreement')).toBe(1);
      expect(await counted(firm.actor, 'road_distance')).toBe(1);
    }
    // The giver's other listings are no business of the taker's.
    expect(await counted(walled.taker.actor, 'listing', `firm_id = '${walled.giver.id}'`)).toBe(
      await counted(SYSTEM, 'match', `need_firm_id = '${walled.taker.id}'`),
    );
    expect(await counted(walled.taker.actor, 'event', `firm_id <> '${walled.taker.id}'`)).toBe(0);
    expect(await counted(walled.taker.actor, 'look')).toBe(0);
    expect(await counted(walled.giver.actor, 'look')).toBe(1);
  });

  it('take of the other’s listing what is agreed, and change nothing else of it', async () => {
    const change = (set: string) =>
      as(walled.giver, `update listing set ${set} where id = $1`, [walled.needId]);
    await expect(change('remaining = remaining - 0')).resolves.toBeDefined();
    for (const set of [
      'remaining = remaining + 1',
      `material_code = 'sawdust'`,
      `state = 'WITHDRAWN'`,
      'version = 7',
    ])
      await expect(change(set)).rejects.toThrow(REFUSED);
    await expect(change(`firm_id = '${walled.giver.id}'`)).rejects.toThrow('permission denied');
    await expect(change('learned_km = 1')).rejects.toThrow('permission denied');
    const held = as(walled.giver, 'update agreement set holds_offer = false where id = $1', [
      walled.agreementId,
    ]);
    await expect(held).rejects.toThrow(REFUSED);
  });

  it('cannot change the other’s listing before they have agreed', async () => {
    const [giver, taker] = [await world.firm(), await world.firm()];
    const { matchId, needId } = await world.matched(
      giver,
      taker,
      { materialCode: 'sawdust' },
      { materialCode: 'sawdust' },
    );
    const take = () =>
      as<unknown[]>(giver, 'update listing set remaining = 0 where id = $1 returning id', [needId]);
    expect((await take())[0]).toEqual([]);
    await world.propose(taker, matchId);
    await expect(take()).rejects.toThrow('row-level security');
  });
});

describe('people of the cluster', () => {
  it('staff see its listings, and nothing that firms have with each other', async () => {
    expect(await counted(walled.staff, 'listing', `firm_id = '${walled.giver.id}'`)).toBe(3);
    for (const table of ['match', 'proposal', 'agreement', 'delivery', 'disclosure_request'])
      expect(await counted(walled.staff, table)).toBe(0);
    expect(await counted(walled.staff, 'event', 'firm_id is not null')).toBe(0);
    expect(await counted(walled.staff, 'event', `type = 'figuresRefreshed'`)).toBeGreaterThan(0);
  });

  it('auditors see its ledger and no listing', async () => {
    // Agreed, delivered, verified.
    expect(await counted(walled.auditor, 'ledger_entry', `agreement_id = '${walled.agreementId}'`)).toBe(3);
    expect(await counted(walled.auditor, 'listing')).toBe(0);
  });

  it('a listing that its owner opens is there for the cluster, or for all', async () => {
    const elsewhere: Actor = { ...walled.stranger.actor, firms: [] };
    const outsider = {
      ...elsewhere,
      firms: [{ firmId: randomUUID(), role: 'buyer' as const, clusterIds: [] }],
    };
    const open = async (visibility: 'CLUSTER' | 'FEDERATION') => {
      const firm = await world.firm();
      return `id = '${await world.publish(firm, 'OFFER', { visibility, materialCode: 'bark' })}'`;
    };
    const [cluster, all] = [await open('CLUSTER'), await open('FEDERATION')];
    expect(await counted(walled.stranger.actor, 'listing', cluster)).toBe(1);
    expect(await counted(outsider, 'listing', cluster)).toBe(0);
    expect(await counted(outsider, 'listing', all)).toBe(1);
    expect(await counted(elsewhere, 'listing', all)).toBe(0);
  });
});

describe('the roles of matching and figures', () => {
  const readAs = (role: 'bistrom_matching' | 'bistrom_figures', text: string) =>
    world.store.read(SYSTEM, (tx) => managerOf(tx).query(text), role);

  it('matching sees every listing and no money, ledger or person', async () => {
    expect(await readAs('bistrom_matching', 'select id from listing')).not.toEqual([]);
    for (const table of ['ledger_entry', 'delivery', 'mark', 'person_firm', 'look', 'figure', 'auth."user"'])
      await expect(readAs('bistrom_matching', `select 1 from ${table}`)).rejects.toThrow('permission denied');
  });

  it('figures see amounts and neither names, texts, prices nor places', async () => {
    expect(await readAs('bistrom_figures', 'select id from ledger_entry')).not.toEqual([]);
    for (const what of [
      'name from firm',
      'title from listing_version',
      'name from site',
      'latitude from site',
      'price from agreement',
      'price from proposal',
      'note from proposal',
    ])
      await expect(readAs('bistrom_figures', `select ${what}`)).rejects.toThrow('permission denied');
  });

  it('a read writes nothing, in whatever role', async () => {
    const text = `update listing set updated_at = now()`;
    const read = world.store.read(SYSTEM, (tx) => managerOf(tx).query(text));
    await expect(read).rejects.toThrow('read-only transaction');
  });
});
