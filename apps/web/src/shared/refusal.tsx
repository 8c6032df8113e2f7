import { Alert } from '@digdir/designsystemet-react';
import type { ReactNode } from 'react';
import { FormattedMessage } from 'react-intl';
import { Said } from '../said/said.js';
import type { Trouble } from './act.js';

const KNOWN = ['CONFLICT', 'FORBIDDEN', 'NOT_FOUND', 'UNREACHABLE', 'VALIDATION'] as const;

/** The field that an error is about, as the input calls it: the last part of its path. */
export const fieldOf = (trouble: Trouble | undefined): string | undefined => trouble?.path.at(-1);

/** What is wrong with one field, for its own place; undefined where the error is about something else. */
export const troubleOf = (trouble: Trouble | undefined, field: string): ReactNode =>
  trouble !== undefined && fieldOf(trouble) === field ? <Said>{trouble.message}</Said> : undefined;

interface RefusalProps {
  readonly trouble: Trouble | undefined;
  /** Those that say themselves what is wrong with them. */
  readonly fields?: readonly string[];
}

/** What came in the way of a deed, in the reader's language, and what the server said of it. */
export function Refusal({ trouble, fields = [] }: RefusalProps) {
  if (trouble === undefined || fields.includes(fieldOf(trouble) ?? '')) return null;
  const code = KNOWN.find((one) => one === trouble.code) ?? 'OTHER';
  return (
    <Alert data-color="danger" role="alert">
      <FormattedMessage id={`shared.refusal.${code}`} />
      {code !== 'UNREACHABLE' && (
        <>
          {' '}
          <Said>{trouble.message}</Said>
        </>
      )}
    </Alert>
  );
}
