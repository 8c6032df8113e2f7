import { Button, Heading, Paragraph } from '@digdir/designsystemet-react';
import { useQuery } from '@apollo/client/react';
import { useNavigate } from '@tanstack/react-router';
import { FormattedMessage } from 'react-intl';
import type { AcceptanceDrawQuery, SentTermsFragment } from '#operations';
import { useAct } from '../shared/act.js';
import { Whole } from '../shared/whole.js';
import { useToast } from '../shell/toasts.js';
import { AcceptanceDraw, AcceptTerms } from './negotiation.graphql';
import type { Deal } from './thread-deal.js';
import { Refusal } from '../shared/refusal.js';
import { useWords } from './words.js';

interface AcceptanceProps {
  readonly proposal: SentTermsFragment;
  readonly deal: Deal;
  readonly onEnd: () => void;
}

/** Says what a yes will bind before it is said. */
export function Acceptance({ proposal, deal, onEnd }: AcceptanceProps) {
  const navigate = useNavigate();
  const tell = useToast();
  const { act, busy, trouble } = useAct(AcceptTerms);
  const draw = useQuery(AcceptanceDraw, { variables: { id: proposal.id }, fetchPolicy: 'network-only' });
  const accept = async (): Promise<void> => {
    const made = await act({ id: proposal.id });
    if (made === undefined) return;
    onEnd();
    tell(<FormattedMessage id="negotiation.agreed" values={{ firm: deal.others }} />);
    await navigate({ to: '/agreements/$id', params: { id: made.agreement.id } });
  };
  return (
    <div className="negotiation-answer">
      <Heading level={2} data-size="xs" id="negotiation-answer">
        <FormattedMessage id="negotiation.accept.title" values={{ firm: deal.others }} />
      </Heading>
      <Bound proposal={proposal} />
      <Whole result={draw}>{({ proposal: asked }) => <Draw draw={asked?.draw ?? null} deal={deal} />}</Whole>
      <Refusal trouble={trouble} />
      <div className="negotiation-steps">
        <Button onClick={() => void accept()} loading={busy}>
          <FormattedMessage id="negotiation.accept.button" />
        </Button>
        <Button variant="tertiary" onClick={onEnd} disabled={busy}>
          <FormattedMessage id="negotiation.cancel" />
        </Button>
      </div>
    </div>
  );
}

function Bound({ proposal: { quantity, price, currency } }: Pick<AcceptanceProps, 'proposal'>) {
  const words = useWords();
  return (
    <Paragraph>
      <FormattedMessage
        id="negotiation.accept.terms"
        values={{
          quantity: words.quantity(quantity),
          price: words.price(price, currency, quantity.unit),
        }}
      />
    </Paragraph>
  );
}

interface DrawProps {
  readonly draw: NonNullable<AcceptanceDrawQuery['proposal']>['draw'];
  readonly deal: Deal;
}

/** Of one's own listing only: what the other side has left is the other side's. */
function Draw({ draw, deal: { own } }: DrawProps) {
  const words = useWords();
  if (draw === null)
    return (
      <Paragraph className="negotiation-warns">
        <FormattedMessage id="negotiation.accept.beyond" />
      </Paragraph>
    );
  return (
    <>
      <dl className="negotiation-draw">
        <div>
          <dt>
            <FormattedMessage id="negotiation.accept.takes" values={{ title: own.title }} />
          </dt>
          <dd>{words.quantity(draw.takes)}</dd>
        </div>
        <div>
          <dt>
            <FormattedMessage id="negotiation.accept.leaves" />
          </dt>
          <dd>{words.quantity(draw.leaves)}</dd>
        </div>
      </dl>
      <Paragraph data-size="sm" className="quiet">
        <FormattedMessage id="negotiation.accept.shows" />
      </Paragraph>
    </>
  );
}
