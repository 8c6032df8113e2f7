import { answered, failed, REFUSED, UNREACHABLE, type Answer } from '../shared/answer.js';
import { bodyOf, postJson } from '../shared/request.js';

const KEY = 'bistrom-token';

export const storedToken = (): string | undefined => sessionStorage.getItem(KEY) ?? undefined;
export const storeToken = (token: string): void => sessionStorage.setItem(KEY, token);
export const forgetToken = (): void => sessionStorage.removeItem(KEY);

const TOO_MANY = 429;

/** A bearer token; 'too many' when the address has tried too often this minute. */
export async function signIn(
  email: string,
  password: string,
): Promise<Answer<string> | { readonly is: 'too many' }> {
  const response = await postJson('/api/auth/sign-in/email', { email, password });
  if (response === undefined) return UNREACHABLE;
  if (response.status === TOO_MANY) return { is: 'too many' };
  const token = response.headers.get('set-auth-token');
  if (response.ok && token !== null) return answered(token);
  if (response.status === 401) return REFUSED;
  const body = await bodyOf<{ readonly message?: string }>(response);
  return failed(body?.message ?? `HTTP ${response.status}`);
}

/** Ends the session on the server too; when that cannot be reached, it ends by itself after eight hours. */
export async function signOut(token: string): Promise<void> {
  await postJson('/api/auth/sign-out', {}, token);
}
