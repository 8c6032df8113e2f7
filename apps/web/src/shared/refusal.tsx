import { Alert } from '@digdir/designsystemet-react';
import { FormattedMessage } from 'react-intl';
import type { Trouble } from './act.js';

const KNOWN = ['CONFLICT', 'FORBIDDEN', 'NOT_FOUND', 'UNREACHABLE', 'VALIDATION'] as const;

/** The field that an error is about: the last part of its path. */
export const fieldOf = (trouble: Trouble | undefined): string | undefined => trouble?.path.at(-1);

/** What came in the way of a deed, in the reader's language, and what the server said of it. */
export function Refusal({ trouble }: { readonly trouble: Trouble | undefined }) {
  if (trouble === undefined) return null;
  const code = KNOWN.find((one) => one === trouble.code) ?? 'OTHER';
  return (
    <Alert data-color="danger" role="alert">
      <FormattedMessage id={`shared.refusal.${code}`} />
      {code !== 'UNREACHABLE' && (
        <>
          {' '}
          <small lang="en">({trouble.message})</small>
        </>
      )}
    </Alert>
  );
}
