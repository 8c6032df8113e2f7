import documents, { type StoredDocument } from 'virtual:documents';
import { answered, failed, REFUSED, UNREACHABLE, type Answer } from './answer.js';
import { bodyOf, postJson } from './request.js';

/** A document of the page, from one of its .graphql files, that carries the types of its result and variables. */
export interface Operation<Result, Variables> {
  readonly document: StoredDocument;
  /** For the compiler only; never set. */
  readonly types?: { readonly result: Result; readonly variables: Variables };
}

/** @throws Error when no .graphql file has an operation of the name */
export function operation<Result, Variables = Record<string, never>>(
  name: string,
): Operation<Result, Variables> {
  const document = documents[name];
  if (document === undefined) throw new Error(`No .graphql file has an operation ${name}.`);
  return { document };
}

/** What is sent for an operation, over HTTP and WebSocket alike: its hash, by which the server knows the text. */
export const requestOf = <Result, Variables>(
  { document: { hash, text } }: Operation<Result, Variables>,
  variables: Variables,
) =>
  text === undefined
    ? { query: '', variables, extensions: { persistedQuery: { version: 1, sha256Hash: hash } } }
    : { query: text, variables };

export interface GraphFault {
  readonly message: string;
  readonly extensions?: { readonly code?: unknown };
}

export const isRefusal = (faults: readonly GraphFault[]): boolean =>
  faults.some((one) => one.extensions?.code === 'UNAUTHENTICATED');

interface Envelope<Result> {
  readonly data?: Result | null;
  readonly errors?: readonly GraphFault[];
}

/** Asks by POST /graphql. */
export async function ask<Result, Variables>(
  token: string | undefined,
  asked: Operation<Result, Variables>,
  variables: Variables,
  signal?: AbortSignal,
): Promise<Answer<Result>> {
  const response = await postJson('/graphql', requestOf(asked, variables), token, signal);
  if (response === undefined) return UNREACHABLE;
  if (response.status === 401) return REFUSED;
  const envelope = await bodyOf<Envelope<Result>>(response);
  const faults = envelope?.errors ?? [];
  if (isRefusal(faults)) return REFUSED;
  if (faults[0] !== undefined) return failed(faults[0].message);
  return envelope?.data ? answered(envelope.data) : failed(`HTTP ${response.status}`);
}
