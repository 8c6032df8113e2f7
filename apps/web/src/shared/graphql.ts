import { answered, failed, REFUSED, UNREACHABLE, type Answer } from './answer.js';
import { bodyOf, postJson } from './request.js';

/** A GraphQL text that carries the types of its result and variables. */
export interface Operation<Result, Variables> {
  readonly text: string;
  /** For the compiler only; never set. */
  readonly types?: { readonly result: Result; readonly variables: Variables };
}

export const operation = <Result, Variables = Record<string, never>>(
  text: string,
): Operation<Result, Variables> => ({ text });

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
  { text }: Operation<Result, Variables>,
  variables: Variables,
  signal?: AbortSignal,
): Promise<Answer<Result>> {
  const response = await postJson('/graphql', { query: text, variables }, token, signal);
  if (response === undefined) return UNREACHABLE;
  if (response.status === 401) return REFUSED;
  const envelope = await bodyOf<Envelope<Result>>(response);
  const faults = envelope?.errors ?? [];
  if (isRefusal(faults)) return REFUSED;
  if (faults[0] !== undefined) return failed(faults[0].message);
  return envelope?.data ? answered(envelope.data) : failed(`HTTP ${response.status}`);
}
