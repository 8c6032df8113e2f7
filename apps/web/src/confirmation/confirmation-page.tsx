import { useCallback, useId, useState } from 'react';
import { useTexts } from '../shared/language.js';
import { Problem, Unanswered } from '../shared/notice.js';
import { dayText } from '../shared/numbers.js';
import { useAnswer } from '../shared/use-answer.js';
import { askListing, confirmListing, type ListingToConfirm } from './confirmation.js';
import '../sign-in/sign-in.css';

interface ConfirmationPageProps {
  readonly token: string;
}

/** What the link of a reminder opens: the listing, and one button that says that it is still true. */
export function ConfirmationPage({ token }: ConfirmationPageProps) {
  const { texts } = useTexts();
  const question = useCallback((signal: AbortSignal) => askListing(token, signal), [token]);
  const { asked, again } = useAnswer(question);
  if (asked.is !== 'answered') return <Unanswered asked={asked} again={again} />;
  if (asked.data === null) return <Problem title={texts.confirmation.none} />;
  return <Confirmation token={token} found={asked.data} />;
}

interface ConfirmationProps extends ConfirmationPageProps {
  readonly found: ListingToConfirm;
}

function Confirmation({ token, found }: ConfirmationProps) {
  const { texts, language } = useTexts();
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
    else setTrouble(outcome.is === 'failed' ? outcome.message : texts.problems[outcome.is]);
  };
  const until = listing.confirmBy === null ? undefined : dayText(language, listing.confirmBy);
  return (
    <section aria-labelledby={headingId}>
      <h1 id={headingId}>{listing.title}</h1>
      {listing.confirmed ? (
        <p role="status">{texts.confirmation.done(until)}</p>
      ) : (
        <>
          <p>{texts.confirmation.lead[listing.side](until)}</p>
          <p className="field-trouble" role="alert">
            {trouble}
          </p>
          <button type="button" className="button" disabled={busy} onClick={() => void submit()}>
            {busy ? texts.confirmation.busy : texts.confirmation.submit}
          </button>
        </>
      )}
    </section>
  );
}
