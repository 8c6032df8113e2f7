import { Alert, Button, Heading } from '@digdir/designsystemet-react';
import { useCallback, useId, useState } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { useLanguage } from '../shared/language.js';
import { Problem, Unanswered } from '../shared/notice.js';
import { dayText } from '../shared/numbers.js';
import { useAnswer } from '../shared/use-answer.js';
import { askListing, confirmListing, type ListingToConfirm } from './confirmation.js';

interface ConfirmationPageProps {
  readonly token: string;
}

/** What the link of a reminder opens: the listing, and one button that says that it is still true. */
export function ConfirmationPage({ token }: ConfirmationPageProps) {
  const intl = useIntl();
  const question = useCallback((signal: AbortSignal) => askListing(token, signal), [token]);
  const { asked, again } = useAnswer(question);
  if (asked.is !== 'answered') return <Unanswered asked={asked} again={again} />;
  if (asked.data === null) return <Problem title={intl.formatMessage({ id: 'confirmation.none' })} />;
  return <Confirmation token={token} found={asked.data} />;
}

interface ConfirmationProps extends ConfirmationPageProps {
  readonly found: ListingToConfirm;
}

function Confirmation({ token, found }: ConfirmationProps) {
  const intl = useIntl();
  const { language } = useLanguage();
  const [listing, setListing] = useState(found);
  const [busy, setBusy] = useState(false);
  const [trouble, setTrouble] = useState<string>();
  const headingId = useId();
  const submit = async (): Promise<void> => {
    setBusy(true);
    setTrouble(undefined);
    const outcome = await confirmListing(token);
    setBusy(false);
    if (outcome.is === 'answered') setListing(outcome.data);
    else if (outcome.is === 'failed') setTrouble(outcome.message);
    else setTrouble(intl.formatMessage({ id: `shared.problem.${outcome.is}` }));
  };
  const until = listing.confirmBy === null ? '' : dayText(language, listing.confirmBy);
  return (
    <section aria-labelledby={headingId}>
      <Heading level={1} id={headingId}>
        {listing.title}
      </Heading>
      {listing.confirmed ? (
        <Alert data-color="success" role="status">
          <FormattedMessage id="confirmation.done" values={{ known: until === '' ? 'no' : 'yes', until }} />
        </Alert>
      ) : (
        <>
          <p>
            <FormattedMessage
              id={`confirmation.lead.${listing.side}`}
              values={{ known: until === '' ? 'no' : 'yes', until }}
            />
          </p>
          {trouble !== undefined && (
            <Alert data-color="danger" role="alert">
              {trouble}
            </Alert>
          )}
          <div>
            <Button disabled={busy} onClick={() => void submit()}>
              <FormattedMessage id={busy ? 'confirmation.busy' : 'confirmation.submit'} />
            </Button>
          </div>
        </>
      )}
    </section>
  );
}
