import { Button, Heading, Paragraph, Tag } from '@digdir/designsystemet-react';
import { FormattedMessage, useIntl } from 'react-intl';
import type { ProposalState, ProposalStep, SentTermsFragment } from '#operations';
import type { Deal } from './thread-deal.js';
import { writtenTerms } from './thread-terms.js';
import { useWords } from './words.js';

const COLOURS: Readonly<Record<ProposalState, 'info' | 'success' | 'danger' | 'neutral'>> = {
  SENT: 'info',
  ACCEPTED: 'success',
  COUNTERED: 'neutral',
  DECLINED: 'danger',
  WITHDRAWN: 'neutral',
  EXPIRED: 'neutral',
};

interface ProposalCardProps {
  readonly proposal: SentTermsFragment;
  /** The one before, that changes are marked against. */
  readonly former: SentTermsFragment | undefined;
  readonly deal: Deal;
  readonly take: (step: ProposalStep) => void;
}

/** One side's offer to the other: who, when, what, what of it is new, and what may be answered. */
export function ProposalCard({ proposal, former, deal, take }: ProposalCardProps) {
  const words = useWords();
  const { byViewer, note, steps } = proposal;
  return (
    <article className={byViewer ? 'negotiation-card own' : 'negotiation-card'}>
      <header>
        <Heading level={3} data-size="2xs">
          <FormattedMessage
            id={byViewer ? 'negotiation.byUs' : 'negotiation.byThem'}
            values={{ firm: deal.others, answers: former === undefined ? 'no' : 'yes' }}
          />
        </Heading>
        <State proposal={proposal} deal={deal} />
        <time className="quiet" dateTime={proposal.sentAt}>
          {words.moment(proposal.sentAt)}
        </time>
      </header>
      <Terms proposal={proposal} former={former} />
      {note !== null && <blockquote className="negotiation-note">{note}</blockquote>}
      {steps.length > 0 && (
        <footer>
          <div className="negotiation-steps">
            {steps.map((step) => (
              <Button
                key={step}
                variant={step === 'ACCEPT' ? 'primary' : 'secondary'}
                {...(step === 'DECLINE' || step === 'WITHDRAW' ? { 'data-color': 'neutral' as const } : {})}
                onClick={() => take(step)}
              >
                <FormattedMessage id={`negotiation.step.${step}`} />
              </Button>
            ))}
          </div>
          <Paragraph data-size="sm" className="quiet">
            <FormattedMessage id="negotiation.answerBy" values={{ day: words.dayOf(proposal.expiresAt) }} />
          </Paragraph>
        </footer>
      )}
    </article>
  );
}

function State({ proposal: { state, byViewer }, deal }: Pick<ProposalCardProps, 'proposal' | 'deal'>) {
  return (
    <Tag data-color={COLOURS[state]} data-size="sm">
      {state === 'SENT' ? (
        <FormattedMessage
          id={byViewer ? 'negotiation.waitsForThem' : 'negotiation.waitsForUs'}
          values={{ firm: deal.others }}
        />
      ) : (
        <FormattedMessage id={`negotiation.state.${state}`} />
      )}
    </Tag>
  );
}

function Terms({ proposal, former }: Pick<ProposalCardProps, 'proposal' | 'former'>) {
  const intl = useIntl();
  const words = useWords();
  return (
    <dl className="negotiation-terms">
      {writtenTerms(proposal, former, words, intl).map(({ term, label, text, before }) => (
        <div key={term}>
          <dt>
            <FormattedMessage id={label} />
          </dt>
          <dd>
            {before === undefined ? (
              text
            ) : (
              <>
                <mark>{text}</mark>{' '}
                <span className="quiet">
                  <FormattedMessage id="negotiation.before" values={{ before }} />
                </span>
              </>
            )}
          </dd>
        </div>
      ))}
      {proposal.retrospective && (
        <div>
          <dt>
            <FormattedMessage id="negotiation.term.retrospective" />
          </dt>
          <dd>
            <FormattedMessage id="negotiation.yes" />
          </dd>
        </div>
      )}
    </dl>
  );
}
