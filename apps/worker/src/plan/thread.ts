import { parentPort, workerData } from 'node:worker_threads';
import type { LimitedQuestion } from '#domain';
import { answerOf } from './answer.js';

/** One plan in a thread of its own, which ends with it. */
parentPort?.postMessage(await answerOf(workerData as LimitedQuestion));
