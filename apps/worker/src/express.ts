import type { Logger } from 'pino';
import { inSpan } from '#telemetry';
import type { JobName, JobRequest, Market } from '#market';
import { handlerOf, type Handlers } from './handlers.js';

/** What can be done at once, without the round through the queue. */
export interface Express {
  /** What somebody waits for most. */
  readonly first: readonly JobName[];
  takes(request: JobRequest): boolean;
  /** @returns ids of those that are done */
  run(requests: readonly JobRequest[]): Promise<readonly string[]>;
}

const FIRST: readonly JobName[] = ['match-listing'];
/** What a publication asks for, in the order in which people wait for it. */
const NAMES: readonly JobName[] = [...FIRST, 'tell-watches'];

/**
 * Does what a publication asks for without the round through the queue, which takes as long as the work. Whatever is in
 * the background or might wait for a router goes through the queue, where it is spread over workers and tried again; so
 * does what fails here.
 */
export function expressOf(market: Market, handlers: Handlers, log: Logger): Express {
  const mayWait = (name: string): boolean => name === 'match-listing' && market.setting.router !== undefined;
  const run = async (request: JobRequest): Promise<boolean> => {
    const { id, name, payload, traceParent } = request;
    const handle = handlerOf(handlers, name);
    const facts = { 'bistrom.job_requests': [id] };
    try {
      await inSpan({ name, kind: 'CONSUMER', facts, traceParents: [traceParent] }, () => handle(payload));
      return true;
    } catch (error) {
      log.warn({ err: error, job: name }, 'What was to be done at once failed; the queue takes it');
      return false;
    }
  };
  return {
    first: FIRST,
    takes: ({ name, background }) => !background && NAMES.some((one) => one === name) && !mayWait(name),
    run: async (requests) => {
      const done: string[] = [];
      for (const name of NAMES) {
        const together = requests.filter((one) => one.name === name);
        const outcomes = await Promise.all(together.map((one) => run(one)));
        done.push(...together.flatMap(({ id }, at) => (outcomes[at] === true ? [id] : [])));
      }
      return done;
    },
  };
}
