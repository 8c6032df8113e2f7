import { useQuery } from '@apollo/client/react';
import { useMemo } from 'react';
import type { Choice } from './choices.js';
import { WatchAreas } from './watches.graphql';

/** Counties and municipalities by number; two municipalities of one name are told apart by their county. */
export function useAreas(): ReadonlyMap<string, Choice> {
  const { data } = useQuery(WatchAreas, { fetchPolicy: 'cache-first' });
  return useMemo(
    () =>
      new Map(
        (data?.areas ?? []).map(({ number, name, county }) => [
          number,
          { value: number, label: name === county ? name : `${name}, ${county}` },
        ]),
      ),
    [data],
  );
}
