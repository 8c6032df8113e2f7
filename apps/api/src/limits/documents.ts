import { existsSync, readFileSync } from 'node:fs';
import type { IncomingHttpHeaders } from 'node:http';
import { getOperationAST, GraphQLError, parse } from 'graphql';
import type { Config } from '#config';
import { refusal } from './limits.js';

/** How an operation came: its text, or the hash that stands for one (`extensions.persistedQuery.sha256Hash`). */
export interface Sent {
  readonly query?: unknown;
  readonly extensions?: unknown;
}

/**
 * The documents of the page that this api serves, by their hash. A page in a browser is held to them where the
 * installation says so: a script that slipped into it can then ask nothing that the page itself would not ask.
 * Decision 0021.
 */
export class Documents {
  /** The name of each document's operation, by its text. */
  private readonly names: ReadonlyMap<string, string>;

  private constructor(
    private readonly byHash: ReadonlyMap<string, string>,
    private readonly rule: Config['documents'],
  ) {
    this.names = new Map([...byHash.values()].map((text) => [text, operationNameIn(text)]));
  }

  /** @param file what the build of the page wrote beside it; without a page nothing is known */
  static read(file: string, rule: Config['documents']): Documents {
    const manifest = existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as object) : {};
    return new Documents(new Map(Object.entries(manifest)), rule);
  }

  /** The text to carry out; undefined where neither text nor hash came; or why it is not begun. */
  textOf({ query, extensions }: Sent, headers: IncomingHttpHeaders): string | GraphQLError | undefined {
    const hash = hashIn(extensions);
    const isSpelt = typeof query === 'string' && (query !== '' || hash === undefined);
    if (isSpelt) return this.mayAsk(query, headers) ? query : onlyKnown();
    return hash === undefined ? undefined : (this.byHash.get(hash) ?? unknown());
  }

  /** What the page calls an operation; undefined of any other text. */
  nameOf(text: string | undefined): string | undefined {
    return text === undefined ? undefined : this.names.get(text);
  }

  private mayAsk(text: string, headers: IncomingHttpHeaders): boolean {
    return this.rule === 'any' || !isOfBrowser(headers) || this.names.has(text);
  }
}

const operationNameIn = (text: string): string => getOperationAST(parse(text))?.name?.value ?? 'unnamed';

/** A browser says where a page's request comes from, and no script can make it not do so; a program need not. */
const isOfBrowser = (headers: IncomingHttpHeaders): boolean =>
  headers.origin !== undefined || headers['sec-fetch-site'] !== undefined;

function hashIn(extensions: unknown): string | undefined {
  const { persistedQuery } = (extensions ?? {}) as { persistedQuery?: unknown };
  const { sha256Hash } = (persistedQuery ?? {}) as { sha256Hash?: unknown };
  return typeof sha256Hash === 'string' ? sha256Hash : undefined;
}

const unknown = (): GraphQLError =>
  refusal(
    'UNKNOWN_DOCUMENT',
    'No document here has this hash: load the page again; a program sends the document itself.',
  );

const onlyKnown = (): GraphQLError =>
  refusal(
    'UNKNOWN_DOCUMENT',
    'A page may ask only what it was built with here. A program, which names no origin, may ask freely.',
  );
