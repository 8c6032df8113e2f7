import { Heading, Paragraph } from '@digdir/designsystemet-react';
import { useQuery } from '@apollo/client/react';
import { Link } from '@tanstack/react-router';
import { FormattedMessage } from 'react-intl';
import { HintsAtStart } from './start.graphql';

/** That others have said something of the firm, and where it is answered. */
export function OurHints() {
  const { data } = useQuery(HintsAtStart);
  const waiting = data?.hintsForUs.filter(({ state }) => state === 'TIED') ?? [];
  if (waiting.length === 0) return null;
  return (
    <section aria-labelledby="our-hints" className="start-card">
      <Heading level={2} data-size="xs" id="our-hints">
        <FormattedMessage id="start.hints" values={{ count: waiting.length }} />
      </Heading>
      <Paragraph>
        <Link to="/hints">
          <FormattedMessage id="start.hints.answer" />
        </Link>
      </Paragraph>
    </section>
  );
}
