const MINUTE = 60;
const HOUR = 60 * MINUTE;

/** Seconds before each try, from the one before it: Standard Webhooks 1.0, "Deliverability and reliability". */
const PAUSES: readonly number[] = Object.freeze([
  0,
  5,
  5 * MINUTE,
  30 * MINUTE,
  2 * HOUR,
  5 * HOUR,
  10 * HOUR,
  14 * HOUR,
  20 * HOUR,
  24 * HOUR,
]);
const LONGEST_ASKED = 24 * HOUR;
/** A receiver that comes back is not met by everything at once. */
const JITTER = 0.1;

export const WEBHOOK_TRIES = PAUSES.length;
/** Days without a success, failures only, after which an endpoint counts as gone. */
export const WEBHOOK_SILENT_DAYS = 5;

/** How one try of sending went, in codes: it is shown to the firm, so it quotes nobody. */
export const WEBHOOK_OUTCOMES = Object.freeze([
  /** Answered with 2xx. */
  'DELIVERED',
  /** Answered with 410: the endpoint wants no more. */
  'GONE',
  /** Answered with another code. */
  'REFUSED',
  /** Answered with 3xx, which is not followed. */
  'REDIRECTED',
  /** Not done within the deadline. */
  'TIMED_OUT',
  /** The name leads nowhere. */
  'NAME_UNKNOWN',
  /** The name leads to an address that nothing is sent to. */
  'ADDRESS_REFUSED',
  /** No connection, or no certificate that holds, or it broke. */
  'UNREACHABLE',
] as const);
export type WebhookOutcome = (typeof WEBHOOK_OUTCOMES)[number];

/**
 * What an answer's code means. RFC 9110, 15; Standard Webhooks 1.0: 2xx is success, 410 asks for no more.
 *
 * @param status 100 to 599
 * @example webhookOutcome(302) // 'REDIRECTED'
 */
export function webhookOutcome(status: number): WebhookOutcome {
  if (status >= 200 && status < 300) return 'DELIVERED';
  if (status === 410) return 'GONE';
  return status >= 300 && status < 400 ? 'REDIRECTED' : 'REFUSED';
}

/**
 * Seconds until a message is tried again, or undefined after the last try.
 *
 * @param tries made so far, 1 or more
 * @param chance from 0 to 1: where in the tenth to either side of the pause the next try lies
 * @param asked seconds that the receiver asked to be left alone; held to at most a day
 * @example webhookPause(1, 0.5) // 5
 */
export function webhookPause(tries: number, chance: number, asked = 0): number | undefined {
  const pause = PAUSES[tries];
  if (pause === undefined) return undefined;
  const spread = pause * (1 + JITTER * (2 * chance - 1));
  return Math.max(spread, Math.min(asked, LONGEST_ASKED));
}

/**
 * Seconds that an answer asks to be left alone: `Retry-After` of 429 and 503, as seconds or as a date (RFC 9110, 10.2.3).
 *
 * @param header as it was sent
 * @returns 0 where it asks for nothing, or cannot be read
 * @example retryAfterOf(503, '120', new Date(0)) // 120
 */
export function retryAfterOf(status: number, header: string | undefined, now: Date): number {
  if (header === undefined || (status !== 429 && status !== 503)) return 0;
  if (/^\d{1,9}$/.test(header.trim())) return Number(header);
  const until = Date.parse(header);
  return Number.isNaN(until) ? 0 : Math.max(0, (until - now.getTime()) / 1000);
}
