import { useCallback, useEffect, useRef, useState } from 'react';

/** What a connection of the API gives. */
export interface ConnectionPage<Row> {
  readonly edges: readonly { readonly node: Row }[];
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor?: string | null };
}

interface State<Row> {
  readonly rows: readonly Row[];
  readonly next: string | undefined;
  readonly hasMore: boolean;
  readonly loading: boolean;
  readonly error: unknown;
}

export interface Pages<Row> extends State<Row> {
  /** Asks for the next page, unless it is on its way. */
  readonly more: () => void;
  /** Begins anew; what is there stands until the answer has come. */
  readonly again: () => void;
}

const BEFORE: State<never> = { rows: [], next: undefined, hasMore: true, loading: true, error: undefined };

/**
 * A list that is read page by page and held beside the cache: writing ten thousand rows into that anew for each page
 * would be felt when scrolling.
 *
 * @param load one page; the same function as long as the same list is meant
 */
export function usePages<Row>(load: (after: string | null) => Promise<ConnectionPage<Row>>): Pages<Row> {
  const [state, setState] = useState<State<Row>>(BEFORE);
  const run = useRef(0);
  const busy = useRef(false);
  const take = useCallback(
    async (after: string | undefined): Promise<void> => {
      if (after === undefined) run.current += 1;
      else if (busy.current) return;
      const mine = run.current;
      busy.current = true;
      setState((old) => ({ ...old, loading: true, error: undefined }));
      try {
        const { edges, pageInfo } = await load(after ?? null);
        if (mine !== run.current) return;
        const came = edges.map(({ node }) => node);
        setState(({ rows }) => ({
          rows: after === undefined ? came : [...rows, ...came],
          next: pageInfo.endCursor ?? undefined,
          hasMore: pageInfo.hasNextPage,
          loading: false,
          error: undefined,
        }));
      } catch (error) {
        if (mine === run.current) setState((old) => ({ ...old, loading: false, error }));
      }
      if (mine === run.current) busy.current = false;
    },
    [load],
  );
  useEffect(() => {
    setState(BEFORE);
    void take(undefined);
    return () => {
      run.current += 1;
    };
  }, [take]);
  const { next, error } = state;
  const more = useCallback(() => {
    if (next !== undefined && error === undefined) void take(next);
  }, [next, error, take]);
  const again = useCallback(() => void take(undefined), [take]);
  return { ...state, more, again };
}
