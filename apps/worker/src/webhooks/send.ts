import { Webhook } from 'standardwebhooks';
import type { Logger } from 'pino';
import { SYSTEM, type Market, type TakenWebhook, type WebhookResult } from '#market';
import type { Post } from './post.js';

/** Messages that are under way at once; of one firm fewer, so that its slow receivers hold nobody else up. */
const MOST_AT_ONCE = 24;
const MOST_OF_FIRM = 4;
/** Standard Webhooks 1.0, "Webhook headers": receivers tell messages apart by it, whatever the try. */
const ID_PREFIX = 'msg_';

export interface WebhookParts {
  readonly market: Market;
  readonly post: Post;
  readonly log: Logger;
  /** Hears how each try went. */
  readonly onTried: (result: WebhookResult) => void;
}

/**
 * Sends messages beside the queue's jobs: a receiver that takes its ten seconds would otherwise keep one of the few
 * places in which listings are matched. The row decides what is sent, so whatever finds no place here, or is lost with
 * the process, is asked for again.
 */
export class WebhookSender {
  private readonly underWay = new Set<Promise<void>>();
  private readonly ofFirms = new Map<string, number>();

  constructor(private readonly parts: WebhookParts) {}

  /** Begins a sending where there is room, and does not wait for it. */
  begin({ deliveryId, firmId }: { readonly deliveryId: string; readonly firmId: string }): void {
    const ofFirm = this.ofFirms.get(firmId) ?? 0;
    if (this.underWay.size >= MOST_AT_ONCE || ofFirm >= MOST_OF_FIRM) return;
    this.ofFirms.set(firmId, ofFirm + 1);
    const sending = this.send(deliveryId)
      .catch((error: unknown) =>
        this.parts.log.error({ err: error, deliveryId }, 'A webhook could not be sent'),
      )
      .finally(() => {
        this.underWay.delete(sending);
        const left = (this.ofFirms.get(firmId) ?? 1) - 1;
        if (left > 0) this.ofFirms.set(firmId, left);
        else this.ofFirms.delete(firmId);
      });
    this.underWay.add(sending);
  }

  /** Until nothing is under way, and not longer: what is cut off is sent again under the same id. */
  async settled(mostMs: number): Promise<void> {
    const over = new Promise<void>((resolve) => setTimeout(resolve, mostMs).unref());
    await Promise.race([Promise.all(this.underWay), over]);
  }

  private async send(deliveryId: string): Promise<void> {
    const { market, post, log, onTried } = this.parts;
    const taken = await market.webhookSendings.take(SYSTEM, deliveryId);
    if (taken === undefined) return;
    const at = new Date();
    const begun = performance.now();
    const answered = await post(messageOf(taken, at));
    const result = { ...answered, at, durationMs: Math.round(performance.now() - begun) };
    await market.webhookSendings.tried(SYSTEM, taken, result);
    onTried(result);
    const { outcome, statusCode } = result;
    if (outcome !== 'DELIVERED')
      log.info({ deliveryId, outcome, statusCode, tries: taken.tries }, 'A webhook was not taken');
  }
}

/** Signed with every secret in force, so that a receiver can change over in its own time. */
function messageOf({ id, url, type, data, happenedAt, secrets }: TakenWebhook, at: Date) {
  const messageId = `${ID_PREFIX}${id}`;
  const body = JSON.stringify({ type, timestamp: happenedAt.toISOString(), data });
  const signatures = secrets.map((secret) => new Webhook(secret).sign(messageId, at, body));
  const headers = {
    'content-type': 'application/json; charset=utf-8',
    'content-length': String(Buffer.byteLength(body)),
    'user-agent': 'Bistrom-Webhooks/1',
    'webhook-id': messageId,
    'webhook-timestamp': String(Math.floor(at.getTime() / 1000)),
    'webhook-signature': signatures.join(' '),
  };
  return { url, headers, body };
}
