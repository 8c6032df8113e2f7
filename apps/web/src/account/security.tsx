import { AuthenticatorApp } from './authenticator-app.js';
import { Passkeys } from './passkeys.js';
import { Password } from './password.js';
import { Sessions } from './sessions.js';

/** How somebody signs in, and where it has been done. */
export default function Security() {
  return (
    <>
      <div className="account-columns">
        <AuthenticatorApp />
        <Passkeys />
      </div>
      <Sessions />
      <Password />
    </>
  );
}
