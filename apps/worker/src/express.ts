import type { Logger } from 'pino';
import { inSpan } from '#telemetry';
import type { JobPayloads, JobRequest, Market } from '#market';

/** What can be done at once, without the round through the queue. */
export interface Express {
  takes(request: JobRequest): boolean;
  /** @returns whether it is done */
  run(request: JobRequest): Promise<boolean>;
}

/**
 * Matches a listing without the round through the queue, which takes as long as the matching. Whatever is in the
 * background or might wait for a router goes through the queue, where it is spread over workers and tried again; so
 * does what fails here.
 */
export const expressOf = (market: Market, log: Logger): Express => ({
  takes: ({ name, background }) =>
    name === 'match-listing' && !background && market.setting.router === undefined,
  run: async ({ id, name, payload, traceParent }) => {
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
  },
});
