import { FormattedMessage, useIntl } from 'react-intl';
import { Problem, Unanswered } from '../shared/notice.js';
import type { Asked } from '../shared/use-answer.js';
import { Arrival } from './arrival.js';
import type { Demo } from './demo.js';
import { LoginCards } from './login-cards.js';
import { CodeForm, OtherWays } from './other-ways.js';
import { SignInForm } from './sign-in-form.js';
import { useSignIn } from './use-sign-in.js';
import './sign-in.css';

interface SignInProps {
  readonly demo: Asked<Demo | null>;
  readonly askDemoAgain: () => void;
  /** A session ended without the person's wish. */
  readonly ended: boolean;
  readonly onToken: (token: string) => void;
}

export function SignIn({ demo, askDemoAgain, ended, onToken }: SignInProps) {
  const intl = useIntl();
  const signInTry = useSignIn(onToken);
  const logins = demo.is === 'answered' ? demo.data : null;
  return (
    <section aria-labelledby="sign-in-heading">
      <Arrival onToken={onToken} />
      {ended && <Problem title={intl.formatMessage({ id: 'sign-in.ended' })} />}
      <h2 id="sign-in-heading">
        <FormattedMessage id={logins === null ? 'sign-in.heading' : 'sign-in.demoHeading'} />
      </h2>
      {logins !== null && (
        <p className="quiet">
          <FormattedMessage id="sign-in.demoLead" />
        </p>
      )}
      {demo.is !== 'answered' && <Unanswered asked={demo} again={askDemoAgain} />}
      {signInTry.halfway !== undefined && <CodeForm signInTry={signInTry} />}
      {demo.is === 'answered' && demo.data === null && signInTry.halfway === undefined && (
        <>
          <SignInForm signInTry={signInTry} />
          <OtherWays signInTry={signInTry} />
        </>
      )}
      {logins !== null && <LoginCards demo={logins} signInTry={signInTry} />}
    </section>
  );
}
