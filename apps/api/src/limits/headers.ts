import type { IncomingMessage, ServerResponse } from 'node:http';

type Middleware = (request: IncomingMessage, response: ServerResponse, next: () => void) => void;
type Policy = Readonly<Record<string, string>>;

/**
 * No text becomes a script: React needs no such sink, and who slips one in finds it shut. The one policy that a page may make
 * is that of its map, which starts its worker by an address: it lets that one file through (shared/map/engine.ts).
 */
const TRUSTED_TYPES: Policy = { 'require-trusted-types-for': "'script'", 'trusted-types': 'default' };

/** What a page may load and where it may send: our own files, our own address. */
const page = (sockets: string): Policy => ({
  'default-src': "'none'",
  'script-src': "'self'",
  'worker-src': "'self'",
  'style-src': "'self'",
  'img-src': "'self' data:",
  'font-src': "'self'",
  'connect-src': `'self' ${sockets}`,
  'form-action': "'self'",
  'frame-ancestors': "'none'",
  'base-uri': "'none'",
});

/** The editor of GraphiQL writes styles of its own, brings its fonts inside them, and works in workers; all from our files. */
const graphiql = (sockets: string): Policy => ({
  ...page(sockets),
  'style-src': "'self' 'unsafe-inline'",
  'font-src': "'self' data:",
});

const textOf = (policy: Policy): string =>
  Object.entries(policy)
    .map((one) => one.join(' '))
    .join('; ');

/**
 * What every response tells a browser: run and show nothing but our own files, put us in nobody's frame, keep no answer
 * of the API.
 */
export function securityHeaders(publicUrl: string, origins: readonly string[]): Middleware {
  const sockets = origins.map((origin) => origin.replace(/^http/, 'ws')).join(' ');
  const ofPages = textOf({ ...page(sockets), ...TRUSTED_TYPES });
  const ofGraphiql = textOf(graphiql(sockets));
  const headers = Object.entries({
    'Cross-Origin-Opener-Policy': 'same-origin',
    'Cross-Origin-Resource-Policy': 'same-origin',
    'Permissions-Policy': 'camera=(), geolocation=(), microphone=(), payment=(), usb=()',
    'Referrer-Policy': 'no-referrer',
    'X-Content-Type-Options': 'nosniff',
    'X-Frame-Options': 'DENY',
    ...(publicUrl.startsWith('https:') ? { 'Strict-Transport-Security': 'max-age=31536000' } : {}),
  });
  return (request, response, next) => {
    const url = request.url ?? '';
    for (const [name, value] of headers) response.setHeader(name, value);
    response.setHeader('Content-Security-Policy', isOfGraphiql(url) ? ofGraphiql : ofPages);
    if (isOfTheApi(url)) response.setHeader('Cache-Control', 'no-store');
    next();
  };
}

const isOfGraphiql = (url: string): boolean => /^\/graphiql(\/|$)/.test(url);
const isOfTheApi = (url: string): boolean => /^\/(graphql|api|mailbox|unsubscribe)\b/.test(url);

/** A drawing brings its style with it; that is all it may do. */
export function svgHeaders(response: ServerResponse, path: string): void {
  if (!path.endsWith('.svg')) return;
  response.setHeader('Content-Security-Policy', "default-src 'none'; style-src 'unsafe-inline'; sandbox");
}
