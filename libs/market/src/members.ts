import { actingFor, membershipsOf, type Actor, type ClusterRole, type FirmRole } from '#domain';
import type { AccessEntryRow, AccessKind, ClusterFirmRow, PageRow, Place, Tx } from '#store';
import { logAccess, managedPlace } from './managed.js';
import { once, type Once } from './once.js';
import { conflict, done, notFound, type Outcome } from './outcome.js';
import { mayNotIn } from './permit.js';
import type { Page } from './reading.js';
import type { Setting } from './setting.js';

/** Somebody who takes part, as those who manage the firm or cluster see him or her. */
export interface MemberView {
  readonly personId: string;
  readonly name: string;
  readonly email: string;
  readonly role: FirmRole | ClusterRole;
  readonly lastSeenAt: Date | undefined;
}

/** One step of who was let in, and who left. */
export interface AccessEntryView {
  readonly kind: AccessKind;
  readonly at: Date;
  readonly by: string | undefined;
  /** The person, address, firm or key that it was done to. */
  readonly subject: string | undefined;
  readonly role: FirmRole | ClusterRole | undefined;
}

/** The people of firms and clusters: who they are, in which role, and how they leave. */
export class MembersService {
  constructor(private readonly setting: Setting) {}

  /** Of the firm acted for or of a cluster, by name. */
  async list(actor: Actor, clusterId?: string): Promise<Outcome<readonly MemberView[]>> {
    const place = managedPlace(actor, clusterId);
    if (!place.ok) return place;
    const rows = await this.setting.store.read(
      actor,
      (tx) => tx.members.ofPlace(place.value),
      'bistrom_members',
    );
    return done(rows.map(({ lastSeenAt, ...row }) => ({ ...row, lastSeenAt: lastSeenAt ?? undefined })));
  }

  /** Firms of a cluster by name, with what each lets its staff do for it. */
  async firms(actor: Actor, clusterId: string): Promise<Outcome<readonly ClusterFirmRow[]>> {
    return (
      mayNotIn(actor, 'manage cluster', clusterId) ??
      done(await this.setting.store.read(actor, (tx) => tx.firms.ofCluster(clusterId)))
    );
  }

  /** In the firm acted for. */
  changeRole(
    actor: Actor,
    personId: string,
    role: FirmRole,
    idempotencyKey?: string,
  ): Promise<Outcome<MemberView>> {
    const call = { operation: 'changeMemberRole', key: idempotencyKey, input: { role } };
    const change: Change = async (tx, place, roles) => {
      if (!('firmId' in place)) return notFound('member');
      if (role !== 'firm_admin' && isLast(roles, personId)) return conflict(LAST);
      await tx.firms.insertPersonFirm({ personId, firmId: place.firmId, role });
      await logAccess(tx, { place, kind: 'ROLE_CHANGED', by: actor.personId, personId, role });
      return done({ personId });
    };
    return this.withMember(actor, { personId, call, change }, (tx, place) => this.read(tx, place, personId));
  }

  /** From the firm acted for or from a cluster; who is removed loses what he or she had open within a second. */
  remove(
    actor: Actor,
    personId: string,
    clusterId?: string,
    idempotencyKey?: string,
  ): Promise<Outcome<{ personId: string }>> {
    const call = { operation: 'removeMember', key: idempotencyKey, input: {} };
    const change: Change = async (tx, place, roles) => {
      if (isLast(roles, personId)) return conflict(LAST);
      await this.takeOut(tx, place, personId);
      const kind = personId === actor.personId ? 'LEFT' : 'REMOVED';
      await logAccess(tx, {
        place,
        kind,
        by: actor.personId,
        personId,
        role: roles.get(personId),
      });
      return done({ personId });
    };
    return this.withMember(actor, { personId, clusterId, call, change }, () =>
      Promise.resolve(done({ personId })),
    );
  }

  /** Anybody leaves a firm of his or her own. */
  leave(actor: Actor, firmId: string, idempotencyKey?: string): Promise<Outcome<{ personId: string }>> {
    const own = membershipsOf(actor).some((one) => one.firmId === firmId && one.role !== 'api_key');
    const acting = own ? actingFor(actor, firmId) : undefined;
    const call = { operation: 'leaveFirm', key: idempotencyKey, input: { firmId } };
    return this.setting.store.transaction(
      acting ?? actor,
      (tx) =>
        // Who has left and asks again is a member no more, and gets the first answer all the same.
        once(tx, actor, call, async () => {
          const { personId } = actor;
          const place = { firmId };
          const roles: Roles = acting === undefined ? new Map() : await tx.members.lock(place);
          if (!roles.has(personId)) return notFound('firm');
          if (isLast(roles, personId)) return conflict(LAST);
          await this.takeOut(tx, place, personId);
          const role = roles.get(personId);
          await logAccess(tx, { place, kind: 'LEFT', by: personId, personId, role });
          return done({ personId });
        }),
      'bistrom_members',
    );
  }

  /** Who invited, joined, left, and made or revoked keys; newest first. */
  async log(
    actor: Actor,
    clusterId: string | undefined,
    first: number,
    after?: PageRow,
  ): Promise<Outcome<Page<AccessEntryView>>> {
    const place = managedPlace(actor, clusterId);
    if (!place.ok) return place;
    const found = await this.setting.store.read(
      actor,
      (tx) => tx.accessLog.page(place.value, first + 1, after),
      'bistrom_members',
    );
    const rows = found
      .slice(0, first)
      .map((row) => ({ node: entryView(row), key: { id: row.id, sortKey: row.sortKey } }));
    return done({ rows, hasNext: found.length > first });
  }

  /** @param answer read anew each time, also where the change was made by an earlier call of the same key */
  private withMember<T>(
    actor: Actor,
    { personId, clusterId, call, change }: MemberChange,
    answer: (tx: Tx, place: Place) => Promise<Outcome<T>>,
  ): Promise<Outcome<T>> {
    return this.setting.store.transaction(
      actor,
      async (tx) => {
        const place = managedPlace(actor, clusterId);
        if (!place.ok) return place;
        const input = { place: place.value, personId, ...call.input };
        const changed = await once(tx, actor, { ...call, input }, async () => {
          const roles = await tx.members.lock(place.value);
          return roles.has(personId) ? change(tx, place.value, roles) : notFound('member');
        });
        return changed.ok ? answer(tx, place.value) : changed;
      },
      'bistrom_members',
    );
  }

  private async takeOut(tx: Tx, place: Place, personId: string): Promise<void> {
    if ('firmId' in place) await tx.firms.deletePersonFirm(personId, place.firmId);
    else await tx.firms.deletePersonCluster(personId, place.clusterId);
  }

  private async read(tx: Tx, place: Place, personId: string): Promise<Outcome<MemberView>> {
    const row = (await tx.members.ofPlace(place)).find((one) => one.personId === personId);
    return row === undefined ? notFound('member') : done({ ...row, lastSeenAt: row.lastSeenAt ?? undefined });
  }
}

type Change = (tx: Tx, place: Place, roles: Roles) => Promise<Outcome<{ personId: string }>>;

interface MemberChange {
  readonly personId: string;
  readonly clusterId?: string | undefined;
  readonly call: Omit<Once, 'input'> & { readonly input: object };
  readonly change: Change;
}

type Roles = ReadonlyMap<string, FirmRole | ClusterRole>;

const LAST = 'Somebody has to manage who takes part: give another the role first.';

/** Whether nobody would be left to manage who takes part. */
const isLast = (roles: Roles, personId: string): boolean => {
  const manages = (role: FirmRole | ClusterRole | undefined): boolean =>
    role === 'firm_admin' || role === 'cluster_staff';
  return manages(roles.get(personId)) && [...roles.values()].filter(manages).length === 1;
};

const entryView = (row: AccessEntryRow): AccessEntryView => ({
  kind: row.kind,
  at: row.at,
  by: row.by ?? undefined,
  subject: row.person ?? row.subject ?? undefined,
  role: row.role ?? undefined,
});
