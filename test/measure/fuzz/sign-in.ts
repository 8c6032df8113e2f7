import fc from 'fast-check';
import { PASSWORD } from '../attack/target.js';
import { SIGN_IN, type HttpAttempt, type Who } from './attempt.js';
import type { Known } from './known.js';
import { jsonOf, wildText, wildValue } from './wild.js';

/** Routes of the sign-in library, those that are switched off too: what is off must say so, and no more. */
const ROUTES = [
  'POST /sign-in/email',
  'POST /sign-in/email',
  'POST /sign-up/email',
  'POST /sign-out',
  'GET /get-session',
  'POST /get-session',
  'GET /list-sessions',
  'POST /revoke-session',
  'POST /revoke-sessions',
  'POST /revoke-other-sessions',
  'POST /request-password-reset',
  'POST /forget-password',
  'POST /reset-password',
  'GET /reset-password/abc',
  'POST /verify-password',
  'POST /change-password',
  'POST /set-password',
  'POST /change-email',
  'POST /update-user',
  'POST /update-session',
  'POST /delete-user',
  'GET /delete-user/callback',
  'GET /verify-email',
  'POST /send-verification-email',
  'POST /sign-in/social',
  'POST /link-social',
  'POST /unlink-account',
  'GET /list-accounts',
  'POST /refresh-token',
  'POST /get-access-token',
  'GET /account-info',
  'GET /callback/google',
  'POST /callback/google',
  'GET /error',
  'GET /ok',
  'PUT /sign-in/email',
  'DELETE /get-session',
  'POST /two-factor/enable',
  'POST /two-factor/verify-totp',
  'GET /passkey/generate-register-options',
  'POST /passkey/verify-authentication',
  'POST /api-key/create',
  'POST /organization/create',
  'GET /',
  'POST /../graphql',
  'GET /%00',
  'GET /%ff%fe',
] as const;

const NAMES = [
  'email',
  'password',
  'newPassword',
  'currentPassword',
  'newEmail',
  'name',
  'image',
  'token',
  'code',
  'state',
  'callbackURL',
  'redirectTo',
  'errorCallbackURL',
  'provider',
  'providerId',
  'accountId',
  'rememberMe',
  'revokeOtherSessions',
  'disableRedirect',
  'userId',
  'id',
  'error',
  'response',
];
const ADDRESSES = [
  'https://elsewhere.example/x',
  '//elsewhere.example',
  '/\\elsewhere.example',
  'javascript:alert(1)',
  '/%2e%2e/',
  'http://[',
  'http://localhost:3000/',
  'data:text/html,x',
];

const soundOf = (name: string, known: Known): fc.Arbitrary<unknown> => {
  if (/email/i.test(name)) return fc.constantFrom(...known.emails, 'nobody@fuzz.example', 'æ@ø.example');
  if (/password/i.test(name)) return fc.constant(PASSWORD);
  if (/URL|redirectTo/.test(name)) return fc.constantFrom('/', ...ADDRESSES);
  if (/rememberMe|revoke|disable/.test(name)) return fc.boolean();
  return fc.constantFrom('google', 'credential', 'Kari', ...known.ids.slice(0, 5));
};

const NO_HEADERS: HttpAttempt['headers'] = {};

/** Requests to sign in and out, and to every other route of the library, with bodies sound and malformed. */
export function signInRequests(known: Known): fc.Arbitrary<HttpAttempt> {
  const member = (name: string): fc.Arbitrary<unknown> =>
    fc.oneof({ weight: 5, arbitrary: soundOf(name, known) }, { weight: 1, arbitrary: wildValue });
  const object = fc.record(Object.fromEntries(NAMES.map((name) => [name, member(name)])), {
    requiredKeys: ['email', 'password'],
    noNullPrototype: true,
  });
  const body = fc.oneof(
    { weight: 6, arbitrary: object.map(jsonOf) },
    { weight: 1, arbitrary: wildValue.map(jsonOf) },
    { weight: 1, arbitrary: object.map((all) => jsonOf(all).slice(0, 40)) },
    { weight: 1, arbitrary: wildText },
    { weight: 1, arbitrary: fc.uint8Array({ maxLength: 200 }) },
  );
  const query = fc
    .dictionary(fc.constantFrom(...NAMES), fc.oneof(wildText, fc.constantFrom(...ADDRESSES)), { maxKeys: 3 })
    .map((all) => new URLSearchParams(all).toString().slice(0, 3000));
  const type = fc.constantFrom(
    'application/json',
    'application/json',
    'application/json',
    'text/plain',
    'application/x-www-form-urlencoded',
    'multipart/form-data',
  );
  const who = fc.constantFrom<Who>('nobody', 'guest');
  return fc
    .tuple(fc.constantFrom(...ROUTES), body, fc.option(query, { freq: 3 }), type, who)
    .map(([route, sent, asked, contentType, sender]): HttpAttempt => {
      const [method = '', path = ''] = route.split(' ');
      return {
        transport: 'http',
        about: `auth ${path}`,
        who: sender,
        method,
        path: `${SIGN_IN}${path}${asked === null || asked === '' ? '' : `?${asked}`}`,
        headers: method === 'GET' ? NO_HEADERS : { 'content-type': contentType },
        body: method === 'GET' ? '' : sent,
      };
    });
}
