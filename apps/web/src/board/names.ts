import { useCallback } from 'react';
import { useIntl } from 'react-intl';
import type { TextId } from '../texts/catalogue.js';

/** What a figure, indicator or ratio of the API is called; its own name where there is none yet. */
export function useFigureName(): (name: string) => string {
  const intl = useIntl();
  return useCallback(
    (name) => {
      const id = `board.figure.${name}`;
      return id in intl.messages ? intl.formatMessage({ id: id as TextId }) : name;
    },
    [intl],
  );
}

/** What stands in the way of a stream; a check by the name that it has in the rules. */
export function useObstacleName(): (name: string) => string {
  const intl = useIntl();
  return useCallback(
    (name) => {
      const id = `board.obstacle.${name}`;
      return id in intl.messages ? intl.formatMessage({ id: id as TextId }) : name;
    },
    [intl],
  );
}
