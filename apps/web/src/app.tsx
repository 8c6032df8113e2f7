import { lazy, Suspense, useCallback, useMemo, useState } from 'react';
import { ApiLinks } from './api-links/api-links.js';
import { toConfirm } from './confirmation/confirmation.js';
import { ConfirmationPage } from './confirmation/confirmation-page.js';
import { Front, Hero } from './front/front.js';
import { invitedBy } from './invitation/invitation.js';
import { InvitationPage } from './invitation/invitation-page.js';
import { useAnswer } from './shared/use-answer.js';
import { forgetActingFor } from './shell/acting-for.js';
import { forgetCursors } from './shell/cursors.js';
import { askDemo } from './sign-in/demo.js';
import { forgetToken, signOut, storedToken, storeToken } from './sign-in/session.js';
import { SignIn } from './sign-in/sign-in.js';

const Console = lazy(() => import('./shell/console.js'));

/** What came by a mailed link is looked at first, then who is signed in, then the front page. */
export function App() {
  const { token, ended, enter, leave, drop } = useToken();
  const { invitation, accepted } = useInvitation(enter);
  const [confirmation] = useState(toConfirm);
  const session = useMemo(
    () => (token === undefined ? undefined : { token, renew: enter, leave, drop }),
    [token, enter, leave, drop],
  );
  if (confirmation !== undefined)
    return (
      <Front>
        <ConfirmationPage token={confirmation} />
      </Front>
    );
  if (invitation !== undefined)
    return (
      <Front>
        <InvitationPage token={invitation} onToken={accepted} />
      </Front>
    );
  if (session === undefined) return <FrontPage ended={ended} onToken={enter} />;
  return (
    <Suspense>
      <Console session={session} />
    </Suspense>
  );
}

interface FrontPageProps {
  readonly ended: boolean;
  readonly onToken: (token: string) => void;
}

function FrontPage({ ended, onToken }: FrontPageProps) {
  const { asked: demo, again } = useAnswer(askDemo);
  const logins = demo.is === 'answered' ? demo.data : null;
  return (
    <Front isDemo={logins !== null} footer={<ApiLinks demo={logins} />}>
      <Hero />
      <SignIn demo={demo} askDemoAgain={again} ended={ended} onToken={onToken} />
    </Front>
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
  const out = useCallback((isEnded: boolean) => {
    forgetToken();
    forgetActingFor();
    forgetCursors();
    setEnded(isEnded);
    setToken(undefined);
  }, []);
  const drop = useCallback(() => out(true), [out]);
  const leave = useCallback(() => {
    if (token !== undefined) void signOut(token);
    out(false);
  }, [token, out]);
  return { token, ended, enter, leave, drop };
}
