import { Button, Heading, Paragraph } from '@digdir/designsystemet-react';
import { useQuery } from '@apollo/client/react';
import { CheckmarkCircleFillIcon, CircleIcon } from '@navikt/aksel-icons';
import { Link } from '@tanstack/react-router';
import { useState, type ReactNode } from 'react';
import { FormattedMessage } from 'react-intl';
import { hasLookedAsOthers } from '../shared/looked.js';
import { HintsAtStart } from './start.graphql';

const keyOf = (firmId: string): string => `bistrom-checklist-${firmId}`;

interface ChecklistProps {
  readonly firmId: string;
  readonly isAdmin: boolean;
  readonly hasListed: boolean;
}

/** The first three steps of a newcomer; gone once they are taken, or when it is put away. */
export function Checklist({ firmId, isAdmin, hasListed }: ChecklistProps) {
  const { data } = useQuery(HintsAtStart, { skip: !isAdmin });
  const [away, setAway] = useState(() => localStorage.getItem(keyOf(firmId)) !== null);
  const looked = hasLookedAsOthers();
  const hasInvited = !isAdmin || (data?.members.length ?? 2) + (data?.invitations.length ?? 0) > 1;
  if (away || (hasListed && looked && hasInvited)) return null;
  return (
    <section aria-labelledby="first-steps" className="start-card">
      <Heading level={2} data-size="xs" id="first-steps">
        <FormattedMessage id="start.steps" />
      </Heading>
      <ol className="start-steps">
        <Step done={hasListed} label={<FormattedMessage id="start.step.list" />}>
          <Link to="/listings/new" search={{ side: 'OFFER' }}>
            <FormattedMessage id="listings.new.OFFER" />
          </Link>
        </Step>
        <Step done={looked} label={<FormattedMessage id="start.step.look" />}>
          <Link to="/listings">
            <FormattedMessage id="start.step.lookWay" />
          </Link>
        </Step>
        {isAdmin && (
          <Step done={hasInvited} label={<FormattedMessage id="start.step.invite" />}>
            <Link to="/account">
              <FormattedMessage id="start.step.inviteWay" />
            </Link>
          </Step>
        )}
      </ol>
      <Button
        variant="tertiary"
        data-size="sm"
        onClick={() => {
          localStorage.setItem(keyOf(firmId), 'away');
          setAway(true);
        }}
      >
        <FormattedMessage id="start.steps.away" />
      </Button>
    </section>
  );
}

interface StepProps {
  readonly done: boolean;
  readonly label: ReactNode;
  /** The way to it. */
  readonly children: ReactNode;
}

const Step = ({ done, label, children }: StepProps) => (
  <li>
    {done ? (
      <CheckmarkCircleFillIcon aria-hidden fontSize="1.5rem" className="start-done" />
    ) : (
      <CircleIcon aria-hidden fontSize="1.5rem" />
    )}
    <Paragraph>
      {label}{' '}
      {done ? (
        <span className="unseen">
          <FormattedMessage id="start.step.done" />
        </span>
      ) : (
        children
      )}
    </Paragraph>
  </li>
);
