import { answered, failed, UNREACHABLE, type Answer } from '../shared/answer.js';
import { bodyOf, request } from '../shared/request.js';

export interface DemoLogin {
  readonly email: string;
  readonly name: string;
  readonly role: string;
  /** The firm or cluster that the person acts for. */
  readonly of: string;
}

export interface Demo {
  readonly password: string;
  readonly logins: readonly DemoLogin[];
}

/** The logins of the demo; null on an installation that is not one, where the server's answer has no body. */
export async function askDemo(signal: AbortSignal): Promise<Answer<Demo | null>> {
  const response = await request('/demo.json', { signal });
  if (response === undefined) return UNREACHABLE;
  if (!response.ok) return failed(`HTTP ${response.status}`);
  return answered((await bodyOf<Demo | null>(response)) ?? null);
}
