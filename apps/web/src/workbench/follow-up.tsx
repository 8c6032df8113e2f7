import { Details, Tag } from '@digdir/designsystemet-react';
import { FormattedDate, FormattedMessage } from 'react-intl';
import type { FollowedFragment } from '#operations';
import { NextStepDone, NextStepForm } from './next-step.js';
import { NoteForm } from './note-form.js';

interface FollowUpProps {
  readonly clusterId: string;
  readonly match: FollowedFragment;
  readonly onChanged?: () => void;
}

/** Notes and steps on a match: for staff, firms never read them. */
export function FollowUp({ clusterId, match, onChanged }: FollowUpProps) {
  const { notes, steps } = match;
  return (
    <Details className="workbench-follow">
      <Details.Summary>
        <FormattedMessage
          id="workbench.follow"
          values={{ notes: notes.length, steps: steps.filter(({ outcome }) => outcome === null).length }}
        />
      </Details.Summary>
      <Details.Content>
        <p className="quiet">
          <FormattedMessage id="workbench.follow.private" />
        </p>
        <div className="workbench-two">
          <section className="block">
            <h4>
              <FormattedMessage id="workbench.steps" />
            </h4>
            <Steps clusterId={clusterId} steps={steps} onChanged={onChanged} />
            <NextStepForm clusterId={clusterId} matchId={match.id} onSet={onChanged} />
          </section>
          <section className="block">
            <h4>
              <FormattedMessage id="workbench.notes" />
            </h4>
            <NoteForm clusterId={clusterId} matchId={match.id} />
            <Notes notes={notes} />
          </section>
        </div>
      </Details.Content>
    </Details>
  );
}

interface StepsProps extends Pick<FollowUpProps, 'clusterId'> {
  readonly steps: FollowedFragment['steps'];
  readonly onChanged: (() => void) | undefined;
}

const day = (value: string, timeZone: string) => (
  <FormattedDate value={value} dateStyle="medium" timeZone={timeZone} />
);

function Steps({ clusterId, steps, onChanged }: StepsProps) {
  return (
    <ul className="workbench-history">
      {steps.map((step) => (
        <li key={step.id}>
          <span>{step.text}</span>
          <span className="workbench-facts quiet">
            {step.outcome === null ? (
              <>
                <FormattedMessage id="workbench.step.due" values={{ day: day(step.dueOn, 'UTC') }} />
                {step.assignedTo !== null && <span>{step.assignedTo}</span>}
                <NextStepDone clusterId={clusterId} step={step} onDone={onChanged} />
              </>
            ) : (
              <Closed step={step} />
            )}
          </span>
        </li>
      ))}
    </ul>
  );
}

const Closed = ({
  step: { outcome, closedAt, closedBy },
}: {
  readonly step: FollowedFragment['steps'][number];
}) => (
  <>
    <Tag data-size="sm" data-color={outcome === 'DONE' ? 'success' : 'neutral'}>
      {outcome !== null && <FormattedMessage id={`workbench.step.outcome.${outcome}`} />}
    </Tag>
    {closedAt !== null && day(closedAt, 'Europe/Oslo')} {closedBy}
  </>
);

const Notes = ({ notes }: Pick<FollowedFragment, 'notes'>) => (
  <ul className="workbench-history">
    {notes.map(({ id, at, by, text }) => (
      <li key={id}>
        <span className="workbench-note">{text}</span>
        <small className="quiet">
          {day(at, 'Europe/Oslo')} {by}
        </small>
      </li>
    ))}
  </ul>
);
