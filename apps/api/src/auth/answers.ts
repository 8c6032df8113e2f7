import type { GuardedAction } from '#domain';

/** Name of the cookie in which the library keeps a session, whatever stands before it. */
const SESSION_COOKIE = /^(?:__Secure-)?better-auth\.session_(?:token|data)$/;

export const json = (status: number, body: unknown, headers: Record<string, string> = {}): Response =>
  new Response(JSON.stringify(body), { status, headers: { 'content-type': 'application/json', ...headers } });

/** In the form of the library's own errors. */
export const refusal = (status: number, code: string, message: string): Response =>
  json(status, { code, message });

export const notThere = (): Response => refusal(404, 'NOT_FOUND', 'There is nothing at this address.');
export const signInFirst = (): Response => refusal(401, 'UNAUTHENTICATED', 'Sign in first.');
export const stepUpFirst = (action: GuardedAction): Response =>
  refusal(
    403,
    'STEP_UP_REQUIRED',
    `To ${action}, prove once more who you are, at POST /api/auth/step-up or by a passkey; it holds for ten minutes.`,
  );

export const tooMany = (seconds: number): Response =>
  json(
    429,
    {
      code: 'TOO_MANY_TRIES',
      message: `Too many tries went wrong; the next one is looked at in ${seconds} s.`,
    },
    { 'retry-after': String(seconds), 'x-retry-after': String(seconds) },
  );

/**
 * What goes back to the caller: the session as a signed bearer token, in header and body alike, and not as a cookie, so
 * that no request carries it unless a program puts it there.
 */
export async function asBearer(response: Response): Promise<Response> {
  const headers = withoutSessionCookie(response.headers);
  const token = headers.get('set-auth-token');
  if (token === null || !(headers.get('content-type') ?? '').includes('json')) {
    return new Response(response.body, { status: response.status, headers });
  }
  const { session: _session, ...body } = (await response.json()) as Record<string, unknown>;
  headers.delete('content-length');
  return new Response(JSON.stringify({ ...body, token }), { status: response.status, headers });
}

function withoutSessionCookie(given: Headers): Headers {
  const headers = new Headers(given);
  headers.delete('set-cookie');
  for (const cookie of given.getSetCookie()) {
    if (!SESSION_COOKIE.test(nameOf(cookie))) headers.append('set-cookie', cookie);
  }
  return headers;
}

/** The request's cookies without the session's: inside, too, a session counts as bearer token only. */
export function withoutSession(given: Headers): Headers {
  const headers = new Headers(given);
  const others = cookiesOf(given).filter((cookie) => !SESSION_COOKIE.test(nameOf(cookie)));
  if (others.length > 0) headers.set('cookie', others.join('; '));
  else headers.delete('cookie');
  return headers;
}

/** The session that a redirect from the identity provider left in the browser. */
export const sessionCookieOf = (given: Headers): { name: string; value: string } | undefined => {
  const found = cookiesOf(given).find((cookie) => SESSION_COOKIE.test(nameOf(cookie)));
  return found === undefined
    ? undefined
    : { name: nameOf(found), value: found.slice(found.indexOf('=') + 1) };
};

const cookiesOf = (headers: Headers): string[] =>
  (headers.get('cookie') ?? '').split(';').flatMap((one) => (one.trim() === '' ? [] : [one.trim()]));

const nameOf = (cookie: string): string => cookie.slice(0, cookie.indexOf('='));
