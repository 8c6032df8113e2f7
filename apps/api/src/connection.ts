import { GraphQLError } from 'graphql';
import type { Page } from '#market';
import { isId } from './ids.js';
import { firstRefused, LIMITS } from './limits/limits.js';
import type { PageInfoModel } from './models/node.model.js';

type PageKey = Page<unknown>['rows'][number]['key'];

const refused = (message: string): GraphQLError =>
  new GraphQLError(message, { extensions: { code: 'BAD_USER_INPUT' } });

/** @throws GraphQLError when `first` is not from 1 to 100 */
export function pageSize(first: number): number {
  if (first < 1 || first > LIMITS.first) throw firstRefused();
  return first;
}

const cursorOf = ({ sortKey, id }: PageKey): string =>
  Buffer.from(JSON.stringify([sortKey, id])).toString('base64url');

/** What a list is sorted by decides what its cursors hold. */
export type SortedBy = 'time' | 'score' | 'number';

/** @throws GraphQLError when the text is no cursor of a list sorted this way */
export function pageKey(after: string | null | undefined, by: SortedBy): PageKey | undefined {
  if (after === null || after === undefined) return undefined;
  try {
    const [sortKey, id] = JSON.parse(Buffer.from(after, 'base64url').toString('utf8')) as [unknown, unknown];
    if (typeof sortKey === 'string' && typeof id === 'string' && READS[by](sortKey) && isId(id))
      return { sortKey, id };
  } catch {
    // Not JSON: refused below like any other text that is no cursor.
  }
  throw refused('after: not a cursor of this list; take one from an edge or pageInfo.');
}

const TIME = /^[12]\d{3}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{6}Z$/;
const NUMBER = /^\d{1,18}$/;
const SCORE = /^\d+(\.\d+)?(e-?\d+)?$/;

/** The form alone is not enough: the database refuses the 30th of February, and a number beyond its numbers. */
const READS: Readonly<Record<SortedBy, (text: string) => boolean>> = Object.freeze({
  time: (text) => TIME.test(text) && isReal(text),
  number: (text) => NUMBER.test(text),
  score: (text) => SCORE.test(text) && Number(text) <= 1 && (Number(text) > 0 || text === '0'),
});

/** A day or an hour that does not exist is another one once it has been read, or none. */
function isReal(text: string): boolean {
  const instant = new Date(text);
  return !Number.isNaN(instant.getTime()) && instant.toISOString().slice(0, 19) === text.slice(0, 19);
}

/** A Relay connection of a page; counting all of them is left out because it costs more than the page. */
export function connectionOf<T, N>(
  page: Page<T>,
  hasPrevious: boolean,
  node: (one: T) => N,
): { edges: { cursor: string; node: N }[]; pageInfo: PageInfoModel } {
  const edges = page.rows.map((row) => ({ cursor: cursorOf(row.key), node: node(row.node) }));
  const [first, last] = [edges[0]?.cursor, edges.at(-1)?.cursor];
  return {
    edges,
    pageInfo: {
      hasNextPage: page.hasNext,
      hasPreviousPage: hasPrevious,
      ...(first === undefined ? {} : { startCursor: first }),
      ...(last === undefined ? {} : { endCursor: last }),
    },
  };
}
