import { useState } from 'react';
import { useTexts } from '../shared/language.js';
import { useAnswer } from '../shared/use-answer.js';
import { OneFieldForm } from './one-field-form.js';
import { knowsPasskeys } from './passkey.js';
import { mailLink } from './session.js';
import { troubleText, type SignInTry } from './use-sign-in.js';
import { askSso, leaveForSso } from './ways.js';

/** Signing in without a password, and a new one for who has forgotten it. */
export function OtherWays({ signInTry: { passkey, busy } }: { readonly signInTry: SignInTry }) {
  const { texts } = useTexts();
  const { asked: sso } = useAnswer(askSso);
  const [failed, setFailed] = useState(false);
  return (
    <div className="other-ways">
      {knowsPasskeys() && (
        <button type="button" className="button-quiet" disabled={busy !== undefined} onClick={passkey}>
          {texts.signIn.passkey}
        </button>
      )}
      {sso.is === 'answered' && sso.data !== null && (
        <button
          type="button"
          className="button-quiet"
          onClick={() => void leaveForSso().then((left) => setFailed(!left))}
        >
          {`${texts.signIn.sso} ${sso.data}`}
        </button>
      )}
      {failed && <p role="alert">{texts.signIn.unreachable}</p>}
      <Forgotten />
    </div>
  );
}

function Forgotten() {
  const { texts } = useTexts();
  const { open, submit, sent } = texts.signIn.forgotten;
  const [step, setStep] = useState<'closed' | 'open' | 'sent' | 'failed'>('closed');
  if (step === 'sent') return <p role="status">{sent}</p>;
  if (step === 'closed')
    return (
      <button type="button" className="button-quiet" onClick={() => setStep('open')}>
        {open}
      </button>
    );
  return (
    <OneFieldForm
      heading={open}
      label={texts.signIn.email}
      submit={submit}
      type="email"
      autoComplete="username"
      trouble={step === 'failed' ? texts.signIn.failed : undefined}
      onValue={(email) => void mailLink(email).then((ok) => setStep(ok ? 'sent' : 'failed'))}
    />
  );
}

/** The second step of a sign-in. */
export function CodeForm({ signInTry: { code, trouble } }: { readonly signInTry: SignInTry }) {
  const { texts } = useTexts();
  const { heading, label, submit } = texts.signIn.code;
  return (
    <OneFieldForm
      heading={heading}
      label={label}
      submit={submit}
      type="text"
      autoComplete="one-time-code"
      trouble={trouble && troubleText(texts, trouble.is)}
      onValue={(given) => void code(given)}
    />
  );
}
