import type { IncomingMessage } from 'node:http';
import { normalizeIP } from '@better-auth/core/utils/ip';
import proxyAddress from 'proxy-addr';

/** Header in which the server tells the sign-in library who is at the other end; never taken from outside. */
export const CLIENT_ADDRESS = 'x-bistrom-client-address';

/** Where a request comes from. */
export type ClientAddress = (request: IncomingMessage) => string;

/**
 * The socket's address, unless that is a trusted proxy's: then what it says, and so on through as many of them as stand
 * in a row. What a client writes into the header itself counts for nothing.
 *
 * @param trusted addresses and networks (`10.0.0.0/8`); none where nothing stands before the api
 * @throws TypeError when one of them is no address
 */
export function clientAddress(trusted: readonly string[]): ClientAddress {
  const trust = proxyAddress.compile([...trusted]);
  return (request) => proxyAddress(request, trust);
}

/**
 * Prepares a request for the sign-in library: the address its limits count by is the client's, and a program that is
 * no browser (it names neither origin nor site) is not asked for an origin, though Node's fetch sends one of the
 * headers that browsers do.
 */
export function beforeSignIn(request: IncomingMessage, from: ClientAddress): void {
  request.headers[CLIENT_ADDRESS] = from(request);
  const { origin, cookie } = request.headers;
  if (origin === undefined && cookie === undefined && request.headers['sec-fetch-site'] === undefined) {
    delete request.headers['sec-fetch-mode'];
    delete request.headers['sec-fetch-dest'];
  }
}

/** Where a request comes from, as {@link addressOf} writes it. */
export const addressAt = (request: IncomingMessage, from: ClientAddress): string =>
  normalizeIP(from(request));

/** Of IPv6 the network: one customer has all addresses of a /64. */
export const addressOf = (headers: Headers): string => normalizeIP(headers.get(CLIENT_ADDRESS) ?? '');
