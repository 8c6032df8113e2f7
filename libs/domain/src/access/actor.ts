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

export const firmIdsOf = (actor: Actor): readonly string[] => actor.firms.map((one) => one.firmId);
export const actsFor = (actor: Actor, firmId: string): boolean =>
  actor.firms.some((one) => one.firmId === firmId);
export const isStaffOf = (actor: Actor, clusterIds: readonly string[]): boolean =>
  actor.clusters.some((one) => one.role === 'cluster_staff' && clusterIds.includes(one.clusterId));
