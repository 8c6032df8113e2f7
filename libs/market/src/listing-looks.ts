import type { Actor } from '#domain';
import type { StoredListing, Tx } from '#store';

/** For the firm that was looked at: not who, but in which role and of which cluster. */
export const recordLook = (tx: Tx, actor: Actor, { id, firm }: StoredListing): Promise<void> => {
  const as = actor.clusters.find(
    (one) => one.role === 'cluster_staff' && firm.clusterIds.includes(one.clusterId),
  );
  return tx.looks.record({
    personId: actor.personId,
    what: 'listing',
    firmId: firm.id,
    subjectId: id,
    role: as?.role,
    clusterId: as?.clusterId,
  });
};
