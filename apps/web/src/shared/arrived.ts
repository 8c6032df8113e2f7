/**
 * How somebody came: the path of a mailed link or of the identity provider's answer, and what proves, which stands in
 * the fragment, so that it is in no log. It is taken out of the address at once, so that it stands in no history either.
 */
export const arrived = { path: location.pathname.replace(/(?<=.)\/$/, ''), token: location.hash.slice(1) };

/** Where each of those ways goes on; what is not among them is a page of the console. */
const GOES_ON: Readonly<Record<string, string>> = {
  '/confirm-listing': '/',
  '/invitation': '/',
  '/notifications': '/account?tab=notifications',
  '/reset-password': '/',
  '/sign-in-failed': '/',
  '/sign-in-sso': '/',
  '/verify-address': '/',
};
const next = GOES_ON[arrived.path];
if (next !== undefined) {
  const to = new URL(next, location.origin);
  for (const [name, value] of new URLSearchParams(location.search)) to.searchParams.append(name, value);
  history.replaceState(null, '', `${to.pathname}${to.search}`);
}
