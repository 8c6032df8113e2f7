import type { TypedDocumentNode } from '@apollo/client';
import { answered, failed, REFUSED, UNREACHABLE, type Answer } from './answer.js';
import { bodyOf, postJson } from './request.js';
import { nameOf, requestOf } from './trusted.js';

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

/** Asks by POST /graphql, for pages that stand before the console: nobody need be signed in, nothing is kept. */
export async function ask<Result, Variables>(
  token: string | undefined,
  document: TypedDocumentNode<Result, Variables>,
  variables: Variables,
  signal?: AbortSignal,
): Promise<Answer<Result>> {
  const response = await postJson('/graphql', requestOf(nameOf(document), variables), token, signal);
  if (response === undefined) return UNREACHABLE;
  if (response.status === 401) return REFUSED;
  const envelope = await bodyOf<Envelope<Result>>(response);
  const faults = envelope?.errors ?? [];
  if (isRefusal(faults)) return REFUSED;
  if (faults[0] !== undefined) return failed(faults[0].message);
  return envelope?.data ? answered(envelope.data) : failed(`HTTP ${response.status}`);
}
