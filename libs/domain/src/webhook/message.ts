/**
 * What a firm's endpoint can be told of, and the only ids that each may carry. Whatever is not here never leaves by
 * webhook: who wants more asks the API with a key, which decides anew what may be seen. A watch is one person's, so
 * what it finds is not among them.
 */
export const WEBHOOK_EVENTS = Object.freeze({
  'match.found': { of: ['matchFound'], carries: ['matchId', 'listingId'] },
  'proposal.changed': { of: ['proposalSent', 'proposalChanged'], carries: ['proposalId', 'matchId'] },
  'agreement.changed': {
    of: ['agreementMade', 'agreementEnded'],
    carries: ['agreementId', 'matchId', 'proposalId'],
  },
  'delivery.recorded': {
    of: ['deliveryRecorded', 'deliveriesRecorded', 'deliveryVerified', 'deliveryCorrected'],
    carries: ['deliveryId', 'agreementId', 'matchId'],
  },
} as const satisfies Record<string, Told>);

export type WebhookEvent = keyof typeof WEBHOOK_EVENTS;
/** Of the message by which an endpoint is tried out; nobody asks for it beforehand. */
export const WEBHOOK_TEST = 'webhook.test';
export type WebhookType = WebhookEvent | typeof WEBHOOK_TEST;

/** Ids that an event of the market holds, for one firm that may know of it. */
export interface WebhookSubject {
  readonly type: string;
  /** In a match that was found, the firm's own. */
  readonly listingId?: string | undefined;
  readonly matchId?: string | undefined;
  readonly proposalId?: string | undefined;
  readonly agreementId?: string | undefined;
  readonly deliveryId?: string | undefined;
}

type Carried = Exclude<keyof WebhookSubject, 'type'>;
interface Told {
  readonly of: readonly string[];
  readonly carries: readonly Carried[];
}

const NAMES = Object.keys(WEBHOOK_EVENTS) as readonly WebhookEvent[];
const NAME_OF: ReadonlyMap<string, WebhookEvent> = new Map(
  NAMES.flatMap((name) => WEBHOOK_EVENTS[name].of.map((type): [string, WebhookEvent] => [type, name])),
);

/** Types of the market's events that some endpoint can be told of. */
export const WEBHOOK_SOURCES: readonly string[] = Object.freeze([...NAME_OF.keys()]);

/** Ids, by what they are of. */
export type WebhookData = Readonly<Partial<Record<Carried, string>>>;

/**
 * What may leave of an event: its name for receivers and the ids that the name carries.
 *
 * @returns undefined for every event that no endpoint may be told of
 * @example webhookTold({ type: 'matchFound', matchId: 'm', agreementId: 'a' }) // { type: 'match.found', data: { matchId: 'm' } }
 */
export function webhookTold(
  event: WebhookSubject,
): { readonly type: WebhookEvent; readonly data: WebhookData } | undefined {
  const type = NAME_OF.get(event.type);
  if (type === undefined) return undefined;
  const carries: readonly Carried[] = WEBHOOK_EVENTS[type].carries;
  const held = carries.flatMap((name) => (event[name] === undefined ? [] : [[name, event[name]]]));
  return { type, data: Object.fromEntries(held) as WebhookData };
}
