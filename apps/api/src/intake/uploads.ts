import type { IncomingMessage } from 'node:http';
import type { Actor } from '#domain';
import type { Market } from '#market';
import type { Callers } from '../callers.js';
import { knownId } from '../ids.js';
import type { Admission } from '../limits/admission.js';
import { Desk, DeskBusy } from './desk.js';
import { FILE_LIMITS, FileRefused } from './file.js';
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

/** Points of cost: reading a file is work for a whole processor. */
const POINTS = 5000;
const LONGEST_NAME = 200;

/** A file of deliveries on its way in: who sends it is asked before a byte of it is read. */
export class Uploads {
  private readonly desk = new Desk();

  constructor(
    private readonly callers: Callers,
    private readonly market: Market,
    private readonly admission: Admission,
  ) {}

  async take(request: IncomingMessage): Promise<Answered> {
    const caller = await callerOf(this.callers, request);
    if ('status' in caller) return caller;
    const firm = this.market.imports.firmOf(caller);
    const refused = firm.ok ? headProblem(request, FILE_LIMITS.bytes) : refusedBy(firm);
    if (refused !== undefined) return { ...refused, close: true };
    const charged = await this.admission.chargeFor(caller, POINTS);
    if (charged !== undefined) return { ...limited(charged), close: true };
    try {
      const bytes = await bytesOf(request, FILE_LIMITS.bytes);
      return await this.keep(caller, request, bytes);
    } catch (error) {
      if (error instanceof DeskBusy)
        return { ...no(503, 'UNAVAILABLE', 'Many files are being read; try again.'), retryAfter: 5 };
      if (!(error instanceof FileRefused)) throw error;
      return { ...no(STATUS[error.code], error.code, error.message), close: !request.complete };
    }
  }

  private async keep(actor: Actor, request: IncomingMessage, bytes: Buffer): Promise<Answered> {
    const asked = new URL(request.url ?? '', 'http://localhost').searchParams;
    const agreementId = asked.get('agreementId');
    const file = await this.desk.read(bytes);
    const outcome = await this.market.imports.keep(actor, {
      ...file,
      fileName: named(asked.get('name')),
      unit: asked.get('unit')?.trim().slice(0, 40) || undefined,
      agreementId: agreementId === null ? undefined : knownId(agreementId),
    });
    if (!outcome.ok) return refusedBy(outcome) ?? no(422, 'VALIDATION', 'The file cannot be kept.');
    return { status: 201, body: { id: outcome.value.importId } };
  }
}

/** For people to know the file by; nothing is opened by it. */
const named = (name: string | null): string =>
  (name ?? '').replaceAll(/\p{C}/gu, '').trim().slice(0, LONGEST_NAME) || 'file';
