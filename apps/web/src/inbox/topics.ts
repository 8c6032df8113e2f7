import type { Topic } from '../shell/live.js';

/** After each of these something new may stand in the inbox. */
export const INBOX_TOPICS: readonly Topic[] = [
  'matchFound',
  'watchFound',
  'proposalChanged',
  'agreementChanged',
];
