import { randomUUID } from 'node:crypto';
import type { Actor, FirmAction } from '#domain';
import type { Place, Tx } from '#store';
import { done, type Outcome } from './outcome.js';
import { actingFirm, mayNotIn } from './permit.js';

/** The firm acted for or, where one is named, the cluster, where the actor manages it. */
export function managedPlace(
  actor: Actor,
  clusterId: string | undefined,
  ofFirm: FirmAction = 'manage people',
): Outcome<Place> {
  if (clusterId !== undefined) return mayNotIn(actor, 'manage cluster', clusterId) ?? done({ clusterId });
  const firm = actingFirm(actor, ofFirm);
  return firm.ok ? done({ firmId: firm.value }) : firm;
}

type Entry = Omit<Parameters<Tx['accessLog']['append']>[0], 'id'>;

/** Writes down who let whom in, or who left. */
export const logAccess = (tx: Tx, entry: Entry): Promise<void> =>
  tx.accessLog.append({ ...entry, id: randomUUID() });
