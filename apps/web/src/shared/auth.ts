import { bodyOf, request } from './request.js';
import { storedToken } from '../sign-in/session.js';

/** What the sign-in routes answer: undefined when nobody did. */
export interface AuthAnswer<T> {
  readonly ok: boolean;
  readonly body: Partial<T> & { readonly code?: string; readonly message?: string };
  /** A new session of the same person, which takes the place of the one that asked. */
  readonly token: string | undefined;
}

const BASE = '/api/auth';

/** Asks a sign-in route as who is signed in. Cookies are kept between the two steps of making a passkey. */
export async function askAuth<T>(path: string, body?: object): Promise<AuthAnswer<T> | undefined> {
  const response = await request(`${BASE}${path}`, {
    method: body === undefined ? 'GET' : 'POST',
    credentials: 'same-origin',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${storedToken() ?? ''}` },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  if (response === undefined) return undefined;
  const read = (await bodyOf<AuthAnswer<T>['body'] | null>(response)) ?? {};
  return { ok: response.ok, body: read, token: response.headers.get('set-auth-token') ?? undefined };
}

/** By what somebody can prove once more who is signed in. */
export type Way = 'password' | 'totp' | 'backup-code' | 'passkey';

export interface Standing {
  readonly steppedUp: boolean;
  readonly ways: readonly Way[];
}

export async function askStanding(): Promise<Standing | undefined> {
  const answer = await askAuth<Standing>('/step-up');
  if (answer?.ok !== true) return undefined;
  return { steppedUp: answer.body.steppedUp ?? false, ways: answer.body.ways ?? ['password'] };
}
