import { REFUSED, UNREACHABLE } from '../shared/answer.js';
import { bodyOf, postStep, request } from '../shared/request.js';
import { signedIn, type SignedIn } from './session.js';

/** Whether the browser can turn the server's question into its own, and back. */
export const knowsPasskeys = (): boolean =>
  typeof PublicKeyCredential === 'function' && 'parseRequestOptionsFromJSON' in PublicKeyCredential;

/** Asks the browser for a passkey of this page. */
export async function signInByPasskey(): Promise<SignedIn> {
  const asked = await request('/api/auth/passkey/generate-authenticate-options', {
    credentials: 'same-origin',
  });
  const options = asked && (await bodyOf<PublicKeyCredentialRequestOptionsJSON>(asked));
  if (options === undefined) return UNREACHABLE;
  try {
    const publicKey = PublicKeyCredential.parseRequestOptionsFromJSON(options);
    const response = await navigator.credentials.get({ publicKey });
    return await signedIn(await postStep('/api/auth/passkey/verify-authentication', { response }));
  } catch {
    // The person has none here, or closed the browser's window.
    return REFUSED;
  }
}
