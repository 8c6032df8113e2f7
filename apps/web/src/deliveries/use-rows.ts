import { useApolloClient } from '@apollo/client/react';
import { useCallback, useRef, useState } from 'react';
import type { RowsOfImportQueryVariables } from '#operations';
import type { ReadRow } from './import-row.js';
import type { RowView } from './import-search.js';
import { RowsOfImport } from './import.graphql';

/** As the document asks. */
const PAGE = 100;

interface Rows {
  readonly rows: readonly ReadRow[];
  /** Reads the next page; does nothing while one is being read. */
  readonly more: () => void;
  readonly isWhole: boolean;
  /** The last page did not come; more() asks for it again. */
  readonly isLost: boolean;
}

const filterOf = (view: RowView): Pick<RowsOfImportQueryVariables, 'effect' | 'outcome'> =>
  view === 'all' ? {} : view === 'LAPSED' ? { outcome: 'LAPSED' } : { effect: view };

/** The rows of a file page by page, kept while they are looked at and nowhere else. */
export function useRows(id: string, view: RowView): Rows {
  const client = useApolloClient();
  const [rows, setRows] = useState<readonly ReadRow[]>([]);
  const [isWhole, setWhole] = useState(false);
  const [isLost, setLost] = useState(false);
  const isReading = useRef(false);
  const afterRow = rows.at(-1)?.row ?? 0;
  const more = useCallback(() => {
    if (isReading.current) return;
    isReading.current = true;
    setLost(false);
    const variables = { id, afterRow, ...filterOf(view) };
    void client
      .query({ query: RowsOfImport, variables, fetchPolicy: 'no-cache' })
      .then(({ data }) => {
        const page = data?.deliveryImport?.rows ?? [];
        setRows((before) => [...before, ...page]);
        setWhole(page.length < PAGE);
      })
      .catch(() => setLost(true))
      .finally(() => {
        isReading.current = false;
      });
  }, [client, id, view, afterRow]);
  return { rows, more, isWhole, isLost };
}
