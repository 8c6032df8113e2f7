/**
 * How a request passes to the sign-in library:
 *
 * - open: as it is;
 * - new password: looked at before it is taken;
 * - password: failures are counted;
 * - mail: answered before anything is looked up;
 * - challenge: the second step of a sign-in, or the first code of an enrolment;
 * - secret: a password or code of the person who is signed in, so failures are counted;
 * - guarded: a freshly proved session only; guarded secret: both;
 * - sso: where an identity provider is configured;
 * - the others are answered here.
 */
export type Gate =
  | 'open'
  | 'new password'
  | 'password'
  | 'mail'
  | 'challenge'
  | 'secret'
  | 'guarded'
  | 'guarded secret'
  | 'sso'
  | 'sso callback'
  | 'ways'
  | 'hand over'
  | 'look'
  | 'step up';

/** All that is served; the library has far more, and what it adds in a later version is not served either. */
const GATES: Readonly<Record<string, Gate>> = {
  'POST /sign-in/email': 'password',
  'POST /sign-out': 'open',
  'GET /get-session': 'open',
  'POST /request-password-reset': 'mail',
  'POST /send-verification-email': 'mail',
  'POST /reset-password': 'new password',
  'GET /verify-email': 'open',
  'POST /change-password': 'secret',
  'POST /two-factor/enable': 'guarded secret',
  'POST /two-factor/disable': 'guarded secret',
  'POST /two-factor/generate-backup-codes': 'guarded secret',
  'POST /two-factor/verify-totp': 'challenge',
  'POST /two-factor/verify-backup-code': 'challenge',
  'GET /passkey/generate-register-options': 'guarded',
  'POST /passkey/verify-registration': 'guarded',
  'POST /passkey/delete-passkey': 'guarded',
  'GET /passkey/list-user-passkeys': 'open',
  'GET /passkey/generate-authenticate-options': 'open',
  'POST /passkey/verify-authentication': 'open',
  'POST /sign-in/social': 'sso',
  'GET /callback/sso': 'sso callback',
  'GET /ways': 'ways',
  'POST /session-token': 'hand over',
  'GET /step-up': 'look',
  'POST /step-up': 'step up',
};

export const gateOf = (method: string, path: string): Gate | undefined => GATES[`${method} ${path}`];
