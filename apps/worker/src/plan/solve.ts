import { Worker } from 'node:worker_threads';
import type { LimitedQuestion } from '#domain';
import type { PlanAnswers } from '#market';

/** A million links take seconds; what takes longer than this would hold the queue's turn for too long. */
const LONGEST_MS = 120_000;

/** A plan took too long to be worked out. */
class PlanTooLong extends Error {
  override readonly name = 'PlanTooLong';
}

/** Works a plan out beside the worker's own loop, which goes on with everything else. */
export function solveInThread(question: LimitedQuestion): Promise<PlanAnswers> {
  const thread = new Worker(new URL('./thread.js', import.meta.url), { workerData: question });
  return new Promise<PlanAnswers>((resolve, reject) => {
    const timer = setTimeout(() => {
      reject(new PlanTooLong(`The plan took longer than ${LONGEST_MS} ms.`));
      void thread.terminate();
    }, LONGEST_MS);
    thread.once('message', resolve);
    thread.once('error', reject);
    thread.once('exit', () => {
      clearTimeout(timer);
      reject(new Error('The thread that works a plan out ended without an answer.'));
    });
  });
}
