import type { IncomingMessage, ServerResponse } from 'node:http';
import type { GraphQLError } from 'graphql';
import type { Outcome } from '#market';
import { NotYourFirm, type Caller, type Callers } from '../callers.js';
import type { Admission } from '../limits/admission.js';
import { errorOutcome } from '../outcomes/errors.js';
import { FileRefused, type FileRefusalCode } from './file.js';

/** What is answered to who sends a file. */
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

/** Who sends or asks, or why that is not known: nothing of the body is read before. */
export async function callerOf(callers: Callers, { headers }: IncomingMessage): Promise<Caller | Answered> {
  try {
    const caller = await callers.of(headers);
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

export function answer(
  request: IncomingMessage,
  response: ServerResponse,
  { status, body, retryAfter, close }: Answered,
): void {
  // What nobody reads any more is let run out, so that the answer can be read by who is still sending.
  if (close === true) request.resume();
  response.writeHead(status, {
    'content-type': 'application/json; charset=utf-8',
    ...(retryAfter === undefined ? {} : { 'retry-after': String(retryAfter) }),
  });
  response.end(JSON.stringify(body));
}

/** A refusal of GraphQL's limits, said without it. */
export function limited({ message, extensions }: GraphQLError): Answered {
  const { http, ...hints } = extensions as { readonly http?: { readonly status: number } };
  const { retryAfter } = hints as { readonly retryAfter?: number };
  return { status: http?.status ?? 429, body: { ...hints, message }, retryAfter };
}

export const no = (status: number, code: string, message: string): Answered => ({
  status,
  body: { code, message },
});

export function refusedBy<T>(outcome: Outcome<T>): Answered | undefined {
  if (outcome.ok) return undefined;
  const { __typename: _type, ...body } = errorOutcome(outcome.refusal);
  return { status: STATUS[body.code as keyof typeof STATUS] ?? 409, body };
}

function headProblem({ headers }: IncomingMessage, most: number): Answered | undefined {
  if (!['identity', undefined].includes(headers['content-encoding']))
    return no(415, 'FILE_TYPE', 'Send the file as it is, not compressed.');
  if (/^multipart\//i.test(headers['content-type'] ?? ''))
    return no(415, 'FILE_TYPE', 'Send the file itself as the body, not a form: curl --data-binary @file.');
  return Number(headers['content-length'] ?? 0) > most
    ? no(413, 'FILE_TOO_LARGE', `At most ${most} bytes.`)
    : undefined;
}

/** How a file is let in: what it costs and may weigh, who may send it, and what becomes of it. */
export interface Gate {
  readonly callers: Callers;
  readonly admission: Admission;
  readonly points: number;
  readonly mostBytes: number;
  /** Asked before a byte is read. */
  mayTake(caller: Caller): Outcome<unknown> | Promise<Outcome<unknown>>;
  /** Reads the body and answers. */
  take(caller: Caller): Promise<Answered>;
}

/** Lets a file in, or says why not: first who sends it, then what the head tells, then what it costs. */
export async function receive(request: IncomingMessage, gate: Gate): Promise<Answered> {
  const caller = await callerOf(gate.callers, request);
  if ('status' in caller) return caller;
  const refused = refusedBy(await gate.mayTake(caller)) ?? headProblem(request, gate.mostBytes);
  if (refused !== undefined) return { ...refused, close: true };
  const charged = await gate.admission.chargeFor(caller, gate.points);
  if (charged !== undefined) return { ...limited(charged), close: true };
  try {
    return await gate.take(caller);
  } catch (error) {
    if (!(error instanceof FileRefused)) throw error;
    return { ...no(STATUS[error.code], error.code, error.message), close: !request.complete };
  }
}

/** Takes what comes, and stops as soon as it is too much. */
export function bytesOf(request: IncomingMessage, most: number): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    let length = 0;
    request.on('data', (chunk: Buffer) => {
      length += chunk.length;
      if (length <= most) return void chunks.push(chunk);
      chunks.length = 0;
      reject(new FileRefused('FILE_TOO_LARGE', `At most ${most} bytes.`));
    });
    request.once('end', () => resolve(Buffer.concat(chunks)));
    request.once('close', () => reject(new FileRefused('FILE_BROKEN', 'The file broke off.')));
  });
}
