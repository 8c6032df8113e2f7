import { useCallback, useEffect, useReducer, useState } from 'react';
import { follow, type Line } from '../shared/follow.js';
import { ask } from '../shared/graphql.js';
import type { Asked } from '../shared/use-answer.js';
import { MATCH_FOUND, MATCHES } from './match.js';
import { NO_MATCHES, withNews, type MatchList } from './match-list.js';

interface LiveMatches {
  readonly list: MatchList;
  readonly asked: Asked<unknown>;
  readonly line: Line;
  readonly again: () => void;
}

/** How long after connecting the server surely listens for us, ms. */
const SETTLED_MS = 1500;

/** The first page, then everything that is found while the page is open, across broken connections. */
export function useMatches(token: string, onRefused: () => void): LiveMatches {
  const [list, tell] = useReducer(withNews, NO_MATCHES);
  const [asked, setAsked] = useState<Asked<unknown>>({ is: 'waiting' });
  const [line, setLine] = useState<Line>('connecting');

  const load = useCallback(
    async (signal?: AbortSignal): Promise<void> => {
      const answer = await ask(token, MATCHES, {}, signal);
      if (signal?.aborted === true) return;
      if (answer.is === 'refused') return onRefused();
      setAsked(answer);
      if (answer.is !== 'answered') return;
      const { edges, pageInfo } = answer.data.matches;
      tell({ is: 'page', matches: edges.map(({ node }) => node), more: pageInfo.hasNextPage });
    },
    [token, onRefused],
  );

  useEffect(() => {
    const stop = new AbortController();
    let after: string | undefined;
    let settling: number | undefined;
    const onLine = (now: Line): void => {
      setLine(now);
      window.clearTimeout(settling);
      // Without a cursor there is nothing to go on from: what came in between is found by reading again.
      if (now === 'live' && after === undefined) {
        settling = window.setTimeout(() => void load(stop.signal), SETTLED_MS);
      }
    };
    const run = async (): Promise<void> => {
      const end = await follow(
        token,
        {
          operation: MATCH_FOUND,
          variables: () => ({ after }),
          onNext: ({ matchFound }) => {
            after = matchFound.cursor;
            tell({ is: 'found', match: matchFound.match });
          },
          onLine,
        },
        stop.signal,
      );
      if (end === 'refused') onRefused();
    };
    void load(stop.signal);
    void run();
    return () => {
      stop.abort();
      window.clearTimeout(settling);
    };
  }, [token, load, onRefused]);

  const again = useCallback(() => {
    setAsked({ is: 'waiting' });
    void load();
  }, [load]);
  return { list, asked, line, again };
}
