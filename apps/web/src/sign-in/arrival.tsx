import { useEffect, useState } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { arrived } from '../shared/arrived.js';
import { Problem } from '../shared/notice.js';
import { OneFieldForm } from './one-field-form.js';
import { choosePassword, takeOver, verifyAddress } from './session.js';

type Step =
  'new password' | 'weak' | 'done' | 'over' | 'verified' | 'not verified' | 'sso failed' | undefined;

const FIRST: Readonly<Record<string, Step>> = {
  '/reset-password': 'new password',
  '/sign-in-failed': 'sso failed',
};

/** Somebody who comes by a mailed link or from the identity provider. */
export function Arrival({ onToken }: { readonly onToken: (token: string) => void }) {
  const intl = useIntl();
  const [step, setStep] = useState<Step>(FIRST[arrived.path]);
  useEffect(() => {
    const { path, token } = arrived;
    // once, however often it is drawn
    arrived.path = '/';
    if (path === '/verify-address')
      void verifyAddress(token).then((ok) => setStep(ok ? 'verified' : 'not verified'));
    if (path === '/sign-in-sso')
      void takeOver().then((answer) =>
        answer.is === 'answered' ? onToken(answer.data) : setStep('sso failed'),
      );
  }, [onToken]);
  switch (step) {
    case undefined:
      return null;
    case 'new password':
    case 'weak':
      return (
        <OneFieldForm
          heading={intl.formatMessage({ id: 'sign-in.newPassword.heading' })}
          label={intl.formatMessage({ id: 'sign-in.newPassword.label' })}
          submit={intl.formatMessage({ id: 'sign-in.newPassword.submit' })}
          type="password"
          autoComplete="new-password"
          trouble={step === 'weak' ? intl.formatMessage({ id: 'sign-in.newPassword.weak' }) : undefined}
          onValue={(chosen) => void choosePassword(arrived.token, chosen).then(setStep)}
        />
      );
    case 'done':
      return (
        <p role="status">
          <FormattedMessage id="sign-in.newPassword.done" />
        </p>
      );
    case 'verified':
      return (
        <p role="status">
          <FormattedMessage id="sign-in.address.done" />
        </p>
      );
    case 'over':
      return <Problem title={intl.formatMessage({ id: 'sign-in.newPassword.over' })} />;
    case 'not verified':
      return <Problem title={intl.formatMessage({ id: 'sign-in.address.over' })} />;
    case 'sso failed':
      return <Problem title={intl.formatMessage({ id: 'sign-in.ssoFailed' })} />;
  }
}
