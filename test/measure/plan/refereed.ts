import { Worker } from 'node:worker_threads';
import type { Plan, PlanProblem, RefereeOptions } from '#domain';

/** The referee's plan, and how long its solver took for it, without the making of the model. */
export interface Refereed {
  readonly plan: Plan;
  readonly seconds: number;
}

/** HiGHS looks at its clock between steps, and a step may take long: after this it is ended from outside. */
const GRACE_SECONDS = 30;

/** The referee's answer; undefined where it has none even some time after its limit. */
export function refereed(
  problem: PlanProblem,
  options: Required<Pick<RefereeOptions, 'seconds'>> & RefereeOptions,
): Promise<Refereed | undefined> {
  const workerData = { problem, options };
  const thread = new Worker(new URL('./referee-thread.js', import.meta.url), { workerData });
  return new Promise((resolve, reject) => {
    const timer = setTimeout(
      () => {
        resolve(undefined);
        void thread.terminate();
      },
      (options.seconds + GRACE_SECONDS) * 1000,
    );
    thread.once('message', resolve);
    thread.once('error', reject);
    thread.once('exit', () => {
      clearTimeout(timer);
      reject(new Error("The referee's thread ended without an answer."));
    });
  });
}
