import { parentPort, workerData } from 'node:worker_threads';
import type { PlanProblem, RefereeOptions } from '#domain';
import { loadReferee } from '../../../apps/worker/src/plan/highs-referee.js';
import type { Refereed } from './refereed.js';

/** One question for the referee in a thread of its own; the longest of its runs is the one that counts. */
const { problem, options } = workerData as {
  readonly problem: PlanProblem;
  readonly options: RefereeOptions;
};
const times: number[] = [];
const referee = await loadReferee((time) => times.push(time));
const plan = referee.solve(problem, options);
parentPort?.postMessage({ plan, seconds: Math.max(...times) / 1000 } satisfies Refereed);
