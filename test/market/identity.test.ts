import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { firmIdsOf, KEY_SCOPES, membershipsOf, type Actor, type FirmRole } from '#domain';
import { SYSTEM, type Outcome } from '#market';
import { ok, refused, tonnes, World, type WorldFirm } from '../support/world.js';

const WEB = 'https://bistrom.test';
const PASSWORD = 'a password for tests';
const WEEK_MS = 7 * 86_400_000;

let world: World;
beforeAll(async () => void (world = await World.open()));
afterAll(() => world.close());

/** A person in a role of a firm. */
async function inRole(firm: WorldFirm, role: FirmRole): Promise<Actor & { email: string }> {
  const id = randomUUID();
  const email = `${id}@test.example`;
  const person = { id, name: `A ${role}`, email, password: PASSWORD };
  await world.market.registry.addPerson(SYSTEM, {
    ...person,
    firms: [{ firmId: firm.id, role }],
    clusters: [],
  });
  return { ...(await world.market.registry.actor(id, person.name)), email };
}

async function mailsTo(
  email: string,
): Promise<readonly { link: string; organisation: string; role: string }[]> {
  const rows = await world.database.query<{ mail: { link: string; organisation: string; role: string } }>(
    'select facts as mail from mail where recipient = $1 order by asked_at',
    [email],
  );
  return rows.map((row) => row.mail);
}

/** The token in the link of the last mail to an address. */
async function tokenTo(email: string): Promise<string> {
  const link = (await mailsTo(email)).at(-1)?.link ?? '';
  expect(link).toMatch(/^https:\/\/bistrom\.test\/invitation#[A-Za-z0-9_-]{43}$/);
  return link.split('#')[1]!;
}

const invite = (admin: Actor, email: string, role: FirmRole = 'buyer') =>
  world.market.invitations.invitePerson(admin, { email, role, language: 'nb', webUrl: WEB });
const fresh = (): string => `${randomUUID()}@test.example`;
const kindOf = (outcome: Outcome<unknown>): string => (outcome.ok ? 'done' : refused(outcome).kind);

describe('roles', () => {
  it('decide in every use case: a buyer lists needs and no offers, buys, and does not open what the plant has', async () => {
    const [giver, taker] = [await world.firm({ naceCode: '16.10' }), await world.firm({ naceCode: '35.30' })];
    const buyer = await inRole(taker, 'buyer');
    const givers = await inRole(giver, 'buyer');
    const { listings } = world.market;
    expect(refused(await listings.publish(buyer, world.listing(taker, 'OFFER'))).text).toBe(
      'Your role in the firm does not allow this (list offer); allowed to: firm_admin, plant_manager.',
    );
    const offerId = await world.publish(giver, 'OFFER');
    const needId = ok(await listings.publish(buyer, world.listing(taker, 'NEED'))).listingId;
    for (const step of ['pause', 'resume', 'withdraw'] as const)
      expect(kindOf(await listings[step](givers, offerId))).toBe('forbidden');
    expect(kindOf(await listings.revise(givers, offerId, 1, world.listing(giver, 'OFFER')))).toBe(
      'forbidden',
    );
    expect(kindOf(await listings.pause(buyer, offerId))).toBe('not_found');
    await world.work();
    const matchId = await world.matchOf(offerId, needId);
    const asked = ok(await world.market.grants.ask(buyer, { matchId, groups: ['AMOUNT'] }));
    expect(kindOf(await world.market.grants.refuse(givers, asked.requestId))).toBe('forbidden');
    const proposed = ok(await world.market.proposals.send(buyer, world.terms(matchId)));
    const agreed = ok(await world.market.agreements.accept(giver.actor, proposed.proposalId));
    expect(agreed.agreementId).toBeDefined();
  });
});

describe('acting for one of several firms', () => {
  it('is the first by name until another is named; nothing of the others is read meanwhile', async () => {
    const [b, a] = [await world.firm({ name: 'B-firm' }), await world.firm({ name: 'A-firm' })];
    const id = randomUUID();
    const firms = [b, a].map((one) => ({ firmId: one.id, role: 'buyer' as const }));
    const person = { id, name: 'Two', email: fresh(), password: PASSWORD, firms, clusters: [] };
    await world.market.registry.addPerson(SYSTEM, person);
    const actor = await world.market.registry.actor(id, 'Two');
    expect(firmIdsOf(actor)).toEqual([a.id]);
    expect(membershipsOf(actor).map((one) => one.firmId)).toEqual([a.id, b.id]);
    const { membership, reading } = world.market;
    const asB = await membership.asActingFor(actor, 'no session', b.id);
    const listingId = ok(await world.market.listings.publish(asB!, world.listing(b, 'NEED'))).listingId;
    expect(await reading.listing(asB!, listingId)).toBeDefined();
    expect(await reading.listing(actor, listingId)).toBeUndefined();
    expect(kindOf(await world.market.listings.pause(actor, listingId))).toBe('not_found');
    for (const foreign of [randomUUID(), (await world.firm()).id])
      expect(await membership.asActingFor(actor, 'no session', foreign)).toBeUndefined();
    expect((await reading.firms(asB!)).map(({ name }) => name)).toEqual(['B-firm', 'A-firm']);
  });
});

describe('an invitation', () => {
  it('brings somebody new in by its mail, once', async () => {
    const firm = await world.firm();
    const admin = await inRole(firm, 'firm_admin');
    const email = fresh();
    const sent = ok(await invite(admin, email.toUpperCase(), 'plant_manager'));
    expect(sent).toMatchObject({ email, role: 'plant_manager', state: 'OPEN', invitedBy: 'A firm_admin' });
    expect(await mailsTo(email)).toMatchObject([{ organisation: firm.name, role: 'plant_manager' }]);
    const token = await tokenTo(email);
    const kept = await world.database.query('select token_hash from invitation where id = $1', [sent.id]);
    expect(JSON.stringify(kept)).not.toContain(token);
    expect(await world.market.acceptances.preview(token)).toMatchObject({ email, hasAccount: false });
    expect(refused(await world.market.acceptances.acceptAsNew(token, 'Kari', 'short')).path).toBe('password');
    const joined = ok(await world.market.acceptances.acceptAsNew(token, 'Kari', PASSWORD));
    expect(joined).toEqual({ organisation: firm.name, role: 'plant_manager' });
    const people = await world.database.query<{ id: string; emailVerified: boolean }>(
      'select "id", "emailVerified" from auth."user" where "email" = $1',
      [email],
    );
    expect(people).toMatchObject([{ emailVerified: true }]);
    const kari = await world.market.registry.actor(people[0]!.id, 'Kari');
    expect(kari.firms).toMatchObject([{ firmId: firm.id, role: 'plant_manager' }]);
    expect(kindOf(await world.market.acceptances.acceptAsNew(token, 'Ola', PASSWORD))).toBe('not_found');
    const log = ok(await world.market.members.log(admin, undefined, 10));
    expect(log.rows.map(({ node }) => [node.kind, node.by, node.subject])).toEqual([
      ['JOINED', 'Kari', 'Kari'],
      ['INVITED', 'A firm_admin', email],
    ]);
  });

  it('gives one answer when it is unknown, used, revoked, replaced, expired or somebody else’s', async () => {
    const firm = await world.firm();
    const admin = await inRole(firm, 'firm_admin');
    const { acceptances, invitations } = world.market;
    const tokens: string[] = ['x'.repeat(43), 'nonsense', ''];
    const emails = [fresh(), fresh(), fresh(), fresh()];
    for (const email of emails) ok(await invite(admin, email));
    const [used, revoked, replaced, expired] = await Promise.all(emails.map(tokenTo));
    tokens.push(used!, revoked!, replaced!);
    ok(await acceptances.acceptAsNew(used!, 'Kari', PASSWORD));
    const list = ok(await invitations.list(admin));
    ok(await invitations.revoke(admin, list.find((one) => one.email === emails[1])!.id));
    ok(await invite(admin, emails[2]!));
    const answers = new Set<string>();
    for (const token of tokens) {
      answers.add(JSON.stringify(await acceptances.acceptAsNew(token, 'Ola', PASSWORD)));
      answers.add(JSON.stringify(await acceptances.acceptAs(admin, token)));
      expect(await acceptances.preview(token)).toBeUndefined();
    }
    answers.add(JSON.stringify(await acceptances.acceptAs(admin, expired!)));
    const before = world.now;
    world.now = new Date(before.getTime() + WEEK_MS);
    answers.add(JSON.stringify(await acceptances.acceptAsNew(expired!, 'Ola', PASSWORD)));
    world.now = before;
    expect([...answers]).toEqual([
      JSON.stringify({ ok: false, refusal: { kind: 'not_found', what: 'invitation' } }),
    ]);
  });

  it('is accepted once of two at the same time', async () => {
    const admin = await inRole(await world.firm(), 'firm_admin');
    const email = fresh();
    ok(await invite(admin, email));
    const token = await tokenTo(email);
    const both = await Promise.all(
      ['Kari', 'Ola'].map((name) => world.market.acceptances.acceptAsNew(token, name, PASSWORD)),
    );
    expect(both.map(kindOf).sort()).toEqual(['done', 'not_found']);
  });

  it('says the same of an address that has an account, who joins signed in', async () => {
    const [firm, other] = [await world.firm(), await world.firm()];
    const admin = await inRole(firm, 'firm_admin');
    const known = await inRole(other, 'buyer');
    const [to, toNobody] = [ok(await invite(admin, known.email)), ok(await invite(admin, fresh()))];
    expect(Object.keys(to)).toEqual(Object.keys(toNobody));
    const token = await tokenTo(known.email);
    expect(kindOf(await world.market.acceptances.acceptAsNew(token, 'Kari', PASSWORD))).toBe('conflict');
    ok(await world.market.acceptances.acceptAs(known, token));
    const actor = await world.market.registry.actor(known.personId, '');
    expect(
      membershipsOf(actor)
        .map((one) => one.firmId)
        .sort(),
    ).toEqual([firm.id, other.id].sort());
  });

  it('is for administrators alone to send, list and revoke, each of their own firm', async () => {
    const [firm, other] = [await world.firm(), await world.firm()];
    const [admin, foreign] = [await inRole(firm, 'firm_admin'), await inRole(other, 'firm_admin')];
    const { id } = ok(await invite(admin, fresh()));
    const { invitations, members } = world.market;
    for (const role of ['plant_manager', 'buyer'] as const) {
      const person = await inRole(firm, role);
      const answers = [
        await invite(person, fresh()),
        await invitations.list(person),
        await invitations.revoke(person, id),
        await members.list(person),
        await members.log(person, undefined, 10),
        await members.changeRole(person, person.personId, 'firm_admin'),
        await members.remove(person, admin.personId),
      ];
      expect(answers.map(kindOf)).toEqual(answers.map(() => 'forbidden'));
    }
    expect(kindOf(await invitations.revoke(foreign, id))).toBe('not_found');
    expect(kindOf(await members.remove(foreign, admin.personId))).toBe('not_found');
    expect(ok(await invitations.list(foreign))).toEqual([]);
    expect(kindOf(await invite(await world.staff(), fresh()))).toBe('not_found');
  });

  it('of staff brings staff, auditors and firms into the cluster; auditors and others invite nobody', async () => {
    const staff = await world.staff();
    const { invitations, acceptances } = world.market;
    const to = { language: 'en' as const, webUrl: WEB, clusterId: world.clusterId };
    const auditorsMail = fresh();
    ok(await invitations.inviteStaff(staff, { ...to, email: auditorsMail, role: 'auditor' }));
    ok(await acceptances.acceptAsNew(await tokenTo(auditorsMail), 'Sverre', PASSWORD));
    const firm = {
      ...to,
      name: 'Granvåk Trelast',
      orgNumber: '974 760 673',
      naceCode: '16.10',
      siteName: 'Sagen',
      municipalityNumber: '3401',
      email: fresh(),
    };
    expect(refused(await invitations.inviteFirm(staff, { ...firm, orgNumber: '974760674' })).path).toBe(
      'input.orgNumber',
    );
    expect(refused(await invitations.inviteFirm(staff, { ...firm, municipalityNumber: '0000' })).path).toBe(
      'input.municipalityNumber',
    );
    expect(refused(await invitations.inviteFirm(staff, { ...firm, naceCode: '99.98' })).path).toBe(
      'input.naceCode',
    );
    const auditor = await world.staff('auditor');
    expect(kindOf(await invitations.inviteFirm(auditor, firm))).toBe('forbidden');
    expect(kindOf(await invitations.inviteFirm((await world.firm()).actor, firm))).toBe('not_found');
    ok(await invitations.inviteFirm(staff, firm));
    const again = { ...firm, email: fresh() };
    ok(await invitations.inviteFirm(staff, again));
    ok(await acceptances.acceptAsNew(await tokenTo(firm.email), 'Håkon', PASSWORD));
    expect(kindOf(await acceptances.acceptAsNew(await tokenTo(again.email), 'Eli', PASSWORD))).toBe(
      'conflict',
    );
    const [person] = await world.database.query<{ id: string }>(
      'select "id" from auth."user" where "email" = $1',
      [firm.email],
    );
    const håkon = await world.market.registry.actor(person!.id, 'Håkon');
    expect(håkon.firms).toMatchObject([{ role: 'firm_admin', clusterIds: [world.clusterId] }]);
    const [made] = await world.market.reading.firms(håkon);
    // Kongsvinger, as data/reference/no_municipalities.csv has it.
    expect(made).toMatchObject({ name: 'Granvåk Trelast', sites: [{ name: 'Sagen' }] });
    expect(made!.sites[0]!.latitude).toBeCloseTo(60.2, 0);
  });
});

describe('members', () => {
  it('keep an administrator: the last one neither leaves, is removed nor changes role', async () => {
    const firm = await world.firm();
    const admin = await inRole(firm, 'firm_admin');
    const { members } = world.market;
    const tries = [
      await members.leave(admin, firm.id),
      await members.remove(admin, admin.personId),
      await members.changeRole(admin, admin.personId, 'buyer'),
    ];
    expect(tries.map(kindOf)).toEqual(['conflict', 'conflict', 'conflict']);
    ok(await members.changeRole(admin, firm.actor.personId, 'firm_admin'));
    ok(await members.leave(admin, firm.id));
    const left = ok(await members.list(await world.market.registry.actor(firm.actor.personId, firm.name)));
    expect(left.map(({ personId, role }) => [personId, role])).toEqual([[firm.actor.personId, 'firm_admin']]);
    expect(kindOf(await members.leave(admin, firm.id))).toBe('not_found');
  });

  it('of two administrators who leave at the same time, one stays', async () => {
    const firm = await world.firm();
    const both = [await inRole(firm, 'firm_admin'), await inRole(firm, 'firm_admin')];
    const left = await Promise.all(both.map((one) => world.market.members.leave(one, firm.id)));
    expect(left.map(kindOf).sort()).toEqual(['conflict', 'done']);
  });
});

describe('a key of a firm', () => {
  const inDays = (days: number): Date => new Date(Date.now() + days * 86_400_000);
  const terms = { name: 'ERP', scopes: ['list'] as const, expiresAt: inDays(30) };
  beforeAll(() => void (world.now = new Date()));

  it('is made by an administrator with a fresh proof, shown once, and kept as its hash', async () => {
    const firm = await world.firm();
    const admin = await inRole(firm, 'firm_admin');
    const { apiKeys } = world.market;
    expect(await apiKeys.make(admin, terms, false)).toMatchObject({ refusal: { code: 'STEP_UP_REQUIRED' } });
    expect(kindOf(await apiKeys.make(firm.actor, terms, true))).toBe('forbidden');
    expect(refused(await apiKeys.make(admin, { ...terms, expiresAt: inDays(366) }, true)).path).toBe(
      'input.expiresAt',
    );
    const { key, secret = '' } = ok(await apiKeys.make(admin, terms, true));
    expect(secret).toMatch(/^bis_[0-9a-f]{12}_[A-Za-z0-9_-]{43}$/);
    const rows = await world.database.query('select * from api_key where id = $1', [key.id]);
    expect(JSON.stringify(rows)).not.toContain(secret.slice(17));
    expect(ok(await apiKeys.list(admin))).toEqual([key]);
    const program = await apiKeys.actor(secret);
    expect(program).toMatchObject({ personId: key.id, name: 'ERP', firms: [{ firmId: firm.id }] });
    expect(ok(await apiKeys.list(admin))[0]!.lastUsedAt).toBeInstanceOf(Date);
    const other = secret.endsWith('A') ? 'B' : 'A';
    for (const wrong of [secret.slice(0, -1) + other, secret.slice(0, 16), '', 'bis_'])
      expect(await apiKeys.actor(wrong)).toBeUndefined();
    ok(await apiKeys.revoke(admin, key.id));
    expect(await apiKeys.actor(secret)).toBeUndefined();
    expect(kindOf(await apiKeys.revoke(admin, key.id))).toBe('conflict');
    expect(kindOf(await apiKeys.revoke(await inRole(await world.firm(), 'firm_admin'), key.id))).toBe(
      'not_found',
    );
    const log = ok(await world.market.members.log(admin, undefined, 10));
    expect(log.rows.map(({ node }) => [node.kind, node.subject])).toEqual([
      ['KEY_REVOKED', 'ERP'],
      ['KEY_MADE', 'ERP'],
    ]);
  });

  it('does what its scopes say, and never discloses, invites or makes keys', async () => {
    const [giver, taker] = [await world.firm({ naceCode: '16.10' }), await world.firm({ naceCode: '35.30' })];
    const admin = await inRole(giver, 'firm_admin');
    const withScopes = async (...scopes: (typeof KEY_SCOPES)[number][]): Promise<Actor> => {
      const made = ok(await world.market.apiKeys.make(admin, { ...terms, scopes }, true));
      return (await world.market.apiKeys.actor(made.secret ?? ''))!;
    };
    const { market } = world;
    const list = await withScopes('list');
    const offerId = ok(await market.listings.publish(list, world.listing(giver, 'OFFER'))).listingId;
    const read = await withScopes('read');
    expect(refused(await market.listings.pause(read, offerId)).text).toBe(
      'The key is not made for this (list offer); scopes that are: list.',
    );
    const needId = await world.publish(taker, 'NEED', { quantity: tonnes('50') });
    await world.work();
    const matchId = await world.matchOf(offerId, needId);
    expect(kindOf(await market.proposals.send(list, world.terms(matchId)))).toBe('forbidden');
    expect((await market.reading.match(read, matchId))?.id).toBe(matchId);
    expect(await market.reading.match(await withScopes('figures'), matchId)).toBeUndefined();
    const all = await withScopes(...KEY_SCOPES);
    const { requestId } = ok(await market.grants.ask(taker.actor, { matchId, groups: ['AMOUNT'] }));
    const refusals = [
      await market.grants.grant(all, { requestId, groups: ['AMOUNT'], until: '2099-01-01' }),
      await market.grants.refuse(all, requestId),
      await market.apiKeys.make(all, terms, true),
      await market.apiKeys.list(all),
      await market.members.list(all),
      await invite(all, fresh()),
    ];
    expect(refusals.map(kindOf)).toEqual(refusals.map(() => 'forbidden'));
    ok(await market.proposals.send(all, world.terms(matchId, { quantity: tonnes('50') })));
    const [written] = await world.database.query<{ written_by: string }>(
      'select written_by from listing_version where listing_id = $1',
      [offerId],
    );
    expect(written?.written_by).toBe(list.personId);
  });
});

describe('the link to a first account', () => {
  it('is printed for an empty installation alone, makes one cluster, once, within a day', async () => {
    const { invitations, acceptances } = world.market;
    expect(await invitations.firstLinkWhenEmpty(SYSTEM, WEB)).toBeUndefined();
    await expect(invitations.firstLink(SYSTEM, {}, WEB)).rejects.toThrow('People take part here already');
    expect(() => invitations.firstLink({ ...SYSTEM }, {}, WEB, true)).toThrow('Only the installation');
    const older = (await invitations.firstLink(SYSTEM, {}, WEB, true)).split('#')[1]!;
    const draft = { email: 'ingrid@cluster.example', clusterName: 'GreenHeart' };
    const token = (await invitations.firstLink(SYSTEM, draft, WEB, true)).split('#')[1]!;
    expect(await acceptances.preview(token)).toMatchObject({ kind: 'first', ...{ email: draft.email } });
    const first = {
      email: fresh(),
      name: 'Ingrid',
      password: PASSWORD,
      clusterName: 'GreenHeart',
      slug: 'greenheart',
    };
    expect(kindOf(await acceptances.acceptFirst(older, first))).toBe('not_found');
    expect(kindOf(await acceptances.acceptAsNew(token, 'Ingrid', PASSWORD))).toBe('not_found');
    expect(refused(await acceptances.acceptFirst(token, { ...first, slug: 'G H' })).path).toBe('input.slug');
    const before = world.now;
    world.now = new Date(before.getTime() + 86_400_000);
    expect(kindOf(await acceptances.acceptFirst(token, first))).toBe('not_found');
    world.now = before;
    expect(ok(await acceptances.acceptFirst(token, first))).toEqual({
      organisation: 'GreenHeart',
      role: 'cluster_staff',
    });
    expect(kindOf(await acceptances.acceptFirst(token, { ...first, email: fresh(), slug: 'other' }))).toBe(
      'not_found',
    );
  });
});
