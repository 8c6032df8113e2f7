import { CombinedGraphQLErrors, type ErrorLike } from '@apollo/client';
import { Alert, Button, Heading, Paragraph, Skeleton } from '@digdir/designsystemet-react';
import type { ReactNode } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { Said } from '../said/said.js';

/** What Apollo's useQuery gives, as far as it is needed here. */
interface Result<Data> {
  readonly data?: Data | undefined;
  readonly error?: ErrorLike | undefined;
  readonly refetch: () => Promise<unknown>;
}

interface WholeProps<Data> {
  readonly result: Result<Data>;
  readonly children: (data: Data) => ReactNode;
}

/**
 * The answer to a question in every state that it has: nothing yet, the data, the data of before with a word that it could
 * not be asked again, or what went wrong with a way to try again.
 */
export function Whole<Data>({ result: { data, error, refetch }, children }: WholeProps<Data>) {
  const again = (): void => void refetch().catch(() => undefined);
  return (
    <>
      {error !== undefined && <Trouble error={error} hasOld={data !== undefined} again={again} />}
      {data === undefined ? error === undefined && <Loading /> : children(data)}
    </>
  );
}

interface TroubleProps {
  readonly error: ErrorLike;
  /** What was read before stands below. */
  readonly hasOld: boolean;
  readonly again: () => void;
}

function Trouble({ error, hasOld, again }: TroubleProps) {
  return (
    <Alert data-color={hasOld ? 'warning' : 'danger'}>
      <Heading level={2} data-size="2xs">
        <FormattedMessage id={hasOld ? 'shared.trouble.old' : 'shared.trouble.title'} />
      </Heading>
      <Paragraph>
        <TroubleText error={error} />
      </Paragraph>
      <Button variant="secondary" data-size="sm" onClick={again}>
        <FormattedMessage id="shared.again" />
      </Button>
    </Alert>
  );
}

/** The server's own words where it answered; else that nobody answered. */
function TroubleText({ error }: { readonly error: ErrorLike }) {
  if (!CombinedGraphQLErrors.is(error)) return <FormattedMessage id="shared.trouble.unreachable" />;
  const [first] = error.errors;
  const requestId = first?.extensions?.['requestId'];
  return (
    <>
      <Said>{first?.message}</Said>{' '}
      {typeof requestId === 'string' && (
        <FormattedMessage id="shared.trouble.request" values={{ id: <code>{requestId}</code> }} />
      )}
    </>
  );
}

/** The shape of what is coming, read out as one sentence. */
export function Loading() {
  const intl = useIntl();
  return (
    <div className="loading" role="status" aria-label={intl.formatMessage({ id: 'shared.loading' })}>
      <Skeleton variant="text" width={40} />
      <Skeleton variant="text" width={60} />
      <Skeleton variant="rectangle" height="6rem" />
    </div>
  );
}
