import type { Problem } from '#domain';

/** Why a use case did nothing, in a way the caller can act on. */
export type Refusal =
  | { readonly kind: 'validation'; readonly problems: readonly [Problem, ...Problem[]] }
  | { readonly kind: 'not_found'; readonly what: string }
  | { readonly kind: 'forbidden'; readonly message: string; readonly code?: 'STEP_UP_REQUIRED' }
  | { readonly kind: 'conflict'; readonly message: string; readonly path?: readonly string[] };

export type Outcome<T> =
  { readonly ok: true; readonly value: T } | { readonly ok: false; readonly refusal: Refusal };

export const done = <T>(value: T): Outcome<T> => ({ ok: true, value });

export const invalid = (problems: readonly Problem[]): Outcome<never> => ({
  ok: false,
  refusal: { kind: 'validation', problems: problems as [Problem, ...Problem[]] },
});

/** Not found and not yours are the same answer: neither tells that the thing exists. */
export const notFound = (what: string): Outcome<never> => ({
  ok: false,
  refusal: { kind: 'not_found', what },
});

/** What is there and known to the caller, whose role or key does not reach. */
export const forbidden = (message: string, code?: 'STEP_UP_REQUIRED'): Outcome<never> => ({
  ok: false,
  refusal: { kind: 'forbidden', message, ...(code === undefined ? {} : { code }) },
});

export const conflict = (message: string, path?: string): Outcome<never> => ({
  ok: false,
  refusal: { kind: 'conflict', message, ...(path === undefined ? {} : { path: path.split('.') }) },
});
