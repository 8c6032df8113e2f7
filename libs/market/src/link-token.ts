import { createHash, randomBytes } from 'node:crypto';

/** Every link that is a credential has 43 letters; of other text the database is not asked. */
const TOKEN = /^[A-Za-z0-9_-]{43}$/;

export const isLinkToken = (text: string): boolean => TOKEN.test(text);

/** What the database keeps of it: who reads that can open nothing. */
export const hashOf = (token: string): Buffer => createHash('sha256').update(token).digest();

/**
 * A page of the installation.
 *
 * @param webUrl where that is
 * @param token stands behind the #, which no browser sends to a server or names as referrer: so it is in no log
 */
export const pageLink = (webUrl: string, page: string, token?: string): string =>
  `${webUrl.replace(/\/+$/, '')}/${page}${token === undefined ? '' : `#${token}`}`;

/** 256 bits of chance, and what is kept of them. */
export function newLinkToken(): { readonly token: string; readonly tokenHash: Buffer } {
  const token = randomBytes(32).toString('base64url');
  return { token, tokenHash: hashOf(token) };
}
