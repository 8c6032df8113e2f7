import { CLUSTER_ROLES, SCOPE_ACTIONS, type ClusterRole, type FirmRole, type KeyScope } from './roles.js';

export interface FirmMembership {
  readonly firmId: string;
  /**
   * A program with the firm's key has no role: its scopes say what it may. A stand-in is staff of a cluster, for one act on
   * one listing.
   */
  readonly role: FirmRole | 'api_key' | 'stand_in';
  /** Clusters that the firm belongs to. */
  readonly clusterIds: readonly string[];
}

export interface ClusterMembership {
  readonly clusterId: string;
  readonly role: ClusterRole;
}

/** Who asks: a signed-in person, or a program with a firm's key, and what may be acted for. Every use case takes one first. */
export interface Actor {
  /** Of a program the id of its key. */
  readonly personId: string;
  /** Of a program the name of its key. */
  readonly name: string;
  /** What is acted for now: of a person one firm at most, see {@link actingFor}. */
  readonly firms: readonly FirmMembership[];
  readonly clusters: readonly ClusterMembership[];
  /** All firms that the person could act for; absent means no others than `firms`. */
  readonly memberships?: readonly FirmMembership[];
  /** Of a program only. */
  readonly scopes?: readonly KeyScope[];
}

/** The worker and the launcher, acting for the installation itself. */
export const SYSTEM: Actor = Object.freeze({ personId: 'system', name: 'Bistrøm', firms: [], clusters: [] });

/**
 * The firms that the actor acts for, in the order of the memberships.
 *
 * @example firmIdsOf({ personId: 'p', name: 'Kari', firms: [{ firmId: 'a', role: 'buyer', clusterIds: [] }], clusters: [] }) // ['a']
 */
export const firmIdsOf = (actor: Actor): readonly string[] => actor.firms.map((one) => one.firmId);
/**
 * Whether the actor is one of a firm's own people, in whatever role.
 *
 * @example actsFor(SYSTEM, 'a') // false
 */
export const actsFor = (actor: Actor, firmId: string): boolean =>
  actor.firms.some((one) => one.firmId === firmId);
/**
 * Whether the actor works for one of the clusters; an auditor looks on and is no staff.
 *
 * @param clusterIds clusters of the firm in question; none means nobody is its staff
 * @example isStaffOf(SYSTEM, ['eyde']) // false
 */
export const isStaffOf = (actor: Actor, clusterIds: readonly string[]): boolean =>
  actor.clusters.some(
    (one) => CLUSTER_ROLES[one.role].includes('see listings') && clusterIds.includes(one.clusterId),
  );

/** All firms that a person could act for, the one acted for now among them. */
export const membershipsOf = (actor: Actor): readonly FirmMembership[] => actor.memberships ?? actor.firms;

/**
 * The person acting for one firm and no other, so that nothing of two employers meets in one answer.
 *
 * @param firmId one of the memberships; the first of them when nothing is said
 * @returns undefined when the person is no member of that firm
 * @example actingFor(SYSTEM, 'a') // undefined
 */
export function actingFor(actor: Actor, firmId?: string): Actor | undefined {
  const memberships = membershipsOf(actor);
  const chosen = firmId === undefined ? memberships[0] : memberships.find((one) => one.firmId === firmId);
  if (chosen === undefined && firmId !== undefined) return undefined;
  return { ...actor, firms: chosen === undefined ? [] : [chosen], memberships };
}

/**
 * A program acting for a firm with the firm's key. With a key for figures alone it acts for no firm at all.
 *
 * @param clusterIds clusters that the firm belongs to
 * @example keyActor({ id: 'k', name: 'ERP', firmId: 'a', scopes: ['figures'] }, []).firms // []
 */
export function keyActor(
  key: {
    readonly id: string;
    readonly name: string;
    readonly firmId: string;
    readonly scopes: readonly KeyScope[];
  },
  clusterIds: readonly string[],
): Actor {
  const reads = key.scopes.some((scope) => SCOPE_ACTIONS[scope].includes('read'));
  const firms = reads ? [{ firmId: key.firmId, role: 'api_key' as const, clusterIds }] : [];
  return { personId: key.id, name: key.name, firms, clusters: [], scopes: key.scopes };
}
