import { nameProblems } from '../access/invitation.js';
import { problem, type Problem } from '../problem.js';
import type { WebhookEvent } from './message.js';

/** An endpoint as its firm asks for it. */
export interface WebhookTerms {
  readonly url: string;
  /** What it is for; also what a mail about it names. */
  readonly description: string;
  readonly events: readonly WebhookEvent[];
}

const LONGEST_URL = 500;
/** Below 1024 stand the services of machines, of which only those of the web are meant (RFC 6335, 6). */
const WEB_PORTS: readonly string[] = ['', '80', '443'];
const FIRST_FREE_PORT = 1024;

/**
 * What is wrong with an endpoint that is asked for, each below `input`.
 *
 * @param allowsHttp whether this installation lets messages go in the clear, to addresses that its operator lists
 * @example webhookProblems({ url: 'https://a.example/', description: 'ERP', events: [] }, false).map((one) => one.path) // [['input', 'events']]
 */
export const webhookProblems = (
  { url, description, events }: WebhookTerms,
  allowsHttp: boolean,
): readonly Problem[] => [
  ...urlFaults(url, allowsHttp).map((fault) => problem('input.url', fault)),
  ...nameProblems(description, 'input.description'),
  ...(events.length === 0 ? [problem('input.events', 'Name at least one type of event.')] : []),
];

/**
 * Why a text is no address that messages can go to: a sentence each. Where the name leads is looked at when a message is
 * sent and not here, for a name can lead elsewhere a moment later.
 */
function urlFaults(text: string, allowsHttp: boolean): readonly string[] {
  const url = text.length <= LONGEST_URL && URL.canParse(text) ? new URL(text) : undefined;
  const kinds = allowsHttp ? ['https:', 'http:'] : ['https:'];
  if (url === undefined || !kinds.includes(url.protocol))
    return [`An https:// address of at most ${LONGEST_URL} letters.`];
  const port = url.port;
  return [
    ...(url.username === '' && url.password === ''
      ? []
      : ['No name or password in it: check the signature instead.']),
    ...(url.hostname.endsWith('.') ? ['The name of the host without a dot at its end.'] : []),
    ...(WEB_PORTS.includes(port) || Number(port) >= FIRST_FREE_PORT
      ? []
      : [`Port 443, 80, or one from ${FIRST_FREE_PORT}.`]),
    ...(url.hash === '' ? [] : ['Without a part after #: it is never sent.']),
  ];
}
