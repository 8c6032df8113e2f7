import { Button } from '@digdir/designsystemet-react';
import { useState } from 'react';
import { FormattedMessage } from 'react-intl';

interface MoreProps {
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
  readonly fetchMore: (after: string) => Promise<unknown>;
}

/** The way to the next page of a list, where there is one. */
export function More({ pageInfo: { hasNextPage, endCursor }, fetchMore }: MoreProps) {
  const [busy, setBusy] = useState(false);
  if (!hasNextPage || endCursor === null) return null;
  const more = async (): Promise<void> => {
    setBusy(true);
    // What could not be fetched can be asked for again.
    await fetchMore(endCursor).catch(() => undefined);
    setBusy(false);
  };
  return (
    <Button variant="secondary" loading={busy} onClick={() => void more()}>
      <FormattedMessage id="shared.more" />
    </Button>
  );
}

interface Connection<Edge> {
  readonly edges: readonly Edge[];
}

/** The next part behind what is there already. */
export const joined = <Edge, List extends Connection<Edge>>(before: List, next: List): List => ({
  ...next,
  edges: [...before.edges, ...next.edges],
});
