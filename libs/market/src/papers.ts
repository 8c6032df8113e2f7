import { createHash, randomUUID } from 'node:crypto';
import {
  actsFor,
  PAPER_LIMITS,
  paperName,
  paperTypeOf,
  problem,
  type Actor,
  type PaperKind,
  type PaperType,
} from '#domain';
import type { PaperRow, Tx } from '#store';
import { heldBy, lockDelivery } from './deliveries.js';
import { once } from './once.js';
import { conflict, done, forbidden, invalid, notFound, type Outcome } from './outcome.js';
import { mayNot } from './permit.js';
import type { Setting } from './setting.js';

const FULL = `A delivery has at most ${PAPER_LIMITS.ofDelivery} papers; remove one first.`;

export interface PaperView extends Omit<PaperRow, 'firmId'> {
  /** Whether the viewer's own side attached it. */
  readonly byViewer: boolean;
}

export interface SentPaper {
  readonly deliveryId: string;
  readonly kind: PaperKind;
  /** As its sender calls it. */
  readonly name: string;
  readonly bytes: Buffer;
}

export interface PaperContent {
  readonly fileName: string;
  readonly mediaType: PaperType;
  readonly bytes: Buffer;
}

interface Attached {
  readonly paperId: string;
}

/** What proves a delivery, for the two sides of its agreement and nobody else; see docs/decisions/0033. */
export class PapersService {
  constructor(private readonly setting: Setting) {}

  /** Why the actor can attach nothing to the delivery; asked before a byte is read. */
  mayAttach(actor: Actor, deliveryId: string): Promise<Outcome<object>> {
    return this.setting.store.read(actor, async (tx) => {
      const delivery = await tx.deliveries.byId(deliveryId);
      const agreement = delivery && (await tx.agreements.byId(delivery.agreementId));
      const held = agreement ? heldBy(actor, agreement) : undefined;
      if (delivery === null || held === undefined) return notFound('delivery');
      return mayNot(actor, 'deliver', held.firmId) ?? done({});
    });
  }

  /** The same paper sent again is the one that is there. */
  attach(actor: Actor, { deliveryId, kind, name, bytes }: SentPaper): Promise<Outcome<Attached>> {
    const mediaType = paperTypeOf(bytes);
    if (mediaType === undefined || bytes.length > PAPER_LIMITS.bytes)
      return Promise.resolve(
        invalid([problem('file', 'A paper is a whole PDF, PNG or JPEG file of at most 10 MB.')]),
      );
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    return this.setting.store.transaction(actor, async (tx) => {
      const held = await lockDelivery(tx, actor, deliveryId);
      if (held === undefined) return notFound('delivery');
      const refused = mayNot(actor, 'deliver', held.firmId);
      if (refused !== undefined) return refused;
      if (held.delivery.correctedById !== null)
        return conflict('The delivery was corrected; attach it to the one that took its place.');
      const standing = (await tx.papers.ofDeliveries([deliveryId])).filter((one) => one.removedAt === null);
      const same = standing.find((one) => one.sha256 === sha256);
      if (same !== undefined) return done({ paperId: same.id });
      if (standing.length >= PAPER_LIMITS.ofDelivery) return conflict(FULL);
      const id = randomUUID();
      await tx.papers.insert({
        ...{ id, deliveryId, firmId: held.firmId, kind, mediaType, sha256 },
        ...{ fileName: paperName(name, mediaType), byteLength: bytes.length, content: bytes },
        ...{ attachedBy: actor.personId, attachedAt: this.setting.clock() },
      });
      return done({ paperId: id });
    });
  }

  /** Of each delivery, in the order asked for; none of one that is not the actor's. */
  ofDeliveries(actor: Actor, ids: readonly string[]): Promise<readonly (readonly PaperView[])[]> {
    return this.setting.store.read(actor, async (tx) => {
      const own = new Set<string>();
      for (const { id, agreementId } of await tx.deliveries.byIds(ids))
        if (await isOwn(tx, actor, agreementId)) own.add(id);
      const rows = await tx.papers.ofDeliveries([...own]);
      return ids.map((id) => rows.filter((one) => one.deliveryId === id).map((row) => paperView(actor, row)));
    });
  }

  find(actor: Actor, id: string): Promise<PaperView | undefined> {
    return this.setting.store.read(actor, async (tx) => {
      const row = await ownPaper(tx, actor, id);
      return row && paperView(actor, row);
    });
  }

  /** What stands in it; undefined where it is removed, as where it is not the actor's. */
  content(actor: Actor, id: string): Promise<PaperContent | undefined> {
    return this.setting.store.read(actor, async (tx) => {
      const row = await ownPaper(tx, actor, id);
      const bytes = row && (await tx.papers.content(id));
      return bytes && { fileName: row.fileName, mediaType: row.mediaType, bytes };
    });
  }

  /** By the side that attached it, until the other side has verified the delivery; that it was there stays. */
  remove(actor: Actor, id: string, key?: string): Promise<Outcome<Attached>> {
    return this.setting.store.transaction(actor, (tx) =>
      once(tx, actor, { operation: 'removeDeliveryPaper', key, input: { id } }, async () => {
        const found = await tx.papers.byId(id);
        const held = found && (await lockDelivery(tx, actor, found.deliveryId));
        if (found === undefined || held === undefined) return notFound('paper');
        const refused = mayNot(actor, 'deliver', held.firmId);
        if (refused !== undefined) return refused;
        if (!actsFor(actor, found.firmId)) return forbidden('The side that attached a paper removes it.');
        if (held.delivery.verifiedAt !== null)
          return conflict('The delivery is verified: what the other side has looked at stays.');
        const isThere = (await tx.papers.byId(id))?.removedAt === null;
        if (isThere) await tx.papers.remove(id, actor.personId, this.setting.clock());
        return done({ paperId: id });
      }),
    );
  }
}

async function ownPaper(tx: Tx, actor: Actor, id: string): Promise<PaperRow | undefined> {
  const row = await tx.papers.byId(id);
  const delivery = row && (await tx.deliveries.byId(row.deliveryId));
  return delivery && (await isOwn(tx, actor, delivery.agreementId)) ? row : undefined;
}

async function isOwn(tx: Tx, actor: Actor, agreementId: string): Promise<boolean> {
  const agreement = await tx.agreements.byId(agreementId);
  return agreement !== null && heldBy(actor, agreement) !== undefined;
}

const paperView = (actor: Actor, { firmId, ...row }: PaperRow): PaperView => ({
  ...row,
  byViewer: actsFor(actor, firmId),
});
