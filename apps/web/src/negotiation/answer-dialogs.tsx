import { Dialog } from '@digdir/designsystemet-react';
import { useIntl } from 'react-intl';
import { Acceptance } from './acceptance.js';
import { DeclineForm } from './decline-form.js';
import type { Deal, Step } from './thread-deal.js';
import { Withdrawal } from './withdrawal.js';

interface AnswerDialogProps {
  readonly step: Step | undefined;
  readonly deal: Deal;
  readonly onEnd: () => void;
}

const ASKS: Readonly<Record<string, typeof Acceptance>> = {
  ACCEPT: Acceptance,
  DECLINE: DeclineForm,
  WITHDRAW: Withdrawal,
};

/** What is final is asked about once more, with what it will do. */
export function AnswerDialog({ step, deal, onEnd }: AnswerDialogProps) {
  const intl = useIntl();
  const Answer = step === undefined ? undefined : ASKS[step.name];
  return (
    <Dialog
      open={Answer !== undefined}
      onClose={onEnd}
      closeButton={intl.formatMessage({ id: 'negotiation.close' })}
      aria-labelledby="negotiation-answer"
    >
      {Answer !== undefined && step?.proposal !== undefined && (
        <Answer key={step.proposal.id} proposal={step.proposal} deal={deal} onEnd={onEnd} />
      )}
    </Dialog>
  );
}
