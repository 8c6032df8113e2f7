import { useTexts } from '../shared/language.js';
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
  const { texts } = useTexts();
  const signInTry = useSignIn(onToken);
  const logins = demo.is === 'answered' ? demo.data : null;
  return (
    <section aria-labelledby="sign-in-heading">
      <Arrival onToken={onToken} />
      {ended && <Problem title={texts.signIn.ended} />}
      <h2 id="sign-in-heading">{logins === null ? texts.signIn.heading : texts.signIn.demoHeading}</h2>
      {logins !== null && <p className="quiet">{texts.signIn.demoLead}</p>}
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
