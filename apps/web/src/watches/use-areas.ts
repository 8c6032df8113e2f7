import { useQuery } from '@apollo/client/react';
import { useMemo } from 'react';
import { WatchAreas } from './watches.graphql';

export interface Area {
  readonly value: string;
  readonly label: string;
}

/** Counties and municipalities by number; two municipalities of one name are told apart by their county. */
export function useAreas(): ReadonlyMap<string, Area> {
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
