import { useCallback, useState } from 'react';
import { ApiLinks } from './api-links/api-links.js';
import { toConfirm } from './confirmation/confirmation.js';
import { ConfirmationPage } from './confirmation/confirmation-page.js';
import { invitedBy } from './invitation/invitation.js';
import { InvitationPage } from './invitation/invitation-page.js';
import mark from './mark.svg';
import { LanguageSwitch, useTexts } from './shared/language.js';
import { useAnswer } from './shared/use-answer.js';
import { askDemo } from './sign-in/demo.js';
import { forgetToken, signOut, storedToken, storeToken } from './sign-in/session.js';
import { SignIn } from './sign-in/sign-in.js';
import { SignedIn } from './viewer/signed-in.js';

export function App() {
  const { texts } = useTexts();
  const { token, ended, enter, leave, drop } = useToken();
  const { invitation, accepted } = useInvitation(enter);
  const [confirmation] = useState(toConfirm);
  const { asked: demo, again: askDemoAgain } = useAnswer(askDemo);
  const logins = demo.is === 'answered' ? demo.data : null;
  return (
    <>
      <a className="skip" href="#content">
        {texts.skip}
      </a>
      <Header isDemo={logins !== null} withTagline={token !== undefined} />
      <main id="content" tabIndex={-1}>
        {confirmation !== undefined ? (
          <ConfirmationPage token={confirmation} />
        ) : invitation !== undefined ? (
          <InvitationPage token={invitation} onToken={accepted} />
        ) : token === undefined ? (
          <>
            <Hero />
            <SignIn demo={demo} askDemoAgain={askDemoAgain} ended={ended} onToken={enter} />
          </>
        ) : (
          <SignedIn token={token} onSignOut={leave} onRefused={drop} />
        )}
      </main>
      <footer className="footer">
        <ApiLinks demo={logins} />
      </footer>
    </>
  );
}

/** The token of the invitation that somebody came by, until it is accepted. */
function useInvitation(enter: (session: string) => void) {
  const [invitation, setInvitation] = useState(invitedBy);
  const accepted = useCallback(
    (session: string) => {
      setInvitation(undefined);
      enter(session);
    },
    [enter],
  );
  return { invitation, accepted };
}

function useToken() {
  const [token, setToken] = useState(storedToken);
  const [ended, setEnded] = useState(false);
  const enter = useCallback((given: string) => {
    storeToken(given);
    setEnded(false);
    setToken(given);
  }, []);
  const drop = useCallback(() => {
    forgetToken();
    setEnded(true);
    setToken(undefined);
  }, []);
  const leave = useCallback(() => {
    if (token !== undefined) void signOut(token);
    forgetToken();
    setEnded(false);
    setToken(undefined);
  }, [token]);
  return { token, ended, enter, leave, drop };
}

interface HeaderProps {
  readonly isDemo: boolean;
  /** The page's heading says it where nobody is signed in. */
  readonly withTagline: boolean;
}

const Header = ({ isDemo, withTagline }: HeaderProps) => {
  const { texts } = useTexts();
  return (
    <header className="header">
      <div className="header-row">
        <img src={mark} alt="" width="36" height="36" />
        <div>
          <p className="name">Bistrøm</p>
          {withTagline && <p className="tagline">{texts.tagline}</p>}
        </div>
        <LanguageSwitch />
      </div>
      {isDemo && (
        <p className="demo-note" role="note">
          {texts.demoNote}
        </p>
      )}
    </header>
  );
};

const Hero = () => {
  const { texts } = useTexts();
  return (
    <div className="hero">
      <h1>{texts.tagline}</h1>
      <p>{texts.lead}</p>
    </div>
  );
};
