import { answered, failed, UNREACHABLE, type Answer } from '../shared/answer.js';
import { bodyOf, postStep, request } from '../shared/request.js';

/** What the identity provider is called; null where none is configured. */
export async function askSso(signal: AbortSignal): Promise<Answer<string | null>> {
  const response = await request('/api/auth/ways', { signal });
  if (response === undefined) return UNREACHABLE;
  const body = await bodyOf<{ readonly sso: string | null }>(response);
  return body === undefined ? failed(`HTTP ${response.status}`) : answered(body.sso);
}

/** Leaves for the provider; false when it cannot be reached. */
export async function leaveForSso(): Promise<boolean> {
  const response = await postStep('/api/auth/sign-in/social', {});
  const url = response?.ok === true ? (await bodyOf<{ readonly url?: string }>(response))?.url : undefined;
  if (url === undefined) return false;
  location.assign(url);
  return true;
}
