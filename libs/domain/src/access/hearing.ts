import { actsFor, type Actor } from './actor.js';
import { can, seesExactFigures } from './can.js';

/** What can be followed, and the events that each tells of. */
export const TOPICS = Object.freeze({
  match: ['matchFound'],
  watch: ['watchFound'],
  proposal: ['proposalSent', 'proposalChanged'],
  agreement: [
    'agreementMade',
    'agreementEnded',
    'deliveryRecorded',
    'deliveriesRecorded',
    'deliveryVerified',
    'deliveryCorrected',
  ],
  figures: ['figuresRefreshed', 'figuresPublished'],
} as const);
export type Topic = keyof typeof TOPICS;
export type HeardType = (typeof TOPICS)[Topic][number];

/** Whom an event is for: the people of a firm, or those who follow the figures of a cluster. */
export interface Heard {
  readonly type: HeardType;
  readonly firmId?: string | undefined;
  readonly clusterId?: string | undefined;
}

/**
 * Whether the actor may hear of an event at all; what of it may be seen is decided again when it is read.
 *
 * - of a firm: its own people and programs that read for it; what a watch found, only its own person then reads;
 * - figures refreshed: the cluster's own staff and auditors, who see them exactly. To others even the hour of it would
 *   tell that some firm has just delivered;
 * - figures published: everybody who may read figures, for it happens to all clusters at once, each quarter.
 *
 * @param event its type, and either the firm or the cluster that it is for
 * @returns false for an event that is for nobody
 * @example canHear({ ...SYSTEM, personId: 'p' }, { type: 'matchFound', firmId: 'a' }) // false
 */
export function canHear(actor: Actor, { type, firmId, clusterId }: Heard): boolean {
  if (OF_FIRMS.has(type)) return firmId !== undefined && actsFor(actor, firmId);
  if (clusterId === undefined) return false;
  if (type === 'figuresRefreshed') return seesExactFigures(actor, clusterId);
  if (type === 'figuresPublished') return can(actor, { action: 'read figures', clusterId });
  throw new Error(`Not one of the known cases: ${type}`);
}

const OF_FIRMS: ReadonlySet<HeardType> = new Set([
  ...TOPICS.match,
  ...TOPICS.watch,
  ...TOPICS.proposal,
  ...TOPICS.agreement,
]);
