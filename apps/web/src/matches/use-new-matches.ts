import { useMutation, useQuery } from '@apollo/client/react';
import { useEffect, useMemo } from 'react';
import { useRenewal } from '../shell/live.js';
import { MatchNewsRead, NewMatches } from './match.graphql';

/** Matches that the viewer was told of and has not looked at yet, each with the entries of the inbox that tell of it. */
export function useNewMatches(): ReadonlyMap<string, readonly string[]> {
  const result = useQuery(NewMatches);
  useRenewal(['matchFound'], result);
  const edges = result.data?.inbox.edges;
  return useMemo(() => {
    const entries = new Map<string, string[]>();
    for (const { node } of edges ?? []) {
      if (node.kind !== 'MATCH_FOUND' || node.match === null) continue;
      entries.set(node.match.id, [...(entries.get(node.match.id) ?? []), node.id]);
    }
    return entries;
  }, [edges]);
}

/** Who looks at a match has read the news of it. */
export function useRead(matchId: string): void {
  const [read] = useMutation(MatchNewsRead, { refetchQueries: [NewMatches] });
  const ids = useNewMatches().get(matchId)?.join(' ');
  useEffect(() => {
    // Nothing is lost when it fails: it stays new.
    if (ids !== undefined) void read({ variables: { ids: ids.split(' ') } }).catch(() => undefined);
  }, [ids, read]);
}
