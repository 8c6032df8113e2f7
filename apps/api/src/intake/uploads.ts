import type { IncomingMessage } from 'node:http';
import type { GraphQLError } from 'graphql';
import type { Actor } from '#domain';
import type { Market, Outcome, Refusal } from '#market';
import { NotYourFirm, ACTING_FOR, type Caller, type Callers } from '../callers.js';
import { knownId } from '../ids.js';
import type { Admission } from '../limits/admission.js';
import { errorOutcome } from '../outcomes/errors.js';
import { Desk, DeskBusy } from './desk.js';
import { FILE_LIMITS, FileRefused, type FileRefusalCode, type ReadFile } from './file.js';

/** Points of cost: reading a file is work for a whole processor. */
const POINTS = 5000;
const LONGEST_NAME = 200;

export interface Answered {
  readonly status: number;
  readonly body: object;
  readonly retryAfter?: number | undefined;
  /** The rest of the request is not waited for. */
  readonly close?: boolean | undefined;
}

const STATUS: Readonly<Record<FileRefusalCode | 'VALIDATION' | 'NOT_FOUND' | 'FORBIDDEN', number>> =
  Object.freeze({
    FILE_BROKEN: 422,
    FILE_ENCRYPTED: 422,
    FILE_MACROS: 422,
    FILE_TOO_LARGE: 413,
    FILE_TYPE: 415,
    VALIDATION: 422,
    NOT_FOUND: 404,
    FORBIDDEN: 403,
  });

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

  async take(request: IncomingMessage, shelf: Shelf = this.deliveries): Promise<Answered> {
    const caller = await this.caller(request);
    if ('status' in caller) return caller;
    const asked = new URL(request.url ?? '', 'http://localhost').searchParams;
    const allowed = shelf.mayTake(caller, asked);
    const refused = allowed.ok ? headProblem(request) : refusal(allowed.refusal);
    if (refused !== undefined) return { ...refused, close: true };
    const charged = await this.admission.chargeFor(caller, POINTS);
    if (charged !== undefined) return { ...limited(charged), close: true };
    try {
      const bytes = await bytesOf(request);
      const kept = await shelf.keep(caller, await this.desk.read(bytes), asked);
      return kept.ok ? kept.value : refusal(kept.refusal);
    } catch (error) {
      if (error instanceof DeskBusy)
        return { ...no(503, 'UNAVAILABLE', 'Many files are being read; try again.'), retryAfter: 5 };
      if (!(error instanceof FileRefused)) throw error;
      return { ...no(STATUS[error.code], error.code, error.message), close: !request.complete };
    }
  }

  private async caller({ headers }: IncomingMessage): Promise<Caller | Answered> {
    const firmId = headers[ACTING_FOR];
    try {
      const named = typeof firmId === 'string' ? firmId : undefined;
      const caller = await this.callers.who(headers.authorization, named);
      return (
        caller ?? {
          ...no(401, 'UNAUTHENTICATED', 'Sign in, or send a key: Authorization: Bearer ….'),
          close: true,
        }
      );
    } catch (error) {
      if (!(error instanceof NotYourFirm)) throw error;
      return { ...no(403, 'NOT_YOUR_FIRM', error.message), close: true };
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

/** A refusal of GraphQL's limits, said without it. */
function limited({ message, extensions }: GraphQLError): Answered {
  const { http, ...hints } = extensions as { readonly http?: { readonly status: number } };
  const { retryAfter } = hints as { readonly retryAfter?: number };
  return { status: http?.status ?? 429, body: { ...hints, message }, retryAfter };
}

const no = (status: number, code: string, message: string): Answered => ({ status, body: { code, message } });

function refusal(refused: Refusal): Answered {
  const { __typename: _type, ...body } = errorOutcome(refused);
  return { status: STATUS[body.code as keyof typeof STATUS] ?? 409, body };
}

function headProblem({ headers }: IncomingMessage): Answered | undefined {
  if (!['identity', undefined].includes(headers['content-encoding']))
    return no(415, 'FILE_TYPE', 'Send the file as it is, not compressed.');
  if (/^multipart\//i.test(headers['content-type'] ?? ''))
    return no(415, 'FILE_TYPE', 'Send the file itself as the body, not a form: curl --data-binary @file.');
  return Number(headers['content-length'] ?? 0) > FILE_LIMITS.bytes
    ? no(413, 'FILE_TOO_LARGE', `At most ${FILE_LIMITS.bytes} bytes.`)
    : undefined;
}

/** Takes what comes, and stops as soon as it is too much. */
function bytesOf(request: IncomingMessage): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    let length = 0;
    request.on('data', (chunk: Buffer) => {
      length += chunk.length;
      if (length <= FILE_LIMITS.bytes) return void chunks.push(chunk);
      chunks.length = 0;
      reject(new FileRefused('FILE_TOO_LARGE', `At most ${FILE_LIMITS.bytes} bytes.`));
    });
    request.once('end', () => resolve(Buffer.concat(chunks)));
    request.once('close', () => reject(new FileRefused('FILE_BROKEN', 'The file broke off.')));
  });
}

/** For people to know the file by; nothing is opened by it. */
export const named = (name: string | null): string =>
  (name ?? '').replaceAll(/\p{C}/gu, '').trim().slice(0, LONGEST_NAME) || 'file';
