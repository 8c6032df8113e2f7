import { Alert, Button, Heading } from '@digdir/designsystemet-react';
import type { ReactNode } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { Said } from '../said/said.js';
import type { Asked } from './use-answer.js';

interface NoticeProps {
  readonly title: string;
  readonly children?: ReactNode;
}

export const Problem = ({ title, children }: NoticeProps) => (
  <Alert data-color="danger" role="alert">
    <Heading level={2} data-size="2xs">
      {title}
    </Heading>
    {children}
  </Alert>
);

/** The shape of what is coming, read out as one sentence. */
const Loading = () => (
  <div className="loading" role="status">
    <span className="unseen">
      <FormattedMessage id="shared.loading" />
    </span>
    {[1, 2, 3].map((line) => (
      <span key={line} className="loading-line" aria-hidden="true" />
    ))}
  </div>
);

interface UnansweredProps {
  readonly asked: Exclude<Asked<unknown>, { readonly is: 'answered' }>;
  readonly again: () => void;
}

/** Everything that a question can come to beside its answer. */
export function Unanswered({ asked, again }: UnansweredProps) {
  const intl = useIntl();
  if (asked.is === 'waiting') return <Loading />;
  return (
    <Problem title={intl.formatMessage({ id: `shared.problem.${asked.is}` })}>
      {asked.is === 'failed' && (
        <p>
          <Said>{asked.message}</Said>
        </p>
      )}
      <Button variant="secondary" data-size="sm" onClick={again}>
        <FormattedMessage id="shared.again" />
      </Button>
    </Problem>
  );
}
