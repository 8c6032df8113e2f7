import type { Logger } from 'pino';
import { inSpan } from '#telemetry';
import type { JobPayloads, JobRequest, Market } from '#market';

/** Does a request at once, or says that it is none of its kind. @returns whether it did */
export type Express = (request: JobRequest) => Promise<boolean>;

/**
 * Matches a listing that was published alone without the round through the queue, which takes longer than the
 * matching. Whatever comes in numbers, in the background, or might wait for a router goes through the queue, where it
 * is spread over workers and tried again; so does what fails here.
 */
export const expressOf =
  (market: Market, log: Logger): Express =>
  async ({ id, name, payload, background, traceParent }) => {
    if (name !== 'match-listing' || background || market.setting.router !== undefined) return false;
    try {
      const { listingId } = payload as JobPayloads['match-listing'];
      const facts = { 'bistrom.job_requests': [id] };
      await inSpan({ name, kind: 'CONSUMER', facts, traceParents: [traceParent] }, () =>
        market.matches.refresh(listingId),
      );
      return true;
    } catch (error) {
      log.warn({ err: error }, 'Matching at once failed; the queue takes it');
      return false;
    }
  };
