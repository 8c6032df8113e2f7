import type { IncomingMessage } from 'node:http';
import type { Actor } from '#domain';
import type { Market, Outcome } from '#market';
import type { Callers } from '../callers.js';
import { knownId } from '../ids.js';
import type { Admission } from '../limits/admission.js';
import { Desk, DeskBusy } from './desk.js';
import { FILE_LIMITS, type ReadFile } from './file.js';
import { bytesOf, no, receive, refusedBy, type Answered } from './receiving.js';

/** Points of cost: reading a file is work for a whole processor. */
const POINTS = 5000;
const LONGEST_NAME = 200;

/** What a file is of: who may send one, and what becomes of what it says. */
export interface Shelf {
  mayTake(actor: Actor, asked: URLSearchParams): Outcome<unknown>;
  keep(actor: Actor, file: ReadFile, asked: URLSearchParams): Promise<Outcome<Answered>>;
}

/** A file on its way in, of deliveries where nothing else is said: who sends it is asked before a byte of it is read. */
export class Uploads {
  private readonly desk = new Desk();

  constructor(
    private readonly callers: Callers,
    private readonly market: Market,
    private readonly admission: Admission,
  ) {}

  take(request: IncomingMessage, shelf: Shelf = this.deliveries): Promise<Answered> {
    const asked = new URL(request.url ?? '', 'http://localhost').searchParams;
    return receive(request, {
      callers: this.callers,
      admission: this.admission,
      points: POINTS,
      mostBytes: FILE_LIMITS.bytes,
      mayTake: (caller) => shelf.mayTake(caller, asked),
      take: (caller) => this.keep(request, caller, asked, shelf),
    });
  }

  private async keep(
    request: IncomingMessage,
    actor: Actor,
    asked: URLSearchParams,
    shelf: Shelf,
  ): Promise<Answered> {
    try {
      const file = await this.desk.read(await bytesOf(request, FILE_LIMITS.bytes));
      const kept = await shelf.keep(actor, file, asked);
      return kept.ok ? kept.value : (refusedBy(kept) ?? no(422, 'VALIDATION', 'The file cannot be kept.'));
    } catch (error) {
      if (!(error instanceof DeskBusy)) throw error;
      return { ...no(503, 'UNAVAILABLE', 'Many files are being read; try again.'), retryAfter: 5 };
    }
  }

  private readonly deliveries: Shelf = {
    mayTake: (actor) => this.market.imports.firmOf(actor),
    keep: async (actor, file, asked) => {
      const agreementId = asked.get('agreementId');
      const outcome = await this.market.imports.keep(actor, {
        ...file,
        fileName: named(asked.get('name')),
        unit: asked.get('unit')?.trim().slice(0, 40) || undefined,
        agreementId: agreementId === null ? undefined : knownId(agreementId),
      });
      return outcome.ok
        ? { ok: true, value: { status: 201, body: { id: outcome.value.importId } } }
        : outcome;
    },
  };
}

/** For people to know the file by; nothing is opened by it. */
export const named = (name: string | null): string =>
  (name ?? '').replaceAll(/\p{C}/gu, '').trim().slice(0, LONGEST_NAME) || 'file';
