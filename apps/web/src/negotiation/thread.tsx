import { Alert, Button, Heading, Paragraph } from '@digdir/designsystemet-react';
import { useQuery } from '@apollo/client/react';
import { Link } from '@tanstack/react-router';
import { useId, useState } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import type { NegotiationThreadQuery } from '#operations';
import { Empty } from '../shared/page.js';
import { Whole } from '../shared/whole.js';
import { useRenewal } from '../shell/live.js';
import { useViewer } from '../shell/viewer.js';
import { AnswerDialog } from './answer-dialogs.js';
import { NegotiationThread } from './negotiation.graphql';
import './negotiation.css';
import { ProposalCard } from './proposal-card.js';
import { TermsForm } from './terms-form.js';
import type { Deal, Step } from './thread-deal.js';

type ThreadMatch = NonNullable<NegotiationThreadQuery['match']>;

/** What the two sides of a match have said to each other, in its order, and what may be said next. */
export function Thread({ matchId }: { readonly matchId: string }) {
  const result = useQuery(NegotiationThread, { variables: { matchId } });
  useRenewal(['proposalChanged', 'agreementChanged'], result);
  const heading = useId();
  return (
    <section className="negotiation" aria-labelledby={heading}>
      <Heading level={2} data-size="sm" id={heading}>
        <FormattedMessage id="negotiation.title" />
      </Heading>
      <Whole result={result}>
        {({ match }) => match !== null && <ThreadBody match={match} renew={() => void result.refetch()} />}
      </Whole>
    </section>
  );
}

/** Whose side the viewer is on, and what the other one is called. */
function useDeal({ id, offer, need, quantity }: ThreadMatch): Deal {
  const intl = useIntl();
  const { acting } = useViewer();
  const gives = offer.firm?.id === acting?.firm.id;
  const [own, other] = gives ? [offer, need] : [need, offer];
  const others = other.firm?.name ?? intl.formatMessage({ id: 'negotiation.otherSide' });
  return { matchId: id, own, others, quantity };
}

function ThreadBody({ match, renew }: { readonly match: ThreadMatch; readonly renew: () => void }) {
  const deal = useDeal(match);
  const [step, setStep] = useState<Step>();
  const sent = match.proposals.toReversed();
  const latest = sent.at(-1);
  const mayPropose = match.state === 'OPEN' && latest?.state !== 'SENT';
  const finish = (): void => {
    setStep(undefined);
    renew();
  };
  return (
    <>
      {sent.length > 0 && (
        <ol className="negotiation-thread">
          {sent.map((proposal, at) => (
            <li key={proposal.id}>
              <ProposalCard
                proposal={proposal}
                former={sent[at - 1]}
                deal={deal}
                take={(name) => setStep({ name, proposal })}
              />
            </li>
          ))}
        </ol>
      )}
      {step?.name === 'PROPOSE' || step?.name === 'COUNTER' ? (
        <TermsForm deal={deal} basis={step.proposal ?? latest} step={step} onEnd={finish} />
      ) : (
        <NextStep match={match} mayPropose={mayPropose} propose={() => setStep({ name: 'PROPOSE' })} />
      )}
      <AnswerDialog step={step} deal={deal} onEnd={finish} />
    </>
  );
}

interface NextStepProps {
  readonly match: ThreadMatch;
  readonly mayPropose: boolean;
  readonly propose: () => void;
}

function NextStep({ match: { state, proposals }, mayPropose, propose }: NextStepProps) {
  const intl = useIntl();
  const button = (
    <Button onClick={propose}>
      <FormattedMessage id={proposals.length > 0 ? 'negotiation.proposeAgain' : 'negotiation.propose'} />
    </Button>
  );
  if (mayPropose && proposals.length > 0) return <div>{button}</div>;
  if (mayPropose)
    return (
      <Empty title={intl.formatMessage({ id: 'negotiation.empty.title' })}>
        <Paragraph className="quiet">
          <FormattedMessage id="negotiation.empty.lead" />
        </Paragraph>
        {button}
      </Empty>
    );
  if (state === 'OPEN' || state === 'NEGOTIATING') return null;
  return (
    <Alert data-color={state === 'AGREED' ? 'success' : 'info'}>
      <Paragraph>
        <FormattedMessage id={`negotiation.closed.${state}`} />{' '}
        {state === 'AGREED' && (
          <Link to="/agreements">
            <FormattedMessage id="negotiation.toAgreements" />
          </Link>
        )}
      </Paragraph>
    </Alert>
  );
}
