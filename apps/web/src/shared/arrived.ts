/**
 * How somebody came: the path of a mailed link or of the identity provider's answer, and what proves, which stands in
 * the fragment, so that it is in no log. It is taken out of the address at once, so that it stands in no history either.
 */
export const arrived = { path: location.pathname.replace(/(?<=.)\/$/, ''), token: location.hash.slice(1) };
if (arrived.path !== '/') history.replaceState(null, '', `/${location.search}`);
