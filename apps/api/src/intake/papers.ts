import type { IncomingMessage } from 'node:http';
import { PAPER_KINDS, PAPER_LIMITS, paperTypeOf, type Actor, type PaperKind } from '#domain';
import type { Market, PaperContent } from '#market';
import type { Callers } from '../callers.js';
import { knownId } from '../ids.js';
import type { Admission } from '../limits/admission.js';
import { FileRefused } from './file.js';
import {
  bytesOf,
  callerOf,
  headProblem,
  limited,
  no,
  refusedBy,
  STATUS,
  type Answered,
} from './receiving.js';

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

  async take(request: IncomingMessage, deliveryId: string): Promise<Answered> {
    const caller = await callerOf(this.callers, request);
    if ('status' in caller) return caller;
    const id = knownId(deliveryId);
    const refused =
      refusedBy(await this.market.papers.mayAttach(caller, id)) ?? headProblem(request, PAPER_LIMITS.bytes);
    if (refused !== undefined) return { ...refused, close: true };
    const charged = await this.admission.chargeFor(caller, POINTS);
    if (charged !== undefined) return { ...limited(charged), close: true };
    if (this.underWay >= MOST_AT_ONCE)
      return {
        ...no(503, 'UNAVAILABLE', 'Many papers are coming in; try again.'),
        retryAfter: 5,
        close: true,
      };
    this.underWay += 1;
    try {
      return await this.attach(caller, id, request);
    } catch (error) {
      if (!(error instanceof FileRefused)) throw error;
      return { ...no(STATUS[error.code], error.code, error.message), close: !request.complete };
    } finally {
      this.underWay -= 1;
    }
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
