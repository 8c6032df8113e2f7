import type { IncomingMessage } from 'node:http';

/** First parts of the addresses that the page looks at itself: those that mails and the identity provider lead to. */
const ARRIVALS = [
  'reset-password',
  'verify-address',
  'sign-in-sso',
  'sign-in-failed',
  'invitation',
  'notifications',
  'confirm-listing',
];

/** And those of the console's pages. */
const CONSOLE = [
  'account',
  'agreements',
  'cluster',
  'deliveries',
  'figures',
  'help',
  'hints',
  'inbox',
  'joint-transport',
  'listings',
  'matches',
  'members',
  'watches',
];

const PAGES = new Set([...ARRIVALS, ...CONSOLE]);

/** Whether the page itself decides what stands at an address. */
export function isPage({ method, url = '' }: Pick<IncomingMessage, 'method' | 'url'>): boolean {
  const [path = ''] = url.split('?');
  const [, first = ''] = path.split('/');
  return method === 'GET' && PAGES.has(first);
}
