import { answered, failed, REFUSED, UNREACHABLE, type Answer } from '../shared/answer.js';
import { bodyOf, postJson, postStep, request } from '../shared/request.js';

const KEY = 'bistrom-token';

export const storedToken = (): string | undefined => sessionStorage.getItem(KEY) ?? undefined;
export const storeToken = (token: string): void => sessionStorage.setItem(KEY, token);
export const forgetToken = (): void => sessionStorage.removeItem(KEY);

const TOO_MANY = 429;

export type SignedIn =
  | Answer<string>
  /** Returned when the next try is not looked at yet. */
  | { readonly is: 'too many' }
  /** Returned when the password is right and an authenticator app is enrolled. */
  | { readonly is: 'code' };

/** A bearer token, or what is missing. */
export const signIn = async (email: string, password: string): Promise<SignedIn> =>
  signedIn(await postStep('/api/auth/sign-in/email', { email, password }));

/** The second step: six digits of an authenticator app, or one of the backup codes. */
export const giveCode = async (code: string): Promise<SignedIn> => {
  const step = /^\d{6}$/.test(code) ? 'verify-totp' : 'verify-backup-code';
  return signedIn(await postStep(`/api/auth/two-factor/${step}`, { code }));
};

/** What a redirect from the identity provider has left in a cookie. */
export const takeOver = async (): Promise<SignedIn> =>
  signedIn(await postStep('/api/auth/session-token', {}));

export async function signedIn(response: Response | undefined): Promise<SignedIn> {
  if (response === undefined) return UNREACHABLE;
  if (response.status === TOO_MANY) return { is: 'too many' };
  const token = response.headers.get('set-auth-token');
  if (response.ok && token !== null) return answered(token);
  if (response.status === 401) return REFUSED;
  const body = await bodyOf<{ readonly message?: string; readonly twoFactorRedirect?: boolean }>(response);
  if (body?.twoFactorRedirect === true) return { is: 'code' };
  return failed(body?.message ?? `HTTP ${response.status}`);
}

/** Always answered alike, whether or not there is such a person. */
export const mailLink = async (email: string): Promise<boolean> =>
  (await postJson('/api/auth/request-password-reset', { email }))?.ok === true;

/** Weak passwords leave the link as good as it was. */
export async function choosePassword(token: string, newPassword: string): Promise<'done' | 'weak' | 'over'> {
  const response = await postStep('/api/auth/reset-password', { token, newPassword });
  if (response?.ok === true) return 'done';
  const code = response && (await bodyOf<{ readonly code?: string }>(response))?.code;
  return code?.startsWith('PASSWORD_TOO_') === true ? 'weak' : 'over';
}

export const verifyAddress = async (token: string): Promise<boolean> =>
  (await request(`/api/auth/verify-email?token=${encodeURIComponent(token)}`))?.ok === true;

/** Ends the session on the server too; when that cannot be reached, it ends by itself after eight hours. */
export async function signOut(token: string): Promise<void> {
  await postJson('/api/auth/sign-out', {}, token);
}
