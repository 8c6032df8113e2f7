import { isStandIn, standIn, type Actor } from '#domain';
import type { StandInKind, StoredListing, Tx } from '#store';
import { logAccess } from './managed.js';
import { once } from './once.js';
import { done, forbidden, type Outcome } from './outcome.js';
import { actingFirm } from './permit.js';
import type { Setting } from './setting.js';

/**
 * Who the actor is on a listing: staff of its firm's cluster stand in for the firm, everybody else is who he or she is.
 * The firm then stands in the facts of that one transaction; {@link firmRefuses} asks in it whether the firm lets them.
 */
export async function actingOn(setting: Setting, actor: Actor, listingId: string): Promise<Actor> {
  if (actor.clusters.length === 0) return actor;
  const listing = await setting.store.read(actor, (tx) => tx.listings.byId(listingId));
  if (listing === undefined) return actor;
  return standIn(actor, { firmId: listing.firm.id, clusterIds: listing.firm.clusterIds }) ?? actor;
}

/** Why a stand-in may not; undefined for one whom the firm lets, and for everybody else. */
export async function firmRefuses(tx: Tx, actor: Actor, firmId: string): Promise<Outcome<never> | undefined> {
  if (!isStandIn(actor, firmId) || (await tx.firms.lettingStaffEdit([firmId])).has(firmId)) return undefined;
  return forbidden(
    'The firm does not let staff of its clusters edit its listings; its administrators can allow it.',
  );
}

/** What a stand-in did is written down with the person, and told to the firm. */
export async function tellFirm(
  tx: Tx,
  actor: Actor,
  { id, firm, terms }: StoredListing,
  kind: StandInKind,
): Promise<void> {
  if (!isStandIn(actor, firm.id)) return;
  await logAccess(tx, {
    place: { firmId: firm.id },
    kind,
    by: actor.personId,
    subject: terms.title,
    role: 'cluster_staff',
  });
  await tx.events.append({ type: 'listingEdited', firmId: firm.id, listingId: id });
}

/** Whether a firm lets the staff of its clusters keep its listings: for the firm itself to know and to say. */
export class StandInsService {
  constructor(private readonly setting: Setting) {}

  /** Of the firm acted for; undefined where there is none. */
  async allowed(actor: Actor): Promise<boolean | undefined> {
    const firmId = actor.firms[0]?.firmId;
    if (firmId === undefined) return undefined;
    return this.setting.store.read(actor, async (tx) =>
      (await tx.firms.lettingStaffEdit([firmId])).has(firmId),
    );
  }

  /** For the firm acted for, by its administrators; it counts for the next act on. */
  allow(actor: Actor, allowed: boolean, idempotencyKey?: string): Promise<Outcome<{ allowed: boolean }>> {
    return this.setting.store.transaction(
      actor,
      async (tx) => {
        const firm = actingFirm(actor, 'manage people');
        if (!firm.ok) return firm;
        const firmId = firm.value;
        const call = { operation: 'letStaffEdit', key: idempotencyKey, input: { firmId, allowed } };
        return once(tx, actor, call, async () => {
          if (await tx.firms.letStaffEdit(firmId, allowed)) {
            const kind = allowed ? 'STAFF_EDITING_ALLOWED' : 'STAFF_EDITING_ENDED';
            await logAccess(tx, { place: { firmId }, kind, by: actor.personId });
          }
          return done({ allowed });
        });
      },
      'bistrom_members',
    );
  }
}
