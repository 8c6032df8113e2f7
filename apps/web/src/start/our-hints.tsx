import { Alert, Button, Heading, Paragraph } from '@digdir/designsystemet-react';
import { useQuery } from '@apollo/client/react';
import { useNavigate } from '@tanstack/react-router';
import { FormattedMessage, useIntl } from 'react-intl';
import type { HintsAtStartQuery } from '#operations';
import { useAct } from '../shared/act.js';
import { ClaimHintAtStart, HintsAtStart, RejectHintAtStart } from './start.graphql';

/** What others have said of the firm: it is theirs, and becomes a draft, or it is not, and is forgotten. */
export function OurHints({ onAnswered }: { readonly onAnswered: () => void }) {
  const locale = useIntl().locale.startsWith('en') ? 'en' : 'nb';
  const { data, refetch } = useQuery(HintsAtStart, { variables: { locale } });
  const waiting = data?.hintsForUs.filter(({ state }) => state === 'TIED') ?? [];
  if (waiting.length === 0) return null;
  return (
    <section aria-labelledby="our-hints" className="start-card">
      <Heading level={2} data-size="xs" id="our-hints">
        <FormattedMessage id="start.hints" values={{ count: waiting.length }} />
      </Heading>
      <ul className="start-hints">
        {waiting.map((hint) => (
          <li key={hint.id}>
            <OurHint
              hint={hint}
              onAnswered={() => {
                void refetch().catch(() => undefined);
                onAnswered();
              }}
            />
          </li>
        ))}
      </ul>
    </section>
  );
}

interface OurHintProps {
  readonly hint: HintsAtStartQuery['hintsForUs'][number];
  readonly onAnswered: () => void;
}

function OurHint({ hint: { id, text, amountText, side, source, clusterName }, onAnswered }: OurHintProps) {
  const navigate = useNavigate();
  const claim = useAct(ClaimHintAtStart);
  const reject = useAct(RejectHintAtStart);
  const trouble = claim.trouble ?? reject.trouble;
  const isOurs = async (): Promise<void> => {
    const done = await claim.act({ id });
    if (done === undefined) return;
    onAnswered();
    await navigate({ to: '/listings/new', search: { side: done.draft.side, draft: done.draft.id } });
  };
  const isNot = async (): Promise<void> => {
    if ((await reject.act({ id })) !== undefined) onAnswered();
  };
  return (
    <>
      <Paragraph>
        <strong>
          <FormattedMessage
            id="start.hint.of"
            values={{ side, text: [text, amountText].filter(Boolean).join(', ') }}
          />
        </strong>
      </Paragraph>
      <Paragraph className="quiet" data-size="sm">
        <FormattedMessage id="start.hint.from" values={{ source, cluster: clusterName }} />
      </Paragraph>
      <div className="start-ways">
        <Button data-size="sm" loading={claim.busy} onClick={() => void isOurs()}>
          <FormattedMessage id="start.hint.claim" />
        </Button>
        <Button data-size="sm" variant="tertiary" loading={reject.busy} onClick={() => void isNot()}>
          <FormattedMessage id="start.hint.reject" />
        </Button>
      </div>
      {trouble !== undefined && (
        <Alert data-color="danger" role="alert" lang="en">
          {trouble.message}
        </Alert>
      )}
    </>
  );
}
