import { useMemo } from 'react';
import { instantsOf, yearInOslo } from './period.js';
import type { BoardSearch } from './search.js';

/** What is asked of the API for what the address says. */
export const useQuestion = (clusterId: string, { period, basis, set }: BoardSearch) =>
  useMemo(
    () => ({
      clusterId,
      ...instantsOf(period ?? yearInOslo(new Date())),
      basis: basis ?? ('DELIVERED' as const),
      factorSet: set ?? null,
    }),
    [clusterId, period, basis, set],
  );

export type Question = ReturnType<typeof useQuestion>;
