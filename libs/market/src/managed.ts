import { randomUUID } from 'node:crypto';
import { can, type Actor } from '#domain';
import type { Place, Tx } from '#store';
import { done, forbidden, notFound, type Outcome } from './outcome.js';
import { mayNot } from './permit.js';

/** The firm or cluster whose people the actor manages: the one named, or the firm acted for. */
export function managedPlace(actor: Actor, clusterId: string | undefined): Outcome<Place> {
  if (clusterId === undefined) {
    const firmId = actor.firms[0]?.firmId;
    if (firmId === undefined) return notFound('firm');
    return mayNot(actor, 'manage people', firmId) ?? done({ firmId });
  }
  if (can(actor, { action: 'manage cluster', clusterId })) return done({ clusterId });
  return actor.clusters.some((one) => one.clusterId === clusterId)
    ? forbidden('Your role in the cluster does not allow this; allowed to: cluster_staff.')
    : notFound('cluster');
}

type Entry = Omit<Parameters<Tx['accessLog']['append']>[0], 'id'>;

/** Writes down who let whom in, or who left. */
export const logAccess = (tx: Tx, entry: Entry): Promise<void> =>
  tx.accessLog.append({ ...entry, id: randomUUID() });
