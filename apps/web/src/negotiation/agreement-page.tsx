import { Heading, Paragraph } from '@digdir/designsystemet-react';
import { useQuery } from '@apollo/client/react';
import { Link, useParams } from '@tanstack/react-router';
import { FormattedMessage } from 'react-intl';
import type { OneAgreementQuery } from '#operations';
import { Deliveries } from '../deliveries/deliveries.js';
import { Bar } from '../shared/bar.js';
import { Page } from '../shared/page.js';
import { Whole } from '../shared/whole.js';
import { useRenewal } from '../shell/live.js';
import { NotFound } from '../shell/not-found.js';
import { AgreementTag, usePartner } from './agreements-table.js';
import { OneAgreement } from './agreements.graphql';
import './negotiation.css';
import { useWords } from './words.js';

export type WholeAgreement = NonNullable<OneAgreementQuery['agreement']>;

/** One agreement: what was said, what is left of it, and what has been delivered. */
export function AgreementPage() {
  const { id } = useParams({ from: '/agreements/$id' });
  const result = useQuery(OneAgreement, { variables: { id } });
  useRenewal(['agreementChanged'], result);
  const renew = (): void => void result.refetch();
  return (
    <Whole result={result}>
      {({ agreement }) => (agreement === null ? <NotFound /> : <Shown agreement={agreement} renew={renew} />)}
    </Whole>
  );
}

function Shown({ agreement, renew }: { readonly agreement: WholeAgreement; readonly renew: () => void }) {
  const words = useWords();
  const { gives, name } = usePartner(agreement.match);
  return (
    <Page
      title={words.label(agreement.match.byProduct)}
      lead={
        <>
          <FormattedMessage
            id={gives ? 'negotiation.goesTo' : 'negotiation.comesFrom'}
            values={{ firm: name }}
          />{' '}
          <AgreementTag state={agreement.state} />
        </>
      }
    >
      <Remaining agreement={agreement} />
      <Terms agreement={agreement} />
      <Deliveries agreement={agreement} renew={renew} />
    </Page>
  );
}

/** How much of a bar is full: pixels, not a figure. */
const fullness = (part: string | null, whole: string | null): number =>
  part === null || whole === null || Number(whole) === 0 ? 0 : 1 - Number(part) / Number(whole);

function Remaining({ agreement: { quantity, remaining } }: { readonly agreement: WholeAgreement }) {
  const words = useWords();
  if (remaining.value === null) return null;
  return (
    <section className="negotiation-remaining" aria-label={words.quantity(quantity)}>
      <p>
        <FormattedMessage
          id={quantity.per === 'ONCE' ? 'negotiation.leftOfLot' : 'negotiation.leftOfRound'}
          values={{
            left: <strong>{words.amount(remaining.value, remaining.unit)}</strong>,
            quantity: words.quantity(quantity),
          }}
        />
      </p>
      <Bar part={fullness(remaining.value, quantity.value)} />
    </section>
  );
}

function Terms({ agreement }: { readonly agreement: WholeAgreement }) {
  const words = useWords();
  const { match, quantity, price, currency, startsOn, endsOn, retrospective } = agreement;
  const agreed = match.proposals.find(({ state }) => state === 'ACCEPTED');
  const { own, other } = usePartner(match);
  return (
    <section className="negotiation" aria-labelledby="negotiation-terms">
      <Heading level={2} data-size="sm" id="negotiation-terms">
        <FormattedMessage id="negotiation.terms" />
      </Heading>
      <dl className="negotiation-terms">
        <Term id="negotiation.term.quantity">{words.quantity(quantity)}</Term>
        <Term id="negotiation.term.price">{words.price(price, currency, quantity.unit)}</Term>
        <Term id="negotiation.term.startsOn">{words.day(startsOn)}</Term>
        <Term id="negotiation.term.endsOn">
          {endsOn === null ? <FormattedMessage id="negotiation.openEnd" /> : words.day(endsOn)}
        </Term>
        {agreed?.transportMode && <Term id="negotiation.term.transportMode">{agreed.transportMode}</Term>}
        <Term id="negotiation.ours">{own.title}</Term>
        <Term id="negotiation.theirs">
          {other.siteName === null ? other.title : `${other.title} (${other.siteName})`}
        </Term>
        {retrospective && (
          <Term id="negotiation.term.retrospective">
            <FormattedMessage id="negotiation.yes" />
          </Term>
        )}
      </dl>
      {agreed?.note && <blockquote className="negotiation-note">{agreed.note}</blockquote>}
      <Paragraph>
        <Link to="/matches/$id" params={{ id: match.id }}>
          <FormattedMessage id="negotiation.toMatch" />
        </Link>
      </Paragraph>
    </section>
  );
}

interface TermProps {
  readonly id: Parameters<typeof FormattedMessage>[0]['id'];
  readonly children: React.ReactNode;
}

const Term = ({ id, children }: TermProps) => (
  <div>
    <dt>
      <FormattedMessage id={id} />
    </dt>
    <dd>{children}</dd>
  </div>
);
