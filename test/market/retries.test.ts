import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Actor, FirmRole } from '#domain';
import { SYSTEM, type Outcome } from '#market';
import { ok, refused, World, type WorldFirm } from '../support/world.js';

let world: World;
let firm: WorldFirm;
let admin: Actor;
let staff: Actor;
beforeAll(async () => {
  world = await World.open();
  firm = await world.firm();
  admin = await member('firm_admin');
  staff = await world.staff();
});
afterAll(() => world.close());

async function member(role: FirmRole): Promise<Actor> {
  const id = randomUUID();
  const person = { id, name: `A ${role}`, email: `${id}@test.example`, password: 'a password for tests' };
  const firms = [{ firmId: firm.id, role }];
  await world.market.registry.addPerson(SYSTEM, { ...person, firms, clusters: [] });
  return world.market.registry.actor(id, person.name);
}

const WEB = { language: 'nb', webUrl: 'https://bistrom.test' } as const;
const RACERS = 5;
const draft = {
  ...WEB,
  naceCode: '16.10',
  orgNumber: '974760673',
  siteName: 'Works',
  municipalityNumber: '3401',
};
const fresh = (): string => `${randomUUID()}@test.example`;
const inYear = (): Date => new Date(world.now.getTime() + 300 * 86_400_000);
const rows = async (table: string, where: string): Promise<number> => {
  const [found] = await world.database.query<{ count: number }>(
    `select count(*)::int as count from ${table} where ${where}`,
  );
  return found?.count ?? -1;
};

interface Retried {
  readonly call: (key: string, changed: boolean) => Promise<Outcome<unknown>>;
  /** How often it took effect. */
  readonly effects: () => Promise<number>;
}

/** Each operation for people, firms and keys, with parameters that can be changed. */
const OPERATIONS: Readonly<Record<string, () => Promise<Retried>>> = {
  invitePerson: async () => {
    const email = fresh();
    const { invitations } = world.market;
    return {
      call: (key, changed) =>
        invitations.invitePerson(admin, { ...WEB, email, role: changed ? 'buyer' : 'firm_admin' }, key),
      effects: () => rows('mail', `recipient = '${email}'`),
    };
  },
  inviteStaff: async () => {
    const email = fresh();
    const { invitations } = world.market;
    const { clusterId } = world;
    return {
      call: (key, changed) =>
        invitations.inviteStaff(
          staff,
          { ...WEB, email, clusterId, role: changed ? 'auditor' : 'cluster_staff' },
          key,
        ),
      effects: () => rows('mail', `recipient = '${email}'`),
    };
  },
  inviteFirm: async () => {
    const email = fresh();
    const { invitations } = world.market;
    const { clusterId } = world;
    return {
      call: (key, changed) =>
        invitations.inviteFirm(
          staff,
          { ...draft, email, clusterId, name: changed ? 'Other' : 'Granvåk' },
          key,
        ),
      effects: () => rows('mail', `recipient = '${email}'`),
    };
  },
  makeApiKey: async () => {
    const expiresAt = inYear();
    const name = randomUUID();
    return {
      call: (key, changed) =>
        world.market.apiKeys.make(
          admin,
          { name, scopes: changed ? ['read', 'trade'] : ['read'], expiresAt },
          true,
          key,
        ),
      effects: () => rows('api_key', `name = '${name}'`),
    };
  },
  changeMemberRole: async () => {
    const { personId } = await member('buyer');
    const { members } = world.market;
    return {
      call: (key, changed) => members.changeRole(admin, personId, changed ? 'buyer' : 'plant_manager', key),
      effects: () => rows('access_log', `person_id = '${personId}' and kind = 'ROLE_CHANGED'`),
    };
  },
  removeMember: async () => {
    const [{ personId }, other] = [await member('buyer'), await member('buyer')];
    const { members } = world.market;
    return {
      call: (key, changed) => members.remove(admin, changed ? other.personId : personId, undefined, key),
      effects: () => rows('access_log', `person_id = '${personId}' and kind = 'REMOVED'`),
    };
  },
  revokeApiKey: async () => {
    const { apiKeys } = world.market;
    const terms = { scopes: ['read' as const], expiresAt: inYear() };
    const [one, other] = [randomUUID(), randomUUID()];
    const [{ key: first }, { key: second }] = [
      ok(await apiKeys.make(admin, { ...terms, name: one }, true)),
      ok(await apiKeys.make(admin, { ...terms, name: other }, true)),
    ];
    return {
      call: (key, changed) => apiKeys.revoke(admin, changed ? second.id : first.id, key),
      effects: () => rows('access_log', `kind = 'KEY_REVOKED' and subject in ('${one}', '${other}')`),
    };
  },
  revokeInvitation: async () => {
    const { invitations } = world.market;
    const [one, other] = [fresh(), fresh()];
    const [first, second] = [
      ok(await invitations.invitePerson(admin, { ...WEB, email: one, role: 'buyer' })),
      ok(await invitations.invitePerson(admin, { ...WEB, email: other, role: 'buyer' })),
    ];
    return {
      call: (key, changed) => invitations.revoke(admin, changed ? second.id : first.id, key),
      effects: () => rows('access_log', `kind = 'INVITATION_REVOKED' and subject in ('${one}', '${other}')`),
    };
  },
  revokeSession: async () => {
    const { membership } = world.market;
    const buyer = await member('buyer');
    const ids = [randomUUID(), randomUUID()] as const;
    for (const id of ids)
      await world.database.query(
        `insert into auth."session" ("id", "expiresAt", "token", "createdAt", "updatedAt", "userId")
         values ($1, now() + interval '1 day', $1, now(), now(), $2)`,
        [id, buyer.personId],
      );
    return {
      call: (key, changed) => membership.endSession(buyer, ids[changed ? 1 : 0], key),
      effects: async () => 2 - (await rows('auth."session"', `"userId" = '${buyer.personId}'`)),
    };
  },
  markRead: async () => {
    const { inbox } = world.market;
    const reader = await member('buyer');
    for (const materialCode of ['bark', 'sawdust'])
      await world.matched(firm, await world.firm({ naceCode: '35.30' }), { materialCode }, { materialCode });
    const { rows: entries } = await inbox.page(reader, true, 2);
    const ids = entries.map(({ node }) => node.id);
    return {
      call: (key, changed) => inbox.markRead(reader, [ids[changed ? 1 : 0]!], key),
      effects: () => rows('inbox_read', `person_id = '${reader.personId}'`),
    };
  },
  leaveFirm: async () => {
    const leaver = await member('buyer');
    return {
      call: (key, changed) => world.market.members.leave(leaver, changed ? randomUUID() : firm.id, key),
      effects: () => rows('access_log', `person_id = '${leaver.personId}' and kind = 'LEFT'`),
    };
  },
};

/** What an answer names, whatever else of it has changed meanwhile. */
const named = (outcome: Outcome<unknown>): unknown => {
  const value = ok(outcome) as { id?: string; personId?: string; sessionId?: string; key?: { id: string } };
  return value.key?.id ?? value.id ?? value.personId ?? value.sessionId ?? value;
};

describe.each(Object.keys(OPERATIONS))('%s', (operation) => {
  it('takes effect once for a key, however many ask at once, and answers all alike', async () => {
    const { call, effects } = await OPERATIONS[operation]!();
    const key = randomUUID();
    const answers = await Promise.all(Array.from({ length: RACERS }, () => call(key, false)));
    expect(new Set(answers.map(named)).size).toBe(1);
    expect(named(await call(key, false))).toBe(named(answers[0]!));
    expect(await effects()).toBe(1);
  });

  it('refuses the key with other parameters', async () => {
    const { call, effects } = await OPERATIONS[operation]!();
    const key = randomUUID();
    ok(await call(key, false));
    expect(refused(await call(key, true))).toMatchObject({
      kind: 'validation',
      path: 'input.idempotencyKey',
    });
    expect(await effects()).toBe(1);
  });
});

describe('reading all of the inbox', () => {
  it('marks nothing that came after the first of the calls', async () => {
    const reader = await member('buyer');
    const found = async () => world.matched(firm, await world.firm({ naceCode: '35.30' }));
    await found();
    const key = randomUUID();
    expect(ok(await world.market.inbox.markRead(reader, undefined, key))).toBe(0);
    await found();
    expect(ok(await world.market.inbox.markRead(reader, undefined, key))).toBeGreaterThan(0);
  });
});

describe('a key of a firm', () => {
  it('shows its secret to one of the calls that made it and never again, nor keeps it for that', async () => {
    const terms = { name: 'ERP', scopes: ['read' as const], expiresAt: inYear() };
    const key = randomUUID();
    const make = () => world.market.apiKeys.make(admin, terms, true, key);
    const answers = await Promise.all(Array.from({ length: RACERS }, make));
    const secrets = answers.flatMap((one) => ok(one).secret ?? []);
    expect(secrets).toHaveLength(1);
    expect(ok(await make()).secret).toBeUndefined();
    expect(await rows('idempotency', `outcome::text like '%${secrets[0]}%'`)).toBe(0);
    expect((await world.market.apiKeys.actor(secrets[0]!))?.name).toBe('ERP');
  });

  it('is not handed to who has not proved anew who it is, also where the answer is kept', async () => {
    const terms = { name: 'ERP', scopes: ['read' as const], expiresAt: inYear() };
    const key = randomUUID();
    ok(await world.market.apiKeys.make(admin, terms, true, key));
    expect(refused(await world.market.apiKeys.make(admin, terms, false, key)).kind).toBe('forbidden');
  });
});
