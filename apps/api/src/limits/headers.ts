import type { IncomingMessage, ServerResponse } from 'node:http';

type Middleware = (request: IncomingMessage, response: ServerResponse, next: () => void) => void;

/**
 * What every response tells a browser: run and show nothing but our own files, put us in nobody's frame, keep no answer
 * of the API.
 */
export function securityHeaders(publicUrl: string, origins: readonly string[]): Middleware {
  const sockets = origins.map((origin) => origin.replace(/^http/, 'ws')).join(' ');
  const headers = Object.entries({
    'Content-Security-Policy': `default-src 'self'; connect-src 'self' ${sockets}; img-src 'self' data:; object-src 'none'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'`,
    'Cross-Origin-Opener-Policy': 'same-origin',
    'Cross-Origin-Resource-Policy': 'same-origin',
    'Permissions-Policy': 'camera=(), geolocation=(), microphone=(), payment=(), usb=()',
    'Referrer-Policy': 'no-referrer',
    'X-Content-Type-Options': 'nosniff',
    'X-Frame-Options': 'DENY',
    ...(publicUrl.startsWith('https:') ? { 'Strict-Transport-Security': 'max-age=31536000' } : {}),
  });
  return (request, response, next) => {
    for (const [name, value] of headers) response.setHeader(name, value);
    if (isOfTheApi(request.url ?? '')) response.setHeader('Cache-Control', 'no-store');
    next();
  };
}

const isOfTheApi = (url: string): boolean => /^\/(graphql|api|mailbox)\b/.test(url);

/** A drawing brings its style with it; that is all it may do. */
export function svgHeaders(response: ServerResponse, path: string): void {
  if (!path.endsWith('.svg')) return;
  response.setHeader('Content-Security-Policy', "default-src 'none'; style-src 'unsafe-inline'; sandbox");
}
