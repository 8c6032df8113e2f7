import { Button, Heading, Paragraph } from '@digdir/designsystemet-react';
import { FormattedMessage } from 'react-intl';
import type { SentTermsFragment } from '#operations';
import { useAct } from '../shared/act.js';
import { WithdrawTerms } from './negotiation.graphql';
import type { Deal } from './thread-deal.js';
import { Refusal } from '../shared/refusal.js';

interface WithdrawalProps {
  readonly proposal: SentTermsFragment;
  readonly deal: Deal;
  readonly onEnd: () => void;
}

/** Takes one's own proposal back; the match is open again for both. */
export function Withdrawal({ proposal, deal, onEnd }: WithdrawalProps) {
  const { act, busy, trouble } = useAct(WithdrawTerms);
  const withdraw = async (): Promise<void> => {
    if ((await act({ id: proposal.id })) !== undefined) onEnd();
  };
  return (
    <div className="negotiation-answer">
      <Heading level={2} data-size="xs" id="negotiation-answer">
        <FormattedMessage id="negotiation.withdraw.title" />
      </Heading>
      <Paragraph>
        <FormattedMessage id="negotiation.withdraw.lead" values={{ firm: deal.others }} />
      </Paragraph>
      <Refusal trouble={trouble} />
      <div className="negotiation-steps">
        <Button data-color="danger" onClick={() => void withdraw()} loading={busy}>
          <FormattedMessage id="negotiation.step.WITHDRAW" />
        </Button>
        <Button variant="tertiary" onClick={onEnd} disabled={busy}>
          <FormattedMessage id="negotiation.cancel" />
        </Button>
      </div>
    </div>
  );
}
