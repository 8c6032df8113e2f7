import type { TypedDocumentNode } from '@apollo/client';
import { Kind, parse } from 'graphql';

interface Known {
  /** Of the operation. */
  readonly name: string;
  /** SHA-256 of the text, in hexadecimal digits. */
  readonly hash: string;
  /** True only while the page is worked on: a built page sends the hash alone. */
  readonly sendsText: boolean;
}

const KNOWN = new Map<string, Known & { readonly text: string }>();

/** A document of the console. The build writes the calls (vite.documents.ts); names of operations are theirs alone. */
export function trusted<Result, Variables extends Record<string, unknown>>(
  known: Known,
  text: string,
): TypedDocumentNode<Result, Variables> {
  KNOWN.set(known.name, { ...known, text });
  return parse(text, { noLocation: true });
}

/** What is sent for an operation, over HTTP and WebSocket alike: its hash, by which the server knows the text. */
export function requestOf<Variables>(operationName: string, variables: Variables) {
  const known = KNOWN.get(operationName);
  if (known === undefined) throw new Error(`No .graphql file has an operation ${operationName}.`);
  return known.sendsText
    ? { query: known.text, variables }
    : { query: '', variables, extensions: { persistedQuery: { version: 1, sha256Hash: known.hash } } };
}

/** @throws Error when the document has no named operation */
export function nameOf(document: TypedDocumentNode<unknown, never>): string {
  const [operation] = document.definitions;
  if (operation?.kind === Kind.OPERATION_DEFINITION && operation.name !== undefined)
    return operation.name.value;
  throw new Error('A document of the console begins with a named operation.');
}
