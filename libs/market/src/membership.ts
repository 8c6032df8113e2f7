import { actingFor, membershipsOf, type Actor } from '#domain';
import type { Standing } from '#store';
import { once } from './once.js';
import { done, notFound, type Outcome } from './outcome.js';
import { mustRun } from './permit.js';
import type { Setting } from './setting.js';

export type { Standing } from '#store';

/** A session as its person may see it: never its token. */
export interface SessionView {
  readonly id: string;
  readonly createdAt: Date;
  /** To within the hour: the sign-in library notes the use of a session once an hour. */
  readonly lastSeenAt: Date;
  readonly userAgent: string | undefined;
}

/** What a caller's rights stand on: a sign-in, or a firm's key. */
export interface StandsOn {
  readonly kind: 'session' | 'key';
  readonly id: string;
}

/** What the sign-in library takes for the id of a session; other text names none, and the database is not asked. */
const SESSION_ID = /^[\w-]{1,64}$/;

/** What gives people their rights and takes them away again: memberships and sessions. */
export class MembershipService {
  constructor(private readonly setting: Setting) {}

  /** The person no longer acts for the firm. */
  removeFromFirm(actor: Actor, personId: string, firmId: string): Promise<void> {
    mustRun(actor);
    return this.setting.store.transaction(actor, (tx) => tx.firms.deletePersonFirm(personId, firmId));
  }

  /** The person is no longer staff or auditor of the cluster. */
  removeFromCluster(actor: Actor, personId: string, clusterId: string): Promise<void> {
    mustRun(actor);
    return this.setting.store.transaction(actor, (tx) => tx.firms.deletePersonCluster(personId, clusterId));
  }

  /**
   * The person as the actor of the use cases, acting for the firm named, or for the one that the session was told, or
   * for the first by name.
   *
   * @returns undefined when the person is no member of the firm named
   */
  async asActingFor(actor: Actor, sessionId: string, firmId: string | undefined): Promise<Actor | undefined> {
    if (firmId !== undefined) return actingFor(actor, firmId);
    if (membershipsOf(actor).length < 2) return actor;
    const chosen = await this.setting.store.read(actor, (tx) => tx.sessions.actingFor(sessionId));
    // Of a firm that the person has left meanwhile nothing is left to choose.
    return actingFor(actor, chosen) ?? actingFor(actor);
  }

  /** What a session acts for from now on; its sockets close and connect again. */
  actFor(actor: Actor, sessionId: string | undefined, firmId: string): Promise<Outcome<Actor>> {
    return this.setting.store.transaction(actor, async (tx) => {
      const chosen = actingFor(actor, firmId);
      if (sessionId === undefined || chosen === undefined) return notFound('firm');
      return (await tx.sessions.actFor(sessionId, firmId)) ? done(chosen) : notFound('firm');
    });
  }

  /** Signs a person out everywhere. */
  endSessions(actor: Actor, personId: string): Promise<void> {
    mustRun(actor);
    return this.setting.store.transaction(actor, (tx) => tx.sessions.endAll(personId));
  }

  /** The actor's own sessions, the latest used first. */
  async sessions(actor: Actor): Promise<readonly SessionView[]> {
    const rows = await this.setting.store.read(actor, (tx) => tx.sessions.ofPerson(actor.personId));
    return rows.map(({ id, createdAt, updatedAt, userAgent }) => ({
      id,
      createdAt,
      lastSeenAt: updatedAt,
      userAgent: userAgent ?? undefined,
    }));
  }

  /** Ends one of the actor's own sessions; another person's is not found. */
  async endSession(
    actor: Actor,
    sessionId: string,
    idempotencyKey?: string,
  ): Promise<Outcome<{ sessionId: string }>> {
    if (!SESSION_ID.test(sessionId)) return notFound('session');
    const call = { operation: 'revokeSession', key: idempotencyKey, input: { sessionId } };
    return this.setting.store.transaction(actor, (tx) =>
      once(tx, actor, call, async () =>
        (await tx.sessions.end(actor.personId, sessionId)) ? done({ sessionId }) : notFound('session'),
      ),
    );
  }

  /** What sessions and keys stand on right now, in the order asked for; undefined for one that has ended. */
  async standings(actor: Actor, ids: readonly StandsOn[]): Promise<readonly (Standing | undefined)[]> {
    mustRun(actor);
    const found = await this.setting.store.read(actor, (tx) =>
      tx.sessions.standings(
        ids.filter((one) => one.kind === 'session').map(({ id }) => id),
        ids.filter((one) => one.kind === 'key').map(({ id }) => id),
      ),
    );
    const byId = new Map(found.map((one) => [one.sessionId, one]));
    return ids.map(({ id }) => byId.get(id));
  }
}
