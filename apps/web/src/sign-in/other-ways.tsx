import { Button } from '@digdir/designsystemet-react';
import { useState } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { useAnswer } from '../shared/use-answer.js';
import { OneFieldForm } from './one-field-form.js';
import { knowsPasskeys } from './passkey.js';
import { mailLink } from './session.js';
import { TROUBLE_TEXTS, type SignInTry } from './use-sign-in.js';
import { askSso, leaveForSso } from './ways.js';

/** Signing in without a password, and a new one for who has forgotten it. */
export function OtherWays({ signInTry: { passkey, busy } }: { readonly signInTry: SignInTry }) {
  const { asked: sso } = useAnswer(askSso);
  const [failed, setFailed] = useState(false);
  return (
    <div className="other-ways">
      {knowsPasskeys() && (
        <Button variant="secondary" disabled={busy !== undefined} onClick={() => void passkey()}>
          <FormattedMessage id="sign-in.passkey" />
        </Button>
      )}
      {sso.is === 'answered' && sso.data !== null && (
        <Button variant="secondary" onClick={() => void leaveForSso().then((left) => setFailed(!left))}>
          <FormattedMessage id="sign-in.sso" values={{ name: sso.data }} />
        </Button>
      )}
      {failed && (
        <p role="alert">
          <FormattedMessage id="sign-in.unreachable" />
        </p>
      )}
      <Forgotten />
    </div>
  );
}

function Forgotten() {
  const intl = useIntl();
  const [step, setStep] = useState<'closed' | 'open' | 'sent' | 'failed'>('closed');
  if (step === 'sent')
    return (
      <p role="status">
        <FormattedMessage id="sign-in.forgotten.sent" />
      </p>
    );
  if (step === 'closed')
    return (
      <Button variant="tertiary" onClick={() => setStep('open')}>
        <FormattedMessage id="sign-in.forgotten.open" />
      </Button>
    );
  return (
    <OneFieldForm
      heading={intl.formatMessage({ id: 'sign-in.forgotten.open' })}
      label={intl.formatMessage({ id: 'sign-in.email' })}
      submit={intl.formatMessage({ id: 'sign-in.forgotten.submit' })}
      type="email"
      autoComplete="username"
      trouble={step === 'failed' ? intl.formatMessage({ id: 'sign-in.failed' }) : undefined}
      onValue={(email) => void mailLink(email).then((ok) => setStep(ok ? 'sent' : 'failed'))}
    />
  );
}

/** The second step of a sign-in. */
export function CodeForm({ signInTry: { code, trouble } }: { readonly signInTry: SignInTry }) {
  const intl = useIntl();
  return (
    <OneFieldForm
      heading={intl.formatMessage({ id: 'sign-in.code.heading' })}
      label={intl.formatMessage({ id: 'sign-in.code.label' })}
      submit={intl.formatMessage({ id: 'sign-in.code.submit' })}
      type="text"
      autoComplete="one-time-code"
      trouble={trouble && intl.formatMessage({ id: TROUBLE_TEXTS[trouble.is] })}
      onValue={(given) => void code(given)}
    />
  );
}
