import type pg from 'pg';
import { WEBHOOK_EVENTS, WEBHOOK_TEST } from '#domain';
import type { ReceivedWebhook } from '../../support/webhook-receiver.js';
import type { Cast, FirmName } from './cast.js';

/** What a firm's endpoint was sent, word for word. */
export interface Message {
  readonly type: string;
  /** Headers and body. */
  readonly text: string;
  /** Ids that the firm may be told: of its own listings, of what it is party to, and of the messages themselves. */
  readonly mayHold: ReadonlySet<string>;
  /** What stands in it beside ids of the firm's own things and a cursor, by name. */
  readonly odd: readonly string[];
}

/** Of everything that a message may name, the firm and the id. */
const OWN_THINGS = `
  select firm_id, id from listing
  union select firm.id, m.id from match m, unnest(array[offer_firm_id, need_firm_id]) firm (id)
  union select firm.id, p.id from proposal p, unnest(array[from_firm_id, to_firm_id]) firm (id)
  union select firm.id, a.id from agreement a, unnest(array[offer_firm_id, need_firm_id]) firm (id)
  union select firm.id, d.id from delivery d join agreement a on a.id = d.agreement_id,
      unnest(array[a.offer_firm_id, a.need_firm_id]) firm (id)
  union select w.firm_id, d.id from webhook_delivery d join webhook w on w.id = d.webhook_id`;

/** Standard Webhooks 1.0, and what HTTP itself needs. */
const HEADERS = new Set([
  'connection',
  'content-length',
  'content-type',
  'host',
  'user-agent',
  'webhook-id',
  'webhook-signature',
  'webhook-timestamp',
]);
const BODY = new Set(['type', 'timestamp', 'data']);
/** A place in the order of commits. */
const PLACE = /^\d+\.\d+$/;
const CARRIED: ReadonlyMap<string, readonly string[]> = new Map(
  Object.entries(WEBHOOK_EVENTS).map(([type, { carries }]): [string, readonly string[]] => [type, carries]),
);

/** Everything that was sent to the endpoints of the cast's firms. */
export async function messagesIn(
  client: pg.Client,
  cast: Cast,
  received: readonly ReceivedWebhook[],
): Promise<readonly Message[]> {
  const { rows } = await client.query<{ firm_id: string; id: string }>(OWN_THINGS);
  const own = new Map<string, Set<string>>();
  for (const { firm_id: firmId, id } of rows) own.set(firmId, (own.get(firmId) ?? new Set()).add(id));
  return received.map((one) => {
    const [, firm = ''] = one.path?.split('/') ?? [];
    const mayHold = own.get(cast.firms[firm as FirmName].id) ?? new Set<string>();
    return messageOf(one, mayHold);
  });
}

function messageOf({ headers, body }: ReceivedWebhook, mayHold: ReadonlySet<string>): Message {
  const parsed = JSON.parse(body) as Readonly<Record<string, unknown>>;
  const type = String(parsed['type']);
  const data = parsed['data'] as Readonly<Record<string, unknown>>;
  const carries = type === WEBHOOK_TEST ? [] : [...(CARRIED.get(type) ?? []), 'cursor'];
  const isOwn = ([name, value]: [string, unknown]): boolean =>
    carries.includes(name) &&
    typeof value === 'string' &&
    (name === 'cursor' ? isPlace(value) : mayHold.has(value));
  return {
    type,
    text: `${JSON.stringify(headers)}\n${body}`,
    mayHold,
    odd: [
      ...Object.keys(headers).filter((name) => !HEADERS.has(name)),
      ...Object.keys(parsed).filter((name) => !BODY.has(name)),
      ...Object.entries(data).flatMap((entry) => (isOwn(entry) ? [] : [`data.${entry[0]}`])),
    ],
  };
}

const isPlace = (cursor: string): boolean => PLACE.test(Buffer.from(cursor, 'base64url').toString());
