import { useQuery } from '@apollo/client/react';
import { Button, Heading, Paragraph } from '@digdir/designsystemet-react';
import { FormattedMessage, useIntl } from 'react-intl';
import { useAct } from '../shared/act.js';
import { Refusal } from '../shared/refusal.js';
import { useRenewal } from '../shell/live.js';
import { useToast } from '../shell/toasts.js';
import { SendTerms } from '../negotiation/negotiation.graphql';
import { MatchSuggestion } from './plans.graphql';
import { amountText } from './words.js';

/** What the cluster's plan suggests on a match: either firm sends it as it is, and the other answers. */
export function PlanSuggestion({ matchId }: { readonly matchId: string }) {
  const intl = useIntl();
  const tell = useToast();
  const result = useQuery(MatchSuggestion, { variables: { id: matchId } });
  useRenewal(['proposalChanged', 'agreementChanged'], result);
  const { act, busy, trouble } = useAct(SendTerms);
  const match = result.data?.match;
  const suggestion = match?.state === 'OPEN' ? match.planSuggestion : null;
  if (!suggestion) return null;
  const { value, unit, per } = suggestion.quantity;
  const send = async (): Promise<void> => {
    const quantity = { value: value ?? '0', unit, per };
    const startsOn = new Date().toISOString();
    if ((await act({ input: { matchId, quantity, startsOn } })) === undefined) return;
    tell(<FormattedMessage id="plans.suggestion.sent" />);
    void result.refetch().catch(() => undefined);
  };
  return (
    <section className="card match-part" aria-labelledby="plan-suggestion">
      <Heading level={2} data-size="xs" id="plan-suggestion">
        <FormattedMessage id="plans.suggestion" />
      </Heading>
      <Paragraph>
        <FormattedMessage
          id={per === 'ONCE' ? 'plans.suggestion.once' : 'plans.suggestion.yearly'}
          values={{ amount: amountText(intl, value ?? '0', unit) }}
        />
      </Paragraph>
      <Refusal trouble={trouble} />
      <div>
        <Button loading={busy} onClick={() => void send()}>
          <FormattedMessage id="plans.suggestion.send" />
        </Button>
      </div>
    </section>
  );
}
