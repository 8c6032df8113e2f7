import { Alert } from '@digdir/designsystemet-react';
import { FormattedMessage } from 'react-intl';
import type { Trouble } from '../shared/act.js';

interface TroubleProps {
  readonly trouble: Trouble | undefined;
}

/** What the server says of a field; undefined where it is about another one, or about nothing. */
export const troubleOf = (trouble: Trouble | undefined, field: string): string | undefined =>
  trouble?.path.includes(field) === true ? trouble.message : undefined;

/** What went wrong with a deed, where it is not said beside one of the fields. */
export function TroubleAlert({
  trouble,
  beside = [],
}: TroubleProps & { readonly beside?: readonly string[] }) {
  if (trouble === undefined || beside.some((field) => trouble.path.includes(field))) return null;
  return (
    <Alert data-color="danger" role="alert">
      {trouble.code === 'UNREACHABLE' ? (
        <FormattedMessage id="shared.trouble.unreachable" />
      ) : (
        <span lang="en">{trouble.message}</span>
      )}
    </Alert>
  );
}
