import type { IncomingMessage } from 'node:http';
import { PAPER_KINDS, PAPER_LIMITS, paperTypeOf, type Actor, type PaperKind } from '#domain';
import type { Market, PaperContent } from '#market';
import type { Callers } from '../callers.js';
import { knownId } from '../ids.js';
import type { Admission } from '../limits/admission.js';
import { bytesOf, callerOf, limited, no, receive, refusedBy, type Answered } from './receiving.js';

/** Points of cost: what it holds of memory and of the line is more than any row. */
const POINTS = 500;
const LONGEST_NAME = 1000;
/** Held in memory at once by one api: 16 of 10 MB. */
const MOST_AT_ONCE = 16;

/** Papers of deliveries on their way in and out: who sends or asks is asked before a byte of it is read. */
export class PaperDesk {
  private underWay = 0;

  constructor(
    private readonly callers: Callers,
    private readonly market: Market,
    private readonly admission: Admission,
  ) {}

  take(request: IncomingMessage, deliveryId: string): Promise<Answered> {
    const id = knownId(deliveryId);
    return receive(request, {
      callers: this.callers,
      admission: this.admission,
      points: POINTS,
      mostBytes: PAPER_LIMITS.bytes,
      mayTake: (caller) => this.market.papers.mayAttach(caller, id),
      take: (caller) => this.inTurn(() => this.attach(caller, id, request)),
    });
  }

  /** What stands in a paper, or why it is not handed out. */
  async give(request: IncomingMessage, id: string): Promise<PaperContent | Answered> {
    const caller = await callerOf(this.callers, request);
    if ('status' in caller) return caller;
    const charged = await this.admission.chargeFor(caller, POINTS);
    if (charged !== undefined) return limited(charged);
    return (
      (await this.market.papers.content(caller, knownId(id))) ??
      no(404, 'NOT_FOUND', 'There is no such paper.')
    );
  }

  private async inTurn(take: () => Promise<Answered>): Promise<Answered> {
    if (this.underWay >= MOST_AT_ONCE)
      return {
        ...no(503, 'UNAVAILABLE', 'Many papers are coming in; try again.'),
        retryAfter: 5,
        close: true,
      };
    this.underWay += 1;
    try {
      return await take();
    } finally {
      this.underWay -= 1;
    }
  }

  private async attach(actor: Actor, deliveryId: string, request: IncomingMessage): Promise<Answered> {
    const asked = new URL(request.url ?? '', 'http://localhost').searchParams;
    const kind = asked.get('kind') ?? 'OTHER';
    const bytes = await bytesOf(request, PAPER_LIMITS.bytes);
    if (!isKind(kind)) return no(422, 'VALIDATION', `kind: one of ${PAPER_KINDS.join(', ')}.`);
    if (paperTypeOf(bytes) === undefined)
      return no(415, 'FILE_TYPE', 'Send a whole PDF, PNG or JPEG file; what it is, its bytes tell.');
    const name = (asked.get('name') ?? '').slice(0, LONGEST_NAME);
    const outcome = await this.market.papers.attach(actor, { deliveryId, kind, name, bytes });
    if (!outcome.ok) return refusedBy(outcome) ?? no(422, 'VALIDATION', 'The paper cannot be kept.');
    return { status: 201, body: { id: outcome.value.paperId } };
  }
}

const isKind = (text: string): text is PaperKind => PAPER_KINDS.some((kind) => kind === text);
