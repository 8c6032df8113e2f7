export type FirmRole = 'firm_admin' | 'plant_manager' | 'buyer';
export type ClusterRole = 'cluster_staff' | 'auditor';

export interface FirmMembership {
  readonly firmId: string;
  readonly role: FirmRole;
  /** Clusters that the firm belongs to. */
  readonly clusterIds: readonly string[];
}

export interface ClusterMembership {
  readonly clusterId: string;
  readonly role: ClusterRole;
}

/** Who asks: a signed-in person with what he or she may act for. Every use case takes one first. */
export interface Actor {
  readonly personId: string;
  readonly name: string;
  readonly firms: readonly FirmMembership[];
  readonly clusters: readonly ClusterMembership[];
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
  actor.clusters.some((one) => one.role === 'cluster_staff' && clusterIds.includes(one.clusterId));
