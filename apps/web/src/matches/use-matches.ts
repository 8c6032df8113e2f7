import { useCallback, useEffect, useReducer, useState } from 'react';
import { follow, type Line } from '../shared/follow.js';
import { ask } from '../shared/graphql.js';
import { useAnswer, type Asked } from '../shared/use-answer.js';
import { MATCH_FOUND, MATCHES, type Found } from './match.js';
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
  const [line, setLine] = useState<Line>('connecting');
  const firstPage = useCallback(
    async (signal: AbortSignal) => {
      const answer = await ask(token, MATCHES, {}, signal);
      if (answer.is === 'answered' && !signal.aborted) {
        const { edges, pageInfo } = answer.data.matches;
        tell({ is: 'page', matches: edges.map(({ node }) => node), more: pageInfo.hasNextPage });
      }
      return answer;
    },
    [token],
  );
  const { asked, again } = useAnswer(firstPage, onRefused);

  useEffect(() => {
    const stop = new AbortController();
    let after: string | undefined;
    let settling: number | undefined;
    const onLine = (now: Line): void => {
      setLine(now);
      window.clearTimeout(settling);
      // Without a cursor there is nothing to go on from: what came in between is found by reading again.
      if (now === 'live' && after === undefined) settling = window.setTimeout(again, SETTLED_MS);
    };
    const onNext = ({ matchFound: { cursor, match } }: Found): void => {
      after = cursor;
      tell({ is: 'found', match });
    };
    const run = async (): Promise<void> => {
      const follower = { document: MATCH_FOUND, variables: () => ({ after }), onNext, onLine };
      if ((await follow(token, follower, stop.signal)) === 'refused') onRefused();
    };
    void run();
    return () => {
      stop.abort();
      window.clearTimeout(settling);
    };
  }, [token, again, onRefused]);

  return { list, asked, line, again };
}
